package org.duban.task.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;

/**
 * One month's numbers of the city, a county or a unit. The first five speak of tasks, all others of the month's reports, so that
 * each is the length of a list that {@code GET /api/reports} can show. Tasks are counted as they stand now until all of their
 * plan's rounds of the month are closed, and from then on as they stood when the last was; what a closed round counted stays.
 *
 * @param tasks tasks that are led here, closed ones included
 * @param openTasks of them, not yet closed
 * @param closedTasks of them, closed (办结销号)
 * @param completionRate 完成率: closed tasks in 100 tasks; null without tasks
 * @param averageProgress mean progress of these tasks (of a unit: of its own parts in them); null without tasks
 * @param owed 应报: reports asked for; one whose task was closed before it was handed in is not owed
 * @param submitted 已报: handed in and not returned, reviewed or not
 * @param accepted 已通过: of the submitted, accepted
 * @param returned 已退回: returned and not yet handed in again
 * @param onTime 按时: of the submitted, handed in by the day they were owed, after a return by the new day as well
 * @param late 迟报: of the submitted, all others
 * @param overdue 逾期: owed, not handed in, and past their day or their round; the same as the red lights
 * @param submissionRate 报送率: submitted in 100 owed; null where nothing is owed
 * @param onTimeRate 按时率: on time in 100 owed, so that what was never handed in counts against it; null where nothing is owed
 * @param lights how many of the owed show which light; they add up to {@code owed}
 */
public record Numbers(
        int tasks,
        int openTasks,
        int closedTasks,
        @Nullable BigDecimal completionRate,
        @Nullable BigDecimal averageProgress,
        int owed,
        int submitted,
        int accepted,
        int returned,
        int onTime,
        int late,
        int overdue,
        @Nullable BigDecimal submissionRate,
        @Nullable BigDecimal onTimeRate,
        Map<Light, Integer> lights) {

    /** @param progress sum over the tasks */
    record Led(int tasks, int closed, long progress) {
        static final Led NONE = new Led(0, 0, 0);

        Led plus(Led other) {
            return new Led(tasks + other.tasks, closed + other.closed, progress + other.progress);
        }
    }

    record Reported(int owed, int submitted, int accepted, int returned, int onTime, Map<Light, Integer> lights) {
        static final Reported NONE = new Reported(0, 0, 0, 0, 0, Map.of());

        Reported plus(Reported other) {
            var sum = new EnumMap<Light, Integer>(Light.class);
            sum.putAll(lights);
            other.lights.forEach((light, count) -> sum.merge(light, count, Integer::sum));
            return new Reported(
                    owed + other.owed,
                    submitted + other.submitted,
                    accepted + other.accepted,
                    returned + other.returned,
                    onTime + other.onTime,
                    sum);
        }
    }

    static Numbers of(Led led, Reported reported) {
        var lights = new EnumMap<Light, Integer>(Light.class);
        for (var light : Light.values()) {
            lights.put(light, reported.lights().getOrDefault(light, 0));
        }
        return new Numbers(
                led.tasks(),
                led.tasks() - led.closed(),
                led.closed(),
                rate(led.closed(), led.tasks()),
                led.tasks() == 0 ? null : quotient(led.progress(), led.tasks()),
                reported.owed(),
                reported.submitted(),
                reported.accepted(),
                reported.returned(),
                reported.onTime(),
                reported.submitted() - reported.onTime(),
                reported.lights().getOrDefault(Light.RED, 0),
                rate(reported.submitted(), reported.owed()),
                rate(reported.onTime(), reported.owed()),
                lights);
    }

    /** Percent with one decimal; null where there is nothing to divide by. */
    static @Nullable BigDecimal rate(int part, int whole) {
        return whole == 0 ? null : quotient(part * 100L, whole);
    }

    private static BigDecimal quotient(long dividend, int divisor) {
        return BigDecimal.valueOf(dividend).divide(BigDecimal.valueOf(divisor), 1, RoundingMode.HALF_UP);
    }
}
