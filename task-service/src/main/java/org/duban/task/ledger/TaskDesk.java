package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.task.access.Rights;
import org.duban.task.evidence.EvidenceKind;
import org.duban.task.evidence.HandedInEvidence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people act on tasks. What a caller may not see is not found; {@code version} is handed the task's version before
 * anything is decided and throws where the caller decided on another.
 */
@Service
@Transactional
public class TaskDesk {
    private static final String USUAL_WORDS = "请抓紧推进，按时报送进展情况。";

    private final Tasks tasks;
    private final Urgings limits;
    private final Targets targets;
    private final TaskViews views;
    private final Decisions decisions;
    private final Ledger ledger;
    private final Plans plans;
    private final Pieces pieces;
    private final Reach reach;
    private final HandedInEvidence evidence;

    TaskDesk(
            Tasks tasks,
            Urgings limits,
            Targets targets,
            TaskViews views,
            Decisions decisions,
            Ledger ledger,
            Plans plans,
            Pieces pieces,
            Reach reach,
            HandedInEvidence evidence) {
        this.tasks = tasks;
        this.limits = limits;
        this.targets = targets;
        this.views = views;
        this.decisions = decisions;
        this.ledger = ledger;
        this.plans = plans;
        this.pieces = pieces;
        this.reach = reach;
        this.evidence = evidence;
    }

    public void acknowledge(UUID id, LongConsumer version, Caller by) {
        views.requireVisible(id, by);
        decisions.take(
                id, version, Actor.of(by), (task, now) -> task.acknowledge(Acting.unit(task, by), by.name(), now));
    }

    /** @param files ids of uploaded evidence (behaviours.md P11) */
    public void submitCompletion(UUID id, String statement, List<UUID> files, LongConsumer version, Caller by) {
        views.requireVisible(id, by);
        decisions.take(id, version, Actor.of(by), (task, now) -> {
            UUID unit = Acting.unit(task, by);
            int open = pieces.open(id, unit);
            if (open > 0) {
                throw TaskRefused.piecesOpen(open);
            }
            Task.Decision decision = task.submitCompletion(unit, statement, now.toLocalDate());
            @Nullable UUID county = task.partOf(unit).map(Part::countyId).orElse(null);
            evidence.withEnd(EvidenceKind.COMPLETION, id, Objects.requireNonNull(by.unit()), county, files, by.name());
            return decision;
        });
    }

    public void verify(UUID id, @Nullable String opinion, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        decisions.take(
                id, version, Actor.of(by), (task, now) -> task.verify(opinion, targets.of(id), now.toLocalDate()));
    }

    /** @param units who has to do more; empty for every lead unit that has submitted its completion */
    public void returnCompletion(UUID id, List<UUID> units, String reason, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        decisions.take(
                id, version, Actor.of(by), (task, now) -> task.returnCompletion(units, reason, now.toLocalDate()));
    }

    /** @param resumesOn null where somebody will resume it */
    public void suspend(UUID id, String reason, @Nullable LocalDate resumesOn, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        List<UUID> below = held(id);
        decisions.take(id, version, Actor.of(by), (task, now) -> task.suspend(reason, resumesOn, now.toLocalDate()));
        for (UUID piece : below) {
            if (tasks.find(piece)
                    .filter(task -> task.allows(TaskAction.SUSPEND))
                    .isPresent()) {
                decisions.take(
                        piece,
                        any -> {},
                        Actor.of(by),
                        (task, now) -> task.suspend(reason, resumesOn, now.toLocalDate()));
            }
        }
    }

    public void resume(UUID id, String words, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        List<UUID> below = held(id);
        Suspension was = tasks.find(id).map(Task::suspension).orElse(null);
        // The pieces first: while only those count that were never suspended, the task would seem to have come further.
        for (UUID piece : below) {
            // What was suspended for a reason of its own stays so.
            if (tasks.find(piece)
                    .filter(task ->
                            task.suspension() != null && task.suspension().equals(was))
                    .isPresent()) {
                decisions.take(piece, any -> {}, Actor.of(by), (task, now) -> task.resume(words));
            }
        }
        decisions.take(id, version, Actor.of(by), (task, now) -> {
            requireParentGoes(task);
            return task.resume(words);
        });
    }

    /** All below the task, none of which comes or goes until the transaction ends. */
    private List<UUID> held(UUID id) {
        ledger.holdOrder(planOf(id));
        return pieces.lockedBelow(id);
    }

    private UUID planOf(UUID id) {
        return tasks.find(id).orElseThrow(() -> TaskRefused.notFound(id)).planId();
    }

    public void reopen(UUID id, String reason, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        decisions.take(id, version, Actor.of(by), (task, now) -> {
            requireParentGoes(task);
            return task.reopen(reason);
        });
    }

    /** A piece is taken up again only while its parent is under way; the parent stays so until the transaction ends. */
    private void requireParentGoes(Task task) {
        Piece piece = task.piece();
        if (piece != null
                && tasks.locked(piece.parentId())
                        .filter(parent -> parent.state().running())
                        .flatMap(parent -> parent.partOf(piece.givenBy()))
                        .filter(part -> !part.completed())
                        .isEmpty()) {
            throw TaskRefused.parentGoesNot();
        }
    }

    /** @param unit null: every lead unit that has something to do and has not been urged today */
    public void urge(UUID id, @Nullable UUID unit, @Nullable String words, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        String said = words == null || words.isBlank() ? USUAL_WORDS : words.strip();
        decisions.take(id, version, Actor.of(by), (task, now) -> {
            List<Task.Urging> urgings = recordUrgings(task, unit, said, now.toLocalDate(), by);
            return task.urge(urgings, said);
        });
    }

