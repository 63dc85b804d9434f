package org.duban.task.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.access.Rights;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.evidence.EvidenceKind;
import org.duban.task.evidence.EvidenceSubmission;
import org.duban.task.evidence.HandedInEvidence;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.ledger.Sights;
import org.duban.task.light.Lit;
import org.duban.task.query.Conditions;
import org.duban.task.rectification.RectificationDetail.RectificationStep;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Items as they are listed, counted and shown, each caller their own (behaviours.md P21). */
@Repository
@Transactional(readOnly = true)
public class RectificationViews {

    // A day that passed while the unit was to act.
    private static final String OVERDUE = """
            (r.state in ('OPEN', 'PLAN_SUBMITTED', 'PLANNED') and r.due_on < cast(:today as date)
             or r.state = 'OPEN' and r.plan_by < cast(:today as date))
            """;

    private static final String FOLLOW_UP_DUE = "(r.state = 'CLOSED' and r.follow_up_on <= cast(:today as date))";

    private static final String ROWS = """
            select r.*, p.title as plan_title, t.title as task_title,
                   coalesce(u.name, '未登记单位') as unit_name, coalesce(u.short_name, '未登记单位') as unit_short_name,
                   u.county_name
            from rectification r
            left join directory_unit u on u.id = r.unit_id
            left join plan p on p.id = r.plan_id
            left join task t on t.id = r.task_id
            where %s
            order by r.id desc
            limit :limit
            """;

    private static final String COUNTS = """
            select count(*) filter (where r.state in ('OPEN', 'PLAN_SUBMITTED', 'PLANNED', 'RECTIFIED')) as open,
                   count(*) filter (where %s) as overdue,
                   count(*) filter (where r.state in ('PLAN_SUBMITTED', 'RECTIFIED')) as to_review,
                   count(*) filter (where r.state in ('CLOSED', 'HELD', 'RECURRED')) as closed,
                   count(*) filter (where r.state in ('CLOSED', 'HELD', 'RECURRED') and r.on_time) as closed_on_time,
                   count(*) filter (where %s) as follow_up_due,
                   count(*) filter (where r.state = 'HELD') as held,
                   count(*) filter (where r.state = 'RECURRED') as recurred
            from rectification r
            where %s
            """;

    private final JdbcClient jdbc;
    private final Units units;
    private final HandedInEvidence evidence;
    private final Clock clock;

    RectificationViews(JdbcClient jdbc, Units units, HandedInEvidence evidence, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Newest first. */
    public Page<RectificationRow> list(
            RectificationFilter filter, Caller caller, Limit limit, @Nullable String cursor) {
        Conditions conditions = conditions(filter, caller);
        if (cursor != null) {
            conditions.and("r.id < :after", "after", Cursor.decode(cursor).uuid(0));
        }
        return Page.of(rows(conditions, limit.plusOne()), limit, last -> Cursor.encode(last.id()));
    }

    public RectificationCounts counts(RectificationFilter filter, Caller caller) {
        Conditions conditions = conditions(filter, caller);
        return jdbc.sql(COUNTS.formatted(OVERDUE, FOLLOW_UP_DUE, conditions.where()))
                .params(conditions.params())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> {
                    int closed = row.getInt("closed");
                    int onTime = row.getInt("closed_on_time");
                    return new RectificationCounts(
                            row.getInt("open"),
                            row.getInt("overdue"),
                            row.getInt("to_review"),
                            closed,
                            onTime,
                            closed == 0 ? null : Math.round(onTime * 1000.0 / closed) / 10.0,
                            row.getInt("follow_up_due"),
                            row.getInt("held"),
                            row.getInt("recurred"));
                })
                .single();
    }

    /** @throws RectificationRefused where there is no such item within the caller's sight */
    public RectificationDetail one(UUID id, Caller caller) {
        Conditions conditions = seenBy(new Conditions().and("r.id = :id", "id", id), caller.sight());
        List<UnitRef> helping = helpers(List.of(id)).getOrDefault(id, List.of());
        List<RectificationStep> history = history(id);
        List<EvidenceSubmission> files = evidence.of(EvidenceKind.RECTIFICATION, id, caller);
        return found(conditions, 1)
                .query((row, n) -> detail(row, helping, files, history, caller))
                .optional()
                .orElseThrow(RectificationRefused::notFound);
    }

