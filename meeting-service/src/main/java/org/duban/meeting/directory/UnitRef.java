package org.duban.meeting.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit as lists show it; {@code countyId} is null for the city's own units. */
public record UnitRef(
        UUID id,
        String name,
        String shortName,
        @Nullable UUID countyId,
        @Nullable String countyName) {

    /** Reads the columns that {@link UnitRefs#COLUMNS} selects. */
    public static UnitRef from(ResultSet row) throws SQLException {
        return new UnitRef(
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("unit_short_name"),
                row.getObject("unit_county_id", UUID.class),
                row.getString("unit_county_name"));
    }
}
