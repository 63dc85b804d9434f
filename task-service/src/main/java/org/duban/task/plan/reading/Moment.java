package org.duban.task.plan.reading;

import java.time.LocalDate;

/**
 * When a text speaks: what its dates leave unsaid is understood from here.
 *
 * @param day 成文日期, or the first day of the phase that the words stand in
 * @param meeting the day of the meeting that minutes tell of; 会后10个工作日内 runs from it
 */
record Moment(LocalDate day, LocalDate meeting, WorkingDays workingDays) {
    Moment on(LocalDate other) {
        return new Moment(other, meeting, workingDays);
    }
}
