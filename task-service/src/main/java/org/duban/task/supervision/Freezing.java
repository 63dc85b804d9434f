package org.duban.task.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.light.Lights;
import org.duban.task.light.Lights.ReportFacts;
import org.duban.task.light.Lit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Keeps a round's numbers as they are when it is closed: what is accepted, closed or given to other units later moves them
 * no more. Of each task it keeps the light that it showed until then.
 */
@Repository
class Freezing {

    private static final int AT_ONCE = 2000;

    /** Every lead unit's part in every task of the plan, and every report that the round asked for. */
    private static final String FACTS = """
            with led as (
                select t.id as task_id, u.unit_id, u.county_id, u.progress
                from task t join task_unit u on u.task_id = t.id and u.part = 'LEAD'
                where t.plan_id = ? and t.state <> 'DRAFTED'),
            asked as (
                select r.id as report_id, r.task_id, r.unit_id, r.county_id, r.due_on, r.on_time, r.submitted_at, r.progress,
                       r.state
                from report r
                where r.period = ? and r.round_id = ? and r.state <> 'WAIVED'),
            missed as (
                select task_id, min(due_on) as due_on, bool_or(submitted_at is not null) as returned
                from asked
                where state = 'LAPSED'
                group by task_id),
            stands as (
                select coalesce(led.task_id, asked.task_id) as task_id, coalesce(led.unit_id, asked.unit_id) as unit_id,
                       coalesce(led.county_id, asked.county_id) as county_id, led.task_id is not null as leads,
                       coalesce(led.progress, 0) as part_progress, asked.report_id, asked.state as report_state,
                       asked.due_on as report_due_on, asked.on_time, asked.submitted_at, asked.progress as reported
                from led full join asked on asked.task_id = led.task_id and asked.unit_id = led.unit_id)
            select b.*, t.light as task_light, t.light_reason as task_reason, t.state as task_state, t.running, t.standing, t.progress as task_progress, t.assigned_on, t.due_on,
                   t.closed_on, t.returned_on is not null as completion_returned,
                   least(o.report_due_on, m.due_on) as owed_due_on,
                   coalesce(o.report_returned, false) or coalesce(m.returned, false) as owed_returned
            from stands b
            join task t on t.id = b.task_id
            left join task_owed o on o.task_id = b.task_id
            left join missed m on m.task_id = b.task_id
            """;

