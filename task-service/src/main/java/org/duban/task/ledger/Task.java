package org.duban.task.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.CompletionReturned;
import org.duban.task.contract.TaskEvent.CompletionSubmitted;
import org.duban.task.contract.TaskEvent.TaskAcknowledged;
import org.duban.task.contract.TaskEvent.TaskClosed;
import org.duban.task.contract.TaskEvent.UnitUrged;
import org.jspecify.annotations.Nullable;

/**
 * A task and each unit's part in it. Each decision gives the task as it is afterwards, with what there is to tell.
 *
 * @param returnedOn the day its completion was returned; null once it is submitted again
 * @param progress 0 to 100: the average of its lead units
 */
record Task(
        UUID id,
        long version,
        UUID planId,
        int ordinal,
        String title,
        @Nullable LocalDate dueOn,
        boolean standing,
        TaskState state,
        @Nullable LocalDate returnedOn,
        @Nullable LocalDate closedOn,
        int progress,
        List<Part> parts) {

    /** What a decision changes, what it tells and how history words it. */
    record Decision(Task task, TaskAction action, @Nullable String words, List<TaskEvent> events) {}

    Decision acknowledge(UUID unit, String by, OffsetDateTime at) {
        Part own = partOf(unit).orElseThrow(() -> TaskRefused.notFound(id));
        TaskState next = next(TaskAction.ACKNOWLEDGE);
        if (own.acknowledged()) {
            throw TaskRefused.notAllowedNow("本单位已经签收，无需重复签收。");
        }
        Task changed = with(unit, part -> part.acknowledged(by, at));
        Task after = changed.in(changed.everyLeadAcknowledged() ? next : state);
        return decided(after, TaskAction.ACKNOWLEDGE, null, new TaskAcknowledged(id, after.version, unit));
    }

    /** A report is the surest acknowledgement: who reports has taken the task on. */
    Decision reported(UUID unit, String by, int progress, OffsetDateTime at) {
        Part own = partOf(unit).orElseThrow(() -> TaskRefused.notFound(id));
        TaskState next = next(TaskAction.REPORT);
        Task changed = with(unit, part -> (part.acknowledged() ? part : part.acknowledged(by, at)).reported(progress));
        Task after = changed.in(next).withProgress(changed.averageOfLeads());
        return own.acknowledged()
                ? decided(after, TaskAction.REPORT, null)
                : decided(after, TaskAction.REPORT, null, new TaskAcknowledged(id, after.version, unit));
    }

    Decision submitCompletion(UUID unit, String statement) {
        Part own = partOf(unit).orElseThrow(() -> TaskRefused.notFound(id));
        if (!own.leads()) {
            throw TaskRefused.onlyLeads();
        }
        if (standing) {
            throw TaskRefused.notAllowedNow("这是常态化任务，不办结销号，请按期报送进展。");
        }
        Task after = in(next(TaskAction.SUBMIT_COMPLETION)).returned(null);
        return decided(
                after,
                TaskAction.SUBMIT_COMPLETION,
                statement,
                new CompletionSubmitted(id, after.version, title, unit));
    }

    Decision verify(@Nullable String opinion, LocalDate today) {
        Task after = in(next(TaskAction.VERIFY)).closed(today);
        return decided(after, TaskAction.VERIFY, opinion, new TaskClosed(id, after.version, title, today));
    }

    Decision returnCompletion(String reason, LocalDate today) {
        Task after = in(next(TaskAction.RETURN)).returned(today);
        return decided(
                after,
                TaskAction.RETURN,
                reason,
                new CompletionReturned(id, after.version, title, leadUnits(), reason));
    }

    /**
     * The task under other words, another day or other units. Who stays keeps what was acknowledged and reported.
     *
     * @param parts everyone who has a part in it from now on
     */
    Task revised(String title, @Nullable LocalDate dueOn, boolean standing, List<Part> parts) {
        List<Part> kept = parts.stream()
                .map(part ->
                        partOf(part.unitId()).map(own -> own.as(part.part())).orElse(part))
                .toList();
        Task after = new Task(
                id,
                version + 1,
                planId,
                ordinal,
                title,
                dueOn,
                standing,
                next(TaskAction.REVISE),
                returnedOn,
                closedOn,
                progress,
                kept);
        boolean agreed = after.everyLeadAcknowledged();
        TaskState standsAt = switch (after.state) {
            case ASSIGNED, ACKNOWLEDGED -> agreed ? TaskState.ACKNOWLEDGED : TaskState.ASSIGNED;
            case IN_PROGRESS, COMPLETION_SUBMITTED, CLOSED -> after.state;
        };
        return new Task(
                id,
                after.version,
                planId,
                ordinal,
                title,
                dueOn,
                standing,
                standsAt,
                returnedOn,
                closedOn,
                after.averageOfLeads(),
                kept);
    }

    /** @param urgings who is urged by which act: all of them take part in the task */
    Decision urge(List<Urging> urgings, String words) {
        Task after = in(next(TaskAction.URGE));
        List<TaskEvent> events = urgings.stream()
                .<TaskEvent>map(urging -> new UnitUrged(
                        id, after.version, urging.id(), title, urging.unitId(), countyOf(urging.unitId()), words))
                .toList();
        return new Decision(after, TaskAction.URGE, words, events);
    }

    record Urging(UUID id, UUID unitId) {}

    boolean allows(TaskAction action) {
        return TaskLife.after(state, action).isPresent() && !(standing && action == TaskAction.SUBMIT_COMPLETION);
    }

    Optional<Part> partOf(UUID unit) {
        return parts.stream().filter(part -> part.unitId().equals(unit)).findFirst();
    }

    List<UUID> leadUnits() {
        return parts.stream().filter(Part::leads).map(Part::unitId).toList();
    }

    private @Nullable UUID countyOf(UUID unit) {
        return partOf(unit).orElseThrow(() -> TaskRefused.notItsUnit()).countyId();
    }

    private TaskState next(TaskAction action) {
        return TaskLife.after(state, action).orElseThrow(() -> TaskRefused.notAllowedNow(state, action));
    }

    private boolean everyLeadAcknowledged() {
        return parts.stream().filter(Part::leads).allMatch(Part::acknowledged);
    }

    private int averageOfLeads() {
        return (int) Math.round(parts.stream()
                .filter(Part::leads)
                .mapToInt(Part::progress)
                .average()
                .orElse(0));
    }

    private static Decision decided(Task after, TaskAction action, @Nullable String words, TaskEvent... events) {
        return new Decision(after, action, words, List.of(events));
    }

    private Task with(UUID unit, UnaryOperator<Part> change) {
        List<Part> changed = parts.stream()
                .map(part -> part.unitId().equals(unit) ? change.apply(part) : part)
                .toList();
        return new Task(
                id, version, planId, ordinal, title, dueOn, standing, state, returnedOn, closedOn, progress, changed);
    }

    // Every decision passes here once, so that it counts as one new version.
    private Task in(TaskState next) {
        return new Task(
                id, version + 1, planId, ordinal, title, dueOn, standing, next, returnedOn, closedOn, progress, parts);
    }

    private Task withProgress(int percent) {
        return new Task(
                id, version, planId, ordinal, title, dueOn, standing, state, returnedOn, closedOn, percent, parts);
    }

    private Task returned(@Nullable LocalDate day) {
        return new Task(id, version, planId, ordinal, title, dueOn, standing, state, day, closedOn, progress, parts);
    }

    private Task closed(LocalDate day) {
        return new Task(id, version, planId, ordinal, title, dueOn, standing, state, null, day, 100, parts);
    }
}
