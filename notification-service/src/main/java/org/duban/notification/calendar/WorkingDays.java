package org.duban.notification.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Which days are worked (behaviours.md P20).
 *
 * @param years what is known of each; a year not known has its weekends only
 */
public record WorkingDays(Map<Integer, Year> years) {

    public record Year(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {}

    public static final WorkingDays WEEKENDS_ONLY = new WorkingDays(Map.of());

    public boolean isWorkingDay(LocalDate day) {
        Year year = years.getOrDefault(day.getYear(), new Year(Set.of(), Set.of()));
        if (year.makeUpDays().contains(day)) {
            return true;
        }
        return !year.holidays().contains(day)
                && day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
