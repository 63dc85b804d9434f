package org.duban.task.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.OnDayOff;
import org.duban.task.calendar.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds and the reports they ask for, written by the set. */
@Repository
class Rounds {

    /** A round as the database keeps it. */
    record Round(UUID id, UUID planId, @Nullable UUID countyId, Period period, boolean open) {}

    /** One report just asked for. */
    record Requested(
            UUID id,
            UUID taskId,
            String taskTitle,
            UUID unitId,
            @Nullable UUID countyId) {}

    /** One report awaited no more. */
    record Waived(UUID id, long version, UUID roundId, UUID taskId, UUID unitId, Period period) {}

    record Titles(String task, String plan) {}

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A plan with work left in one cadence.
     *
     * @param since from when on it is supervised so
     * @param opened first days of the periods for which it has a round
     */
    record Supervised(PlanPace pace, Cadence cadence, LocalDate since, Set<LocalDate> opened) {}

    private static final String PACE = """
            p.id, p.title, p.county_id, p.adopted_on, p.cadence, p.report_weekday, p.report_day, p.report_quarter_day,
            p.on_day_off, p.grace_working_days
            """;

    private static final String SUPERVISED = """
            select %s, kept.cadence as kept, greatest(p.adopted_on, kept.since) as since,
                   array(select o.period::text from round o where o.plan_id = p.id and o.cadence = kept.cadence) as periods
            from plan p
            cross join lateral (
                select cadence, min(since) as since
                from (select p.cadence, p.cadence_since as since
                      where exists (select from task t where t.plan_id = p.id and t.running and t.cadence is null)
                      union all
                      select t.cadence, t.cadence_since from task t
                      where t.plan_id = p.id and t.running and t.cadence is not null) each
                group by cadence) kept
            where %s
            order by p.id, kept.cadence
            """;

    /** In the order in which rounds are opened, so that two instances never wait for each other in a circle. */
    List<Supervised> supervised() {
        return jdbc.sql(SUPERVISED.formatted(PACE, "true"))
                .query((row, number) -> supervised(row))
                .list();
    }

    List<Supervised> supervised(UUID plan) {
        return jdbc.sql(SUPERVISED.formatted(PACE, "p.id = :plan"))
                .param("plan", plan)
                .query((row, number) -> supervised(row))
                .list();
    }

    private static Supervised supervised(ResultSet row) throws SQLException {
        return new Supervised(
                pace(row),
                Cadence.valueOf(row.getString("kept")),
                row.getObject("since", LocalDate.class),
                Stream.of((String[]) row.getArray("periods").getArray())
                        .map(LocalDate::parse)
                        .collect(Collectors.toSet()));
    }

    Optional<PlanPace> pace(UUID plan) {
        return jdbc.sql("select %s from plan p where p.id = :id".formatted(PACE))
                .param("id", plan)
                .query((row, number) -> pace(row))
                .optional();
    }

    /** @param dueOn a round's day; what began to owe only later is not asked in it */
    boolean anythingOwed(UUID plan, Cadence cadence, LocalDate dueOn) {
        return jdbc.sql("""
                        select exists (select from %s)
                        """.formatted(ASKED))
                .param("plan", plan)
                .param("cadence", cadence.name())
                .param("dueOn", dueOn)
                .query(Boolean.class)
                .single();
    }

    /** @return false where the plan has a round for this period already; waits for whoever is just opening it */
    boolean insert(UUID id, PlanPace plan, Period period, RoundDays days, OffsetDateTime now) {
        return jdbc.sql("""
                        insert into round (id, plan_id, county_id, cadence, period, month, opens_on, due_on, closes_on, state,
                                           opened_at, reports, version, asking)
                        values (:id, :plan, :county, :cadence, :period, :month, :opensOn, :dueOn, :closesOn, 'OPEN', :now, 0,
                                0, true)
                        on conflict (plan_id, cadence, period) do nothing
                        """)
                        .param("id", id)
                        .param("plan", plan.id())
                        .param("county", plan.countyId(), Types.OTHER)
                        .param("cadence", period.cadence().name())
                        .param("period", period.first())
                        .param("month", days.month().atDay(1))
                        .param("opensOn", days.opensOn())
                        .param("dueOn", days.dueOn())
                        .param("closesOn", days.closesOn())
                        .param("now", now)
                        .update()
                == 1;
    }

