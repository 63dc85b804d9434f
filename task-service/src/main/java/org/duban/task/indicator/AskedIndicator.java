package org.duban.task.indicator;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report asks of an indicator.
 *
 * @param text the task's words, under which a report says what was reached
 * @param alsoAs true where another text of the task means the same indicator and has asked already
 * @param period for which it counts, as {@code 2026-11}, {@code 2026-Q4} or {@code 2026}
 * @param value what the unit has already said for this period, wherever it did; null where it has not
 * @param saidIn the task in whose report it was said, where that is another one
 * @param previous what the unit had reached before; null where it never said
 */
public record AskedIndicator(
        UUID indicatorId,
        String name,
        String text,
        String target,
        String measure,
        boolean counted,
        boolean alsoAs,
        String period,
        String periodWords,
        @Nullable BigDecimal value,
        @Nullable String by,
        @Nullable String saidIn,
        @Nullable BigDecimal previous) {}
