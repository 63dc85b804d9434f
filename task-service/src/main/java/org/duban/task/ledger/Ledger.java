package org.duban.task.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.Assignee;
import org.duban.task.contract.TaskEvent.FieldChange;
import org.duban.task.contract.TaskEvent.PlanAdopted;
import org.duban.task.contract.TaskEvent.TaskAssigned;
import org.duban.task.contract.TaskEvent.TaskClosed;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes plans in and changes what they ask for: each in one transaction with all there is to tell. */
@Service
public class Ledger {
    static final EventChannel<TaskEvent> EVENTS = EventChannel.of(TaskEvent.TOPIC, TaskEvent.class, TaskEvent.TYPES);

    private static final int WORKING_DAYS_TO_ACKNOWLEDGE = 3;

    private final Plans plans;
    private final Tasks tasks;
    private final LedgerEntries entries;
    private final Pieces pieces;
    private final HandOver handOver;
    private final TaskHistory history;
    private final TaskLights lights;
    private final Units units;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Ledger(
            Plans plans,
            Tasks tasks,
            LedgerEntries entries,
            Pieces pieces,
            HandOver handOver,
            TaskHistory history,
            TaskLights lights,
            Units units,
            WorkingDays workingDays,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.plans = plans;
        this.tasks = tasks;
        this.entries = entries;
        this.pieces = pieces;
        this.handOver = handOver;
        this.history = history;
        this.lights = lights;
        this.units = units;
        this.workingDays = workingDays;
        this.outbox = outbox;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * @throws UnitNotYetKnown where the directory has not told of a unit
     */
    @Transactional
    public Plan adopt(NewPlan adopted, List<NewTask> newTasks) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Plan plan = plans.save(plan(adopted, now));
        outbox.append(EVENTS.outgoing(
                plan.id().toString(),
                new PlanAdopted(plan.id(), plan.title(), plan.countyId(), plan.meetingId(), newTasks.size())));
        List<UUID> tasks = enter(plan, newTasks, false, null, now);
        // In the same transaction, so that a plan is never without its first round.
        listeners.publishEvent(new PlanWasAdopted(plan.id()));
        audit.record(
                "plan-adopted",
                "plan",
                plan.id(),
                Map.of("title", plan.title(), "source", plan.source(), "tasks", tasks));
        return plan;
    }

    /**
     * Tasks come into a plan that the ledger has already.
     *
     * @param words why, for their history
     * @return their ids in the order given
     */
    @Transactional
    public List<UUID> add(UUID planId, List<NewTask> newTasks, String words) {
        hold(List.of(planId));
        Plan plan = plans.findById(planId).orElseThrow(() -> TaskRefused.planNotFound(planId));
        List<UUID> added = enter(plan, newTasks, false, words, OffsetDateTime.now(clock));
        listeners.publishEvent(new PlanWasAmended(plan.id()));
        audit.record("tasks-added", "plan", plan.id(), Map.of("tasks", added, "words", words));
        return added;
    }

    /**
     * Gives tasks of a plan other ordinals, as where its document names them in another order. Nobody is told.
     *
     * @param places where these stand from now on
     * @param taken the last ordinal that is theirs, or kept for tasks about to come; the others follow after it, in their order
     */
    @Transactional
    public void place(UUID planId, Map<UUID, Integer> places, int taken) {
        tasks.place(planId, places, taken);
    }

    /** A newer version of the plan's document: from now on the plan says of itself what that says. */
    @Transactional
    public void renew(UUID planId, NewPlan renewed) {
        Plan plan = plans.findById(planId).orElseThrow(() -> TaskRefused.planNotFound(planId));
        plans.save(plan.renewed(renewed));
        audit.record("plan-renewed", "plan", planId, Map.of("title", renewed.title()));
    }

