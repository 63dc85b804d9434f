package org.duban.task.supervision;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.Period;
import org.duban.task.calendar.WorkingDays;

/**
 * The days of one round (behaviours.md D2).
 *
 * @param opensOn first day of its period
 * @param month in whose numbers it counts
 * @param dueOn the plan's day, moved as the plan says where it falls on a day off
 * @param closesOn last day on which late reports are still taken
 */
record RoundDays(LocalDate opensOn, YearMonth month, LocalDate dueOn, LocalDate closesOn) {

    /** @param opened a round that is opened late, as after a standstill, still gives its units the whole grace */
    static RoundDays of(Period period, PlanPace pace, LocalDate opened, WorkingDays workingDays) {
        var dueOn = pace.cutOff().dueOn(period, workingDays);
        var graceFrom = Stream.of(dueOn, opened).max(naturalOrder()).orElseThrow();
        return new RoundDays(
                period.first(),
                pace.cutOff().month(period),
                dueOn,
                workingDays.plus(graceFrom, pace.graceWorkingDays()));
    }

    /**
     * The periods for which a plan should have a round by today and has none.
     *
     * @param since from when on the plan, or one of its tasks, is supervised in this cadence
     * @param opened first days of the periods that have a round
     */
    static List<Period> missing(
            PlanPace pace,
            Cadence cadence,
            LocalDate since,
            Set<LocalDate> opened,
            LocalDate today,
            WorkingDays workingDays) {
        return Stream.iterate(first(pace, cadence, since, workingDays), period -> period.plus(1))
                .takeWhile(period -> !period.first().isAfter(today))
                .filter(period -> !opened.contains(period.first()))
                .toList();
    }

    /** The period in which it begins while its due day is still to come, else the next (behaviours.md E2). */
    static Period first(PlanPace pace, Cadence cadence, LocalDate since, WorkingDays workingDays) {
        var period = Period.containing(cadence, since);
        return pace.cutOff().dueOn(period, workingDays).isBefore(since) ? period.plus(1) : period;
    }
}
