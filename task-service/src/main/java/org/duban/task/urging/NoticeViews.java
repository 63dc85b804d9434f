package org.duban.task.urging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.access.Rights;
import org.duban.task.directory.UnitRef;
import org.duban.task.ledger.Sights;
import org.duban.task.ledger.TaskViews;
import org.duban.task.paper.OfficialPaper;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices as they are listed and shown: to a unit what was issued to it, to supervisors also what waits for them. */
@Component
public class NoticeViews {
    private static final String ROWS = """
            select n.*, %s as still_owed, coalesce(d.short_name, n.unit_name) as unit_short_name, d.county_name
            from notice n left join directory_unit d on d.id = n.unit_id
            where %s
            order by n.id desc
            limit :limit
            """;

    private static final String UNSIGNED = "n.state in ('PROPOSED', 'DISMISSED', 'LAPSED')";

    private final JdbcClient jdbc;
    private final Notices notices;
    private final NoticePaper papers;
    private final TaskViews tasks;

    NoticeViews(JdbcClient jdbc, Notices notices, NoticePaper papers, TaskViews tasks) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.papers = papers;
        this.tasks = tasks;
    }

    /** @param states none for all but reminders */
    public record Asked(
            Set<NoticeState> states,
            @Nullable Step step,
            @Nullable UUID unit,
            @Nullable UUID task,
            @Nullable UUID plan) {}

    public Page<NoticeView> list(Asked asked, Limit limit, @Nullable String cursor, Caller caller) {
        Conditions conditions = seenBy(caller)
                .given("n.step = :step", "step", asked.step == null ? null : asked.step.name())
                .given("n.unit_id = :unit", "unit", asked.unit)
                .given("n.task_id = :task", "task", asked.task)
                .given("n.plan_id = :plan", "plan", asked.plan)
                .given(
                        "n.id < :after",
                        "after",
                        cursor == null ? null : Cursor.decode(cursor).uuid(0));
        if (asked.states.isEmpty()) {
            conditions.and("n.state <> 'REMINDED'");
        } else {
            conditions.and(
                    "n.state = any(:states)",
                    "states",
                    asked.states.stream().map(Enum::name).toArray(String[]::new));
        }
        return Page.of(rows(conditions, limit.plusOne(), caller), limit, view -> Cursor.encode(view.id()));
    }

    public NoticeView one(UUID id, Caller caller) {
        return rows(seenBy(caller).and("n.id = :id", "id", id), 1, caller).stream()
                .findFirst()
                .orElseThrow(NoticeRefused::notFound);
    }

    /** @return the notice as an official document; one that is not issued yet has neither number nor day */
    public OfficialPaper.File docx(UUID id, Caller caller) {
        NoticeView seen = one(id, caller);
        Notice notice = notices.find(id).orElseThrow(NoticeRefused::notFound);
        return papers.of(notice).file(seen.step().words() + (seen.number() == null ? "（待签发）" : seen.number()));
    }

    /** @return each act of urging on the task that the caller may see, newest first */
    public List<UrgingView> urgings(UUID task, Caller caller) {
        tasks.requireVisible(task, caller);
        Conditions conditions =
                new Conditions().and("g.task_id = :task", "task", task).seenBy(caller.sight(), "u");
        return jdbc.sql("""
                        select g.*, coalesce(d.name, '未登记单位') as name, coalesce(d.short_name, '未登记单位') as short_name,
                               u.county_id, d.county_name
                        from urging g
                        join task_unit u on u.task_id = g.task_id and u.unit_id = g.unit_id
                        left join directory_unit d on d.id = g.unit_id
                        where %s
                        order by g.urged_on desc, g.id desc
                        limit 200
                        """.formatted(conditions.where()))
                .params(conditions.params())
                .query((row, number) -> new UrgingView(
                        row.getObject("id", UUID.class),
                        new UnitRef(
                                row.getObject("unit_id", UUID.class),
                                row.getString("name"),
                                row.getString("short_name"),
                                row.getObject("county_id", UUID.class),
                                row.getString("county_name")),
                        row.getObject("urged_on", LocalDate.class),
                        row.getString("words"),
                        row.getString("urged_by")))
                .list();
    }

    private List<NoticeView> rows(Conditions conditions, int limit, Caller caller) {
        return jdbc.sql(ROWS.formatted(Notices.OWED, conditions.where()))
                .params(conditions.params())
                .param("limit", limit)
                .query((row, number) -> view(row, caller))
                .list();
    }

    /** Rows of the caller's units; and where the caller supervises, what waits for a signature. */
    private static Conditions seenBy(Caller caller) {
        Conditions conditions = new Conditions();
        boolean supervises = caller.has("SUPERVISOR");
        return switch (caller.sight()) {
            case Sight.Everything() -> supervises ? conditions : conditions.and("not " + UNSIGNED);
            case Sight.OfCounty(var county) ->
                supervises
                        ? conditions.and(
                                "(n.issuer_county_id = :sightCounty or n.county_id = :sightCounty and not " + UNSIGNED
                                        + ")",
                                "sightCounty",
                                county)
                        : conditions.seenBy(caller.sight(), "n").and("not " + UNSIGNED);
            case Sight.OfUnit unit -> conditions.seenBy(unit, "n").and("not " + UNSIGNED);
        };
    }

    private static NoticeView view(ResultSet row, Caller caller) throws SQLException {
        Notice notice = Notices.notice(row, 0);
        Notice.About about = notice.about();
        Notice.Course course = notice.course();
        Notice.Issue issue = course.issue();
        return new NoticeView(
                notice.id(),
                notice.version(),
                about.planId(),
                about.planTitle(),
                about.taskId(),
                about.taskTitle(),
                new UnitRef(
                        about.unitId(),
                        about.unitName(),
                        row.getString("unit_short_name"),
                        about.countyId(),
                        row.getString("county_name")),
                about.issuerCountyId(),
                notice.step(),
                notice.matter().cause(),
                notice.matter().owedOn(),
                row.getBoolean("still_owed"),
                notice.state(),
                notice.takenOn(),
                notice.proposedBy(),
                notice.reason(),
                notice.demand(),
                notice.replyBy(),
                issue == null ? null : issue.number(),
                issue == null ? null : issue.on(),
                issue == null ? null : issue.by(),
                course.dismissal(),
                said(course.receipt()),
                said(course.reply()),
                said(course.appeal()),
                said(course.decision()),
                course.endedOn(),
                allowed(notice, caller));
    }

    private static List<NoticeAction> allowed(Notice notice, Caller caller) {
        boolean supervises = Rights.supervises(caller)
                && Sights.supervises(caller, notice.about().issuerCountyId());
        boolean own = Rights.actsForItsUnit(caller) && notice.about().unitId().equals(caller.unit());
        return Arrays.stream(NoticeAction.values())
                .filter(notice::allows)
                .filter(action -> switch (action) {
                    case ISSUE, DISMISS, UPHOLD, WITHDRAW -> supervises;
                    case RECEIVE, REPLY, APPEAL -> own;
                    case SETTLE -> false;
                })
                .toList();
    }

    private static NoticeView.@Nullable Said said(Notice.@Nullable Said said) {
        return said == null ? null : new NoticeView.Said(said.at(), said.by(), said.words());
    }
}
