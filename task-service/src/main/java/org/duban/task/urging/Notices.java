package org.duban.task.urging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.Period;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.urging.Ladder.Taken;
import org.duban.task.urging.Notice.About;
import org.duban.task.urging.Notice.Course;
import org.duban.task.urging.Notice.Issue;
import org.duban.task.urging.Notice.Matter;
import org.duban.task.urging.Notice.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices as they are kept, and what is owed as the ledger has it. */
@Repository
class Notices {
    /** On {@code notice n}: whether what it presses for is still owed. A suspended task is owed again one day. */
    static final String OWED = """
            (case n.cause
                 when 'REPORT' then exists (
                     select from report r join task t on t.id = r.task_id
                     where r.task_id = n.task_id and r.id = n.subject and r.state in ('DUE', 'RETURNED')
                       and r.due_on = n.owed_on and t.state <> 'CLOSED')
                 when 'TASK' then exists (
                     select from task t join task_unit u on u.task_id = t.id and u.unit_id = n.unit_id
                     where t.id = n.subject and t.due_on = n.owed_on and u.state <> 'COMPLETED'
                       and t.state in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'SUSPENDED'))
                 else exists (
                     select from task t join task_unit u on u.task_id = t.id and u.unit_id = n.unit_id
                     where t.id = n.task_id and t.state <> 'CLOSED')
             end)
            """;

    /** A report that its round closed without is missed for good: what was issued for it stays until it is answered. */
    private static final String MISSED = """
            exists (select from report r where r.task_id = n.task_id and r.id = n.subject and r.state = 'LAPSED')
            """;

    private static final String OVERDUE = """
            with running as (
                select t.id, t.title, t.due_on, t.standing, t.progress, p.id as plan_id, p.title as plan_title, p.county_id,
                       p.adopted_on
                from task t join plan p on p.id = t.plan_id
                where t.plan_id = :plan and t.state in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS')),
            overdue as (
                select t.*, 'TASK' as cause, t.id as subject, t.due_on as owed_on, u.unit_id, u.county_id as unit_county_id,
                       cast(null as date) as period, cast(null as text) as cadence, false as returned
                from running t join task_unit u on u.task_id = t.id and u.part = 'LEAD' and u.state <> 'COMPLETED'
                where t.due_on < :today
                union all
                select t.*, 'REPORT', r.id, r.due_on, r.unit_id, r.county_id, r.period, r.cadence, r.state = 'RETURNED'
                from running t join report r on r.task_id = t.id
                where r.state in ('DUE', 'RETURNED') and r.due_on < :today
                  and (t.due_on is null or t.due_on >= :today))
            select o.*, coalesce(d.name, '未登记单位') as unit_name,
                   array(select concat_ws(' ', n.step, n.state,
                                          coalesce(n.issued_on, n.ended_on,
                                                   case when n.state = 'REMINDED' then n.taken_on end))
                         from notice n
                         where n.unit_id = o.unit_id and n.subject = o.subject and n.owed_on = o.owed_on) as taken
            from overdue o left join directory_unit d on d.id = o.unit_id
            order by o.id, o.unit_id, o.period
            """;

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A unit that owes something past its day.
     *
     * @param countedFrom the day after which it counts as overdue: a plan adopted late presses nobody for what was before
     * @param period of the report; null where the task itself is owed
     */
    record Overdue(
            About about,
            Matter matter,
            LocalDate countedFrom,
            @Nullable Period period,
            boolean returned,
            int progress,
            List<Taken> taken) {}

    private static @Nullable Period period(ResultSet row) throws SQLException {
        var first = row.getObject("period", LocalDate.class);
        return first == null ? null : new Period(Cadence.valueOf(row.getString("cadence")), first);
    }

    List<Overdue> overdue(UUID plan, LocalDate today) {
        return jdbc.sql(OVERDUE)
                .param("plan", plan)
                .param("today", today)
                .query((row, number) -> {
                    LocalDate owedOn = row.getObject("owed_on", LocalDate.class);
                    LocalDate adoptedOn = row.getObject("adopted_on", LocalDate.class);
                    return new Overdue(
                            new About(
                                    plan,
                                    row.getString("plan_title"),
                                    row.getObject("id", UUID.class),
                                    row.getString("title"),
                                    row.getObject("unit_id", UUID.class),
                                    row.getString("unit_name"),
                                    row.getObject("unit_county_id", UUID.class),
                                    row.getObject("county_id", UUID.class)),
                            new Matter(
                                    Cause.valueOf(row.getString("cause")),
                                    row.getObject("subject", UUID.class),
                                    owedOn),
                            owedOn.isBefore(adoptedOn) ? adoptedOn : owedOn,
                            period(row),
                            row.getBoolean("returned"),
                            row.getInt("progress"),
                            Arrays.stream((String[]) row.getArray("taken").getArray())
                                    .map(Notices::taken)
                                    .toList());
                })
                .list();
    }

