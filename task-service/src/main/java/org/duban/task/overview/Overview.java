package org.duban.task.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * One month of supervision in numbers (or one week or quarter), over the rows that the caller sees.
 *
 * @param period as {@code 2026-11}, {@code 2026-Q4} or {@code 2026-W47}
 * @param planId null for all plans
 * @param unit the unit whose month it is; null for all
 * @param countyId the county whose units' month it is; null for all
 * @param asOf the moment at which the numbers were counted
 * @param units highest on-time rate first, then highest submission rate; units that owe nothing last
 * @param counties by name, the city's own units first
 * @param trend the last twelve months (weeks, quarters) up to the period, oldest first; those without a round are left out
 */
public record Overview(
        String period,
        @Nullable UUID planId,
        @Nullable UnitRef unit,
        @Nullable UUID countyId,
        OffsetDateTime asOf,
        Numbers totals,
        List<OfUnit> units,
        List<OfCounty> counties,
        List<Month> trend) {

    public record OfUnit(UnitRef unit, @JsonUnwrapped Numbers numbers) {}

    /** @param countyId null for the city's own units */
    public record OfCounty(
            @Nullable UUID countyId,
            String countyName,
            @JsonUnwrapped Numbers numbers) {}

    public record OfPlan(
            UUID planId, String planTitle, @JsonUnwrapped Numbers numbers) {}

    public record Month(
            String period,
            int owed,
            int submitted,
            int onTime,
            @Nullable BigDecimal submissionRate,
            @Nullable BigDecimal onTimeRate) {}
}
