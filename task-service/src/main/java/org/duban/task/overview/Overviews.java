package org.duban.task.overview;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.directory.UnitRef;
import org.duban.task.light.Light;
import org.duban.task.light.Lights;
import org.duban.task.overview.Numbers.Led;
import org.duban.task.overview.Numbers.Reported;
import org.duban.task.overview.Overview.Month;
import org.duban.task.overview.Overview.OfCounty;
import org.duban.task.overview.Overview.OfUnit;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts the dashboard's numbers from the rows themselves, so that a report shows in them as soon as it is handed in. */
@Service
public class Overviews {

    /** Reports {@code r} that are owed, each with its light. */
    private static final String OWED = """
            select r.*, %s as light from report r where r.state <> 'WAIVED' and %s
            """;

    private static final String COUNTED = """
            count(*) as owed,
            count(*) filter (where state in ('SUBMITTED', 'ACCEPTED')) as submitted,
            count(*) filter (where state = 'ACCEPTED') as accepted,
            count(*) filter (where state = 'RETURNED') as returned,
            count(*) filter (where state in ('SUBMITTED', 'ACCEPTED') and on_time) as on_time,
            count(*) filter (where light = 'GREEN') as green,
            count(*) filter (where light = 'DONE_LATE') as done_late,
            count(*) filter (where light = 'BLUE') as blue,
            count(*) filter (where light = 'YELLOW') as yellow,
            count(*) filter (where light = 'RED') as red
            """;

    private static final String TOTAL_TASKS = """
            select count(*) as tasks, count(*) filter (where state = 'CLOSED') as closed,
                   coalesce(sum(progress), 0) as task_progress
            from task t
            where t.state <> 'DRAFTED'
              and exists (select from task_unit u where u.task_id = t.id and u.part = 'LEAD' and %s)
            """;

    private static final String TOTAL_REPORTS = "select %s from (%s)";

    private static final String UNITS = """
            with led as (
                select u.unit_id, count(*) as tasks, count(*) filter (where t.state = 'CLOSED') as closed,
                       sum(case when t.state = 'CLOSED' then 100 else u.progress end) as task_progress
                from task_unit u join task t on t.id = u.task_id
                where u.part = 'LEAD' and t.state <> 'DRAFTED' and %s
                group by u.unit_id),
            reported as (select unit_id, %s from (%s) group by unit_id)
            select unit_id, coalesce(d.name, '未登记单位') as name, coalesce(d.short_name, '未登记单位') as short_name,
                   d.county_id, d.county_name, led.*, reported.*
            from led full join reported using (unit_id)
            left join directory_unit d on d.id = unit_id
            """;

    private static final String COUNTIES = """
            with led as (
                select county_id, count(*) as tasks, count(*) filter (where state = 'CLOSED') as closed,
                       sum(progress) as task_progress
                from (select distinct u.county_id, t.id, t.state, t.progress
                      from task_unit u join task t on t.id = u.task_id
                      where u.part = 'LEAD' and t.state <> 'DRAFTED' and %s)
                group by county_id),
            reported as (select county_id, %s from (%s) group by county_id),
            places as (select county_id from led union select county_id from reported)
            select p.county_id, led.tasks, led.closed, led.task_progress, reported.*,
                   case when p.county_id is null then '市本级'
                        else coalesce((select d.county_name from directory_unit d
                                       where d.county_id = p.county_id and d.county_name is not null limit 1), '未登记县区')
                   end as county_name
            from places p
            left join led on led.county_id is not distinct from p.county_id
            left join reported on reported.county_id is not distinct from p.county_id
            order by p.county_id is not null, county_name
            """;

    private static final String TREND = """
            select r.period, count(*) as owed,
                   count(*) filter (where r.state in ('SUBMITTED', 'ACCEPTED')) as submitted,
                   count(*) filter (where r.state in ('SUBMITTED', 'ACCEPTED') and r.on_time) as on_time
            from report r
            where r.state <> 'WAIVED' and r.period between :firstPeriod and :period and %s
            group by r.period
            order by r.period
            """;

    private static final int MONTHS_OF_TREND = 12;

    private static final Comparator<OfUnit> RANKING = comparing(
                    (OfUnit row) -> row.numbers().onTimeRate(), nullsLast(reverseOrder()))
            .thenComparing(row -> row.numbers().submissionRate(), nullsLast(reverseOrder()))
            .thenComparing(row -> row.unit().shortName(), naturalOrder())
            .thenComparing(row -> row.unit().id());

    private final JdbcClient jdbc;
    private final Clock clock;

    Overviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param plan null for all plans */
    // one snapshot, so that the units add up to the totals while reports come in
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Overview of(YearMonth period, @Nullable UUID plan, Caller caller) {
        return new Overview(
                period.toString(),
                plan,
                OffsetDateTime.now(clock),
                totals(period, plan, caller),
                units(period, plan, caller),
                counties(period, plan, caller),
                trend(period, plan, caller));
    }

    private Numbers totals(YearMonth period, @Nullable UUID plan, Caller caller) {
        var led = new Conditions().seenBy(caller.sight(), "u").given("t.plan_id = :plan", "plan", plan);
        var owed = owed(period, plan, caller);
        return Numbers.of(
                jdbc.sql(TOTAL_TASKS.formatted(led.where()))
                        .params(led.params())
                        .query((row, number) -> led(row))
                        .single(),
                jdbc.sql(TOTAL_REPORTS.formatted(COUNTED, owed(owed)))
                        .params(owed.params())
                        .query((row, number) -> reported(row))
                        .single());
    }

    private List<OfUnit> units(YearMonth period, @Nullable UUID plan, Caller caller) {
        return grouped(
                        UNITS,
                        period,
                        plan,
                        caller,
                        row -> new OfUnit(
                                new UnitRef(
                                        row.getObject("unit_id", UUID.class),
                                        row.getString("name"),
                                        row.getString("short_name"),
                                        row.getObject("county_id", UUID.class),
                                        row.getString("county_name")),
                                numbers(row)))
                .stream()
                .sorted(RANKING)
                .toList();
    }

    private List<OfCounty> counties(YearMonth period, @Nullable UUID plan, Caller caller) {
        return grouped(
                COUNTIES,
                period,
                plan,
                caller,
                row -> new OfCounty(
                        row.getObject("county_id", UUID.class), row.getString("county_name"), numbers(row)));
    }

    @FunctionalInterface
    private interface Shape<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> grouped(String sql, YearMonth period, @Nullable UUID plan, Caller caller, Shape<T> shape) {
        var led = new Conditions().seenBy(caller.sight(), "u").given("t.plan_id = :plan", "plan", plan);
        var owed = owed(period, plan, caller);
        return jdbc.sql(sql.formatted(led.where(), COUNTED, owed(owed)))
                .params(led.params())
                .params(owed.params())
                .query((row, number) -> shape.of(row))
                .list();
    }

    private List<Month> trend(YearMonth period, @Nullable UUID plan, Caller caller) {
        var seen = new Conditions().seenBy(caller.sight(), "r").given("r.plan_id = :plan", "plan", plan);
        return jdbc.sql(TREND.formatted(seen.where()))
                .params(seen.params())
                .param("firstPeriod", period.minusMonths(MONTHS_OF_TREND - 1).atDay(1))
                .param("period", period.atDay(1))
                .query((row, number) -> month(row))
                .list();
    }

    private Conditions owed(YearMonth period, @Nullable UUID plan, Caller caller) {
        var conditions = new Conditions()
                .and("r.period = :period", "period", period.atDay(1))
                .given("r.plan_id = :plan", "plan", plan)
                .seenBy(caller.sight(), "r");
        conditions.params().put("today", LocalDate.now(clock));
        return conditions;
    }

    private static String owed(Conditions conditions) {
        return OWED.formatted(Lights.REPORT_SQL, conditions.where());
    }

    private static Month month(ResultSet row) throws SQLException {
        int owed = row.getInt("owed");
        int submitted = row.getInt("submitted");
        int onTime = row.getInt("on_time");
        return new Month(
                YearMonth.from(row.getObject("period", LocalDate.class)).toString(),
                owed,
                submitted,
                onTime,
                Numbers.rate(submitted, owed),
                Numbers.rate(onTime, owed));
    }

    private static Numbers numbers(ResultSet row) throws SQLException {
        return Numbers.of(led(row), reported(row));
    }

    private static Led led(ResultSet row) throws SQLException {
        return new Led(row.getInt("tasks"), row.getInt("closed"), row.getLong("task_progress"));
    }

    private static Reported reported(ResultSet row) throws SQLException {
        var lights = new EnumMap<Light, Integer>(Light.class);
        for (var light : Light.values()) {
            lights.put(light, row.getInt(light.name().toLowerCase(Locale.ROOT)));
        }
        return new Reported(
                row.getInt("owed"),
                row.getInt("submitted"),
                row.getInt("accepted"),
                row.getInt("returned"),
                row.getInt("on_time"),
                lights);
    }
}
