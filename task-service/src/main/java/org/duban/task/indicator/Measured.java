package org.duban.task.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit has reached at the end of a period.
 *
 * @param countyId the unit's; null for the city's own
 * @param period its first day
 * @param weight what a mean is weighted with; null: as much as any other
 * @param by null where it was counted and nobody entered it
 * @param version 0 where it was counted
 */
record Measured(
        UUID indicatorId,
        UUID unitId,
        @Nullable UUID countyId,
        LocalDate period,
        BigDecimal value,
        @Nullable BigDecimal weight,
        EnteredBy enteredBy,
        @Nullable UUID reportId,
        @Nullable String note,
        OffsetDateTime at,
        @Nullable String by,
        @Nullable String byUnit,
        long version) {

    /** How a value came in. */
    enum EnteredBy {
        /** By itself, on the page or through the API. */
        ENTRY,
        /** In a report, which answered for it at the same time. */
        REPORT,
        /** Nobody did: it was counted. */
        COUNTED
    }

    RollUp.Share share() {
        return new RollUp.Share(value, weight, at);
    }

    boolean says(BigDecimal value, @Nullable BigDecimal weight) {
        return this.value.compareTo(value) == 0
                && (weight == null ? this.weight == null : this.weight != null && this.weight.compareTo(weight) == 0);
    }
}
