package org.duban.task.handin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.access.Rights;
import org.duban.task.contract.TaskEvent.Part;
import org.duban.task.directory.UnitRef;
import org.duban.task.handin.Obligation.State;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.ledger.Sights;
import org.duban.task.query.Conditions;
import org.duban.task.supervision.ReportView;
import org.duban.task.supervision.ReportViews;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What units have to hand in, each caller their own (behaviours.md P21). */
@Component
public class HandInViews {

    private static final String ROWS = """
            select o.*, h.title, h.words, h.task_id, h.artefact, h.year, h.round_id, h.county_id as issuer, p.title as plan_title,
                   coalesce(d.name, '未登记单位') as unit_name, coalesce(d.short_name, '未登记单位') as unit_short_name,
                   d.county_name
            from hand_in_owed o
            join hand_in h on h.id = o.hand_in_id
            join plan p on p.id = o.plan_id
            left join directory_unit d on d.id = o.unit_id
            where %s
            order by o.due_on desc, o.id desc
            limit :limit
            """;

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final ReportViews reports;
    private final Clock clock;

    HandInViews(JdbcClient jdbc, ReportViews reports, Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * What a list is narrowed to; null or empty means any.
     *
     * @param year the yearly artefacts of that year
     */
    public record Asked(
            @Nullable UUID unit,
            Set<String> states,
            @Nullable UUID plan,
            @Nullable UUID handIn,
            @Nullable UUID task,
            @Nullable Integer year) {}

    /** How many units were asked, and how far they are; over those that the caller sees. */
    @Schema(name = "HandInCounts")
    public record Counts(int owed, int handedIn, int onTime, int returned, int overdue) {}

    /** @throws HandInRefused where there is none that the caller may see */
    public HandInView one(UUID id, Caller caller) {
        var conditions = new Conditions().and("o.id = :id", "id", id).seenBy(caller.sight(), "o");
        return rows(conditions, 1, caller).stream().findFirst().orElseThrow(HandInRefused::notFound);
    }

    /** The latest day first. */
    public Page<HandInView> list(Asked asked, Limit limit, @Nullable String cursor, Caller caller) {
        var conditions = conditions(asked, caller);
        if (cursor != null) {
            var last = Cursor.decode(cursor);
            conditions.and("(o.due_on, o.id) < (:lastDay, :lastId)", "lastDay", last.day(0));
            conditions.params().put("lastId", last.uuid(1));
        }
        return Page.of(
                rows(conditions, limit.plusOne(), caller), limit, last -> Cursor.encode(last.dueOn(), last.id()));
    }

    /** Without what cooperating units tell the lead unit: that counts in nobody's rate (behaviours.md B2). */
    public Counts counts(Asked asked, Caller caller) {
        var conditions = conditions(asked, caller).and("h.round_id is null");
        return jdbc.sql("""
                        select count(*) filter (where o.state <> 'WITHDRAWN') as owed,
                               count(*) filter (where o.state = 'HANDED_IN') as handed_in,
                               count(*) filter (where o.state = 'HANDED_IN' and o.on_time) as on_time,
                               count(*) filter (where o.state = 'RETURNED') as returned,
                               count(*) filter (where o.state in ('OWED', 'RETURNED') and o.due_on < :today) as overdue
                        from hand_in_owed o join hand_in h on h.id = o.hand_in_id
                        where %s
                        """.formatted(conditions.where()))
                .params(conditions.params())
                .param("today", LocalDate.now(clock))
                .query(Counts.class)
                .single();
    }

    /**
     * What cooperating units have told, or still owe, the unit that leads the task of this report; nothing for any other report.
     *
     * @throws org.duban.task.supervision.ReportRefused where there is no such report within the caller's sight
     */
    public List<ContributionView> contributions(UUID report, Caller caller) {
        ReportView shown = reports.one(report, caller);
        if (shown.part() != Part.LEAD) {
            return List.of();
        }
        // the lead unit is whom they tell: it reads what it would not see otherwise
        var conditions = new Conditions()
                .and("h.round_id = :round", "round", shown.roundId())
                .and("h.task_id = :task", "task", shown.taskId())
                .and("o.state <> 'WITHDRAWN'");
        if (!shown.unit().id().equals(caller.unit())) {
            conditions.seenBy(caller.sight(), "o");
        }
        return rows(conditions, MOST, caller).stream().map(ContributionView::of).toList();
    }

    private static Conditions conditions(Asked asked, Caller caller) {
        return new Conditions()
                .given("o.unit_id = :unit", "unit", asked.unit())
                .given("o.state in (:states)", "states", asked.states().isEmpty() ? null : asked.states())
                .given("o.plan_id = :plan", "plan", asked.plan())
                .given("o.hand_in_id = :handIn", "handIn", asked.handIn())
                .given("h.task_id = :task", "task", asked.task())
                .given("h.year = :year", "year", asked.year())
                .seenBy(caller.sight(), "o");
    }

    private List<HandInView> rows(Conditions conditions, int limit, Caller caller) {
        var today = LocalDate.now(clock);
        return jdbc.sql(ROWS.formatted(conditions.where()))
                .params(conditions.params())
                .param("limit", limit)
                .query((row, number) -> view(row, today, caller))
                .list();
    }

    private static HandInView view(ResultSet row, LocalDate today, Caller caller) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var unit = row.getObject("unit_id", UUID.class);
        var dueOn = row.getObject("due_on", LocalDate.class);
        var artefact = row.getString("artefact");
        return new HandInView(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("hand_in_id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getString("plan_title"),
                row.getString("title"),
                row.getString("words"),
                row.getObject("task_id", UUID.class),
                artefact == null ? null : Artefact.valueOf(artefact),
                row.getObject("year", Integer.class),
                row.getObject("round_id", UUID.class),
                new UnitRef(
                        unit,
                        row.getString("unit_name"),
                        row.getString("unit_short_name"),
                        row.getObject("county_id", UUID.class),
                        row.getString("county_name")),
                dueOn,
                state.name(),
                state.owed() && dueOn.isBefore(today),
                row.getString("answer"),
                BusinessTime.atOrNull(row.getObject("answered_at", OffsetDateTime.class)),
                row.getString("answered_by"),
                row.getObject("on_time", Boolean.class),
                row.getString("return_reason"),
                allowed(state, unit, row.getObject("issuer", UUID.class), caller));
    }

    private static List<String> allowed(State state, UUID unit, @Nullable UUID issuer, Caller caller) {
        var allowed = new ArrayList<String>();
        boolean supervises = Rights.supervises(caller) && Sights.supervises(caller, issuer);
        if (state != State.WITHDRAWN && unit.equals(caller.unit()) && caller.may("report:write")) {
            allowed.add("ANSWER");
        }
        if (state == State.HANDED_IN && supervises) {
            allowed.add("RETURN");
        }
        if (state != State.WITHDRAWN && supervises) {
            allowed.add("WITHDRAW");
        }
        return allowed;
    }
}
