package org.duban.task.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.task.assessment.ScoringRules.ScoringItem;
import org.duban.task.assessment.ScoringRules.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What happened in a month that can be counted, read from where it is kept. Each kind of fact has its question here and nowhere
 * else; all take {@code :first} and {@code :last}, the days of the month up to today, and {@code :today}.
 */
@Repository
class Facts {
    /** The last day on which the unit itself still owed the task {@code t} with its part {@code u}. */
    private static final String UNIT_DONE =
            "coalesce(case when u.state = 'COMPLETED' then u.completed_on end, t.closed_on)";

    /**
     * Who leads a task or has led it, until the day before {@code until}: a month that is counted after the task was given to others
     * is the former lead's all the same, and none of its successor's.
     */
    private static final String LEADS = """
            (select task_id, unit_id, county_id, state, completed_on, leads_since, 'infinity'::date as until
             from task_unit where part = 'LEAD'
             union all
             select task_id, unit_id, county_id, null::text, null::date, leads_since, released_on
             from task_unit_released where part = 'LEAD'
             union all
             select task_id, unit_id, county_id, null::text, null::date, leads_since, led_until
             from task_unit where part = 'COOPERATING' and led_until is not null)""";

    /** The first day on which the lead {@code u} had the task {@code t}. */
    private static final String SINCE = "coalesce(u.leads_since, t.assigned_on, '-infinity'::date)";

    /**
     * Whether the lead {@code u} had the task {@code t} past the day %1$s on a day of the month. Whoever was given it after that day
     * has the rest of that month to do it.
     */
    private static final String LED_TOO_LONG = """
            %2$s <= cast(:last as date) and (%2$s <= %1$s or %2$s < cast(:first as date))
            and u.until > %1$s + 1 and u.until > cast(:first as date)""";

    /** Reports {@code r} that count in the month; they began at most two months before it, so that few partitions are read. */
    private static final String OF_MONTH = """
            r.month = :first and r.period >= (cast(:first as date) - interval '2 months')::date
              and r.period < (cast(:first as date) + interval '1 month')::date""";

    private final JdbcClient jdbc;

    Facts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One fact.
     *
     * @param id of what it leads to
     * @param amount its points where a person gave them; null where the rules do
     */
    record Fact(
            Measure measure,
            UUID unitId,
            @Nullable UUID countyId,
            UUID id,
            @Nullable UUID taskId,
            LocalDate day,
            String words,
            @Nullable BigDecimal amount) {

        BigDecimal points(ScoringItem item) {
            return amount == null ? item.points() : amount;
        }
    }

