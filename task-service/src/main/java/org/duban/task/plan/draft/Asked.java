package org.duban.task.plan.draft;

import java.time.LocalDate;
import java.util.List;
import org.duban.task.ledger.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * What a draft's task asks, as the ledger would keep it.
 *
 * @param dueOn the end of the phases where the task has no day of its own
 * @param leads names as the draft has them
 */
public record Asked(
        String title,
        String text,
        @Nullable LocalDate dueOn,
        boolean standing,
        List<Indicator> indicators,
        List<String> leads,
        List<String> cooperators) {}
