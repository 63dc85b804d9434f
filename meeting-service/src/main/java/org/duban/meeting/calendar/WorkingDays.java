package org.duban.meeting.calendar;

import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.duban.task.contract.CalendarEvent.WorkingDaysPublished;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts working days by what task-service has published; a year not heard of has its weekends off and nothing else. */
@Component
public class WorkingDays {

    private final JdbcClient jdbc;

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void learn(WorkingDaysPublished year) {
        jdbc.sql("""
                        insert into working_year (year, provisional, holidays, make_up_days)
                        values (:year, :provisional, :holidays, :makeUpDays)
                        on conflict (year) do update
                        set provisional = excluded.provisional, holidays = excluded.holidays, make_up_days = excluded.make_up_days
                        """)
                .param("year", year.year())
                .param("provisional", year.provisional())
                .param("holidays", dates(year.holidays()))
                .param("makeUpDays", dates(year.makeUpDays()))
                .update();
    }

    /** The day that is so many working days after {@code from}, which itself does not count. */
    public LocalDate plus(LocalDate from, int workingDays) {
        Map<Integer, YearOfDays> years = new HashMap<>();
        return plus(from, workingDays, year -> years.computeIfAbsent(year, this::year));
    }

    static LocalDate plus(LocalDate from, int workingDays, IntFunction<YearOfDays> years) {
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (years.apply(day.getYear()).isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private YearOfDays year(int year) {
        @Nullable
        YearOfDays known = jdbc.sql("select holidays, make_up_days from working_year where year = :year")
                .param("year", year)
                .query((row, n) -> new YearOfDays(days(row.getArray(1)), days(row.getArray(2))))
                .optional()
                .orElse(null);
        return known == null ? YearOfDays.WEEKENDS_ONLY : known;
    }

    private static Date[] dates(List<LocalDate> days) {
        return days.stream().map(Date::valueOf).toArray(Date[]::new);
    }

    private static Set<LocalDate> days(java.sql.Array array) throws SQLException {
        return Arrays.stream((Date[]) array.getArray()).map(Date::toLocalDate).collect(Collectors.toUnmodifiableSet());
    }
}