    private static String question(Measure measure) {
        return switch (measure) {
            case LATE_REPORT -> """
                    select r.unit_id, r.county_id, r.id, r.task_id,
                           (r.submitted_at at time zone 'Asia/Shanghai')::date as day, t.title as words, null::numeric as amount
                    from report r join task t on t.id = r.task_id
                    where %s and r.state in ('SUBMITTED', 'ACCEPTED') and not r.on_time
                    """.formatted(OF_MONTH);
            case MISSED_REPORT -> """
                    select r.unit_id, r.county_id, r.id, r.task_id, r.due_on, t.title, null::numeric
                    from report r join task t on t.id = r.task_id
                    where %s
                      and (r.state = 'LAPSED' or r.state in ('DUE', 'RETURNED') and r.due_on < cast(:today as date))
                    """.formatted(OF_MONTH);
            // The time in a report's id is its period's first moment, which finds the partition.
            case RETURNED_REPORT -> """
                    select r.unit_id, r.county_id, r.id, r.task_id, (a.at at time zone 'Asia/Shanghai')::date, t.title,
                           null::numeric
                    from audit_entry a
                    join report r on r.id = a.subject
                      and r.period = (uuid_extract_timestamp(a.subject) at time zone 'Asia/Shanghai')::date
                    join task t on t.id = r.task_id
                    where a.action = 'report-returned'
                      and a.at >= cast(:first as date)::timestamp at time zone 'Asia/Shanghai'
                      and a.at < (cast(:last as date) + 1)::timestamp at time zone 'Asia/Shanghai'
                    """;
            // Late on a day of the month: the day after its own until the unit was done. A past cycle is over when it
            // is over.
            case OVERDUE_TASK -> """
                    select distinct u.unit_id, u.county_id, t.id, t.id, t.due_on, t.title, null::numeric
                    from task t join %2$s u on u.task_id = t.id
                    where t.state not in ('DRAFTED', 'SUSPENDED') and t.due_on < cast(:last as date)
                      and (%1$s is null or %1$s > t.due_on and %1$s >= cast(:first as date))
                      and %3$s
                    union all
                    select distinct u.unit_id, u.county_id, t.id, t.id, c.due_on, t.title, null::numeric
                    from task_cycle c
                    join task t on t.id = c.task_id
                    join %2$s u on u.task_id = t.id
                    where c.due_on < cast(:last as date) and (c.closed_on is null or c.closed_on > c.due_on)
                      and coalesce(c.closed_on, greatest(c.cycle_to, c.due_on + 1)) >= cast(:first as date)
                      and %5$s <= coalesce(c.closed_on, greatest(c.cycle_to, c.due_on + 1))
                      and %4$s
                    """.formatted(UNIT_DONE, LEADS, ledPast("t.due_on"), ledPast("c.due_on"), SINCE);
            case URGED -> """
                    select g.unit_id, d.county_id, g.task_id, g.task_id, g.urged_on, t.title, null::numeric
                    from urging g
                    join task t on t.id = g.task_id
                    left join directory_unit d on d.id = g.unit_id
                    where g.urged_on between :first and :last
                    """;
            case NOTICE_BLUE, NOTICE_YELLOW, NOTICE_RED, BULLETIN, TALK -> """
                    select n.unit_id, n.county_id, n.id, n.task_id, n.issued_on, n.task_title, null::numeric
                    from notice n
                    where n.step = '%s' and n.issued_on between :first and :last and n.state <> 'WITHDRAWN'
                    """.formatted(measure.name());
            case RECTIFICATION_OVERDUE -> """
                    select r.unit_id, r.county_id, r.id, r.task_id, r.due_on, r.problem, null::numeric
                    from rectification r
                    where r.state <> 'WITHDRAWN' and r.due_on < cast(:last as date)
                      and (r.rectified_on is null or r.rectified_on > r.due_on and r.rectified_on >= cast(:first as date))
                    """;
            case RECTIFICATION_RECURRED -> """
                    select r.unit_id, r.county_id, r.id, r.task_id, r.followed_up_on, r.problem, null::numeric
                    from rectification r
                    where r.state = 'RECURRED' and r.followed_up_on between :first and :last
                    """;
            case COMPLETED_EARLY -> """
                    select u.unit_id, u.county_id, t.id, t.id, t.closed_on, t.title, null::numeric
                    from task t join task_unit u on u.task_id = t.id and u.part = 'LEAD'
                    where t.state = 'CLOSED' and t.closed_on between :first and :last and %s < t.due_on
                    union all
                    select distinct u.unit_id, u.county_id, t.id, t.id, c.closed_on, t.title, null::numeric
                    from task_cycle c
                    join task t on t.id = c.task_id
                    join %s u on u.task_id = t.id and %s <= c.closed_on and u.until > c.closed_on
                    where c.closed_on between :first and :last and c.closed_on < c.due_on
                    """.formatted(UNIT_DONE, LEADS, SINCE);
            case FEATURE -> """
                    select w.unit_id, w.county_id, w.id, w.task_id, w.given_on, w.words, w.points
                    from assessment_award w
                    where w.month = :first and w.withdrawn_at is null
                    """;
        };
    }

    private static String ledPast(String day) {
        return LED_TOO_LONG.formatted(day, SINCE);
    }

