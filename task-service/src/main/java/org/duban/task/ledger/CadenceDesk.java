package org.duban.task.ledger;

import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.security.Caller;
import org.duban.task.calendar.Cadence;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.FieldChange;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a task gets a cadence of its own (behaviours.md D2): 每季度报送 in a plan that is supervised every month. */
@Service
@Transactional
public class CadenceDesk {
    private final TaskViews views;
    private final Ledger ledger;
    private final Decisions decisions;
    private final Plans plans;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher listeners;

    CadenceDesk(
            TaskViews views,
            Ledger ledger,
            Decisions decisions,
            Plans plans,
            JdbcClient jdbc,
            ApplicationEventPublisher listeners) {
        this.views = views;
        this.ledger = ledger;
        this.decisions = decisions;
        this.plans = plans;
        this.jdbc = jdbc;
        this.listeners = listeners;
    }

    /**
     * What was asked for already stays owed; from now on it is asked for in the new cadence.
     *
     * @param cadence null where the task is to follow its plan
     * @throws TaskRefused where the task is not the caller's, closed, or is reported on so already
     */
    public void set(UUID id, @Nullable Cadence cadence, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        ledger.hold(List.of(planOf(id)));
        decisions.take(id, version, Actor.of(by), (task, now) -> {
            Task after = task.planned(TaskAction.SET_CADENCE);
            @Nullable Cadence before = kept(id);
            if (before == cadence) {
                throw TaskRefused.notAllowedNow("任务的报送频次没有变化。");
            }
            keep(id, cadence, now.toLocalDate());
            FieldChange change = new FieldChange("cadence", words(before), words(cadence));
            Map<String, Object> details = new HashMap<>();
            details.put("changes", List.of(change));
            return new Task.Decision(
                    after, TaskAction.SET_CADENCE, null, told(task, after, now.toLocalDate(), change), details);
        });
        listeners.publishEvent(new PlanWasAmended(planOf(id)));
    }

    private List<TaskEvent> told(Task before, Task after, LocalDate today, FieldChange change) {
        Plan plan = plans.findById(before.planId()).orElseThrow(() -> TaskRefused.planNotFound(before.planId()));
        return before.state() == TaskState.DRAFTED
                ? List.of()
                : List.of(Revision.told(plan, before, after, today, List.of(change)));
    }

    private @Nullable Cadence kept(UUID task) {
        return jdbc.sql("select cadence from task where id = :id and cadence is not null")
                .param("id", task)
                .query(Cadence.class)
                .optional()
                .orElse(null);
    }

    private void keep(UUID task, @Nullable Cadence cadence, LocalDate since) {
        jdbc.sql("update task set cadence = :cadence, cadence_since = :since where id = :id")
                .param("cadence", cadence == null ? null : cadence.name(), Types.VARCHAR)
                .param("since", cadence == null ? null : since, Types.DATE)
                .param("id", task)
                .update();
    }

    private UUID planOf(UUID task) {
        return jdbc.sql("select plan_id from task where id = :id")
                .param("id", task)
                .query(UUID.class)
                .single();
    }

    private static String words(@Nullable Cadence cadence) {
        return switch (cadence) {
            case WEEKLY -> "每周";
            case MONTHLY -> "每月";
            case QUARTERLY -> "每季度";
            case null -> "按方案";
        };
    }
}
