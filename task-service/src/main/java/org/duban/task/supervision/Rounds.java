package org.duban.task.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds and the reports they ask for, written by the set. */
@Repository
class Rounds {

    /** A round as the database keeps it. */
    record Round(UUID id, UUID planId, @Nullable UUID countyId, YearMonth period, boolean open) {}

    /** One report just asked for. */
    record Requested(
            UUID id,
            UUID taskId,
            String taskTitle,
            UUID unitId,
            @Nullable UUID countyId) {}

    /** One report awaited no more. */
    record Waived(UUID id, long version, UUID roundId, UUID taskId, UUID unitId, YearMonth period) {}

    record Titles(String task, String plan) {}

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A plan with work left, and the months for which it has a round. */
    record Supervised(PlanPace pace, Set<YearMonth> opened) {}

    /** In the order in which rounds are opened, so that two instances never wait for each other in a circle. */
    List<Supervised> supervised() {
        return jdbc.sql("""
                        select p.id, p.title, p.county_id, p.adopted_on, p.report_day, p.grace_working_days,
                               array(select o.period::text from round o where o.plan_id = p.id) as periods
                        from plan p
                        where exists (select from task t where t.plan_id = p.id and t.running)
                        order by p.id
                        """)
                .query((row, number) -> new Supervised(
                        pace(row),
                        Stream.of((String[]) row.getArray("periods").getArray())
                                .map(day -> YearMonth.from(LocalDate.parse(day)))
                                .collect(Collectors.toSet())))
                .list();
    }

    Optional<PlanPace> pace(UUID plan) {
        return jdbc.sql("""
                        select id, title, county_id, adopted_on, report_day, grace_working_days from plan where id = :id
                        """).param("id", plan).query((row, number) -> pace(row)).optional();
    }

    /** @param dueOn a round's day; what began to owe only later is not asked in it */
    boolean anythingOwed(UUID plan, LocalDate dueOn) {
        return jdbc.sql("""
                        select exists (
                            select from task t join task_unit u on u.task_id = t.id and u.part = 'LEAD'
                            where t.plan_id = :plan and t.running and (t.owes_from is null or t.owes_from <= :dueOn))
                        """)
                .param("plan", plan)
                .param("dueOn", dueOn)
                .query(Boolean.class)
                .single();
    }

    /** @return false where the plan has a round for this month already; waits for whoever is just opening it */
    boolean insert(UUID id, PlanPace plan, YearMonth period, RoundDays days, OffsetDateTime now) {
        return jdbc.sql("""
                        insert into round (id, plan_id, county_id, period, opens_on, due_on, closes_on, state, opened_at,
                                           reports, version)
                        values (:id, :plan, :county, :period, :opensOn, :dueOn, :closesOn, 'OPEN', :now, 0, 0)
                        on conflict (plan_id, period) do nothing
                        """)
                        .param("id", id)
                        .param("plan", plan.id())
                        .param("county", plan.countyId(), Types.OTHER)
                        .param("period", period.atDay(1))
                        .param("opensOn", days.opensOn())
                        .param("dueOn", days.dueOn())
                        .param("closesOn", days.closesOn())
                        .param("now", now)
                        .update()
                == 1;
    }

    Optional<Round> find(UUID plan, YearMonth period) {
        return jdbc.sql("select * from round where plan_id = :plan and period = :period")
                .param("plan", plan)
                .param("period", period.atDay(1))
                .query(Rounds::round)
                .optional();
    }

    Optional<Round> find(UUID id) {
        return jdbc.sql("select * from round where id = :id")
                .param("id", id)
                .query(Rounds::round)
                .optional();
    }

    /** Waits for whoever is just closing it. */
    Optional<Round> locked(UUID id) {
        return jdbc.sql("select * from round where id = :id for update")
                .param("id", id)
                .query(Rounds::round)
                .optional();
    }

