package org.duban.task.complaint;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How content those who rated an answer are (behaviours.md B7).
 *
 * @param target in percent: at least so many are to be satisfied
 */
public record Satisfaction(
        int target,
        SatisfactionRate total,
        List<SatisfactionOfMonth> months,
        List<SatisfactionOfCounty> counties,
        List<SatisfactionOfUnit> units) {

    public static final int TARGET = 90;

    /** Stars from which somebody counts as satisfied. */
    public static final int SATISFIED = 4;

    /**
     * @param rate 0 to 100 with one decimal; null where nobody rated
     * @param reached null where nobody rated
     */
    public record SatisfactionRate(
            int rated,
            int satisfied,
            @Nullable Double rate,
            @Nullable Boolean reached) {

        static SatisfactionRate of(int rated, int satisfied) {
            return rated == 0
                    ? new SatisfactionRate(0, 0, null, null)
                    : new SatisfactionRate(
                            rated,
                            satisfied,
                            Math.round(satisfied * 1000.0 / rated) / 10.0,
                            // Not by the rounded rate: 89.96 is not 90.
                            satisfied * 100L >= (long) TARGET * rated);
        }
    }

    /** @param period as {@code 2026-11} */
    public record SatisfactionOfMonth(String period, SatisfactionRate satisfaction) {}

    /** @param countyId null for what was addressed to the city */
    public record SatisfactionOfCounty(@Nullable UUID countyId, String countyName, SatisfactionRate satisfaction) {}

    public record SatisfactionOfUnit(UUID unitId, String unitName, SatisfactionRate satisfaction) {}
}