    void requireVisible(UUID id, Caller caller) {
        if (!visible(jdbc, id, caller)) {
            throw RectificationRefused.notFound();
        }
    }

    static boolean visible(JdbcClient jdbc, UUID id, Caller caller) {
        Conditions conditions = seenBy(new Conditions().and("r.id = :id", "id", id), caller.sight());
        return jdbc.sql("select exists (select from rectification r where " + conditions.where() + ")")
                .params(conditions.params())
                .query(Boolean.class)
                .single();
    }

    private Conditions conditions(RectificationFilter filter, Caller caller) {
        Conditions conditions = new Conditions()
                .given("r.state in (:states)", "states", names(filter.states()))
                .given("r.source in (:sources)", "sources", names(filter.sources()))
                .given("""
                        (r.unit_id = :unit or exists (
                            select from rectification_unit c where c.rectification_id = r.id and c.unit_id = :unit))
                        """, "unit", filter.unit())
                .given("r.county_id = :county", "county", filter.county())
                .given("r.plan_id = :plan", "plan", filter.plan())
                .given("r.task_id = :task", "task", filter.task());
        if (filter.overdue()) {
            conditions.and(OVERDUE, "today", LocalDate.now(clock));
        }
        if (filter.followUpDue()) {
            conditions.and(FOLLOW_UP_DUE, "today", LocalDate.now(clock));
        }
        if (filter.words() != null) {
            conditions
                    .and("bigrams(r.search) @> (bigrams(search_form(:words)))[1\\:4]", "words", filter.words())
                    .and("position(search_form(:words) in r.search) > 0");
        }
        return seenBy(conditions, caller.sight());
    }

    private static @Nullable List<String> names(List<? extends Enum<?>> words) {
        return words.isEmpty() ? null : words.stream().map(Enum::name).toList();
    }

    /** Who helps sees the item as who answers for it does. */
    private static Conditions seenBy(Conditions conditions, Sight sight) {
        return switch (sight) {
            case Sight.Everything everything -> conditions;
            case Sight.OfCounty(var county) -> conditions.and("""
                    (r.county_id = :sight or exists (
                        select from rectification_unit c where c.rectification_id = r.id and c.county_id = :sight))
                    """, "sight", county);
            case Sight.OfUnit(var unit) -> conditions.and("""
                    (r.unit_id = :sight or exists (
                        select from rectification_unit c where c.rectification_id = r.id and c.unit_id = :sight))
                    """, "sight", unit);
        };
    }

    private static List<RectificationAction> allowed(
            RectificationRow item, @Nullable UUID issuerCounty, Caller caller) {
        boolean own = item.unit().id().equals(caller.unit()) && Rights.actsForItsUnit(caller);
        boolean supervises = Rights.supervises(caller) && Sights.supervises(caller, issuerCounty);
        return Arrays.stream(RectificationAction.values())
                .filter(action -> RectificationLife.after(item.state(), action).isPresent())
                .filter(action -> switch (action) {
                    case SUBMIT_PLAN, COMPLETE -> own;
                    case AGREE_PLAN, RETURN_PLAN, PASS, FAIL, HOLD, RECUR, WITHDRAW -> supervises;
                    case OPEN -> false;
                })
                .toList();
    }

    private List<RectificationStep> history(UUID id) {
        return jdbc.sql("""
                        select at, by_name, by_unit, action, words from rectification_history
                        where rectification_id = :id
                        order by at desc, id desc
                        """)
                .param("id", id)
                .query((row, n) -> new RectificationStep(
                        BusinessTime.at(row.getObject("at", OffsetDateTime.class)),
                        row.getString("by_name"),
                        row.getString("by_unit"),
                        RectificationAction.valueOf(row.getString("action")),
                        row.getString("words")))
                .list();
    }