    private static final String KEEP = """
            insert into round_fact (month, round_id, plan_id, frozen_on, task_id, unit_id, county_id, leads, task_state, standing,
                                    task_progress, progress, assigned_on, task_due_on, task_closed_on, completion_returned,
                                    owed_due_on, owed_returned, task_light, task_reason, report_id, report_state, report_due_on,
                                    on_time, submitted_on, reported, report_light, report_reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /**
     * Where several units lead a task, the first of them counts it for the city, and the first of a county for that county. Pieces
     * count for the units that lead them; the city and the counties count the tasks that they are of, a county its share of a
     * city's task.
     */
    private static final String COUNT = """
            with fact as (
                select k.*,
                       k.leads and t.parent_id is null
                           and row_number() over (partition by k.task_id order by not k.leads, k.unit_id) = 1 as once,
                       k.leads and (t.parent_id is null or t.for_county is not null)
                           and row_number() over (partition by k.task_id, k.county_id order by not k.leads, k.unit_id) = 1
                           as once_in_county
                from round_fact k
                join task t on t.id = k.task_id
                where k.month = ? and k.round_id = ?)
            insert into round_result (month, cadence, period, round_id, plan_id, unit_id, county_id, tasks, closed, own_progress,
                                      progress, city_tasks, city_closed, city_progress, county_tasks, county_closed, county_progress,
                                      owed, submitted, accepted, on_time)
            select f.month, o.cadence, o.period, f.round_id, f.plan_id, f.unit_id, f.county_id,
                   count(*) filter (where leads),
                   count(*) filter (where leads and task_state = 'CLOSED'),
                   coalesce(sum(case when task_state = 'CLOSED' then 100 else progress end) filter (where leads), 0),
                   coalesce(sum(task_progress) filter (where leads), 0),
                   count(*) filter (where once),
                   count(*) filter (where once and task_state = 'CLOSED'),
                   coalesce(sum(task_progress) filter (where once), 0),
                   count(*) filter (where once_in_county),
                   count(*) filter (where once_in_county and task_state = 'CLOSED'),
                   coalesce(sum(task_progress) filter (where once_in_county), 0),
                   count(report_id),
                   count(*) filter (where report_state in ('SUBMITTED', 'ACCEPTED')),
                   count(*) filter (where report_state = 'ACCEPTED'),
                   count(*) filter (where report_state in ('SUBMITTED', 'ACCEPTED') and on_time)
            from fact f
            join round o on o.id = f.round_id
            group by f.month, o.cadence, o.period, f.round_id, f.plan_id, f.unit_id, f.county_id
            """;

    /** From now on they are counted as they were kept. */
    private static final String COUNTED_NO_MORE = """
            insert into report_count_stale (period, unit_id)
            select distinct period, unit_id from report where period = ? and round_id = ?
            """;

    private final JdbcTemplate jdbc;
    private final Lights lights;

    Freezing(JdbcTemplate jdbc, Lights lights) {
        this.jdbc = jdbc;
        this.lights = lights;
    }

    /** The caller holds the round and has lapsed it: from then on nobody hands anything in. */
    void freeze(Rounds.Round round, LocalDate today) {
        var month = month(round.id());
        jdbc.query("select ensure_round_fact_month(?)", row -> {}, month.atDay(1));
        List<@Nullable Object[]> rows = new ArrayList<>();
        // read through a cursor: a round may have a million facts
        jdbc.query(
                connection -> {
                    var facts = connection.prepareStatement(FACTS);
                    facts.setFetchSize(AT_ONCE);
                    facts.setObject(1, round.planId());
                    facts.setObject(2, round.period().first());
                    facts.setObject(3, round.id());
                    return facts;
                },
                row -> {
                    rows.add(fact(row, round, month, today));
                    if (rows.size() == AT_ONCE) {
                        jdbc.batchUpdate(KEEP, rows);
                        rows.clear();
                    }
                });
        jdbc.batchUpdate(KEEP, rows);
        jdbc.update(COUNT, month.atDay(1), round.id());
        jdbc.update(COUNTED_NO_MORE, round.period().first(), round.id());
        jdbc.update("update round set frozen = true where id = ?", round.id());
    }

    private YearMonth month(UUID round) {
        return YearMonth.from(jdbc.queryForObject("select month from round where id = ?", LocalDate.class, round));
    }

    private @Nullable Object[] fact(ResultSet row, Rounds.Round round, YearMonth month, LocalDate today)
            throws SQLException {
        var submittedOn = submittedOn(row);
        var report = reportLight(row, submittedOn, today);
        return new @Nullable Object[] {
            month.atDay(1),
            round.id(),
            round.planId(),
            today,
            row.getObject("task_id", UUID.class),
            row.getObject("unit_id", UUID.class),
            row.getObject("county_id", UUID.class),
            row.getBoolean("leads"),
            row.getString("task_state"),
            row.getBoolean("standing"),
            row.getInt("task_progress"),
            row.getInt("part_progress"),
            row.getObject("assigned_on", LocalDate.class),
            row.getObject("due_on", LocalDate.class),
            row.getObject("closed_on", LocalDate.class),
            row.getBoolean("completion_returned"),
            row.getObject("owed_due_on", LocalDate.class),
            row.getBoolean("owed_returned"),
            row.getString("task_light"),
            row.getString("task_reason"),
            row.getObject("report_id", UUID.class),
            row.getString("report_state"),
            row.getObject("report_due_on", LocalDate.class),
            row.getObject("on_time", Boolean.class),
            submittedOn,
            row.getObject("reported", Integer.class),
            report == null ? null : report.light().name(),
            report == null ? null : report.reason()
        };
    }

    private @Nullable Lit reportLight(ResultSet row, @Nullable LocalDate submittedOn, LocalDate today)
            throws SQLException {
        var state = row.getString("report_state");
        return state == null
                ? null
                : lights.report(
                        new ReportFacts(
                                state.equals("LAPSED") ? ReportFacts.Standing.LAPSED : ReportFacts.Standing.HANDED_IN,
                                row.getObject("report_due_on", LocalDate.class),
                                submittedOn,
                                row.getBoolean("on_time")),
                        today);
    }

    private static @Nullable LocalDate submittedOn(ResultSet row) throws SQLException {
        var at = BusinessTime.atOrNull(row.getObject("submitted_at", OffsetDateTime.class));
        return at == null ? null : at.toLocalDate();
    }
}
