package org.duban.task.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * One year as the State Council arranged it.
 *
 * @param provisional true while the arrangement is not yet published; both sets are empty then
 * @param holidays Mondays to Fridays that are off
 * @param makeUpDays Saturdays and Sundays that are worked
 */
public record Arrangement(int year, boolean provisional, Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {

    static Arrangement provisional(int year) {
        return new Arrangement(year, true, Set.of(), Set.of());
    }

    boolean isWorkingDay(LocalDate day) {
        return isWeekend(day) ? makeUpDays.contains(day) : !holidays.contains(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