    private static Taken taken(String written) {
        String[] parts = written.split(" ");
        return new Taken(
                Step.valueOf(parts[0]),
                NoticeState.valueOf(parts[1]),
                parts.length > 2 ? LocalDate.parse(parts[2]) : null);
    }

    /** A unit's part in a task. @param takesPart false where the unit has none */
    record Part(About about, boolean takesPart, boolean running) {}

    Optional<Part> part(UUID task, UUID unit) {
        return jdbc.sql("""
                        select p.id as plan_id, p.title as plan_title, p.county_id, t.title, u.unit_id is not null as part,
                               t.running,
                               u.county_id as unit_county_id, coalesce(d.name, '未登记单位') as unit_name
                        from task t join plan p on p.id = t.plan_id
                        left join task_unit u on u.task_id = t.id and u.unit_id = :unit
                        left join directory_unit d on d.id = :unit
                        where t.id = :task
                        """)
                .param("task", task)
                .param("unit", unit)
                .query((row, number) -> new Part(
                        new About(
                                row.getObject("plan_id", UUID.class),
                                row.getString("plan_title"),
                                task,
                                row.getString("title"),
                                unit,
                                row.getString("unit_name"),
                                row.getObject("unit_county_id", UUID.class),
                                row.getObject("county_id", UUID.class)),
                        row.getBoolean("part"),
                        row.getBoolean("running")))
                .optional();
    }

    /** @return false where the step was taken in this case already */
    boolean insert(Notice notice) {
        About about = notice.about();
        return jdbc.sql("""
                                insert into notice
                                    (id, plan_id, plan_title, task_id, task_title, unit_id, unit_name, county_id,
                                     issuer_county_id, step, cause, subject, owed_on, state, taken_on, proposed_by, reason,
                                     demand, reply_by, version)
                                values (:id, :plan, :planTitle, :task, :taskTitle, :unit, :unitName, :county, :issuer, :step,
                                        :cause, :subject, :owedOn, :state, :takenOn, :proposedBy, :reason, :demand, :replyBy, 0)
                                on conflict do nothing
                                """)
                        .param("id", notice.id())
                        .param("plan", about.planId())
                        .param("planTitle", about.planTitle())
                        .param("task", about.taskId())
                        .param("taskTitle", about.taskTitle())
                        .param("unit", about.unitId())
                        .param("unitName", about.unitName())
                        .param("county", about.countyId(), Types.OTHER)
                        .param("issuer", about.issuerCountyId(), Types.OTHER)
                        .param("step", notice.step().name())
                        .param("cause", notice.matter().cause().name())
                        .param("subject", notice.matter().subject())
                        .param("owedOn", notice.matter().owedOn())
                        .param("state", notice.state().name())
                        .param("takenOn", notice.takenOn())
                        .param("proposedBy", notice.proposedBy())
                        .param("reason", notice.reason())
                        .param("demand", notice.demand())
                        .param("replyBy", notice.replyBy())
                        .update()
                == 1;
    }

    Optional<Notice> find(UUID id) {
        return jdbc.sql("select * from notice where id = :id")
                .param("id", id)
                .query(Notices::notice)
                .optional();
    }

    /** Holds the notice until the transaction ends, so that of two decisions the second sees the first. */
    Optional<Notice> locked(UUID id) {
        return jdbc.sql("select * from notice where id = :id for update")
                .param("id", id)
                .query(Notices::notice)
                .optional();
    }

