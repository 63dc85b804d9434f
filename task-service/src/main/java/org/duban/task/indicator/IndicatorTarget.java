package org.duban.task.indicator;

import java.math.BigDecimal;
import org.duban.task.plan.reading.Operator;
import org.jspecify.annotations.Nullable;

/**
 * A target as it is shown.
 *
 * @param value a per cent figure is 0 to 100
 * @param upper for a range only
 * @param soft 力争
 * @param words as 力争不低于85%
 */
public record IndicatorTarget(
        Operator operator, BigDecimal value, @Nullable BigDecimal upper, boolean soft, String measure, String words) {

    static IndicatorTarget of(Target target) {
        return new IndicatorTarget(
                target.operator(), target.value(), target.upper(), target.soft(), target.measure(), target.words());
    }
}
