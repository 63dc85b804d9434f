package org.duban.journeys.recount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was agreed before anything happened, and no event says.
 *
 * @param reportDays day of the month by which a plan wants its reports, by its title
 * @param rules what lights the tasks of a plan, by its title and the day from which on; before and elsewhere the usual ones
 */
public record Terms(
        Calendar calendar, Map<String, Integer> reportDays, Map<String, NavigableMap<LocalDate, LightRules>> rules) {

    /** A returned report may take at least so many working days. */
    private static final int TO_REVISE = 2;

    LocalDate dueOn(String plan, YearMonth month) {
        Integer day = reportDays.get(plan);
        if (day == null) {
            throw new IllegalArgumentException("When are reports of " + plan + " due?");
        }
        return calendar.cutOff(month.atDay(day));
    }

    LocalDate dueAgainOn(LocalDate dueOn, LocalDate returnedOn) {
        LocalDate revised = calendar.workingDaysAfter(returnedOn, TO_REVISE);
        return revised.isAfter(dueOn) ? revised : dueOn;
    }

    LightRules rules(String plan, LocalDate on) {
        var adopted = rules.getOrDefault(plan, new TreeMap<>()).floorEntry(on);
        return adopted == null ? LightRules.USUAL : adopted.getValue();
    }
}