    boolean owed(UUID id) {
        return jdbc.sql("select " + OWED + " from notice n where n.id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Open ones whose matter is done; those of another instance's turn are left to it. */
    List<Notice> done() {
        return jdbc.sql("""
                        select n.* from notice n
                        where n.state in ('PROPOSED', 'ISSUED', 'RECEIVED', 'REPLIED') and not %s
                          and (n.state = 'PROPOSED' or n.cause <> 'REPORT' or not %s)
                        order by n.id
                        for update skip locked
                        """.formatted(OWED, MISSED)).query(Notices::notice).list();
    }

    List<Notice> openOn(UUID task) {
        return jdbc.sql("""
                        select * from notice
                        where task_id = :task and state in ('PROPOSED', 'ISSUED', 'RECEIVED', 'REPLIED')
                        order by id
                        for update
                        """).param("task", task).query(Notices::notice).list();
    }

    /** Writes what a decision changed. The caller holds the lock on the row. */
    void save(Notice notice) {
        Course course = notice.course();
        Issue issue = course.issue();
        jdbc.sql("""
                        update notice
                        set state = :state, version = :version, demand = :demand, reply_by = :replyBy, number = :number,
                            issued_on = :issuedOn, issued_by = :issuedBy, dismissal = :dismissal,
                            received_at = :receivedAt, received_by = :receivedBy,
                            replied_at = :repliedAt, replied_by = :repliedBy, reply = :reply,
                            appealed_at = :appealedAt, appealed_by = :appealedBy, appeal = :appeal,
                            decided_at = :decidedAt, decided_by = :decidedBy, decision = :decision, ended_on = :endedOn
                        where id = :id
                        """)
                .param("state", notice.state().name())
                .param("version", notice.version())
                .param("demand", notice.demand())
                .param("replyBy", notice.replyBy())
                .param("number", issue == null ? null : issue.number(), Types.VARCHAR)
                .param("issuedOn", issue == null ? null : issue.on(), Types.DATE)
                .param("issuedBy", issue == null ? null : issue.by(), Types.VARCHAR)
                .param("dismissal", course.dismissal(), Types.VARCHAR)
                .param("receivedAt", at(course.receipt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("receivedBy", by(course.receipt()), Types.VARCHAR)
                .param("repliedAt", at(course.reply()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("repliedBy", by(course.reply()), Types.VARCHAR)
                .param("reply", words(course.reply()), Types.VARCHAR)
                .param("appealedAt", at(course.appeal()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("appealedBy", by(course.appeal()), Types.VARCHAR)
                .param("appeal", words(course.appeal()), Types.VARCHAR)
                .param("decidedAt", at(course.decision()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("decidedBy", by(course.decision()), Types.VARCHAR)
                .param("decision", words(course.decision()), Types.VARCHAR)
                .param("endedOn", course.endedOn(), Types.DATE)
                .param("id", notice.id())
                .update();
    }

    static Notice notice(ResultSet row, int number) throws SQLException {
        String written = row.getString("number");
        return new Notice(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new About(
                        row.getObject("plan_id", UUID.class),
                        row.getString("plan_title"),
                        row.getObject("task_id", UUID.class),
                        row.getString("task_title"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getObject("county_id", UUID.class),
                        row.getObject("issuer_county_id", UUID.class)),
                Step.valueOf(row.getString("step")),
                new Matter(
                        Cause.valueOf(row.getString("cause")),
                        row.getObject("subject", UUID.class),
                        row.getObject("owed_on", LocalDate.class)),
                NoticeState.valueOf(row.getString("state")),
                row.getObject("taken_on", LocalDate.class),
                row.getString("proposed_by"),
                row.getString("reason"),
                row.getString("demand"),
                row.getObject("reply_by", LocalDate.class),
                new Course(
                        written == null
                                ? null
                                : new Issue(
                                        written,
                                        row.getObject("issued_on", LocalDate.class),
                                        row.getString("issued_by")),
                        row.getString("dismissal"),
                        said(row, "received_at", "received_by", null),
                        said(row, "replied_at", "replied_by", "reply"),
                        said(row, "appealed_at", "appealed_by", "appeal"),
                        said(row, "decided_at", "decided_by", "decision"),
                        row.getObject("ended_on", LocalDate.class)));
    }

    private static @Nullable Said said(ResultSet row, String at, String by, @Nullable String words)
            throws SQLException {
        OffsetDateTime when = row.getObject(at, OffsetDateTime.class);
        return when == null
                ? null
                : new Said(BusinessTime.at(when), row.getString(by), words == null ? "" : row.getString(words));
    }

    private static @Nullable OffsetDateTime at(@Nullable Said said) {
        return said == null ? null : said.at();
    }

    private static @Nullable String by(@Nullable Said said) {
        return said == null ? null : said.by();
    }

    private static @Nullable String words(@Nullable Said said) {
        return said == null ? null : said.words();
    }
}