    private JdbcClient.StatementSpec found(Conditions conditions, int limit) {
        return jdbc.sql(ROWS.formatted(conditions.where()))
                .params(conditions.params())
                .param("limit", limit);
    }

    private List<RectificationRow> rows(Conditions conditions, int limit) {
        LocalDate today = LocalDate.now(clock);
        List<RectificationRow> found =
                found(conditions, limit).query((row, n) -> row(row, today)).list();
        Map<UUID, List<UnitRef>> helpers =
                helpers(found.stream().map(RectificationRow::id).toList());
        return found.stream()
                .map(one -> one.with(helpers.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<UnitRef>> helpers(Collection<UUID> ids) {
        record Helping(UUID item, UUID unit) {}
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Helping> helping = jdbc.sql("""
                        select rectification_id, unit_id from rectification_unit
                        where rectification_id in (:ids)
                        order by rectification_id, place
                        """)
                .param("ids", new ArrayList<>(ids))
                .query((row, n) -> new Helping(
                        row.getObject("rectification_id", UUID.class), row.getObject("unit_id", UUID.class)))
                .list();
        Map<UUID, UnitRef> refs = units.refs(helping.stream().map(Helping::unit).collect(Collectors.toSet()));
        return helping.stream()
                .filter(one -> refs.containsKey(one.unit()))
                .collect(Collectors.groupingBy(
                        Helping::item, Collectors.mapping(one -> refs.get(one.unit()), Collectors.toList())));
    }

    private RectificationDetail detail(
            ResultSet row,
            List<UnitRef> helping,
            List<EvidenceSubmission> files,
            List<RectificationStep> history,
            Caller caller)
            throws SQLException {
        RectificationRow item = row(row, LocalDate.now(clock)).with(helping);
        return new RectificationDetail(
                item,
                row.getObject("plan_id", UUID.class),
                row.getString("plan_title"),
                row.getObject("task_id", UUID.class),
                row.getString("task_title"),
                row.getObject("complaint_id", UUID.class),
                row.getString("cause"),
                row.getString("measure"),
                row.getObject("proposed_on", LocalDate.class),
                row.getString("evidence"),
                row.getObject("rectified_on", LocalDate.class),
                row.getObject("followed_up_on", LocalDate.class),
                row.getInt("follow_up_months"),
                row.getString("return_reason"),
                row.getString("opened_by"),
                BusinessTime.at(row.getObject("created_at", OffsetDateTime.class)),
                files,
                history,
                allowed(item, row.getObject("issuer_county_id", UUID.class), caller));
    }

    private static RectificationRow row(ResultSet row, LocalDate today) throws SQLException {
        RectificationLights.Facts facts = new RectificationLights.Facts(
                RectificationState.valueOf(row.getString("state")),
                row.getObject("plan_by", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("follow_up_on", LocalDate.class),
                row.getObject("on_time", Boolean.class),
                row.getString("return_reason") != null);
        Lit lit = RectificationLights.of(facts, today);
        Finding finding = new Finding(
                RectificationSource.valueOf(row.getString("source")),
                row.getObject("found_on", LocalDate.class),
                row.getString("place"),
                row.getString("problem"),
                null,
                null,
                null);
        UUID county = row.getObject("county_id", UUID.class);
        return new RectificationRow(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                finding.source(),
                facts.state(),
                finding.title(),
                finding.problem(),
                finding.place(),
                finding.foundOn(),
                new UnitRef(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getString("unit_short_name"),
                        county,
                        row.getString("county_name")),
                List.of(),
                county,
                row.getString("county_name"),
                facts.planBy(),
                facts.dueOn(),
                facts.deadline(),
                facts.overdue(today),
                lit.light(),
                lit.reason(),
                row.getObject("closed_on", LocalDate.class),
                facts.onTime(),
                facts.followUpOn(),
                row.getObject("recurred_from", UUID.class),
                row.getObject("recurred_as", UUID.class));
    }
}
