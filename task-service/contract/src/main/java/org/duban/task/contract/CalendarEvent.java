package org.duban.task.contract;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What {@value #TOPIC} carries: compacted, keyed by year. */
public sealed interface CalendarEvent {

    String TOPIC = "duban.calendar";

    Map<String, Class<? extends CalendarEvent>> TYPES =
            Map.ofEntries(entry("duban.calendar.working-days-published.v1", WorkingDaysPublished.class));

    String key();

    /**
     * The State Council's arrangement of one year (behaviours.md P20).
     *
     * @param provisional true while the year's arrangement is not yet published: weekends only
     * @param holidays days off that would else be worked, Monday to Friday
     * @param makeUpDays weekend days that are worked
     */
    record WorkingDaysPublished(int year, boolean provisional, List<LocalDate> holidays, List<LocalDate> makeUpDays)
            implements CalendarEvent {
        @Override
        public String key() {
            return Integer.toString(year);
        }
    }
}
