package org.duban.task.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** How the values of units become the value of a county and of the whole. */
public enum RollUp {
    SUM,
    /** By the weights given; a value without one counts once. */
    WEIGHTED_MEAN,
    /** What was measured last stands for all, as where one office counts for the city. */
    LATEST;

    /** One unit's value in a whole. */
    record Share(BigDecimal value, @Nullable BigDecimal weight, OffsetDateTime at) {

        BigDecimal weightOrOne() {
            return weight == null ? BigDecimal.ONE : weight;
        }
    }

    /** @param shares at least one */
    BigDecimal of(Collection<Share> shares) {
        return switch (this) {
            case SUM -> shares.stream().map(Share::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            case WEIGHTED_MEAN ->
                shares.stream()
                        .map(share -> share.value().multiply(share.weightOrOne()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(
                                shares.stream().map(Share::weightOrOne).reduce(BigDecimal.ZERO, BigDecimal::add),
                                MathContext.DECIMAL64);
            case LATEST ->
                shares.stream()
                        .max(Comparator.comparing(Share::at))
                        .orElseThrow()
                        .value();
        };
    }
}
