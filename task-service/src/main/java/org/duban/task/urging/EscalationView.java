package org.duban.task.urging;

import java.util.List;

/**
 * A plan's rules of urging and escalation.
 *
 * @param urgingsAWeek how often a unit may be urged about one task within seven days
 * @param steps the steps in order; none where the plan presses nobody by itself
 * @param usual what offices usually do, as a suggestion
 * @param mayChange whether the caller sets them
 */
public record EscalationView(
        long version, int urgingsAWeek, List<StepRule> steps, List<StepRule> usual, boolean mayChange) {

    /**
     * @param afterWorkingDays how many working days what is owed is overdue
     * @param graceWorkingDays how many working days the unit has after this step before the next
     */
    public record StepRule(Step step, int afterWorkingDays, int graceWorkingDays) {}
}
