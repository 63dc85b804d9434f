package org.duban.task.indicator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.duban.task.plan.reading.Operator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reached (behaviours.md B5).
 *
 * @param value a per cent figure is 0 to 100
 * @param upper for {@link Operator#BETWEEN} only
 * @param soft 力争: missing it is told, and blamed on nobody
 * @param measure %, 项, 张
 */
record Target(Operator operator, BigDecimal value, @Nullable BigDecimal upper, boolean soft, String measure) {

    Target {
        if ((operator == Operator.BETWEEN) != (upper != null)) {
            throw new IllegalArgumentException("A range has two ends, anything else one");
        }
        value = Amounts.plain(value);
        upper = upper == null ? null : Amounts.plain(upper);
    }

    static Operator operator(String symbol) {
        return Arrays.stream(Operator.values())
                .filter(one -> one.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No operator: " + symbol));
    }

    boolean reachedBy(BigDecimal measured) {
        return gap(measured).signum() == 0;
    }

    /** How far a value is from the target: negative below it, positive above it, 0 where it is reached. */
    BigDecimal gap(BigDecimal measured) {
        BigDecimal from = measured.subtract(value);
        return switch (operator) {
            // A number without more is a quota: 新建示范点20个 is kept with 21.
            case AT_LEAST, EXACTLY -> from.min(BigDecimal.ZERO);
            case AT_MOST -> from.max(BigDecimal.ZERO);
            case BETWEEN ->
                from.signum() < 0
                        ? from
                        : measured.subtract(Objects.requireNonNull(upper)).max(BigDecimal.ZERO);
        };
    }

    boolean sameAs(Target other) {
        return operator == other.operator
                && value.compareTo(other.value) == 0
                && (upper == null || upper.compareTo(Objects.requireNonNull(other.upper)) == 0)
                && measure.equals(other.measure);
    }

    /** As 力争不低于85%. */
    String words() {
        String bare = switch (operator) {
            case AT_LEAST -> "不低于" + Amounts.words(value) + measure;
            case AT_MOST -> "不超过" + Amounts.words(value) + measure;
            case EXACTLY -> Amounts.words(value) + measure;
            case BETWEEN -> Amounts.words(value) + "至" + Amounts.words(Objects.requireNonNull(upper)) + measure;
        };
        return soft ? "力争" + bare : bare;
    }

    /** As 3个百分点, 12家. */
    String amount(BigDecimal difference) {
        return Amounts.words(difference.abs()) + (measure.equals("%") ? "个百分点" : measure);
    }
}
