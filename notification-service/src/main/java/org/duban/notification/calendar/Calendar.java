package org.duban.notification.calendar;

import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.task.contract.CalendarEvent.WorkingDaysPublished;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The years' arrangements, as the task-service last told of them. */
@Repository
public class Calendar {

    private static final String KEEP = """
            insert into working_year (year, provisional, holidays, make_up_days)
            values (:year, :provisional, cast(:holidays as date[]), cast(:makeUpDays as date[]))
            on conflict (year) do update
            set provisional = excluded.provisional, holidays = excluded.holidays, make_up_days = excluded.make_up_days
            """;

    private final JdbcClient jdbc;

    Calendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(WorkingDaysPublished published) {
        jdbc.sql(KEEP)
                .param("year", published.year())
                .param("provisional", published.provisional())
                .param("holidays", literal(published.holidays()))
                .param("makeUpDays", literal(published.makeUpDays()))
                .update();
    }

    public WorkingDays workingDays() {
        Map<Integer, WorkingDays.Year> years = new HashMap<>();
        jdbc.sql("select year, holidays, make_up_days from working_year").query(row -> {
            years.put(
                    row.getInt("year"),
                    new WorkingDays.Year(days(row.getArray("holidays")), days(row.getArray("make_up_days"))));
        });
        return new WorkingDays(years);
    }

    private static String literal(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Set<LocalDate> days(Array array) throws SQLException {
        return Arrays.stream((Date[]) array.getArray()).map(Date::toLocalDate).collect(Collectors.toUnmodifiableSet());
    }
}
