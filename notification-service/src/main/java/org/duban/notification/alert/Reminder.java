package org.duban.notification.alert;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.duban.notification.calendar.WorkingDays;

/**
 * When an owed report is reminded of: 7, 3 and 1 days before, on the day, and each working day after. What a jump of the clock
 * has left out is not made up for.
 *
 * @param days until the due day; negative once it is over
 */
record Reminder(long days) {

    private static final Set<Long> AHEAD = Set.of(7L, 3L, 1L, 0L);

    static Optional<Reminder> on(LocalDate today, LocalDate dueOn, WorkingDays workingDays) {
        long days = ChronoUnit.DAYS.between(today, dueOn);
        boolean said = days < 0 ? workingDays.isWorkingDay(today) : AHEAD.contains(days);
        return said ? Optional.of(new Reminder(days)) : Optional.empty();
    }

    AlertKind kind() {
        return days < 0 ? AlertKind.REPORT_OVERDUE : AlertKind.REPORT_DUE;
    }
}
