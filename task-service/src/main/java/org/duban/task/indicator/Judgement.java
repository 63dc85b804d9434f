package org.duban.task.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a series stands to what is to be reached, in words.
 *
 * @param words as 82%，距目标还差3个百分点
 * @param trend as 近6期平均每月上升0.8个百分点; null while there are too few points
 */
record Judgement(Standing standing, String words, @Nullable String trend, Forecast forecast) {

    static Judgement of(Goal goal, Series series, LocalDate today) {
        Target target = goal.target();
        Forecast forecast = Forecast.of(target, goal.dueOn(), series);
        Standing standing = standing(goal, series, forecast, today);
        List<Series.Point> points = series.latest(Trend.MOST);
        return new Judgement(
                standing,
                words(standing, target, series),
                points.size() < Trend.FEWEST ? null : Forecast.pace(target, series.cycle(), Trend.of(points)),
                forecast);
    }

    private static Standing standing(Goal goal, Series series, Forecast forecast, LocalDate today) {
        Series.Point last = series.last();
        if (last == null) {
            return Standing.NO_DATA;
        }
        if (goal.target().reachedBy(last.value())) {
            return Standing.REACHED;
        }
        if (goal.dueOn() != null && today.isAfter(goal.dueOn())) {
            return Standing.MISSED;
        }
        return switch (forecast.kind()) {
            case EXPECTED -> Boolean.FALSE.equals(forecast.inTime()) ? Standing.LAGGING : Standing.ON_TRACK;
            case NEVER -> Standing.LAGGING;
            case UNKNOWN, REACHED, SLIPPING -> Standing.SHORT;
        };
    }

    private static String words(Standing standing, Target target, Series series) {
        Series.Point last = series.last();
        if (last == null) {
            return "尚无数据";
        }
        String value = Amounts.words(last.value()) + target.measure();
        if (standing == Standing.REACHED) {
            return value + "，已达到目标";
        }
        BigDecimal gap = target.gap(last.value());
        String away = gap.signum() < 0 ? "距目标还差" + target.amount(gap) : "超出目标" + target.amount(gap);
        String late = standing == Standing.MISSED ? (target.soft() ? "，时限已过，力争目标未达到" : "，时限已过，未达标") : "";
        return "%s，%s%s".formatted(value, away, late);
    }
}
