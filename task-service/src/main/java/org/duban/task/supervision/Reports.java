package org.duban.task.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.Period;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.supervision.Content.IndicatorValue;
import org.duban.task.supervision.Report.Decision;
import org.duban.task.supervision.Report.Owed;
import org.duban.task.supervision.Report.State;
import org.duban.task.supervision.Report.Submission;
import org.duban.task.supervision.Report.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reports as the database keeps them: by the month, without foreign keys. */
@Repository
class Reports {

    private record Pending(Content content, OffsetDateTime at, String by) {}

    private static final TypeReference<List<IndicatorValue>> INDICATORS = new TypeReference<>() {};

    private static final String COMING = """
            select %s,
                   exists (
                       select from report l
                       where l.task_id = :task and l.unit_id = :unit and l.period > :last - 92
                         and period_end(l.period, l.cadence) > :last
                         and l.state in ('SUBMITTED', 'ACCEPTED')) as later
            from task t
            join plan p on p.id = :plan
            join round o on o.id = :round
            left join directory_unit u on u.id = :unit
            left join task_unit own on own.task_id = :task and own.unit_id = :unit
            left join lateral (
                select b.period, b.cadence, b.progress, b.done, b.problems, b.next
                from report b
                where b.task_id = :task and b.unit_id = :unit and b.period >= :from and b.period <= :last
                  and period_end(b.period, b.cadence) < :last
                  and b.state in ('SUBMITTED', 'ACCEPTED')
                order by b.period desc
                limit 1) before on true
            where t.id = :task
            """.formatted(ReportSurroundings.COLUMNS);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Reports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * All that the transaction asks from here on goes by keys, so that the best way to find it does not depend on the key: it is
     * planned once for a connection. Planned anew each time over every month's table, a report cost more in planning than in
     * reading.
     */
    void planOnce() {
        jdbc.sql("select set_config('plan_cache_mode', 'force_generic_plan', true)")
                .query(String.class)
                .single();
    }

    Optional<Report> find(UUID id) {
        return ReportIds.firstDay(id)
                .flatMap(period -> jdbc.sql("select * from report where period = :period and id = :id")
                        .param("period", period)
                        .param("id", id)
                        .query((row, number) -> report(row))
                        .optional());
    }

    /**
     * What a report comes into.
     *
     * @param overtaken whether the unit has already reported on the task for a later period, or the task has begun anew since
     */
    record Coming(ReportSurroundings around, boolean overtaken) {}

    Coming coming(Owed owed) {
        // Nearly always the unit has reported for the period just before; else all months have to be looked through.
        var coming = coming(owed, owed.period().plus(-1).first());
        return coming.around.previous() == null ? coming(owed, LocalDate.EPOCH) : coming;
    }

    private Coming coming(Owed owed, LocalDate from) {
        return jdbc.sql(COMING)
                .param("task", owed.task())
                .param("unit", owed.unit())
                .param("plan", owed.plan())
                .param("round", owed.round())
                .param("from", from)
                .param("last", owed.period().last())
                .query((row, number) -> {
                    var around = ReportSurroundings.of(row);
                    return new Coming(around, row.getBoolean("later") || around.ofPastCycle(owed));
                })
                .single();
    }

