package org.duban.task.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as it is listed, with what the caller may see of its values.
 *
 * @param target the one that counts now: the year's where there is one, else the last
 * @param dueOn by which day that is to be reached; null where nobody said
 * @param countyId whose it is; null for the city's
 * @param plans titles of the plans that state it
 * @param units how many measure it
 * @param latest what was reached last; null while nothing was measured
 * @param standingWords as 82%，距目标还差3个百分点
 * @param trendWords as 近6期平均每月上升0.8个百分点; null while there are too few values
 * @param points at most the last 12, oldest first
 */
public record IndicatorRow(
        UUID id,
        long version,
        String name,
        IndicatorTarget target,
        @Nullable LocalDate dueOn,
        Cycle cycle,
        RollUp rollUp,
        Origin origin,
        @Nullable UUID countyId,
        @Nullable String countyName,
        List<String> plans,
        int units,
        @Nullable IndicatorPoint latest,
        Standing standing,
        String standingWords,
        @Nullable String trendWords,
        Forecast forecast,
        List<IndicatorPoint> points) {}