    /** Whether the round takes reports; it is not closed until the transaction ends. */
    boolean staysOpen(UUID id) {
        return jdbc.sql("select state = 'OPEN' from round where id = :id for share")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    boolean isOpen(UUID id) {
        return jdbc.sql("select exists (select from round where id = :id and state = 'OPEN')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void ensureMonth(YearMonth period) {
        jdbc.sql("select ensure_report_month(:period)::text")
                .param("period", period.atDay(1))
                .query(String.class)
                .optional();
    }

    /**
     * Asks every lead unit of every open task that was not asked in this round yet for its report. The ids carry the period's
     * first moment as their time and grow in the plan's order.
     */
    List<Requested> request(UUID round, UUID plan, YearMonth period, LocalDate dueOn) {
        return jdbc.sql("""
                        with requested as (
                            insert into report (id, period, round_id, plan_id, task_id, unit_id, county_id, due_on, state,
                                                version)
                            select uuidv7(make_interval(secs => extract(epoch from
                                       cast(:start as timestamptz) - now())::double precision + 1)),
                                   :period, :round, t.plan_id, t.id, u.unit_id, u.county_id, :dueOn, 'DUE', 0
                            from task t
                            join task_unit u on u.task_id = t.id and u.part = 'LEAD'
                            where t.plan_id = :plan and t.running and (t.owes_from is null or t.owes_from <= :dueOn)
                              and not exists (
                                  select from report r
                                  where r.period = :period and r.round_id = :round and r.task_id = t.id
                                    and r.unit_id = u.unit_id)
                            order by t.ordinal, u.place, u.unit_id
                            for share of t
                            returning id, task_id, unit_id, county_id),
                        counted as (
                            update round set reports = reports + (select count(*) from requested) where id = :round)
                        select r.id, r.task_id, t.title as task_title, r.unit_id, r.county_id
                        from requested r
                        join task t on t.id = r.task_id
                        order by r.id
                        """)
                .param("start", Period.start(period))
                .param("period", period.atDay(1))
                .param("round", round)
                .param("plan", plan)
                .param("dueOn", dueOn)
                .query((row, number) -> new Requested(
                        row.getObject("id", UUID.class),
                        row.getObject("task_id", UUID.class),
                        row.getString("task_title"),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("county_id", UUID.class)))
                .list();
    }

    /** A round whose due day has not passed. */
    record Running(UUID id, YearMonth period, LocalDate dueOn) {}

    /** None of them is closed until the transaction ends. */
    List<Running> withTimeLeft(UUID plan, LocalDate today) {
        return jdbc.sql("""
                        select id, period, due_on from round
                        where plan_id = :plan and state = 'OPEN' and due_on >= :today
                        order by id
                        for share
                        """)
                .param("plan", plan)
                .param("today", today)
                .query((row, number) -> new Running(
                        row.getObject("id", UUID.class),
                        YearMonth.from(row.getObject("period", LocalDate.class)),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    /** Reports owed by units that do not lead the task any more. */
    List<Waived> waiveParted(UUID plan, LocalDate today) {
        return jdbc.sql("""
                        update report r set state = 'WAIVED', version = r.version + 1, ended_on = :today
                        from round o
                        where o.plan_id = :plan and o.state = 'OPEN' and r.round_id = o.id and r.period = o.period
                          and r.state in ('DUE', 'RETURNED')
                          and not exists (
                              select from task_unit u
                              where u.task_id = r.task_id and u.unit_id = r.unit_id and u.part = 'LEAD')
                        returning r.id, r.version, r.round_id, r.task_id, r.unit_id, r.period
                        """)
                .param("plan", plan)
                .param("today", today)
                .query(Rounds::waived)
                .list();
    }

    void close(UUID id, OffsetDateTime now) {
        jdbc.sql("""
                        update round set state = 'CLOSED', closed_at = :now, version = version + 1 where id = :id
                        """).param("now", now).param("id", id).update();
    }

    /** Open rounds whose grace has passed; one in which a returned report has still time waits for it. */
    List<UUID> pastTheirGrace(LocalDate today) {
        return jdbc.sql("""
                        select o.id from round o
                        where o.state = 'OPEN' and o.closes_on < :today
                          and not exists (
                              select from report r
                              where r.round_id = o.id and r.period = o.period and r.state = 'RETURNED' and r.due_on >= :today)
                        order by o.id
                        """).param("today", today).query(UUID.class).list();
    }

    List<Waived> lapse(Round round, LocalDate today) {
        return jdbc.sql("""
                        update report set state = 'LAPSED', version = version + 1, ended_on = :today
                        where period = :period and round_id = :round and state in ('DUE', 'RETURNED')
                        returning id, version, round_id, task_id, unit_id, period
                        """)
                .param("period", round.period().atDay(1))
                .param("round", round.id())
                .param("today", today)
                .query(Rounds::waived)
                .list();
    }

    List<Waived> waive(UUID task, LocalDate today) {
        return jdbc.sql("""
                        update report set state = 'WAIVED', version = version + 1, ended_on = :today
                        where task_id = :task and state in ('DUE', 'RETURNED')
                        returning id, version, round_id, task_id, unit_id, period
                        """)
                .param("task", task)
                .param("today", today)
                .query(Rounds::waived)
                .list();
    }

    /** Tasks that were closed or suspended while a round was just asking for reports on them. */
    List<UUID> closedYetOwing() {
        return jdbc.sql("""
                        select distinct r.task_id from report r join task t on t.id = r.task_id
                        where r.state in ('DUE', 'RETURNED') and not t.running
                        order by r.task_id
                        """).query(UUID.class).list();
    }

    Titles titles(UUID task) {
        return jdbc.sql("""
                        select t.title as task, p.title as plan from task t join plan p on p.id = t.plan_id where t.id = :id
                        """).param("id", task).query(Titles.class).single();
    }

    Map<Report.State, Long> reportsInOpenRounds() {
        Map<Report.State, Long> counted = new EnumMap<>(Report.State.class);
        jdbc.sql("""
                        select report.state, count(*) as reports
                        from round join report on report.period = round.period and report.round_id = round.id
                        where round.state = 'OPEN'
                        group by report.state
                        """)
                .query((row, number) ->
                        counted.put(Report.State.valueOf(row.getString("state")), row.getLong("reports")))
                .list();
        return counted;
    }

    private static PlanPace pace(ResultSet row) throws SQLException {
        return new PlanPace(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getObject("county_id", UUID.class),
                row.getObject("adopted_on", LocalDate.class),
                row.getInt("report_day"),
                row.getInt("grace_working_days"));
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getObject("county_id", UUID.class),
                YearMonth.from(row.getObject("period", LocalDate.class)),
                "OPEN".equals(row.getString("state")));
    }

    private static Waived waived(ResultSet row, int number) throws SQLException {
        return new Waived(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("round_id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                YearMonth.from(row.getObject("period", LocalDate.class)));
    }
}
