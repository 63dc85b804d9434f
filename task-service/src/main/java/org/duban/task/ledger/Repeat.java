package org.duban.task.ledger;

import java.time.LocalDate;
import java.time.YearMonth;

/** How often a periodic task comes again; its cycles are those of the calendar. */
public enum Repeat {
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    Repeat(int months) {
        this.months = months;
    }

    /** @return the cycle in which the day lies */
    Cycle cycleOf(LocalDate day) {
        int first = (day.getMonthValue() - 1) / months * months + 1;
        YearMonth begins = YearMonth.of(day.getYear(), first);
        return new Cycle(this, begins.atDay(1), begins.plusMonths(months - 1).atEndOfMonth());
    }

    /** The same day of the next cycle; the last day of a month stays the last. */
    LocalDate next(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        LocalDate next = day.plusMonths(months);
        return day.equals(month.atEndOfMonth()) ? YearMonth.from(next).atEndOfMonth() : next;
    }
}
