package org.duban.task.supervision;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.task.calendar.WorkingDays;

/**
 * The days of one month's round (behaviours.md D2).
 *
 * @param opensOn first of the month
 * @param dueOn the plan's day, moved to the next working day where it falls on a day off
 * @param closesOn last day on which late reports are still taken
 */
record RoundDays(LocalDate opensOn, LocalDate dueOn, LocalDate closesOn) {

    /** @param opened a round that is opened late, as after a standstill, still gives its units the whole grace */
    static RoundDays of(YearMonth period, PlanPace pace, LocalDate opened, WorkingDays workingDays) {
        var dueOn = dueDay(period, pace, workingDays);
        var graceFrom = Stream.of(dueOn, opened).max(naturalOrder()).orElseThrow();
        return new RoundDays(period.atDay(1), dueOn, workingDays.plus(graceFrom, pace.graceWorkingDays()));
    }

    /** The months for which a plan should have a round by today and has none. */
    static List<YearMonth> missing(PlanPace pace, Set<YearMonth> opened, LocalDate today, WorkingDays workingDays) {
        return Stream.iterate(first(pace, workingDays), period -> period.plusMonths(1))
                .takeWhile(period -> !period.isAfter(YearMonth.from(today)))
                .filter(period -> !opened.contains(period))
                .toList();
    }

    /** The month of adoption while its due day is still to come, else the next. */
    static YearMonth first(PlanPace pace, WorkingDays workingDays) {
        var month = YearMonth.from(pace.adoptedOn());
        return dueDay(month, pace, workingDays).isBefore(pace.adoptedOn()) ? month.plusMonths(1) : month;
    }

    private static LocalDate dueDay(YearMonth period, PlanPace pace, WorkingDays workingDays) {
        return workingDays.onOrAfter(period.atDay(pace.reportDay()));
    }
}