    private static String questions(Collection<Measure> measures) {
        return Stream.concat(
                        // names the columns where nothing is asked for
                        Stream.of("""
                                select null::text as measure, null::uuid as unit_id, null::uuid as county_id, null::uuid as id,
                                       null::uuid as task_id, null::date as day, null::text as words, null::numeric as amount
                                where false
                                """),
                        measures.stream()
                                .map(measure ->
                                        "select '%s', q.* from (%s) q".formatted(measure.name(), question(measure))))
                .collect(Collectors.joining("\nunion all\n"));
    }

    private JdbcClient.StatementSpec asked(String sql, YearMonth month, LocalDate today) {
        LocalDate last = month.atEndOfMonth();
        return jdbc.sql(sql)
                .param("first", month.atDay(1))
                .param("last", last.isAfter(today) ? today : last)
                .param("today", today);
    }

    /** @return the facts of one unit, or of all where it is null, oldest first */
    List<Fact> of(YearMonth month, LocalDate today, Collection<Measure> measures, @Nullable UUID unit) {
        var spec = asked(
                "select * from (%s) f where %s order by day, measure, id"
                        .formatted(questions(measures), unit == null ? "true" : "f.unit_id = :unit"),
                month,
                today);
        return (unit == null ? spec : spec.param("unit", unit))
                .query(Facts::fact)
                .list();
    }

    /** @return what each unit has of each kind, by these rules */
    Map<UUID, Map<Measure, Tally>> tallies(YearMonth month, LocalDate today, ScoringRules rules) {
        record Row(
                UUID unitId,
                Measure measure,
                int facts,
                @Nullable BigDecimal amount) {}
        Map<UUID, Map<Measure, Tally>> tallies = new HashMap<>();
        asked("""
                        select unit_id, measure, count(*) as facts, sum(amount) as amount from (%s) f
                        group by unit_id, measure
                        """.formatted(questions(rules.measures())), month, today)
                .query((row, n) -> new Row(
                        row.getObject("unit_id", UUID.class),
                        Measure.valueOf(row.getString("measure")),
                        row.getInt("facts"),
                        row.getBigDecimal("amount")))
                .list()
                .forEach(row -> {
                    ScoringItem item = rules.item(row.measure);
                    if (item != null) {
                        BigDecimal points =
                                row.amount == null ? item.points().multiply(BigDecimal.valueOf(row.facts)) : row.amount;
                        tallies.computeIfAbsent(row.unitId, it -> new EnumMap<>(Measure.class))
                                .put(row.measure, new Tally(row.facts, points));
                    }
                });
        return tallies;
    }

    /** A unit that is assessed. */
    record Assessed(UUID unitId, @Nullable UUID countyId) {}

    /** Who owed something in the month: a report, or a task it leads; and whom a fact by these rules is about. */
    List<Assessed> assessed(YearMonth month, LocalDate today, ScoringRules rules) {
        return asked("""
                        select distinct on (unit_id) unit_id, county_id from (
                            select r.unit_id, r.county_id from report r
                            where %s and r.state <> 'WAIVED'
                            union all
                            select u.unit_id, u.county_id
                            from %s u join task t on t.id = u.task_id
                            where t.state not in ('DRAFTED', 'SUSPENDED')
                              and %s <= :last and u.until > cast(:first as date)
                              and (t.closed_on is null or t.closed_on >= :first)
                            union all
                            select f.unit_id, f.county_id from (%s) f) known
                        order by unit_id
                        """.formatted(OF_MONTH, LEADS, SINCE, questions(rules.measures())), month, today)
                .query(Assessed.class)
                .list();
    }

    private static Fact fact(ResultSet row, int n) throws SQLException {
        return new Fact(
                Measure.valueOf(row.getString("measure")),
                row.getObject("unit_id", UUID.class),
                row.getObject("county_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getString("words"),
                row.getBigDecimal("amount"));
    }
}
