package org.duban.task.ledger;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 序时进度 (behaviours.md P6): from nothing on the day of assignment over each milestone to all of it on the last day, in straight
 * lines.
 *
 * @param dueOn null where nothing is expected by any day, as of a standing task
 * @param milestones in the order of their days
 */
record Schedule(LocalDate from, @Nullable LocalDate dueOn, List<Milestone> milestones) {

    /** @return null where nobody owes anything on it, or nothing says what is expected */
    static @Nullable Integer expected(
            TaskState state,
            @Nullable LocalDate beganOn,
            @Nullable LocalDate dueOn,
            List<Milestone> milestones,
            LocalDate day) {
        return state.running() && beganOn != null ? new Schedule(beganOn, dueOn, milestones).progressOn(day) : null;
    }

    /** From when on progress is expected, of a periodic task anew in each cycle; null for a draft. */
    static @Nullable LocalDate beganOn(@Nullable LocalDate assignedOn, @Nullable Cycle cycle) {
        return assignedOn == null || cycle == null || cycle.from().isBefore(assignedOn) ? assignedOn : cycle.from();
    }

    private record Point(LocalDate day, int percent) {}

    /** @return 0 to 100: what share of the work should be done by the end of this day; null where nothing says so */
    @Nullable
    Integer progressOn(LocalDate day) {
        if (dueOn == null) {
            return null;
        }
        Point before = new Point(from, 0);
        for (Point next : points(dueOn)) {
            if (day.isBefore(next.day)) {
                return between(before, next, day);
            }
            before = next;
        }
        return before.percent;
    }

    private List<Point> points(LocalDate end) {
        List<Point> points = new ArrayList<>();
        for (Milestone milestone : milestones) {
            // An extension may have been taken back, or the day of assignment lie behind: the last day says all.
            if (milestone.dueOn().isBefore(end)) {
                points.add(new Point(milestone.dueOn(), milestone.percent()));
            }
        }
        points.add(new Point(end, 100));
        return points;
    }

    private static int between(Point before, Point next, LocalDate day) {
        if (!day.isAfter(before.day)) {
            return before.percent;
        }
        long passed = DAYS.between(before.day, day);
        long all = DAYS.between(before.day, next.day);
        return before.percent + (int) ((next.percent - before.percent) * passed / all);
    }

    /** @throws TaskRefused where days or shares do not rise, or lie outside the task's time */
    static void check(List<Milestone> milestones, LocalDate from, @Nullable LocalDate dueOn) {
        if (dueOn == null && !milestones.isEmpty()) {
            throw TaskRefused.badMilestones("没有办结期限的任务不设时间节点。");
        }
        LocalDate day = from.minusDays(1);
        int percent = 0;
        for (Milestone milestone : milestones) {
            if (!milestone.dueOn().isAfter(day)) {
                throw TaskRefused.badMilestones("“%s”的日期须晚于前一个节点，且不早于任务下达之日（%s）。".formatted(milestone.name(), from));
            }
            if (dueOn != null && milestone.dueOn().isAfter(dueOn)) {
                throw TaskRefused.badMilestones("“%s”的日期晚于办结期限（%s）。".formatted(milestone.name(), dueOn));
            }
            if (milestone.percent() <= percent || milestone.percent() > 100) {
                throw TaskRefused.badMilestones("“%s”的进度须高于前一个节点，且不超过100%%。".formatted(milestone.name()));
            }
            day = milestone.dueOn();
            percent = milestone.percent();
        }
    }
}
