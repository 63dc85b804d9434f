package org.duban.task.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules make of a unit's facts.
 *
 * @param bonusPoints what was added, after the caps
 */
record Score(BigDecimal total, List<PartScore> parts, List<ItemScore> bonus, BigDecimal bonusPoints) {

    static final Score NONE = new Score(BigDecimal.ZERO, List.of(), List.of(), BigDecimal.ZERO);

    /**
     * @param score of 100, before the weight
     * @param weighted what it adds to the total
     */
    record PartScore(String name, int weight, BigDecimal score, BigDecimal weighted, List<ItemScore> items) {}

    /**
     * @param raw the facts' points, less what was taken back
     * @param counted of them, after the cap
     */
    record ItemScore(
            Measure measure,
            String words,
            BigDecimal points,
            @Nullable BigDecimal cap,
            int facts,
            BigDecimal raw,
            BigDecimal counted,
            boolean capped) {}

    int facts() {
        return parts.stream()
                        .flatMap(part -> part.items().stream())
                        .mapToInt(ItemScore::facts)
                        .sum()
                + bonus.stream().mapToInt(ItemScore::facts).sum();
    }
}
