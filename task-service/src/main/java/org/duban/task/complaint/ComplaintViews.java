package org.duban.task.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.access.Rights;
import org.duban.task.complaint.Complaint.Number;
import org.duban.task.complaint.ComplaintDetail.ComplaintStep;
import org.duban.task.contract.ComplaintEvent.Kind;
import org.duban.task.directory.UnitRef;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.ledger.Sights;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Complaints as they are listed and shown: a unit sees what it was given, a county what was addressed to it (behaviours.md P21). */
@Repository
@Transactional(readOnly = true)
public class ComplaintViews {
    private static final String OVERDUE = "(c.state = 'GIVEN' and c.due_on < cast(:today as date))";

    private static final String ROWS = """
            select c.*, k.complaint_id is not null as contact_left,
                   coalesce(county.county_name, u.county_name) as county_name,
                   u.name as unit_name, u.short_name as unit_short_name, u.county_name as unit_county_name,
                   s.name as subject_name, s.short_name as subject_short_name, s.county_id as subject_county_id,
                   s.county_name as subject_county_name
            from complaint c
            left join complaint_contact k on k.complaint_id = c.id
            left join directory_unit u on u.id = c.unit_id
            left join directory_unit s on s.id = c.subject_unit_id
            left join lateral (
                select d.county_name from directory_unit d where d.county_id = c.county_id limit 1) county on true
            where %s
            order by c.id desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ComplaintViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    public Page<ComplaintRow> list(ComplaintFilter filter, Caller caller, Limit limit, @Nullable String cursor) {
        Conditions conditions = new Conditions()
                .given(
                        "c.state in (:states)",
                        "states",
                        filter.states().isEmpty()
                                ? null
                                : filter.states().stream().map(Enum::name).toList())
                .given(
                        "c.kind = :kind",
                        "kind",
                        filter.kind() == null ? null : filter.kind().name())
                .given("c.unit_id = :unit", "unit", filter.unit())
                .given("c.county_id = :county", "county", filter.county());
        if (filter.overdue()) {
            conditions.and(OVERDUE, "today", LocalDate.now(clock));
        }
        if (filter.words() != null) {
            conditions
                    .and("bigrams(c.search) @> (bigrams(search_form(:words)))[1\\:4]", "words", filter.words())
                    .and("position(search_form(:words) in c.search) > 0");
        }
        if (cursor != null) {
            conditions.and("c.id < :after", "after", Cursor.decode(cursor).uuid(0));
        }
        LocalDate today = LocalDate.now(clock);
        List<ComplaintRow> rows = found(seenBy(conditions, caller.sight()), limit.plusOne())
                .query((row, n) -> row(row, today))
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.id()));
    }

    /** @throws ComplaintRefused where there is none within the caller's sight */
    public ComplaintDetail one(UUID id, Caller caller) {
        List<UUID> rectifications = jdbc.sql("select id from rectification where complaint_id = :id order by id")
                .param("id", id)
                .query(UUID.class)
                .list();
        List<ComplaintStep> history = history(id);
        return found(seenBy(new Conditions().and("c.id = :id", "id", id), caller.sight()), 1)
                .query((row, n) -> detail(row, rectifications, history, caller))
                .optional()
                .orElseThrow(ComplaintRefused::notFound);
    }

    void requireVisible(UUID id, Caller caller) {
        Conditions conditions = seenBy(new Conditions().and("c.id = :id", "id", id), caller.sight());
        boolean visible = jdbc.sql("select exists (select from complaint c where " + conditions.where() + ")")
                .params(conditions.params())
                .query(Boolean.class)
                .single();
        if (!visible) {
            throw ComplaintRefused.notFound();
        }
    }

    static Conditions seenBy(Conditions conditions, Sight sight) {
        return switch (sight) {
            case Sight.Everything everything -> conditions;
            case Sight.OfCounty(var county) ->
                conditions.and("(c.county_id = :sight or c.unit_county_id = :sight)", "sight", county);
            case Sight.OfUnit(var unit) -> conditions.and("c.unit_id = :sight", "sight", unit);
        };
    }

    static boolean supervises(@Nullable UUID county, Caller caller) {
        return Rights.supervises(caller) && Sights.supervises(caller, county);
    }

    private static List<ComplaintAction> allowed(
            ComplaintRow complaint, boolean supervises, boolean handles, Caller caller) {
        UnitRef unit = complaint.unit();
        boolean own = unit != null && unit.id().equals(caller.unit()) && Rights.actsForItsUnit(caller);
        return Arrays.stream(ComplaintAction.values())
                .filter(action -> ComplaintLife.after(complaint.state(), action).isPresent())
                .filter(action -> switch (action) {
                    case VERIFY, REJECT, GIVE, APPROVE_ANSWER, RETURN_ANSWER -> supervises;
                    case TAKE_OVER -> supervises && !handles;
                    case SUBMIT_ANSWER -> own;
                    case FILE, RATE -> false;
                })
                .toList();
    }

    private List<ComplaintStep> history(UUID id) {
        return jdbc.sql("""
                        select at, by_name, by_unit, action, words from complaint_history
                        where complaint_id = :id
                        order by at desc, id desc
                        """)
                .param("id", id)
                .query((row, n) -> new ComplaintStep(
                        BusinessTime.at(row.getObject("at", OffsetDateTime.class)),
                        row.getString("by_name"),
                        row.getString("by_unit"),
                        ComplaintAction.valueOf(row.getString("action")),
                        row.getString("words")))
                .list();
    }

    private JdbcClient.StatementSpec found(Conditions conditions, int limit) {
        return jdbc.sql(ROWS.formatted(conditions.where()))
                .params(conditions.params())
                .param("limit", limit);
    }

    private ComplaintDetail detail(ResultSet row, List<UUID> rectifications, List<ComplaintStep> history, Caller caller)
            throws SQLException {
        ComplaintRow complaint = row(row, LocalDate.now(clock));
        boolean supervises = supervises(complaint.countyId(), caller);
        boolean handles = caller.subject().equals(row.getString("handler"));
        boolean contactLeft = row.getBoolean("contact_left");
        return new ComplaintDetail(
                complaint,
                row.getObject("given_on", LocalDate.class),
                row.getString("answer"),
                row.getObject("submitted_on", LocalDate.class),
                row.getObject("answered_on", LocalDate.class),
                row.getString("reason"),
                row.getString("rating_words"),
                row.getObject("rated_on", LocalDate.class),
                contactLeft,
                rectifications,
                history,
                allowed(complaint, supervises, handles, caller),
                supervises && complaint.state().takenUp(),
                contactLeft && handles);
    }

    private static ComplaintRow row(ResultSet row, LocalDate today) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        ComplaintState state = ComplaintState.valueOf(row.getString("state"));
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return new ComplaintRow(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                kind,
                new Number(row.getInt("year"), row.getInt("number")).words(kind),
                state,
                row.getString("content"),
                row.getObject("county_id", UUID.class),
                row.getObject("county_id") == null ? null : row.getString("county_name"),
                unit(row, "subject", "subject_unit_id", "subject_county_id"),
                BusinessTime.at(row.getObject("received_at", OffsetDateTime.class)),
                unit(row, "unit", "unit_id", "unit_county_id"),
                dueOn,
                state == ComplaintState.GIVEN && dueOn != null && dueOn.isBefore(today),
                row.getString("handler_name"),
                row.getObject("rating", Integer.class));
    }

    private static @Nullable UnitRef unit(ResultSet row, String prefix, String id, String county) throws SQLException {
        UUID unit = row.getObject(id, UUID.class);
        return unit == null
                ? null
                : new UnitRef(
                        unit,
                        Objects.requireNonNullElse(row.getString(prefix + "_name"), "未登记单位"),
                        Objects.requireNonNullElse(row.getString(prefix + "_short_name"), "未登记单位"),
                        row.getObject(county, UUID.class),
                        row.getString(prefix + "_county_name"));
    }
}
