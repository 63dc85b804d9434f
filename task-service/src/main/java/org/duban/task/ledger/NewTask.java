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
 * @param number 编号 of the ledger that it was kept in before
 * @param progress 0 to 100, as that ledger has it
 * @param closed true where that ledger has it as 销号
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
        @Nullable UUID resolutionId,
        @Nullable String number,
        @Nullable String remark,
        int progress,
        boolean closed) {

    public NewTask {
        if (leads.isEmpty()) {
            throw new IllegalArgumentException("A task needs a lead unit: " + ordinal);
        }
    }

    public NewTask(
            int ordinal,
            String title,
            String body,
            @Nullable LocalDate dueOn,
            boolean standing,
            List<Indicator> indicators,
            List<UUID> leads,
            List<UUID> cooperators,
            @Nullable UUID resolutionId) {
        this(ordinal, title, body, dueOn, standing, indicators, leads, cooperators, resolutionId, null, null, 0, false);
    }

    /** A task made by hand. */
    static NewTask of(int ordinal, TaskContent content) {
        return new NewTask(
                ordinal,
                content.title(),
                content.body(),
                content.dueOn(),
                content.standing(),
                content.indicators(),
                content.leads(),
                content.cooperators(),
                null,
                content.number(),
                content.remark(),
                0,
                false);
    }
}
