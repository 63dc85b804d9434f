package org.duban.task.plan.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a text speaks: what its dates leave unsaid is understood from here.
 *
 * @param day 成文日期, or the first day of the phase that the words stand in
 * @param meeting the day of the meeting that minutes tell of; 会后10个工作日内 runs from it. Rules for meetings mean any, and have none
 */
record Moment(LocalDate day, @Nullable LocalDate meeting, WorkingDays workingDays) {
    Moment on(LocalDate other) {
        return new Moment(other, meeting, workingDays);
    }
}
