package org.duban.task.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.Outbox;
import org.duban.task.contract.TaskEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a decision on a task: its state, its history, what it tells and the books in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Decisions {
    private final Tasks tasks;
    private final Extensions extensions;
    private final Milestones milestones;
    private final Pieces pieces;
    private final TaskHistory history;
    private final TaskLights lights;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Decisions(
            Tasks tasks,
            Extensions extensions,
            Milestones milestones,
            Pieces pieces,
            TaskHistory history,
            TaskLights lights,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.tasks = tasks;
        this.extensions = extensions;
        this.milestones = milestones;
        this.pieces = pieces;
        this.history = history;
        this.lights = lights;
        this.outbox = outbox;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** @param version is handed the task's version before anything is decided; throws where the caller decided on another */
    void take(UUID id, LongConsumer version, Actor by, BiFunction<Task, OffsetDateTime, Task.Decision> decision) {
        Task.Decision decided = note(id, version, by, decision);
        lights.judge(List.of(id));
        Map<String, Object> details = new HashMap<>(decided.details());
        if (decided.words() != null) {
            details.put("words", decided.words());
        }
        audit.record("task-" + decided.action().name().toLowerCase(Locale.ROOT).replace('_', '-'), "task", id, details);
    }

    /** As {@link #take}, for what stands in the books already under another head; the caller has it judged once all is written. */
    Task.Decision note(
            UUID id, LongConsumer version, Actor by, BiFunction<Task, OffsetDateTime, Task.Decision> decision) {
        return note(id, version, by, decision, true, null);
    }

    /**
     * As {@link #note}, of a report that is handed in: the task is judged as it will stand then, so that its row is written once.
     *
     * @param report owed no more once the transaction ends
     */
    void reported(UUID id, UUID report, Actor by, BiFunction<Task, OffsetDateTime, Task.Decision> decision) {
        note(id, version -> {}, by, decision, true, report);
    }

    /**
     * @param worked false where progress moves though nobody has done more, as where a piece counts no longer or again
     * @param report that is handed in by it; null where the caller has the task judged
     */
    private Task.Decision note(
            UUID id,
            LongConsumer version,
            Actor by,
            BiFunction<Task, OffsetDateTime, Task.Decision> decision,
            boolean worked,
            @Nullable UUID report) {
        Task before = tasks.locked(id).orElseThrow(() -> TaskRefused.notFound(id));
        version.accept(before.version());
        OffsetDateTime now = OffsetDateTime.now(clock);
        Task.Decision decided = decision.apply(before, now);
        Task after = decided.task();
        TaskLights.Judged judged = report == null ? null : lights.reported(before, after, report, now.toLocalDate());
        tasks.save(before, after, now, judged == null ? null : judged.lit());
        boolean further = worked && before.progress() < after.progress();
        if (further && (judged == null || judged.hasMilestones())) {
            milestones.reach(id, after.progress(), now.toLocalDate());
        }
        if (before.state() != after.state()) {
            decided.details().put("from", before.state().name());
            decided.details().put("to", after.state().name());
        }
        history.add(after, now, by, decided.action(), decided.words(), decided.details());
        for (TaskEvent event : decided.events()) {
            outbox.append(Ledger.EVENTS.outgoing(event.key(), event));
        }
        if (judged != null && judged.told() != null) {
            outbox.append(Ledger.EVENTS.outgoing(judged.told().key(), judged.told()));
        }
        if (before.state() != after.state()) {
            listeners.publishEvent(TaskMoved.between(before, after));
        }
        if (decided.action() == TaskAction.RENEW) {
            extensions.lapse(id, now);
        }
        Piece piece = after.piece();
        if (piece != null && (before.progress() != after.progress() || before.state() != after.state())) {
            rollUp(piece.parentId(), piece.givenBy(), by, further);
        }
        if (!before.state().running() && after.state().running()) {
            after.leadUnits().forEach(unit -> rollUp(id, unit, by, false));
        }
        if (before.state().running() && !after.state().running()) {
            extensions.lapse(id, now);
            listeners.publishEvent(new NothingIsOwed(id, after.state() == TaskState.CLOSED));
        }
        return decided;
    }

    /** Other pieces count for a unit's part of the task than before. */
    void rollUp(UUID id, UUID unit, Actor by) {
        rollUp(id, unit, by, false);
    }

    /** How far a unit's pieces of the task have come counts for the task, where it is under way. */
    private void rollUp(UUID id, UUID unit, Actor by, boolean worked) {
        Task task = tasks.locked(id).orElseThrow(() -> TaskRefused.notFound(id));
        pieces.progress(id, unit)
                .filter(progress -> task.allows(TaskAction.ROLL_UP))
                .filter(progress -> task.partOf(unit)
                        .filter(part -> part.progress() != progress)
                        .isPresent())
                .ifPresent(progress -> {
                    note(id, version -> {}, by, (held, at) -> held.rolledUp(unit, progress), worked, null);
                    lights.judge(List.of(id));
                });
    }
}
