package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a task asks of whom; its state and progress come from what units do.
 *
 * @param dueOn null for a standing task and for one that nobody gave a day
 * @param standing 常态化: it is never completed (behaviours.md B11)
 * @param leads at least one
 * @param number 编号 in the words of whoever keeps the ledger, beside the plan's own ordinal
 */
public record TaskContent(
        String title,
        String body,
        @Nullable LocalDate dueOn,
        boolean standing,
        List<Indicator> indicators,
        List<UUID> leads,
        List<UUID> cooperators,
        @Nullable String number,
        @Nullable String remark) {

    public TaskContent {
        if (leads.isEmpty()) {
            throw new IllegalArgumentException("A task needs a lead unit: " + title);
        }
        cooperators = cooperators.stream().filter(unit -> !leads.contains(unit)).toList();
    }
}
