package org.duban.notification.alert;

import java.util.UUID;
import org.duban.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Whose alerts: those to the unit whose work a person does, and those to supervisors.
 *
 * @param unit null for who does no unit's work
 * @param office the unit in which a secretary sits; null for others
 * @param county whose supervisor; null for the city's
 * @param whole whether they see the rows of a whole county, or of the city where {@code county} is null, and not their unit's only
 */
public record Viewer(
        String reader,
        @Nullable UUID unit,
        @Nullable UUID office,
        boolean supervisor,
        @Nullable UUID county,
        boolean whole) {

    /** Who does a unit's work sees its rows only. */
    public Viewer(
            String reader, @Nullable UUID unit, @Nullable UUID office, boolean supervisor, @Nullable UUID county) {
        this(reader, unit, office, supervisor, county, unit == null);
    }

    /** Of no office. */
    public Viewer(String reader, @Nullable UUID unit, boolean supervisor, @Nullable UUID county) {
        this(reader, unit, null, supervisor, county);
    }

    public static Viewer of(Caller caller) {
        boolean works = caller.has("LIAISON") || caller.has("UNIT_HEAD") || caller.has("COUNTY_OFFICE");
        return new Viewer(
                caller.subject(),
                works ? caller.unit() : null,
                caller.has("SECRETARY") ? caller.unit() : null,
                caller.has("SUPERVISOR"),
                caller.county(),
                caller.staff() || caller.has("COUNTY_OFFICE") && caller.county() != null);
    }
}
