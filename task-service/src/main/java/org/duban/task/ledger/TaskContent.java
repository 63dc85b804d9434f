package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a task asks of whom; its state and progress come from what units do.
 *
 * @param dueOn null for a standing task and for one that nobody gave a day
 * @param repeats of a periodic task only
 * @param leads at least one
 * @param number 编号 in the words of whoever keeps the ledger, beside the plan's own ordinal
 */
public record TaskContent(
        String title,
        String body,
        @Nullable LocalDate dueOn,
        TaskKind kind,
        @Nullable Repeat repeats,
        List<Indicator> indicators,
        List<UUID> leads,
        List<UUID> cooperators,
        @Nullable String number,
        @Nullable String remark) {

    public TaskContent {
        if (leads.isEmpty()) {
            throw new IllegalArgumentException("A task needs a lead unit: " + title);
        }
        if ((kind == TaskKind.PERIODIC) != (repeats != null)) {
            throw new IllegalArgumentException("A periodic task, and no other, says how often: " + title);
        }
        cooperators = cooperators.stream().filter(unit -> !leads.contains(unit)).toList();
    }

    /** For what knows only whether it is 常态化. */
    public TaskContent(
            String title,
            String body,
            @Nullable LocalDate dueOn,
            boolean standing,
            List<Indicator> indicators,
            List<UUID> leads,
            List<UUID> cooperators,
            @Nullable String number,
            @Nullable String remark) {
        this(title, body, dueOn, TaskKind.of(standing), null, indicators, leads, cooperators, number, remark);
    }

    public boolean standing() {
        return kind == TaskKind.STANDING;
    }

    /** The cycle in which it is due; null where it does not come again. */
    @Nullable
    Cycle cycle(LocalDate today) {
        return repeats == null ? null : repeats.cycleOf(dueOn == null ? today : dueOn);
    }

    /** A periodic task that gives no day is due at the end of its cycle. */
    TaskContent dated(LocalDate today) {
        Cycle cycle = cycle(today);
        return cycle == null || dueOn != null
                ? this
                : new TaskContent(
                        title, body, cycle.to(), kind, repeats, indicators, leads, cooperators, number, remark);
    }

    TaskContent dueOn(@Nullable LocalDate day) {
        return new TaskContent(title, body, day, kind, repeats, indicators, leads, cooperators, number, remark);
    }

    /** As a county is asked for it: its targets stay the city's, which measures each unit on its own. */
    TaskContent forCounty(UUID lead, @Nullable LocalDate day) {
        TaskKind own = standing() ? TaskKind.STANDING : TaskKind.ONE_OFF;
        return new TaskContent(
                title, body, standing() ? null : day, own, null, List.of(), List.of(lead), List.of(), null, null);
    }

    /** What a source that knows nothing but 常态化 says of a task: it leaves a finer word as it is. */
    public TaskContent as(TaskContent was) {
        TaskKind kept = was.kind.standing(standing());
        return new TaskContent(
                title,
                body,
                dueOn,
                kept,
                kept == TaskKind.PERIODIC ? was.repeats : null,
                indicators,
                leads,
                cooperators,
                number,
                remark);
    }
}
