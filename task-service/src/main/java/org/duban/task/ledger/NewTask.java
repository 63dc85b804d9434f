package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task about to enter the ledger.
 *
 * @param dueOn the day that the task itself gives
 * @param standing 常态化: it has no last day and is never completed (behaviours.md B11)
 * @param leads at least one
 * @param resolutionId the resolution it comes from; null for a document's task
 */
public record NewTask(
        int ordinal,
        String title,
        String body,
        @Nullable LocalDate dueOn,
        boolean standing,
        List<Indicator> indicators,
        List<UUID> leads,
        List<UUID> cooperators,
        @Nullable UUID resolutionId) {

    public NewTask {
        if (leads.isEmpty()) {
            throw new IllegalArgumentException("A task needs a lead unit: " + ordinal);
        }
    }
}
