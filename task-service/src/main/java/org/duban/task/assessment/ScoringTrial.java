package org.duban.task.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * Rules tried on a month, beside those of that month.
 *
 * @param settled whether the month was settled; if not, it is compared with the rules in force
 * @param averageThen null where nobody was assessed
 * @param differing how many units would have had another total
 * @param units by the place they would have had
 */
public record ScoringTrial(
        String month,
        boolean settled,
        @Nullable BigDecimal averageThen,
        @Nullable BigDecimal averageTried,
        int differing,
        List<TriedUnit> units) {

    /**
     * @param totalThen null where the unit was not assessed
     * @param place by the rules tried
     */
    public record TriedUnit(
            UnitRef unit,
            @Nullable BigDecimal totalThen,
            @Nullable Integer placeThen,
            @Nullable BigDecimal total,
            @Nullable Integer place,
            boolean differs) {}
}
