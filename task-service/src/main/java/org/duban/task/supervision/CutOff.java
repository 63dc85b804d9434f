package org.duban.task.supervision;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import org.duban.task.calendar.OnDayOff;
import org.duban.task.calendar.Period;
import org.duban.task.calendar.WorkingDays;

/**
 * The day of each period by which a plan wants its reports (behaviours.md D2).
 *
 * @param weekday of a week
 * @param monthDay of a month, 1 to 31; a month that ends before it is due on its last day, so that 31 means the end of the month
 * @param quarterDay of a quarter's last month, as in {@code monthDay}
 */
record CutOff(DayOfWeek weekday, int monthDay, int quarterDay, OnDayOff onDayOff) {

    /** As the plan says it, worked or not. */
    LocalDate nominal(Period period) {
        return switch (period.cadence()) {
            case WEEKLY -> period.first().with(weekday);
            case MONTHLY -> dayOf(YearMonth.from(period.first()), monthDay);
            case QUARTERLY -> dayOf(YearMonth.from(period.last()), quarterDay);
        };
    }

    /** The day on which reports are due; never before the period has begun. */
    LocalDate dueOn(Period period, WorkingDays workingDays) {
        return onDayOff.move(nominal(period), period.first(), workingDays);
    }

    /** The month in whose numbers a round counts: the plan's own day says it, wherever a holiday moves the day to. */
    YearMonth month(Period period) {
        return YearMonth.from(nominal(period));
    }

    private static LocalDate dayOf(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