    /**
     * A task made by hand: nobody is told of it before it is assigned.
     *
     * @param planId null for 临时交办, which has no document
     */
    @Transactional
    public UUID draft(@Nullable UUID planId, @Nullable UUID countyId, IntFunction<NewTask> task) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Plan plan = planId == null
                ? adHoc(countyId, now.toLocalDate())
                : plans.findById(planId).orElseThrow(() -> TaskRefused.planNotFound(planId));
        holdOrder(plan.id());
        NewTask drafted = task.apply(tasks.lastOrdinal(plan.id()) + 1);
        UUID id = enter(plan, List.of(drafted), true, null, now).getFirst();
        audit.record("task-drafted", "task", id, Map.of("plan", plan.id(), "title", drafted.title()));
        return id;
    }

    /** Before any of the plan's tasks is held: who gives a piece of a piece goes on to what it is of. */
    void holdOrder(UUID planId) {
        tasks.holdUntilCommit("ordinals", planId.toString());
    }

    /**
     * Before many tasks of the plans are decided on in one transaction, or all are asked for reports: nobody else holds any of them
     * until it ends, and so nobody waits here for who waits there.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<UUID> plans) {
        plans.stream().sorted().forEach(this::holdOrder);
        tasks.hold(plans);
    }

    /**
     * A piece about to enter the ledger.
     *
     * @param countyId the county whose share it is; null where it is nobody's in particular
     */
    record NewPiece(
            TaskContent content, Piece piece, @Nullable UUID countyId) {}

    /** Pieces of a task enter its plan. The caller holds the plan's order, and the task. */
    List<UUID> give(UUID planId, List<NewPiece> given) {
        List<UUID> ids = append(planId, given.stream().map(NewPiece::content).toList());
        for (int i = 0; i < ids.size(); i++) {
            NewPiece piece = given.get(i);
            pieces.attach(ids.get(i), piece.piece(), piece.countyId());
            audit.record(
                    "task-piece-given",
                    "task",
                    ids.get(i),
                    Map.of(
                            "parent",
                            piece.piece().parentId(),
                            "title",
                            piece.content().title()));
        }
        listeners.publishEvent(new PlanWasAmended(planId, ids));
        return ids;
    }

    /**
     * A county's own reform item (behaviours.md D6) enters the plan that asks for it, given to its units at once.
     *
     * @throws TaskRefused where there is no such plan
     */
    @Transactional
    public UUID addFeature(UUID planId, UUID countyId, TaskContent content) {
        hold(List.of(planId));
        UUID id = append(planId, List.of(content)).getFirst();
        pieces.markFeature(id, countyId);
        listeners.publishEvent(new PlanWasAmended(planId));
        audit.record("feature-item-named", "task", id, Map.of("plan", planId, "title", content.title()));
        return id;
    }

    private List<UUID> append(UUID planId, List<TaskContent> contents) {
        Plan plan = plans.findById(planId).orElseThrow(() -> TaskRefused.planNotFound(planId));
        holdOrder(planId);
        int last = tasks.lastOrdinal(planId);
        List<NewTask> added = new ArrayList<>();
        for (TaskContent content : contents) {
            added.add(NewTask.of(last + added.size() + 1, content));
        }
        return enter(plan, added, false, null, OffsetDateTime.now(clock));
    }

    private Plan adHoc(@Nullable UUID countyId, LocalDate today) {
        tasks.holdUntilCommit("ad hoc plan", countyId == null ? "city" : countyId.toString());
        return tasks.adHocPlan(countyId, today.getYear())
                .flatMap(plans::findById)
                .orElseGet(() -> {
                    String place =
                            countyId == null ? "" : units.countyName(countyId).orElse("");
                    return adopt(
                            new NewPlan(
                                    "%s%d年临时交办事项".formatted(place, today.getYear()),
                                    null,
                                    null,
                                    null,
                                    "AD_HOC",
                                    Plan.Source.AD_HOC,
                                    null,
                                    countyId,
                                    Plan.DEFAULT_REPORT_DAY,
                                    List.of()),
                            List.of());
                });
    }

    /** A draft is given to its units. The caller has seen to it that it is theirs to give, and holds the plan. */
    @Transactional
    public void assign(UUID taskId) {
        Task before = tasks.locked(taskId).orElseThrow(() -> TaskRefused.notFound(taskId));
        Plan plan = plans.findById(before.planId()).orElseThrow(() -> TaskRefused.planNotFound(before.planId()));
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate acknowledgeBy = workingDays.plus(now.toLocalDate(), WORKING_DAYS_TO_ACKNOWLEDGE);
        Task after = before.assigned(acknowledgeBy, now.toLocalDate());
        tasks.save(before, after, now);
        history.add(
                after,
                now,
                Caller.find().map(Actor::of).orElse(Actor.SYSTEM),
                TaskAction.ASSIGN,
                null,
                Map.of("planTitle", plan.title()));
        tell(new TaskAssigned(
                taskId,
                after.version(),
                plan.id(),
                plan.title(),
                after.ordinal(),
                after.title(),
                after.dueOn(),
                acknowledgeBy,
                assignees(after.parts()),
                plan.meetingId(),
                wasOverBefore(now.toLocalDate(), after.dueOn())));
        listeners.publishEvent(new PlanWasAmended(plan.id()));
        lights.judge(List.of(taskId));
        audit.record("task-assigned", "task", taskId, Map.of("title", after.title()));
    }

    /** @throws TaskRefused where it is no draft */
    @Transactional
    public void discard(UUID taskId) {
        Task draft = tasks.locked(taskId).orElseThrow(() -> TaskRefused.notFound(taskId));
        draft.require(TaskAction.DISCARD);
        tasks.discard(taskId);
        audit.record("task-discarded", "task", taskId, Map.of("title", draft.title()));
    }

    private List<UUID> enter(
            Plan plan, List<NewTask> newTasks, boolean drafts, @Nullable String words, OffsetDateTime now) {
        LocalDate today = now.toLocalDate();
        Map<UUID, UnitRef> known = known(newTasks.stream()
                .flatMap(task -> Stream.of(task.leads(), task.cooperators()))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet()));
        LocalDate acknowledgeBy = workingDays.plus(today, WORKING_DAYS_TO_ACKNOWLEDGE);
        List<Tasks.Entry> entries = newTasks.stream()
                .map(task -> new Tasks.Entry(
                        Ids.next(),
                        task,
                        drafts ? TaskState.DRAFTED : task.closed() ? TaskState.CLOSED : TaskState.ASSIGNED,
                        task.dueOn() == null && task.cycle(today) instanceof Cycle cycle
                                ? cycle.to()
                                : plan.dueDayOf(task).orElse(null),
                        task.cycle(today),
                        parts(task.leads(), task.cooperators(), known, acknowledgeBy)))
                .toList();
        tasks.add(plan, entries, now);
        history.begin(
                entries,
                now,
                Caller.find().map(Actor::of).orElse(Actor.SYSTEM),
                words,
                Map.of("planTitle", plan.title()));
        List<UUID> entered = entries.stream().map(Tasks.Entry::id).toList();
        lights.judge(entered);
        if (drafts) {
            return entered;
        }
        for (Tasks.Entry entry : entries) {
            tell(assigned(plan, entry, acknowledgeBy, today));
            if (entry.task().closed()) {
                tell(new TaskClosed(entry.id(), 1, entry.task().title(), today));
            }
        }
        return entered;
    }

    /**
     * A task is asked for in other words, by another day or of other units, who are told of it.
     *
     * @param words why, for its history
     * @return false where that is how it stands already
     * @throws TaskRefused where it is closed, or would come again in a cycle that is over
     */
    @Transactional
    public boolean revise(UUID taskId, TaskContent wanted, String words) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        TaskContent content = wanted.dated(now.toLocalDate());
        pieces.lockedBelow(taskId);
        Task before = tasks.locked(taskId).orElseThrow(() -> TaskRefused.notFound(taskId));
        TaskContent was = entries.of(List.of(taskId)).getFirst().content();
        if (was.equals(content)) {
            return false;
        }
        Plan plan = plans.findById(before.planId()).orElseThrow(() -> TaskRefused.planNotFound(before.planId()));
        LocalDate acknowledgeBy = workingDays.plus(now.toLocalDate(), WORKING_DAYS_TO_ACKNOWLEDGE);
        Set<UUID> named = Stream.of(content.leads(), content.cooperators(), was.leads(), was.cooperators())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        Map<UUID, UnitRef> known = known(named);
        Cycle cycle = content.cycle(now.toLocalDate());
        if (cycle != null && !cycle.equals(before.cycle()) && cycle.overOn(now.toLocalDate())) {
            throw TaskRefused.cycleOver(cycle.to());
        }
        Task after = before.revised(
                content.title(),
                content.dueOn(),
                content.kind(),
                cycle,
                parts(content.leads(), content.cooperators(), known, acknowledgeBy));
        tasks.rewrite(before, after, content, now);
        List<FieldChange> changes = Revision.changes(was, content, known);
        Actor by = Caller.find().map(Actor::of).orElse(Actor.SYSTEM);
        history.add(after, now, by, TaskAction.REVISE, words, Map.of("changes", changes));
        if (after.state() != TaskState.DRAFTED) {
            tell(Revision.told(plan, before, after, acknowledgeBy, changes));
        }
        if (before.state() != after.state()) {
            listeners.publishEvent(TaskMoved.between(before, after));
        }
        handOver.follow(before, after, words, known, by);
        if (!before.roles().equals(after.roles()) || !was.indicators().equals(content.indicators())) {
            listeners.publishEvent(new PlanWasAmended(plan.id(), List.of(taskId)));
        }
        lights.judge(List.of(taskId));
        audit.record("task-revised", "task", taskId, Map.of("changes", changes, "words", words));
        return true;
    }

    private void tell(TaskEvent event) {
        outbox.append(EVENTS.outgoing(event.key(), event));
    }

    private static Plan plan(NewPlan adopted, OffsetDateTime now) {
        return new Plan(
                Ids.next(),
                adopted.title(),
                adopted.documentNumber(),
                adopted.issuer(),
                adopted.issuedOn(),
                adopted.kind(),
                adopted.source(),
                adopted.meetingId(),
                adopted.countyId(),
                adopted.reportDay(),
                Plan.DEFAULT_GRACE_WORKING_DAYS,
                now,
                now.toLocalDate(),
                adopted.phases(),
                0);
    }

    private Map<UUID, UnitRef> known(Set<UUID> named) {
        Map<UUID, UnitRef> known = units.refs(named);
        named.stream().filter(unit -> !known.containsKey(unit)).findFirst().ifPresent(unit -> {
            throw new UnitNotYetKnown(unit);
        });
        return known;
    }

    /** A unit named twice has one part; leading outranks cooperating. */
    static List<Part> parts(
            List<UUID> leading, List<UUID> cooperating, Map<UUID, UnitRef> known, LocalDate acknowledgeBy) {
        Set<UUID> leads = new LinkedHashSet<>(leading);
        Set<UUID> cooperators = new LinkedHashSet<>(cooperating);
        cooperators.removeAll(leads);
        List<Part> parts = new ArrayList<>();
        leads.forEach(unit -> parts.add(part(unit, TaskEvent.Part.LEAD, known, acknowledgeBy)));
        cooperators.forEach(unit -> parts.add(part(unit, TaskEvent.Part.COOPERATING, known, acknowledgeBy)));
        return parts;
    }

    private static Part part(UUID unit, TaskEvent.Part part, Map<UUID, UnitRef> known, LocalDate acknowledgeBy) {
        UnitRef ref = known.get(unit);
        return Part.of(unit, part, ref == null ? null : ref.countyId(), acknowledgeBy);
    }

    private static TaskAssigned assigned(Plan plan, Tasks.Entry entry, LocalDate acknowledgeBy, LocalDate today) {
        return new TaskAssigned(
                entry.id(),
                1,
                plan.id(),
                plan.title(),
                entry.task().ordinal(),
                entry.task().title(),
                entry.dueOn(),
                acknowledgeBy,
                assignees(entry.parts()),
                plan.meetingId(),
                entry.task().closed() || wasOverBefore(today, entry.dueOn()));
    }

    private static List<Assignee> assignees(List<Part> parts) {
        return parts.stream()
                .map(part -> new Assignee(part.unitId(), part.part(), part.countyId()))
                .toList();
    }

    private static boolean wasOverBefore(LocalDate today, @Nullable LocalDate dueOn) {
        return dueOn != null && dueOn.isBefore(today);
    }
}
