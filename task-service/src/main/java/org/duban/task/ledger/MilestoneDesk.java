package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.duban.kit.security.Caller;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.FieldChange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a task gets its milestones: a lead unit proposes them, the plan's supervisor sets them (behaviours.md P6). */
@Service
@Transactional
public class MilestoneDesk {
    private final TaskViews views;
    private final Decisions decisions;
    private final Milestones milestones;
    private final Tasks tasks;
    private final Plans plans;

    MilestoneDesk(TaskViews views, Decisions decisions, Milestones milestones, Tasks tasks, Plans plans) {
        this.views = views;
        this.decisions = decisions;
        this.milestones = milestones;
        this.tasks = tasks;
        this.plans = plans;
    }

    /** From now on these are expected; what a unit had proposed is settled by it. */
    public void set(UUID id, List<Milestone> wanted, LongConsumer version, Caller by) {
        views.requireSupervised(id, by);
        decisions.take(id, version, Actor.of(by), (task, now) -> {
            LocalDate today = now.toLocalDate();
            Schedule.check(wanted, tasks.assignedOn(id).orElse(today), task.dueOn());
            List<Milestone> was = milestones.of(id, false);
            milestones.replace(
                    id,
                    false,
                    wanted.stream()
                            .map(one -> reached(one, was, task.progress(), today))
                            .toList());
            milestones.replace(id, true, List.of());
            Task after = task.planned(TaskAction.SET_MILESTONES);
            FieldChange change = new FieldChange("milestones", words(was), words(wanted));
            Plan plan = plans.findById(task.planId()).orElseThrow(() -> TaskRefused.planNotFound(task.planId()));
            return decided(
                    after,
                    TaskAction.SET_MILESTONES,
                    change,
                    task.state() == TaskState.DRAFTED
                            ? List.of()
                            : List.of(Revision.told(plan, task, after, today, List.of(change))));
        });
    }

    public void propose(UUID id, List<Milestone> wanted, LongConsumer version, Caller by) {
        views.requireVisible(id, by);
        decisions.take(id, version, Actor.of(by), (task, now) -> {
            UUID unit = Acting.unit(task, by);
            Part own = task.partOf(unit).orElseThrow(TaskRefused::notYourUnits);
            if (!own.leads()) {
                throw TaskRefused.onlyLeadsPropose();
            }
            Schedule.check(wanted, tasks.assignedOn(id).orElse(now.toLocalDate()), task.dueOn());
            FieldChange change = new FieldChange("milestones", words(milestones.of(id, true)), words(wanted));
            milestones.replace(id, true, wanted);
            return decided(
                    task.planned(TaskAction.PROPOSE_MILESTONES), TaskAction.PROPOSE_MILESTONES, change, List.of());
        });
    }

    private static Task.Decision decided(Task after, TaskAction action, FieldChange change, List<TaskEvent> events) {
        Map<String, Object> details = new HashMap<>();
        details.put("changes", List.of(change));
        return new Task.Decision(after, action, null, events, details);
    }

    private static Milestone reached(Milestone wanted, List<Milestone> was, int progress, LocalDate today) {
        LocalDate day = was.stream()
                .filter(wanted::sameAs)
                .map(Milestone::reachedOn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Milestone(
                wanted.name(),
                wanted.dueOn(),
                wanted.percent(),
                day == null && progress >= wanted.percent() ? today : day);
    }

    private static @Nullable String words(List<Milestone> milestones) {
        return milestones.isEmpty()
                ? null
                : milestones.stream()
                        .map(one -> "%s（%s，%d%%）".formatted(one.name(), one.dueOn(), one.percent()))
                        .collect(Collectors.joining("；"));
    }
}