    private List<Task.Urging> recordUrgings(Task task, @Nullable UUID unit, String words, LocalDate day, Caller by) {
        task.require(TaskAction.URGE);
        if (unit != null && task.partOf(unit).isEmpty()) {
            throw TaskRefused.notItsUnit();
        }
        List<UUID> asked = unit == null ? task.busyUnits() : List.of(unit);
        List<Task.Urging> urgings = asked.stream()
                .filter(one -> limits.allowed(task.id(), one, day))
                .map(one -> new Task.Urging(Ids.next(), one))
                .filter(urging -> tasks.recordUrging(urging.id(), task.id(), urging.unitId(), day, words, by.name()))
                .toList();
        if (urgings.isEmpty()) {
            Urgings.Count count = limits.count(task.id(), asked.getFirst(), day);
            throw count.today() ? TaskRefused.urgedAlready() : TaskRefused.urgedEnough(count.most());
        }
        return urgings;
    }

    /**
     * Makes a draft.
     *
     * @param planId null for 临时交办 in the caller's own name
     * @param assign true to give it to its units at once
     */
    public UUID draft(@Nullable UUID planId, TaskContent content, boolean assign, Caller by) {
        UUID county = planId == null
                ? by.county()
                : plans.findById(planId)
                        .filter(plan -> Sights.supervises(by, plan.countyId()))
                        .orElseThrow(() -> TaskRefused.planNotFound(planId))
                        .countyId();
        reach.require(content, county);
        UUID id = ledger.draft(planId, county, ordinal -> NewTask.of(ordinal, content));
        if (assign) {
            ledger.hold(List.of(planOf(id)));
            ledger.assign(id);
        }
        return id;
    }

    /** @param words why, for the history of a task that its units know already */
    public void revise(UUID id, TaskContent content, String words, LongConsumer version, Caller by) {
        @Nullable UUID county = views.requireSupervised(id, by);
        held(id);
        Task task = tasks.locked(id).orElseThrow(() -> TaskRefused.notFound(id));
        version.accept(task.version());
        Piece piece = task.piece();
        if (piece == null) {
            reach.require(content, county);
        } else {
            Task whole = tasks.find(piece.parentId()).orElseThrow(() -> TaskRefused.notFound(id));
            whole.requireHolds(content);
            reach.requirePiece(content, whole, piece.givenBy());
        }
        ledger.revise(id, content, words);
        if (piece != null) {
            decisions.rollUp(piece.parentId(), piece.givenBy(), Actor.of(by));
        }
    }

    public void assign(UUID id, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        ledger.hold(List.of(planOf(id)));
        version.accept(
                tasks.locked(id).orElseThrow(() -> TaskRefused.notFound(id)).version());
        ledger.assign(id);
    }

    public void discard(UUID id, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        version.accept(
                tasks.locked(id).orElseThrow(() -> TaskRefused.notFound(id)).version());
        ledger.discard(id);
    }

    /**
     * @param countyOfPlan null for a task of the city's own plans
     * @param open the request for a later day that waits for a decision
     * @param gave whether the caller speaks for the unit that gave it as a piece
     */
    static List<TaskAction> allowed(
            Task task, @Nullable UUID countyOfPlan, Optional<Extension> open, boolean gave, Caller caller) {
        return Arrays.stream(TaskAction.values())
                .filter(task::allows)
                .filter(action -> isFor(action, task, countyOfPlan, open, gave, caller))
                .toList();
    }

    private static boolean isFor(
            TaskAction action,
            Task task,
            @Nullable UUID countyOfPlan,
            Optional<Extension> open,
            boolean gave,
            Caller caller) {
        Part own = Acting.part(task, caller).orElse(null);
        boolean speaksForUnit = Rights.actsForItsUnit(caller);
        boolean gaveIt = speaksForUnit && gave;
        boolean issued = Rights.supervises(caller) && Sights.supervises(caller, countyOfPlan);
        boolean supervises = gaveIt || issued;
        return switch (action) {
            case ACKNOWLEDGE -> speaksForUnit && own != null && !own.acknowledged();
            case SUBMIT_COMPLETION -> speaksForUnit && own != null && own.leads() && own.may(PartLife.Step.COMPLETE);
            case REQUEST_EXTENSION -> speaksForUnit && own != null && own.leads() && open.isEmpty();
            case WITHDRAW_EXTENSION ->
                speaksForUnit
                        && open.filter(asked -> asked.unitId().equals(own == null ? caller.unit() : own.unitId()))
                                .isPresent();
            case EXTEND, REFUSE_EXTENSION -> supervises && open.isPresent();
            case PROPOSE_MILESTONES -> speaksForUnit && own != null && own.leads();
            case ASSIGN, DISCARD, REVISE, SET_MILESTONES, SET_CADENCE, VERIFY, RETURN, URGE, SUSPEND, RESUME, REOPEN ->
                supervises;
            case DECOMPOSE ->
                speaksForUnit
                        && own != null
                        && own.leads()
                        && own.acknowledged()
                        && !own.completed()
                        && (task.piece() == null || task.piece().depth() < Piece.DEEPEST);
            case CASCADE ->
                countyOfPlan == null
                        && !task.cascading().isEmpty()
                        && (task.piece() == null || task.piece().depth() < Piece.DEEPEST)
                        && (issued
                                || speaksForUnit
                                        && caller.unit() != null
                                        && task.cascading().contains(caller.unit()));
            case REPORT, RENEW, ROLL_UP, HAND_OVER -> false;
        };
    }
}
