package org.duban.task.calendar;

import java.time.LocalDate;

/** What becomes of a day on which something is due and nobody works. */
public enum OnDayOff {
    /** 顺延: the next working day */
    NEXT,
    /** 提前: the working day before */
    PREVIOUS,
    /** 不调整 */
    NOT;

    /** @param notBefore where the working day before lies before this day, the next one is taken instead */
    public LocalDate move(LocalDate day, LocalDate notBefore, WorkingDays workingDays) {
        return switch (this) {
            case NEXT -> workingDays.onOrAfter(day);
            case PREVIOUS -> {
                LocalDate before = workingDays.onOrBefore(day);
                yield before.isBefore(notBefore) ? workingDays.onOrAfter(day) : before;
            }
            case NOT -> day;
        };
    }
}
