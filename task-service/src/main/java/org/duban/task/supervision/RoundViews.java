package org.duban.task.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.calendar.Period;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rounds as they are listed; each counts the reports that the caller sees, and is shown where there is one. */
@Component
public class RoundViews {

    private static final String ROWS = """
            select o.*, p.title as plan_title, c.owed, c.submitted, c.accepted, c.returned, c.overdue
            from round o
            join plan p on p.id = o.plan_id
            cross join lateral (
                select count(*) as seen,
                       count(*) filter (where r.state <> 'WAIVED') as owed,
                       count(*) filter (where r.state in ('SUBMITTED', 'ACCEPTED')) as submitted,
                       count(*) filter (where r.state = 'ACCEPTED' and (not o.frozen or r.decided_at <= o.closed_at)) as accepted,
                       count(*) filter (where r.state = 'RETURNED') as returned,
                       count(*) filter (where r.state = 'LAPSED'
                                          or r.state in ('DUE', 'RETURNED') and r.due_on < :today) as overdue
                from report r
                where r.round_id = o.id and r.period = o.period and %s) c
            where %s
            order by o.period desc, o.id desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RoundViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws RoundRefused where there is none that the caller may see */
    public RoundView one(UUID id, Caller caller) {
        return rows(new Conditions().and("o.id = :id", "id", id), 1, caller).stream()
                .findFirst()
                .orElseThrow(RoundRefused::notFound);
    }

    /** Newest period first. */
    public Page<RoundView> list(
            @Nullable Period period, @Nullable UUID plan, Limit limit, @Nullable String cursor, Caller caller) {
        var conditions = new Conditions().given("o.plan_id = :plan", "plan", plan);
        if (period != null) {
            conditions.ofPeriod(period, "o");
        }
        if (cursor != null) {
            var last = Cursor.decode(cursor);
            conditions.and("(o.period, o.id) < (:lastPeriod, :lastId)", "lastPeriod", last.day(0));
            conditions.params().put("lastId", last.uuid(1));
        }
        return Page.of(
                rows(conditions, limit.plusOne(), caller),
                limit,
                last -> Cursor.encode(Period.parse(last.period()).first(), last.id()));
    }

    private List<RoundView> rows(Conditions conditions, int limit, Caller caller) {
        var sight = caller.sight();
        var seen = new Conditions().seenBy(sight, "r");
        if (!(sight instanceof Sight.Everything)) {
            conditions.and("c.seen > 0");
        }
        conditions.params().putAll(seen.params());
        return jdbc.sql(ROWS.formatted(seen.where(), conditions.where()))
                .params(conditions.params())
                .param("today", LocalDate.now(clock))
                .param("limit", limit)
                .query(RoundViews::view)
                .list();
    }

    private static RoundView view(ResultSet row, int number) throws SQLException {
        return new RoundView(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getString("plan_title"),
                Reports.periodOf(row, "").toString(),
                YearMonth.from(row.getObject("month", LocalDate.class)).toString(),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getString("state"),
                BusinessTime.at(row.getObject("opened_at", OffsetDateTime.class)),
                BusinessTime.atOrNull(row.getObject("closed_at", OffsetDateTime.class)),
                row.getInt("owed"),
                row.getInt("submitted"),
                row.getInt("accepted"),
                row.getInt("returned"),
                row.getInt("overdue"));
    }
}
