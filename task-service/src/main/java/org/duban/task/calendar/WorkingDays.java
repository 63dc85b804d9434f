package org.duban.task.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts in working days (behaviours.md P20). A year without a published arrangement has its weekends off and nothing else. */
public final class WorkingDays {

    private final Map<Integer, Arrangement> years = new TreeMap<>();

    public WorkingDays(Collection<Arrangement> published) {
        published.forEach(arrangement -> years.put(arrangement.year(), arrangement));
    }

    public boolean isWorkingDay(LocalDate day) {
        return year(day.getYear()).isWorkingDay(day);
    }

    /** The day itself where it is worked, else the next one that is: how a holiday moves a cut-off (behaviours.md D2). */
    public LocalDate onOrAfter(LocalDate day) {
        var moved = day;
        while (!isWorkingDay(moved)) {
            moved = moved.plusDays(1);
        }
        return moved;
    }

    /** The day itself where it is worked, else the last one before it that is. */
    public LocalDate onOrBefore(LocalDate day) {
        var moved = day;
        while (!isWorkingDay(moved)) {
            moved = moved.minusDays(1);
        }
        return moved;
    }

    /** @param workingDays how many working days later, 0 or more; with 0 the day itself, worked or not */
    public LocalDate plus(LocalDate day, int workingDays) {
        var moved = day;
        for (int left = workingDays; left > 0; left--) {
            moved = onOrAfter(moved.plusDays(1));
        }
        return moved;
    }

    /** Working days after {@code from}, up to and including {@code to}; 0 where {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    public boolean provisional(int year) {
        return year(year).provisional();
    }

    public Arrangement year(int year) {
        var known = years.get(year);
        return known == null ? Arrangement.provisional(year) : known;
    }

    SortedSet<Integer> publishedYears() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(years.keySet()));
    }
}
