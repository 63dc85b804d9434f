package org.duban.journeys.recount;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Working days (behaviours.md P20): Monday to Friday, without the State Council's holidays, with its make-up days.
 *
 * @param holidays days off that would else be worked
 * @param makeUpDays worked, though Saturday or Sunday
 */
public record Calendar(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {

    public boolean isWorked(LocalDate day) {
        boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        return weekend ? makeUpDays.contains(day) : !holidays.contains(day);
    }

    /** A cut-off that falls on a day off moves to the next day that is worked (D2). */
    public LocalDate cutOff(LocalDate day) {
        return isWorked(day) ? day : cutOff(day.plusDays(1));
    }

    public LocalDate workingDaysAfter(LocalDate day, int workingDays) {
        return workingDays == 0 ? day : workingDaysAfter(cutOff(day.plusDays(1)), workingDays - 1);
    }
}