    Optional<Round> find(UUID plan, Period period) {
        return jdbc.sql("select * from round where plan_id = :plan and cadence = :cadence and period = :period")
                .param("plan", plan)
                .param("cadence", period.cadence().name())
                .param("period", period.first())
                .query(Rounds::round)
                .optional();
    }

    Optional<Round> find(UUID id) {
        return jdbc.sql("select * from round where id = :id")
                .param("id", id)
                .query(Rounds::round)
                .optional();
    }

    /** Waits for whoever is just asking for its reports or closing it. */
    Optional<Round> locked(UUID id) {
        oneAtATime(id);
        return jdbc.sql("select * from round where id = :id for no key update")
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

    /** @param day any day of the month in which a period begins */
    void ensureMonth(LocalDate day) {
        jdbc.sql("select ensure_report_month(:day)::text")
                .param("day", day)
                .query(String.class)
                .optional();
    }

    /** A round that is not through with asking. */
    record Asking(Period period, RoundDays days, int reports) {}

    /**
     * One at a time; it stays open until the transaction ends. Its row stays free until it has asked: everybody holds tasks before
     * rounds.
     */
    Optional<Asking> lockedAsking(UUID id) {
        oneAtATime(id);
        return asking(id);
    }

    private void oneAtATime(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('round ' || :id, 0))")
                .param("id", id.toString())
                .query()
                .singleRow();
    }

    Optional<Asking> asking(UUID id) {
        return jdbc.sql("select * from round where id = :id and asking and state = 'OPEN'")
                .param("id", id)
                .query((row, number) -> new Asking(Reports.periodOf(row, ""), days(row), row.getInt("reports")))
                .optional();
    }

    void hasAsked(UUID id) {
        jdbc.sql("update round set asking = false where id = :id")
                .param("id", id)
                .update();
    }

    /** Rounds whose opening was broken off. */
    List<Round> brokenOff() {
        return jdbc.sql("select * from round where asking and state = 'OPEN' order by id")
                .query(Rounds::round)
                .list();
    }

    /**
     * The units that a round asks, in portions of about so many reports.
     *
     * @param dueOn the round's day
     */
    List<List<UUID>> portions(UUID plan, Cadence cadence, LocalDate dueOn, int reports) {
        List<List<UUID>> portions = new ArrayList<>();
        jdbc.sql("select u.unit_id, count(*) as reports from %s group by u.unit_id order by u.unit_id".formatted(ASKED))
                .param("plan", plan)
                .param("cadence", cadence.name())
                .param("dueOn", dueOn)
                .query(new Portioning(portions, reports));
        return portions;
    }

    private static final class Portioning implements RowCallbackHandler {
        private final List<List<UUID>> portions;
        private final int most;
        private int left;

        Portioning(List<List<UUID>> portions, int most) {
            this.portions = portions;
            this.most = most;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            if (left <= 0) {
                portions.add(new ArrayList<>());
                left = most;
            }
            portions.getLast().add(row.getObject("unit_id", UUID.class));
            left -= row.getInt("reports");
        }
    }

    /** What a round of a cadence asks for: of every lead unit, and of every other where the plan says so, each running task's report. */
    private static final String ASKED = """
            task t
            join plan p on p.id = t.plan_id
            join task_unit u on u.task_id = t.id and (u.part = 'LEAD' or p.cooperators = 'THEMSELVES')
            where t.plan_id = :plan and t.running and coalesce(t.cadence, p.cadence) = :cadence
              and (t.owes_from is null or t.owes_from <= :dueOn)
            """;

