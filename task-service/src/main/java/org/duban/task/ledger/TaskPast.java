package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.task.light.TaskFacts;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a task, so that it can be said how it stood at the end of any day gone by (behaviours.md X6). Milestones
 * are those of today.
 *
 * @param assignedOn null where it never was given to anybody
 * @param repeats null unless it is periodic
 * @param steps in the order in which they were taken
 */
record TaskPast(
        @Nullable LocalDate assignedOn,
        boolean standing,
        @Nullable Repeat repeats,
        List<Milestone> milestones,
        List<Step> steps,
        List<Owing> reports) {

    /** How the task stood after a step. */
    record Step(LocalDate day, TaskState state, @Nullable LocalDate dueOn, int progress, boolean returned) {}

    /**
     * A report that was asked for on it.
     *
     * @param dueOn its day now: later than its round's where it was returned
     * @param handedIn when it was handed in, and handed in again after each return
     * @param handedInDue by which day each of them was owed
     * @param returned when it was returned
     * @param endedOn the day on which it was owed no more, handed in or not; null where it ran its course
     */
    record Owing(
            LocalDate askedOn,
            LocalDate dueOn,
            List<LocalDate> handedIn,
            List<LocalDate> handedInDue,
            List<LocalDate> returned,
            @Nullable LocalDate endedOn) {

        private boolean owedOn(LocalDate day) {
            return !day.isBefore(askedOn)
                    && (endedOn == null || day.isBefore(endedOn))
                    && times(handedIn, day) == times(returned, day);
        }

        private LocalDate dueOn(LocalDate day) {
            int before = times(handedIn, day);
            return before < handedInDue.size() ? handedInDue.get(before) : dueOn;
        }

        private boolean returnedOn(LocalDate day) {
            return owedOn(day) && times(returned, day) > 0;
        }

        private static int times(List<LocalDate> days, LocalDate until) {
            return (int) days.stream().filter(day -> !day.isAfter(until)).count();
        }
    }

    /** @return empty where it was not in the ledger yet, or nothing is on record of that time */
    Optional<TaskFacts> on(LocalDate day) {
        return steps.stream()
                .filter(step -> !step.day.isAfter(day))
                .reduce((earlier, later) -> later)
                .filter(step -> step.state != TaskState.DRAFTED)
                .map(step -> facts(step, day));
    }

    private TaskFacts facts(Step step, LocalDate day) {
        LocalDate beganOn = Schedule.beganOn(assignedOn, repeats == null ? null : repeats.cycleOf(day));
        List<Owing> owed = reports.stream()
                .filter(report -> step.state.running() && report.owedOn(day))
                .toList();
        return new TaskFacts(
                TaskLights.stage(step.state),
                step.dueOn,
                beganOn,
                step.state == TaskState.CLOSED ? closedOn(day) : null,
                step.progress,
                Schedule.expected(step.state, beganOn, standing ? null : step.dueOn, milestones, day),
                step.returned,
                owed.stream()
                        .map(report -> report.dueOn(day))
                        .min(LocalDate::compareTo)
                        .orElse(null),
                owed.stream().anyMatch(report -> report.returnedOn(day)));
    }

    /** The day on which it was last closed before the end of this one. */
    private @Nullable LocalDate closedOn(LocalDate day) {
        LocalDate closed = null;
        boolean was = false;
        for (Step step : steps) {
            if (step.day.isAfter(day)) {
                break;
            }
            boolean is = step.state == TaskState.CLOSED;
            closed = is && !was ? step.day : closed;
            was = is;
        }
        return closed;
    }
}
