package org.duban.task.indicator;

import java.math.BigDecimal;
import java.util.List;

/**
 * What was reached at the end of a period.
 *
 * @param period as {@code 2026-11}, {@code 2026-Q4} or {@code 2026}
 * @param measured units that were measured in it
 * @param carried units that count with what they had reached before
 */
public record IndicatorPoint(String period, BigDecimal value, int measured, int carried) {

    static IndicatorPoint of(Cycle cycle, Series.Point point) {
        return new IndicatorPoint(
                cycle.text(cycle.start(point.index())),
                Amounts.shown(point.value()),
                point.measured(),
                point.carried());
    }

    /** @return the latest, oldest first */
    static List<IndicatorPoint> of(Series series, int most) {
        return series.latest(most).stream()
                .map(point -> of(series.cycle(), point))
                .toList();
    }
}
