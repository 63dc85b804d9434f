package org.duban.task.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counted rows behind the dashboard: at most a few for each unit. */
@Repository
class Counted {

    /**
     * Reports of one unit in one month.
     *
     * @param awaitedOn the day by which they are awaited; null where they are handed in or have lapsed
     * @param owed all of them
     */
    record Reports(
            @Nullable UUID unit,
            @Nullable UUID county,
            @Nullable UUID plan,
            @Nullable LocalDate awaitedOn,
            int owed,
            int submitted,
            int accepted,
            int onTime,
            int lapsed,
            int returned) {}

    /**
     * Tasks that one unit leads.
     *
     * @param ownProgress sum over the unit's parts
     * @param progress sum over the tasks
     * @param ofCity those of them in which it is the first lead unit
     * @param ofCounty those of them in which it is the first lead unit of its county
     */
    record Led(
            @Nullable UUID unit,
            @Nullable UUID county,
            @Nullable UUID plan,
            Numbers.Led tasks,
            long ownProgress,
            Numbers.Led ofCity,
            Numbers.Led ofCounty) {}

    record Month(YearMonth period, int owed, int submitted, int onTime) {}

    private static final String REPORTS = """
            select unit_id, county_id, due_on, sum(owed) as owed, sum(submitted) as submitted, sum(accepted) as accepted,
                   sum(on_time) as on_time, sum(lapsed) as lapsed, sum(returned) as returned, null as plan_id
            from report_counted c
            where c.period = :period and %s
            group by unit_id, county_id, due_on
            """;

    private static final String REPORTS_BY_PLAN = """
            select plan_id, due_on, sum(owed) as owed, sum(submitted) as submitted, sum(accepted) as accepted,
                   sum(on_time) as on_time, sum(lapsed) as lapsed, sum(returned) as returned, null as unit_id, null as county_id
            from report_counted c
            where c.period = :period and c.plan_id is not null and %s
            group by plan_id, due_on
            """;

    private static final String LED_SUMS = """
            sum(tasks) as tasks, sum(closed) as closed, sum(progress) as progress, sum(own_progress) as own_progress,
            sum(city_tasks) as city_tasks, sum(city_closed) as city_closed, sum(city_progress) as city_progress,
            sum(county_tasks) as county_tasks, sum(county_closed) as county_closed, sum(county_progress) as county_progress
            """;

    private static final String LED = """
            select unit_id, county_id, null as plan_id, %s
            from led_counted c
            where %s
            group by unit_id, county_id
            """;

    private static final String LED_BY_PLAN = """
            select null as unit_id, null as county_id, plan_id, %s
            from led_counted c
            where c.plan_id is not null and %s
            group by plan_id
            """;

    private static final String TREND = """
            select c.period, sum(owed) as owed, sum(submitted) as submitted, sum(on_time) as on_time
            from report_counted c
            where c.period between :first and :period and %s
            group by c.period
            order by c.period
            """;

    private final JdbcClient jdbc;

    Counted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param plan null for all together */
    List<Reports> reports(YearMonth period, @Nullable UUID plan, Conditions seen) {
        ofPlan(plan, seen);
        return jdbc.sql(REPORTS.formatted(seen.where()))
                .params(seen.params())
                .param("period", period.atDay(1))
                .query(Counted::reports)
                .list();
    }

    List<Reports> reportsByPlan(YearMonth period, Conditions seen) {
        return jdbc.sql(REPORTS_BY_PLAN.formatted(seen.where()))
                .params(seen.params())
                .param("period", period.atDay(1))
                .query(Counted::reports)
                .list();
    }

    /** @param plan null for all together */
    List<Led> led(@Nullable UUID plan, Conditions seen) {
        ofPlan(plan, seen);
        return jdbc.sql(LED.formatted(LED_SUMS, seen.where()))
                .params(seen.params())
                .query(Counted::led)
                .list();
    }

    List<Led> ledByPlan(Conditions seen) {
        return jdbc.sql(LED_BY_PLAN.formatted(LED_SUMS, seen.where()))
                .params(seen.params())
                .query(Counted::led)
                .list();
    }

    /** @return months in which something was owed, oldest first */
    List<Month> trend(YearMonth first, YearMonth last, @Nullable UUID plan, Conditions seen) {
        ofPlan(plan, seen);
        return jdbc.sql(TREND.formatted(seen.where()))
                .params(seen.params())
                .param("first", first.atDay(1))
                .param("period", last.atDay(1))
                .query((row, number) -> new Month(
                        YearMonth.from(row.getObject("period", LocalDate.class)),
                        row.getInt("owed"),
                        row.getInt("submitted"),
                        row.getInt("on_time")))
                .list();
    }

    private static void ofPlan(@Nullable UUID plan, Conditions conditions) {
        if (plan == null) {
            conditions.and("c.plan_id is null");
        } else {
            conditions.and("c.plan_id = :plan", "plan", plan);
        }
    }

    private static Reports reports(ResultSet row, int number) throws SQLException {
        return new Reports(
                row.getObject("unit_id", UUID.class),
                row.getObject("county_id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getObject("due_on", LocalDate.class),
                row.getInt("owed"),
                row.getInt("submitted"),
                row.getInt("accepted"),
                row.getInt("on_time"),
                row.getInt("lapsed"),
                row.getInt("returned"));
    }

    private static Led led(ResultSet row, int number) throws SQLException {
        return new Led(
                row.getObject("unit_id", UUID.class),
                row.getObject("county_id", UUID.class),
                row.getObject("plan_id", UUID.class),
                sum(row, ""),
                row.getLong("own_progress"),
                sum(row, "city_"),
                sum(row, "county_"));
    }

    private static Numbers.Led sum(ResultSet row, String scope) throws SQLException {
        return new Numbers.Led(
                row.getInt(scope + "tasks"), row.getInt(scope + "closed"), row.getLong(scope + "progress"));
    }
}
