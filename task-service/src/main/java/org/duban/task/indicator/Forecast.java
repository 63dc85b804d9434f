package org.duban.task.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.duban.task.plan.reading.Operator;
import org.jspecify.annotations.Nullable;

/**
 * When the target is reached at this rate (behaviours.md X5).
 *
 * @param period as {@code 2027-03}: for EXPECTED when it is reached, for SLIPPING when it is lost
 * @param inTime for EXPECTED: by the last day; null where there is none
 * @param words as 按目前进度，预计2027年3月达到目标
 */
public record Forecast(
        Kind kind, @Nullable String period, @Nullable Boolean inTime, String words) {

    private static final int YEARS_AHEAD = 10;

    /** What is to be expected. */
    public enum Kind {
        /** It is reached and stays so. */
        REACHED,
        EXPECTED,
        /** It is reached, and will not be for long. */
        SLIPPING,
        NEVER,
        UNKNOWN
    }

    static Forecast of(Target target, @Nullable LocalDate dueOn, Series series) {
        Series.Point last = series.last();
        if (last == null) {
            return new Forecast(Kind.UNKNOWN, null, null, "尚无数据，无法预测");
        }
        boolean reached = target.reachedBy(last.value());
        List<Series.Point> points = series.latest(Trend.MOST);
        if (points.size() < Trend.FEWEST) {
            return reached
                    ? new Forecast(Kind.REACHED, null, null, "已达到目标")
                    : new Forecast(
                            Kind.UNKNOWN, null, null, "数据不足：只有%d期，满%d期后可预测".formatted(points.size(), Trend.FEWEST));
        }
        Trend trend = Trend.of(points);
        return reached
                ? kept(target, dueOn, series.cycle(), last, trend)
                : awaited(target, dueOn, series.cycle(), last, trend);
    }

    private static Forecast kept(
            Target target, @Nullable LocalDate dueOn, Cycle cycle, Series.Point last, Trend trend) {
        BigDecimal edge = switch (target.operator()) {
            case AT_LEAST, EXACTLY -> trend.falls() ? target.value() : null;
            case AT_MOST -> trend.rises() ? target.value() : null;
            case BETWEEN -> trend.rises() ? target.upper() : trend.falls() ? target.value() : null;
        };
        if (edge != null) {
            double at = trend.crosses(edge.doubleValue(), last.index());
            // Far away it is no warning; after the last day it is nobody's.
            boolean soon = at - last.index() <= cycle.periodsIn(1)
                    && (dueOn == null || !cycle.start((int) at).isAfter(dueOn));
            if (soon) {
                LocalDate lost = cycle.start((int) at);
                return new Forecast(
                        Kind.SLIPPING,
                        cycle.text(lost),
                        null,
                        "已达到目标，但%s，按此趋势%s起将不再达标".formatted(pace(target, cycle, trend), cycle.words(lost)));
            }
        }
        return new Forecast(Kind.REACHED, null, null, "已达到目标");
    }

    private static Forecast awaited(
            Target target, @Nullable LocalDate dueOn, Cycle cycle, Series.Point last, Trend trend) {
        boolean below = target.gap(last.value()).signum() < 0;
        if (below ? !trend.rises() : !trend.falls()) {
            return new Forecast(Kind.NEVER, null, null, "%s，按目前进度无法达到目标".formatted(pace(target, cycle, trend)));
        }
        BigDecimal edge = target.operator() == Operator.BETWEEN && !below
                ? Objects.requireNonNull(target.upper())
                : target.value();
        double at = trend.crosses(edge.doubleValue(), last.index());
        if (at - last.index() > cycle.periodsIn(YEARS_AHEAD)) {
            return new Forecast(
                    Kind.NEVER, null, null, "%s，按目前进度%d年内无法达到目标".formatted(pace(target, cycle, trend), YEARS_AHEAD));
        }
        LocalDate reached = cycle.start((int) at);
        // Figures say what stands at the end of their period.
        Boolean inTime = dueOn == null ? null : !cycle.end((int) at).isAfter(dueOn);
        String words = "按目前进度，预计%s达到目标".formatted(cycle.words(reached));
        return new Forecast(
                Kind.EXPECTED, cycle.text(reached), inTime, Boolean.FALSE.equals(inTime) ? words + "，晚于时限" : words);
    }

    /** As 近6期平均每月上升0.8个百分点. */
    static String pace(Target target, Cycle cycle, Trend trend) {
        if (!trend.rises() && !trend.falls()) {
            return "近%d期没有变化".formatted(trend.periods());
        }
        BigDecimal slope = new BigDecimal(Math.abs(trend.slope())).setScale(2, RoundingMode.HALF_UP);
        String by = slope.signum() == 0 ? "不到0.01" + target.measure() : target.amount(slope);
        return "近%d期平均%s%s%s".formatted(trend.periods(), cycle.often(), trend.rises() ? "上升" : "下降", by);
    }
}
