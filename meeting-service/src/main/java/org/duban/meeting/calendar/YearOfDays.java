package org.duban.meeting.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** One year's arrangement; weekends only where the year is not known. */
record YearOfDays(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    static final YearOfDays WEEKENDS_ONLY = new YearOfDays(Set.of(), Set.of());

    boolean isWorkingDay(LocalDate day) {
        return makeUpDays.contains(day) || !(WEEKEND.contains(day.getDayOfWeek()) || holidays.contains(day));
    }
}
