package org.duban.task.supervision;

import static org.duban.task.light.Lights.ReportFacts.Standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.access.Rights;
import org.duban.task.calendar.Period;
import org.duban.task.directory.UnitRef;
import org.duban.task.evidence.EvidenceFile;
import org.duban.task.evidence.EvidenceFiles;
import org.duban.task.ledger.Sights;
import org.duban.task.light.Light;
import org.duban.task.light.Lights;
import org.duban.task.light.Lights.ReportFacts;
import org.duban.task.query.Conditions;
import org.duban.task.supervision.Report.State;
import org.duban.task.supervision.Report.Waiting;
import org.duban.task.supervision.ReportView.Pending;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports as they are listed and shown, each caller their own. */
@Component
public class ReportViews {

    private static final String ROWS = """
            select r.*, %s, %s
            from report r
            join round o on o.id = r.round_id
            join plan p on p.id = r.plan_id
            join task t on t.id = r.task_id
            left join directory_unit u on u.id = r.unit_id
            left join task_unit own on own.task_id = r.task_id and own.unit_id = r.unit_id
            left join lateral (
                select b.period, b.cadence, b.progress, b.done, b.problems, b.next
                from report b
                where b.task_id = r.task_id and b.unit_id = r.unit_id and b.period <= period_end(r.period, r.cadence)
                  and period_end(b.period, b.cadence) < period_end(r.period, r.cadence)
                  and b.state in ('SUBMITTED', 'ACCEPTED')
                order by b.period desc
                limit 1) before on true
            where %s
            order by r.period desc, r.id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Reports reports;
    private final EvidenceFiles evidence;
    private final Lights lights;
    private final Clock clock;

    ReportViews(JdbcClient jdbc, Reports reports, EvidenceFiles evidence, Lights lights, Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.evidence = evidence;
        this.lights = lights;
        this.clock = clock;
    }

    /** What a list of reports is narrowed to; null or empty means any. */
    public record Asked(
            @Nullable UUID unit,
            @Nullable UUID county,
            Set<String> states,
            @Nullable Period period,
            @Nullable UUID round,
            @Nullable UUID task,
            @Nullable UUID plan,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueBefore,
            @Nullable UUID issuer,
            @Nullable Light light,
            boolean awaitingSignOff) {

        public static Asked of(@Nullable UUID unit, Set<String> states) {
            return new Asked(unit, null, states, null, null, null, null, null, null, null, null, false);
        }

        /** @param issuer the county whose own plans are asked for; null for the city, which decides on every plan */
        public Asked issuedBy(@Nullable UUID issuer) {
            return new Asked(
                    unit,
                    county,
                    states,
                    period,
                    round,
                    task,
                    plan,
                    dueFrom,
                    dueBefore,
                    issuer,
                    light,
                    awaitingSignOff);
        }

        public Asked dueBetween(LocalDate from, LocalDate before) {
            return new Asked(
                    unit, county, states, period, round, task, plan, from, before, issuer, light, awaitingSignOff);
        }

        public static Asked toSignOff(@Nullable UUID unit) {
            return new Asked(unit, null, Set.of(), null, null, null, null, null, null, null, null, true);
        }
    }

    /** @throws ReportRefused where there is none that the caller may see */
    public ReportView one(UUID id, Caller caller) {
        var period = ReportIds.firstDay(id).orElseThrow(ReportRefused::notFound);
        var conditions = new Conditions()
                .and("r.period = :period", "period", period)
                .and("r.id = :id", "id", id)
                .seenBy(caller.sight(), "r");
        return rows(conditions, 1, caller).stream().findFirst().orElseThrow(ReportRefused::notFound);
    }

    /** Newest period first, within it in the order in which they were asked for: plan by plan, task by task. */
    public Page<ReportView> list(Asked asked, Limit limit, @Nullable String cursor, Caller caller) {
        var conditions = conditions(asked, caller);
        if (cursor != null) {
            var last = Cursor.decode(cursor);
            conditions
                    .and("(r.period < :lastPeriod or r.period = :lastPeriod and r.id > :lastId)")
                    .and("r.period <= :lastPeriod", "lastPeriod", last.day(0));
            conditions.params().put("lastId", last.uuid(1));
        }
        return Page.of(
                rows(conditions, limit.plusOne(), caller),
                limit,
                last -> Cursor.encode(Period.parse(last.period()).first(), last.id()));
    }

    /** How many rows {@link #list} has in all. */
    public int count(Asked asked, Caller caller) {
        var conditions = conditions(asked, caller);
        return jdbc.sql("select count(*) from report r where " + conditions.where())
                .params(conditions.params())
                .query(Integer.class)
                .single();
    }

    private Conditions conditions(Asked asked, Caller caller) {
        var conditions = new Conditions()
                .given("r.unit_id = :unit", "unit", asked.unit())
                .given("r.county_id = :county", "county", asked.county())
                .given("r.state in (:states)", "states", asked.states().isEmpty() ? null : asked.states())
                .given("r.round_id = :round", "round", asked.round())
                .given("r.task_id = :task", "task", asked.task())
                .given("r.plan_id = :plan", "plan", asked.plan())
                .given("r.plan_id in (select id from plan where county_id = :issuer)", "issuer", asked.issuer())
                .given("r.due_on >= :dueFrom", "dueFrom", asked.dueFrom())
                .given("r.due_on < :dueBefore", "dueBefore", asked.dueBefore())
                .seenBy(caller.sight(), "r");
        if (asked.period() != null) {
            conditions.ofPeriod(asked.period(), "r");
        }
        if (asked.awaitingSignOff()) {
            conditions.and("r.pending is not null and r.sign_off_reason is null and r.state in ('DUE', 'RETURNED')");
        }
        if (asked.light() != null) {
            conditions.and(
                    Lights.REPORT_SQL + " = :light", "light", asked.light().name());
            conditions.params().put("today", LocalDate.now(clock));
        }
        return conditions;
    }

    private List<ReportView> rows(Conditions conditions, int limit, Caller caller) {
        var today = LocalDate.now(clock);
        return jdbc.sql(ROWS.formatted(ReportSurroundings.COLUMNS, EvidenceFiles.OF_REPORT, conditions.where()))
                .params(conditions.params())
                .param("limit", limit)
                .query((row, number) -> view(row, today, caller))
                .list();
    }

    /** A report that was just written for the first time, without files, as {@link #one} would find it. */
    ReportView first(Report report, ReportSurroundings around, Caller caller) {
        return view(report, around, List.of(), List.of(), LocalDate.now(clock), caller);
    }

    private ReportView view(ResultSet row, LocalDate today, Caller caller) throws SQLException {
        return view(
                reports.report(row),
                ReportSurroundings.of(row),
                evidence.read(row.getString("evidence")),
                evidence.read(row.getString("pending_evidence")),
                today,
                caller);
    }

    private ReportView view(
            Report report,
            ReportSurroundings around,
            List<EvidenceFile> files,
            List<EvidenceFile> pendingFiles,
            LocalDate today,
            Caller caller) {
        var owed = report.owed();
        var state = report.state();
        var submission = report.submission();
        var content = submission == null ? null : submission.content();
        var decision = report.decision();
        var reviews = Rights.supervises(caller) && Sights.supervises(caller, around.planCounty());
        boolean awaits = report.awaitsSignOff();
        // what the head has signed, the head corrects
        boolean corrects = !around.signOff() || caller.has("UNIT_HEAD") || state.owedStill();
        boolean own = owed.unit().equals(caller.unit()) && caller.may("report:write");
        var lit = lights.report(
                new ReportFacts(
                        standing(state),
                        report.dueOn(),
                        submission == null ? null : submission.at().toLocalDate(),
                        submission != null && submission.onTime()),
                today);
        return new ReportView(
                report.id(),
                report.version(),
                owed.round(),
                owed.plan(),
                around.planTitle(),
                owed.task(),
                around.taskTitle(),
                around.taskOrdinal(),
                new UnitRef(owed.unit(), around.unitName(), around.unitShortName(), owed.county(), around.countyName()),
                around.part(),
                owed.period().toString(),
                report.dueOn(),
                state.name(),
                around.roundState(),
                lit.light(),
                lit.reason(),
                content == null ? null : content.progress(),
                content == null ? null : content.done(),
                content == null ? null : content.problems(),
                content == null ? null : content.next(),
                content == null ? List.of() : content.indicators(),
                submission == null ? null : submission.at(),
                submission == null ? null : submission.by(),
                submission == null ? null : submission.onTime(),
                decision == null ? null : decision.returnReason(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.by(),
                around.signOff(),
                awaits,
                owed.unit().equals(caller.unit()) && state.owedStill() ? pending(report.waiting(), pendingFiles) : null,
                submission == null ? null : submission.signedBy(),
                around.previous(),
                files,
                allowed(
                        state,
                        around.takesReports(),
                        own && corrects,
                        own && awaits && caller.has("UNIT_HEAD"),
                        reviews));
    }

    private static @Nullable Pending pending(@Nullable Waiting waiting, List<EvidenceFile> files) {
        return waiting == null
                ? null
                : new Pending(
                        waiting.content().progress(),
                        waiting.content().done(),
                        waiting.content().problems(),
                        waiting.content().next(),
                        waiting.content().indicators(),
                        files,
                        waiting.at(),
                        waiting.by(),
                        waiting.refusal());
    }

    private static List<String> allowed(State state, boolean open, boolean reports, boolean signs, boolean reviews) {
        var allowed = new ArrayList<String>();
        var writable = state == State.DUE || state == State.SUBMITTED || state == State.RETURNED;
        if (open && writable && reports) {
            allowed.add("SUBMIT");
        }
        if (open && signs) {
            allowed.add("SIGN_OFF");
            allowed.add("REFUSE_SIGN_OFF");
        }
        if (state == State.SUBMITTED && reviews) {
            allowed.add("ACCEPT");
            if (open) {
                allowed.add("RETURN");
            }
        }
        return allowed;
    }

    private static Standing standing(State state) {
        return switch (state) {
            case DUE -> Standing.DUE;
            case SUBMITTED, ACCEPTED -> Standing.HANDED_IN;
            case RETURNED -> Standing.RETURNED;
            case WAIVED -> Standing.WAIVED;
            case LAPSED -> Standing.LAPSED;
        };
    }
}
