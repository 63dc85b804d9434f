package org.duban.task.indicator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.duban.task.indicator.IndicatorDefinition.YearlyTarget;
import org.jspecify.annotations.Nullable;

/**
 * One indicator with all that the caller may see of it.
 *
 * @param finalTarget what is to be reached in the end, by {@code finalDueOn}
 * @param yearly what is to be reached by the end of a year on the way
 * @param counties none where only one county's or the city's units measure it
 * @param periods newest first: those with a value, and the one that runs
 * @param values of the periods shown
 * @param same what looks the same, for whoever decides on it
 * @param allowed what the caller may do now: DEFINE, JOIN, MEASURE
 * @param measurable the units for which the caller may say what was reached
 */
public record IndicatorDetail(
        @JsonUnwrapped IndicatorRow row,
        IndicatorTarget finalTarget,
        @Nullable LocalDate finalDueOn,
        List<YearlyTarget> yearly,
        List<IndicatorSource> sources,
        List<IndicatorUnit> measuring,
        List<IndicatorCounty> counties,
        List<IndicatorPeriod> periods,
        List<IndicatorValueView> values,
        List<SameIndicators.SameIndicator> same,
        List<String> allowed,
        List<UUID> measurable) {

    /**
     * Where it is stated.
     *
     * @param taskId null for a goal of the whole plan; likewise the task's title and ordinal
     */
    public record IndicatorSource(
            UUID planId,
            String planTitle,
            @Nullable UUID taskId,
            @Nullable String taskTitle,
            @Nullable Integer taskOrdinal,
            String text) {}

    /**
     * @param byHand a person added it; else it leads a task that states the indicator
     * @param standing null where the units' values add up and only the sum has a target
     */
    public record IndicatorUnit(
            UnitRef unit,
            boolean byHand,
            @Nullable IndicatorPoint latest,
            @Nullable Standing standing,
            @Nullable String words) {}

    /** @param countyId null for the city's own units */
    public record IndicatorCounty(
            @Nullable UUID countyId,
            String countyName,
            List<IndicatorPoint> points,
            @Nullable Standing standing,
            @Nullable String words) {}

    /** @param words as 2026年11月 */
    public record IndicatorPeriod(String period, String words) {}

    /**
     * @param enteredBy ENTRY, REPORT, or COUNTED where nobody entered it
     * @param version 0 where it was counted, above 1 where it was corrected
     */
    public record IndicatorValueView(
            UUID unitId,
            String period,
            BigDecimal value,
            @Nullable BigDecimal weight,
            String enteredBy,
            @Nullable UUID reportId,
            @Nullable String note,
            OffsetDateTime at,
            @Nullable String by,
            long version) {}
}
