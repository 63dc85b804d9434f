package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task about to enter the ledger.
 *
 * @param dueOn the day that the task itself gives
 * @param repeats of a periodic task only
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
        TaskKind kind,
        @Nullable Repeat repeats,
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
        if ((kind == TaskKind.PERIODIC) != (repeats != null)) {
            throw new IllegalArgumentException("A periodic task, and no other, says how often: " + ordinal);
        }
    }

    /** For what knows only whether it is 常态化. */
    public NewTask(
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
        this(
                ordinal,
                title,
                body,
                dueOn,
                TaskKind.of(standing),
                null,
                indicators,
                leads,
                cooperators,
                resolutionId,
                number,
                remark,
                progress,
                closed);
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

    public boolean standing() {
        return kind == TaskKind.STANDING;
    }

    /** The cycle in which it is first due; null where it does not come again. */
    @Nullable
    Cycle cycle(LocalDate today) {
        return repeats == null ? null : repeats.cycleOf(dueOn == null ? today : dueOn);
    }

    /** A task made by hand. */
    static NewTask of(int ordinal, TaskContent content) {
        return new NewTask(
                ordinal,
                content.title(),
                content.body(),
                content.dueOn(),
                content.kind(),
                content.repeats(),
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
