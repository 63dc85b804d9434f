package org.duban.task.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.task.contract.TaskEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    private final TaskViews views;
    private final TaskHistory history;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    TaskDesk(
            Tasks tasks,
            Urgings limits,
            TaskViews views,
            TaskHistory history,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.tasks = tasks;
        this.limits = limits;
        this.views = views;
        this.history = history;
        this.outbox = outbox;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
    }

    public void acknowledge(UUID id, LongConsumer version, Caller by) {
        decide(id, version, by, (task, now) -> task.acknowledge(unitOf(by), by.name(), now));
    }

    public void submitCompletion(UUID id, String statement, LongConsumer version, Caller by) {
        decide(id, version, by, (task, now) -> task.submitCompletion(unitOf(by), statement));
    }

    public void verify(UUID id, @Nullable String opinion, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        decide(id, version, by, (task, now) -> task.verify(opinion, now.toLocalDate()));
        listeners.publishEvent(new TaskWasClosed(id));
    }

    public void returnCompletion(UUID id, String reason, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        decide(id, version, by, (task, now) -> task.returnCompletion(reason, now.toLocalDate()));
    }

    /** @param unit null: every lead unit that has not been urged today */
    public void urge(UUID id, @Nullable UUID unit, @Nullable String words, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        String said = words == null || words.isBlank() ? USUAL_WORDS : words.strip();
        decide(id, version, by, (task, now) -> {
            List<Task.Urging> urgings = recordUrgings(task, unit, said, now.toLocalDate(), by);
            return task.urge(urgings, said);
        });
    }

    private List<Task.Urging> recordUrgings(Task task, @Nullable UUID unit, String words, LocalDate day, Caller by) {
        if (!task.allows(TaskAction.URGE)) {
            return List.of();
        }
        if (unit != null && task.partOf(unit).isEmpty()) {
            throw TaskRefused.notItsUnit();
        }
        List<UUID> asked = unit == null ? task.leadUnits() : List.of(unit);
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

    /** @param countyOfPlan null for a task of the city's own plans */
    static List<TaskAction> allowed(Task task, @Nullable UUID countyOfPlan, Caller caller) {
        return Arrays.stream(TaskAction.values())
                .filter(action -> action != TaskAction.REPORT && action != TaskAction.REVISE)
                .filter(task::allows)
                .filter(action -> isFor(action, task, countyOfPlan, caller))
                .toList();
    }

    private static boolean isFor(TaskAction action, Task task, @Nullable UUID countyOfPlan, Caller caller) {
        Part own = caller.unit() == null ? null : task.partOf(caller.unit()).orElse(null);
        boolean speaksForUnit = caller.has("LIAISON") || caller.has("UNIT_HEAD") || caller.has("COUNTY_OFFICE");
        return switch (action) {
            case ACKNOWLEDGE -> speaksForUnit && own != null && !own.acknowledged();
            case SUBMIT_COMPLETION -> speaksForUnit && own != null && own.leads();
            case VERIFY, RETURN, URGE -> caller.has("SUPERVISOR") && Sights.supervises(caller, countyOfPlan);
            case REPORT, REVISE -> false;
        };
    }

    private void decide(
            UUID id, LongConsumer version, Caller by, BiFunction<Task, OffsetDateTime, Task.Decision> decision) {
        views.requireVisible(id, by);
        Task before = tasks.locked(id).orElseThrow(() -> TaskRefused.notFound(id));
        version.accept(before.version());
        OffsetDateTime now = OffsetDateTime.now(clock);
        Task.Decision decided = decision.apply(before, now);
        tasks.save(before, decided.task(), now);
        Map<String, Object> details = details(before, decided);
        history.add(id, now, Actor.of(by), decided.action().name(), decided.words(), details);
        for (TaskEvent event : decided.events()) {
            outbox.append(Ledger.EVENTS.outgoing(event.key(), event));
        }
        if (decided.words() != null) {
            details.put("words", decided.words());
        }
        audit.record(
                "task-"
                        + decided.action()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'),
                "task",
                id,
                details);
    }

    private static Map<String, Object> details(Task before, Task.Decision decided) {
        Map<String, Object> details = new HashMap<>();
        if (before.state() != decided.task().state()) {
            details.put("from", before.state().name());
            details.put("to", decided.task().state().name());
        }
        List<UUID> urged = decided.events().stream()
                .filter(TaskEvent.UnitUrged.class::isInstance)
                .map(event -> ((TaskEvent.UnitUrged) event).unitId())
                .toList();
        if (!urged.isEmpty()) {
            details.put("units", urged);
        }
        return details;
    }

    private static UUID unitOf(Caller caller) {
        if (caller.unit() == null) {
            throw TaskRefused.noUnit();
        }
        return caller.unit();
    }
}