    /**
     * @return the version it has now
     * @throws ReportRefused where somebody else changed it since it was read
     */
    long save(Report report) {
        var submission = report.submission();
        var content = submission == null ? null : submission.content();
        var decision = report.decision();
        var waiting = report.waiting();
        int changed = jdbc.sql("""
                        update report
                        set due_on = :dueOn, state = :state, progress = :progress, done = :done, problems = :problems,
                            next = :next, indicators = cast(:indicators as jsonb), pending = cast(:pending as jsonb),
                            sign_off_reason = :signOffReason, signed_by = :signedBy, submitted_at = :submittedAt,
                            submitted_by = :submittedBy, on_time = :onTime, return_reason = :returnReason,
                            decided_at = :decidedAt, decided_by = :decidedBy, version = version + 1,
                            handed_in = case when :state = 'SUBMITTED' and state <> 'SUBMITTED'
                                then array_append(handed_in, cast(:submittedAt as timestamptz)) else handed_in end,
                            handed_in_due = case when :state = 'SUBMITTED' and state <> 'SUBMITTED'
                                then array_append(handed_in_due, due_on) else handed_in_due end,
                            returned = case when :state = 'RETURNED' and state <> 'RETURNED'
                                then array_append(returned, cast(:decidedAt as timestamptz)) else returned end
                        where period = :period and id = :id and version = :version
                        """)
                .param("dueOn", report.dueOn())
                .param("state", report.state().name())
                .param("progress", content == null ? null : content.progress(), Types.INTEGER)
                .param("done", content == null ? null : content.done(), Types.VARCHAR)
                .param("problems", content == null ? null : content.problems(), Types.VARCHAR)
                .param("next", content == null ? null : content.next(), Types.VARCHAR)
                .param(
                        "indicators",
                        content == null ? null : json.writeValueAsString(content.indicators()),
                        Types.VARCHAR)
                .param("pending", waiting == null ? null : json.writeValueAsString(pending(waiting)), Types.VARCHAR)
                .param("signOffReason", waiting == null ? null : waiting.refusal(), Types.VARCHAR)
                .param("signedBy", submission == null ? null : submission.signedBy(), Types.VARCHAR)
                .param("submittedAt", submission == null ? null : submission.at(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("submittedBy", submission == null ? null : submission.by(), Types.VARCHAR)
                .param("onTime", submission == null ? null : submission.onTime(), Types.BOOLEAN)
                .param("returnReason", decision == null ? null : decision.returnReason(), Types.VARCHAR)
                .param("decidedAt", decision == null ? null : decision.at(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("decidedBy", decision == null ? null : decision.by(), Types.VARCHAR)
                .param("period", report.owed().period().first())
                .param("id", report.id())
                .param("version", report.version())
                .update();
        if (changed == 0) {
            throw ReportRefused.stale();
        }
        return report.version() + 1;
    }

    private List<IndicatorValue> indicators(@Nullable String column) {
        return column == null ? List.of() : json.readValue(column, INDICATORS);
    }

    /** @param of what the names of its columns begin with */
    static Period periodOf(ResultSet row, String of) throws SQLException {
        return new Period(
                Cadence.valueOf(row.getString(of + "cadence")), row.getObject(of + "period", LocalDate.class));
    }

    Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new Owed(
                        periodOf(row, ""),
                        row.getObject("round_id", UUID.class),
                        row.getObject("plan_id", UUID.class),
                        row.getObject("task_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("county_id", UUID.class)),
                row.getObject("due_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                waiting(row),
                submission(row),
                decision(row));
    }

    private static Pending pending(Waiting waiting) {
        return new Pending(waiting.content(), waiting.at(), waiting.by());
    }

    private @Nullable Waiting waiting(ResultSet row) throws SQLException {
        var column = row.getString("pending");
        if (column == null) {
            return null;
        }
        var pending = json.readValue(column, Pending.class);
        return new Waiting(
                pending.content(), BusinessTime.at(pending.at()), pending.by(), row.getString("sign_off_reason"));
    }

    private @Nullable Submission submission(ResultSet row) throws SQLException {
        var at = row.getObject("submitted_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Submission(
                        new Content(
                                row.getInt("progress"),
                                row.getString("done"),
                                row.getString("problems"),
                                row.getString("next"),
                                indicators(row.getString("indicators"))),
                        BusinessTime.at(at),
                        row.getString("submitted_by"),
                        row.getString("signed_by"),
                        row.getBoolean("on_time"));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        var at = row.getObject("decided_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Decision(BusinessTime.at(at), row.getString("decided_by"), row.getString("return_reason"));
    }
}
