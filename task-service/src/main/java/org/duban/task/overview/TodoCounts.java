package org.duban.task.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.ledger.TaskFilter;
import org.duban.task.ledger.TaskState;
import org.duban.task.ledger.TaskViews;
import org.duban.task.light.Light;
import org.duban.task.supervision.ReportViews;
import org.duban.task.supervision.ReportViews.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The numbers of 我的待办 (behaviours.md P1). Each is counted by the list that it opens, so that the two cannot differ. */
@Service
public class TodoCounts {

    private static final List<TaskState> OPEN =
            List.of(TaskState.ASSIGNED, TaskState.ACKNOWLEDGED, TaskState.IN_PROGRESS, TaskState.COMPLETION_SUBMITTED);

    private final TaskViews tasks;
    private final ReportViews reports;
    private final Clock clock;

    TodoCounts(TaskViews tasks, ReportViews reports, Clock clock) {
        this.tasks = tasks;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * What waits for somebody.
     *
     * @param overdue tasks with a red light
     * @param dueWithin7Days what ends today or within seven days: the reports that a unit owes; where no unit is asked for,
     *     open tasks
     * @param returned reports returned and not yet handed in again
     * @param toAcknowledge open tasks that the unit, or any of the units within sight, has not acknowledged
     * @param toReview reports under one's own plans handed in and not yet decided; 0 for whoever does not review
     * @param toExtend requests for a later day under one's own plans that wait for a decision; 0 for whoever does not decide
     * @param toSignOff reports of the own unit that wait for its head; 0 for anybody else
     * @param toVerify completions under one's own plans handed in and not yet decided; 0 for whoever does not verify
     */
    public record Counts(
            int overdue,
            int dueWithin7Days,
            int returned,
            int toAcknowledge,
            int toReview,
            int toVerify,
            int toExtend,
            int toSignOff) {}

    /** @param unit null for all units that the caller sees */
    public Counts of(@Nullable UUID unit, Caller caller) {
        var all = TaskFilter.ALL.ofUnit(unit);
        boolean reviews = caller.has("SUPERVISOR");
        return new Counts(
                tasks.count(all.lit(Light.RED), caller),
                near(unit, caller),
                reports.count(Asked.of(unit, Set.of("RETURNED")), caller),
                tasks.count(all.awaitingAcknowledgement(), caller),
                reviews ? reports.count(Asked.of(unit, Set.of("SUBMITTED")).issuedBy(caller.county()), caller) : 0,
                reviews
                        ? tasks.count(
                                all.in(List.of(TaskState.COMPLETION_SUBMITTED)).issuedBy(caller.county()), caller)
                        : 0,
                reviews ? tasks.count(all.withExtensionAsked().issuedBy(caller.county()), caller) : 0,
                caller.has("UNIT_HEAD") ? reports.count(Asked.toSignOff(caller.unit()), caller) : 0);
    }

    private int near(@Nullable UUID unit, Caller caller) {
        var today = LocalDate.now(clock);
        var before = today.plusDays(8);
        return unit == null
                ? tasks.count(TaskFilter.ALL.in(OPEN).dueBetween(today, before), caller)
                : reports.count(Asked.of(unit, Set.of("DUE", "RETURNED")).dueBetween(today, before), caller);
    }
}