    /**
     * Asks units for their reports, unless they were asked in this round already. The ids carry the period's first moment as their
     * time; those asked for together grow in the plan's order, the deepest pieces first, which is the order in which everybody holds
     * tasks.
     */
    List<Requested> request(UUID round, UUID plan, Period period, RoundDays days, Asks asks) {
        return jdbc.sql("""
                        with requested as (
                            insert into report (id, period, cadence, month, round_id, plan_id, task_id, unit_id, county_id, due_on,
                                                state, version)
                            select uuidv7(make_interval(secs => extract(epoch from
                                       cast(:start as timestamptz) - now())::double precision + 1)),
                                   :period, :cadence, :month, :round, t.plan_id, t.id, u.unit_id, u.county_id, :dueOn, 'DUE', 0
                            from %s %s
                            order by t.depth desc, t.ordinal, t.id, u.part desc, u.place, u.unit_id
                            for share of t
                            on conflict (period, round_id, task_id, unit_id) do nothing
                            returning id, task_id, unit_id, county_id),
                        counted as (
                            update round set reports = reports + (select count(*) from requested)
                            where id = :round and exists (select from requested))
                        select r.id, r.task_id, t.title as task_title, r.unit_id, r.county_id
                        from requested r
                        join task t on t.id = r.task_id
                        order by r.id
                        """.formatted(ASKED, asks.narrowing()))
                .param("start", ReportIds.start(period.first()))
                .param("period", period.first())
                .param("cadence", period.cadence().name())
                .param("month", days.month().atDay(1))
                .param("round", round)
                .param("plan", plan)
                .param("dueOn", days.dueOn())
                .param("of", asks.of().toArray(UUID[]::new))
                .query((row, number) -> new Requested(
                        row.getObject("id", UUID.class),
                        row.getObject("task_id", UUID.class),
                        row.getString("task_title"),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("county_id", UUID.class)))
                .list();
    }

    /** A round whose due day has not passed. */
    record Running(UUID id, Period period, RoundDays days) {}

    /** None of them is closed until the transaction ends. */
    List<Running> withTimeLeft(UUID plan, LocalDate today) {
        return jdbc.sql("""
                        select * from round
                        where plan_id = :plan and state = 'OPEN' and due_on >= :today
                        order by id
                        for no key update
                        """)
                .param("plan", plan)
                .param("today", today)
                .query((row, number) ->
                        new Running(row.getObject("id", UUID.class), Reports.periodOf(row, ""), days(row)))
                .list();
    }

    /** Reports owed by units that have to report on the task no more. */
    List<Waived> waiveParted(UUID plan, LocalDate today) {
        return jdbc.sql("""
                        update report r set state = 'WAIVED', version = r.version + 1, ended_on = :today
                        from round o join plan p on p.id = o.plan_id
                        where o.plan_id = :plan and o.state = 'OPEN' and r.round_id = o.id and r.period = o.period
                          and r.state in ('DUE', 'RETURNED')
                          and not exists (
                              select from task_unit u
                              where u.task_id = r.task_id and u.unit_id = r.unit_id
                                and (u.part = 'LEAD' or p.cooperators = 'THEMSELVES'))
                        returning r.id, r.version, r.round_id, r.task_id, r.unit_id, r.period, r.cadence
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
                        returning id, version, round_id, task_id, unit_id, period, cadence
                        """)
                .param("period", round.period().first())
                .param("round", round.id())
                .param("today", today)
                .query(Rounds::waived)
                .list();
    }

    List<Waived> waive(UUID task, LocalDate today) {
        return jdbc.sql("""
                        update report set state = 'WAIVED', version = version + 1, ended_on = :today
                        where task_id = :task and state in ('DUE', 'RETURNED')
                        returning id, version, round_id, task_id, unit_id, period, cadence
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

    /** Whether the head of the unit signs reports of this plan off. */
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
                Cadence.valueOf(row.getString("cadence")),
                new CutOff(
                        DayOfWeek.of(row.getInt("report_weekday")),
                        row.getInt("report_day"),
                        row.getInt("report_quarter_day"),
                        OnDayOff.valueOf(row.getString("on_day_off"))),
                row.getInt("grace_working_days"));
    }

    private static RoundDays days(ResultSet row) throws SQLException {
        return new RoundDays(
                row.getObject("opens_on", LocalDate.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("due_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class));
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getObject("county_id", UUID.class),
                Reports.periodOf(row, ""),
                "OPEN".equals(row.getString("state")));
    }

    private static Waived waived(ResultSet row, int number) throws SQLException {
        return new Waived(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("round_id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                Reports.periodOf(row, ""));
    }
}
