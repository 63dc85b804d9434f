package org.duban.task.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.Period;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The counted rows behind the dashboard: at most a few for each unit. Of closed rounds they are those that closing kept; tasks are
 * counted as they stand now until all of their plan's rounds of the period are closed, and from then on as they stood when the last
 * was.
 */
@Repository
class Counted {

    /**
     * Reports of one unit in one period.
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

    record Month(Period period, int owed, int submitted, int onTime) {}

    private static final String REPORTS = """
            select unit_id, county_id, due_on, sum(owed) as owed, sum(submitted) as submitted, sum(accepted) as accepted,
                   sum(on_time) as on_time, sum(lapsed) as lapsed, sum(returned) as returned, null as plan_id
            from report_counted c
            where %s
            group by unit_id, county_id, due_on
            """;

    private static final String REPORTS_BY_PLAN = """
            select plan_id, due_on, sum(owed) as owed, sum(submitted) as submitted, sum(accepted) as accepted,
                   sum(on_time) as on_time, sum(lapsed) as lapsed, sum(returned) as returned, null as unit_id, null as county_id
            from report_counted c
            where c.plan_id is not null and %s
            group by plan_id, due_on
            """;

    private static final String LED_SUMS = """
            sum(tasks) as tasks, sum(closed) as closed, sum(progress) as progress, sum(own_progress) as own_progress,
            sum(city_tasks) as city_tasks, sum(city_closed) as city_closed, sum(city_progress) as city_progress,
            sum(county_tasks) as county_tasks, sum(county_closed) as county_closed, sum(county_progress) as county_progress
            """;

    private static final String LED = """
            select unit_id, county_id, null as plan_id, %s
            from %s c
            where %s
            group by unit_id, county_id
            """;

    private static final String LED_BY_PLAN = """
            select null as unit_id, null as county_id, plan_id, %s
            from %s c
            where %s
            group by plan_id
            """;

    private static final String SETTLED = """
            select o.plan_id, (array_agg(o.id order by o.closed_at desc, o.id desc))[1] as last, bool_and(o.frozen) as settled,
                   count(*) filter (where o.frozen) as kept
            from round o
            where %s
            group by o.plan_id
            """;

    private static final String TREND = """
            select %1$s as period, sum(owed) as owed, sum(submitted) as submitted, sum(on_time) as on_time
            from report_counted c
            where %1$s between :first and :last and c.period between :began and :ended and %2$s
            group by 1
            order by 1
            """;

    private final JdbcClient jdbc;

    Counted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param plan null for all together */
    List<Reports> reports(Period period, @Nullable UUID plan, Conditions seen) {
        ofPlan(plan, seen.ofPeriod(period, "c"));
        return jdbc.sql(REPORTS.formatted(seen.where()))
                .params(seen.params())
                .query(Counted::reports)
                .list();
    }

    List<Reports> reportsByPlan(Period period, Conditions seen) {
        seen.ofPeriod(period, "c");
        return jdbc.sql(REPORTS_BY_PLAN.formatted(seen.where()))
                .params(seen.params())
                .query(Counted::reports)
                .list();
    }

    /**
     * Plans whose rounds of a period are all closed with their numbers kept.
     *
     * @param last each with the round that was closed last
     * @param whole whether these are all rounds of the period whose numbers are kept, so that their sums are those of the period
     */
    record Settled(Period period, Map<UUID, UUID> last, boolean whole) {
        boolean isEmpty() {
            return last.isEmpty();
        }
    }

    /** @param plan null for all */
    Settled settled(Period period, @Nullable UUID plan) {
        record OfPlan(UUID planId, UUID last, boolean settled, int kept) {}
        var conditions = new Conditions().ofPeriod(period, "o").given("o.plan_id = :plan", "plan", plan);
        var plans = jdbc.sql(SETTLED.formatted(conditions.where()))
                .params(conditions.params())
                .query(OfPlan.class)
                .list();
        var last = plans.stream().filter(OfPlan::settled).collect(Collectors.toMap(OfPlan::planId, OfPlan::last));
        int kept = plans.stream().mapToInt(OfPlan::kept).sum();
        return new Settled(period, last, plan == null && kept == last.size());
    }

    /** @param plan null for all together */
    List<Led> led(@Nullable UUID plan, Settled settled, Supplier<Conditions> seen) {
        var live = seen.get();
        if (settled.isEmpty()) {
            ofPlan(plan, live);
            return led(LED, "led_counted", live);
        }
        if (plan != null) {
            return led(LED, "round_result", ofLast(settled, seen.get()));
        }
        var kept = settled.whole()
                ? led(LED, "round_result_sum", seen.get().ofPeriod(settled.period(), "c"))
                : led(LED, "round_result", ofLast(settled, seen.get()));
        return both(ledOfOthers(LED, settled, live), kept);
    }

    List<Led> ledByPlan(Settled settled, Supplier<Conditions> seen) {
        var live = seen.get().and("c.plan_id is not null");
        return settled.isEmpty()
                ? led(LED_BY_PLAN, "led_counted", live)
                : both(
                        ledOfOthers(LED_BY_PLAN, settled, live),
                        led(LED_BY_PLAN, "round_result", ofLast(settled, seen.get())));
    }

    // Looked for by their ids: of a month that is over nearly all plans are settled, and their counts need not be read.
    private List<Led> ledOfOthers(String sql, Settled settled, Conditions live) {
        UUID[] others = jdbc.sql("select id from plan where id <> all(:settled)")
                .param("settled", settled.last().keySet().toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        return others.length == 0
                ? List.of()
                : led(sql, "led_counted", live.and("c.plan_id = any(:others)", "others", others));
    }

    private static Conditions ofLast(Settled settled, Conditions kept) {
        return kept.and(
                "c.round_id = any(:last)", "last", settled.last().values().toArray(UUID[]::new));
    }

    private static List<Led> both(List<Led> some, List<Led> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private List<Led> led(String sql, String counted, Conditions conditions) {
        return jdbc.sql(sql.formatted(LED_SUMS, counted, conditions.where()))
                .params(conditions.params())
                .query(Counted::led)
                .list();
    }

    /**
     * Oldest first, without those in which nothing was owed; of months each takes in all that counts in it.
     *
     * @param first the first period, of the cadence of the last
     */
    List<Month> trend(Period first, Period last, @Nullable UUID plan, Conditions seen) {
        var cadence = last.cadence();
        boolean monthly = cadence == Cadence.MONTHLY;
        ofPlan(plan, seen);
        seen.given("c.cadence = :cadence", "cadence", monthly ? null : cadence.name());
        return jdbc.sql(TREND.formatted(monthly ? "c.month" : "c.period", seen.where()))
                .params(seen.params())
                .param("first", first.first())
                .param("last", last.first())
                // what counts in a month began at most two months before
                .param("began", first.plus(-2).first())
                .param("ended", last.last())
                .query((row, number) -> new Month(
                        new Period(cadence, row.getObject("period", LocalDate.class)),
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
