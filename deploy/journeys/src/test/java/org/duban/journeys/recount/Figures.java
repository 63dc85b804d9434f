package org.duban.journeys.recount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One month's numbers (behaviours.md P14): the first four of tasks, all others of reports; once the round is closed they stay what they
 * were when it was.
 *
 * @param completionRate closed tasks in 100; null without tasks
 * @param averageProgress null without tasks
 * @param owed what was asked for, without what is owed no more
 * @param submitted handed in and not returned
 * @param returned returned and not yet handed in again
 * @param onTime of the submitted, handed in by the day they were owed, after each return as well
 * @param late of the submitted, all others
 * @param missing owed, not handed in and past their day or their round
 * @param onTimeRate in 100 owed; null where nothing is
 * @param lights of the owed, each light with its number
 */
public record Figures(
        int tasks,
        int closed,
        @Nullable BigDecimal completionRate,
        @Nullable BigDecimal averageProgress,
        int owed,
        int submitted,
        int accepted,
        int returned,
        int onTime,
        int late,
        int missing,
        @Nullable BigDecimal submissionRate,
        @Nullable BigDecimal onTimeRate,
        Map<Light, Integer> lights) {

    /** With one decimal, rounded as one learns at school; null where there is nothing to divide by. */
    public static @Nullable BigDecimal quotient(long dividend, int divisor) {
        return divisor == 0
                ? null
                : BigDecimal.valueOf(dividend).divide(BigDecimal.valueOf(divisor), 1, RoundingMode.HALF_UP);
    }

    public static @Nullable BigDecimal rate(int part, int whole) {
        return quotient(100L * part, whole);
    }
}
