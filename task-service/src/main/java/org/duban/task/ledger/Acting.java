package org.duban.task.ledger;

import java.util.Optional;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.access.Rights;
import org.jspecify.annotations.Nullable;

/**
 * For which part of a task somebody acts: their unit's. A county's office also acts for its county's units in pieces: what reaches the
 * county is the county's to do, whoever is named.
 */
final class Acting {
    private Acting() {}

    static Optional<Part> part(Task task, Caller by) {
        UUID unit = by.unit();
        Optional<Part> own = unit == null ? Optional.empty() : task.partOf(unit);
        UUID county = office(by);
        return own.isPresent() || county == null || task.piece() == null
                ? own
                : task.parts().stream()
                        .filter(part -> county.equals(part.countyId()))
                        .findFirst();
    }

    /**
     * @return the unit that has the part
     * @throws TaskRefused where the caller has no unit, or that has no part
     */
    static UUID unit(Task task, Caller by) {
        if (by.unit() == null) {
            throw TaskRefused.noUnit();
        }
        return part(task, by).map(Part::unitId).orElseThrow(TaskRefused::notYourUnits);
    }

    /** @return the county for whose units the caller acts as its office; null where they do not */
    static @Nullable UUID office(Caller by) {
        return by.has("COUNTY_OFFICE") && Rights.actsForItsUnit(by) ? by.county() : null;
    }
}
