package org.duban.task.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.TreeSet;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.time.DayTurn;
import org.duban.task.contract.CalendarEvent;
import org.duban.task.contract.CalendarEvent.WorkingDaysPublished;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells each year's working days once, and again when its arrangement has changed: this year's and the next's even if provisional. */
@Component
class CalendarPublication implements DayTurn {

    private static final EventChannel<CalendarEvent> EVENTS =
            EventChannel.of(CalendarEvent.TOPIC, CalendarEvent.class, CalendarEvent.TYPES);

    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    CalendarPublication(WorkingDays workingDays, JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void turned(LocalDate today) {
        var years = new TreeSet<>(workingDays.publishedYears());
        years.add(today.getYear());
        years.add(today.getYear() + 1);
        for (int year : years) {
            var published = published(year);
            if (isNews(published)) {
                outbox.append(EVENTS.outgoing(published.key(), published));
            }
        }
    }

    private WorkingDaysPublished published(int year) {
        var arrangement = workingDays.year(year);
        return new WorkingDaysPublished(
                year,
                arrangement.provisional(),
                arrangement.holidays().stream().sorted().toList(),
                arrangement.makeUpDays().stream().sorted().toList());
    }

    private boolean isNews(WorkingDaysPublished year) {
        return jdbc.sql("""
                        insert into calendar_published (year, fingerprint, published_at) values (:year, :fingerprint, :now)
                        on conflict (year) do update
                        set fingerprint = excluded.fingerprint, published_at = excluded.published_at
                        where calendar_published.fingerprint <> excluded.fingerprint
                        """)
                        .param("year", year.year())
                        .param("fingerprint", year.toString())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }
}
