package org.duban.meeting.directory;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of units for views that hold only their ids. */
@Component
public class UnitRefs {

    /** For a query over {@code unit u left join county c on c.id = u.county_id}. */
    public static final String COLUMNS = """
            u.id as unit_id, u.name as unit_name, u.short_name as unit_short_name,
            u.county_id as unit_county_id, c.name as unit_county_name
            """;

    private final JdbcClient jdbc;

    UnitRefs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<UUID, UnitRef> of(Collection<UUID> units) {
        return found(units, "");
    }

    /** Those that are not retired: who may be given new work. */
    public Map<UUID, UnitRef> living(Collection<UUID> units) {
        return found(units, " and u.retired_on is null");
    }

    private Map<UUID, UnitRef> found(Collection<UUID> units, String condition) {
        if (units.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select " + COLUMNS
                        + " from unit u left join county c on c.id = u.county_id where u.id = any(:units)" + condition)
                .param("units", units.toArray(UUID[]::new))
                .query((row, n) -> UnitRef.from(row))
                .list()
                .stream()
                .collect(toMap(UnitRef::id, unit -> unit));
    }
}
