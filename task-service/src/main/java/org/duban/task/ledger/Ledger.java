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
import org.duban.task.contract.TaskEvent.PlanAdopted;
import org.duban.task.contract.TaskEvent.TaskAssigned;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a plan in: its tasks are assigned to their units, in one transaction with all there is to tell. */
@Service
public class Ledger {
    static final EventChannel<TaskEvent> EVENTS = EventChannel.of(TaskEvent.TOPIC, TaskEvent.class, TaskEvent.TYPES);

    private static final int WORKING_DAYS_TO_ACKNOWLEDGE = 3;

    private final Plans plans;
    private final Tasks tasks;
    private final TaskHistory history;
    private final Units units;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Ledger(
            Plans plans,
            Tasks tasks,
            TaskHistory history,
            Units units,
            WorkingDays workingDays,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.plans = plans;
        this.tasks = tasks;
        this.history = history;
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
        LocalDate today = now.toLocalDate();
        Plan plan = plans.save(plan(adopted, now));
        Map<UUID, UnitRef> known = known(newTasks);
        LocalDate acknowledgeBy = workingDays.plus(today, WORKING_DAYS_TO_ACKNOWLEDGE);
        List<Tasks.Entry> entries = newTasks.stream()
                .map(task -> new Tasks.Entry(
                        Ids.next(), task, plan.dueDayOf(task).orElse(null), parts(task, known, acknowledgeBy)))
                .toList();
        tasks.add(plan, entries);
        history.add(
                entries.stream().map(Tasks.Entry::id).toList(),
                now,
                Caller.find().map(Actor::of).orElse(Actor.SYSTEM),
                "ASSIGN",
                null,
                Map.of("planTitle", plan.title()));
        outbox.append(EVENTS.outgoing(
                plan.id().toString(),
                new PlanAdopted(plan.id(), plan.title(), plan.countyId(), plan.meetingId(), entries.size())));
        for (Tasks.Entry entry : entries) {
            TaskAssigned assigned = assigned(plan, entry, acknowledgeBy, today);
            outbox.append(EVENTS.outgoing(assigned.key(), assigned));
        }
        // In the same transaction, so that a plan is never without its first round.
        listeners.publishEvent(new PlanWasAdopted(plan.id()));
        audit.record(
                "plan-adopted",
                "plan",
                plan.id(),
                Map.of(
                        "title",
                        plan.title(),
                        "source",
                        plan.source(),
                        "tasks",
                        entries.stream().map(Tasks.Entry::id).toList()));
        return plan;
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

    private Map<UUID, UnitRef> known(List<NewTask> newTasks) {
        Set<UUID> named = newTasks.stream()
                .flatMap(task -> Stream.of(task.leads(), task.cooperators()))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        Map<UUID, UnitRef> known = units.refs(named);
        named.stream().filter(unit -> !known.containsKey(unit)).findFirst().ifPresent(unit -> {
            throw new UnitNotYetKnown(unit);
        });
        return known;
    }

    /** A unit named twice has one part; leading outranks cooperating. */
    static List<Part> parts(NewTask task, Map<UUID, UnitRef> known, LocalDate acknowledgeBy) {
        Set<UUID> leads = new LinkedHashSet<>(task.leads());
        Set<UUID> cooperators = new LinkedHashSet<>(task.cooperators());
        cooperators.removeAll(leads);
        List<Part> parts = new ArrayList<>();
        leads.forEach(unit -> parts.add(part(unit, TaskEvent.Part.LEAD, known, acknowledgeBy)));
        cooperators.forEach(unit -> parts.add(part(unit, TaskEvent.Part.COOPERATING, known, acknowledgeBy)));
        return parts;
    }

    private static Part part(UUID unit, TaskEvent.Part part, Map<UUID, UnitRef> known, LocalDate acknowledgeBy) {
        UnitRef ref = known.get(unit);
        return new Part(unit, part, ref == null ? null : ref.countyId(), acknowledgeBy, null, null, 0);
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
                entry.parts().stream()
                        .map(part -> new Assignee(part.unitId(), part.part(), part.countyId()))
                        .toList(),
                plan.meetingId(),
                wasOverBefore(today, entry.dueOn()));
    }

    private static boolean wasOverBefore(LocalDate today, @Nullable LocalDate dueOn) {
        return dueOn != null && dueOn.isBefore(today);
    }
}
