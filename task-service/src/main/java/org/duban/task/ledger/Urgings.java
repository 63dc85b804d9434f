package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.duban.task.calendar.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often a unit may be urged about one task (behaviours.md P9): once in a working day, the days off before it counted with it,
 * and as often in seven days as the plan says.
 */
@Repository
public class Urgings {
    private final JdbcClient jdbc;
    private final WorkingDays workingDays;

    Urgings(JdbcClient jdbc, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
    }

    /** @param most in seven days, as the plan says */
    record Count(int thisWorkingDay, int inSevenDays, int most) {
        boolean today() {
            return thisWorkingDay > 0;
        }

        boolean allows() {
            return !today() && inSevenDays < most;
        }
    }

    public boolean allowed(UUID task, UUID unit, LocalDate day) {
        return count(task, unit, day).allows();
    }

    Count count(UUID task, UUID unit, LocalDate day) {
        return jdbc.sql("""
                        select count(*) filter (where g.urged_on > :lastWorked) as this_day,
                               count(*) filter (where g.urged_on > :weekAgo) as this_week,
                               (select p.urgings_a_week from task t join plan p on p.id = t.plan_id where t.id = :task) as most
                        from urging g
                        where g.task_id = :task and g.unit_id = :unit and g.urged_on <= :day
                        """)
                .param("task", task)
                .param("unit", unit)
                .param("day", day)
                .param("lastWorked", workedBefore(day))
                .param("weekAgo", day.minusDays(7))
                .query((row, number) -> new Count(row.getInt("this_day"), row.getInt("this_week"), row.getInt("most")))
                .single();
    }

    private LocalDate workedBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!workingDays.isWorkingDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }
}
