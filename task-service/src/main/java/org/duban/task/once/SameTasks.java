package org.duban.task.once;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.task.access.Rights;
import org.duban.task.directory.UnitRef;
import org.duban.task.ledger.Sights;
import org.duban.task.once.SameTasksView.LikelySame;
import org.duban.task.once.SameTasksView.SamePair;
import org.duban.task.once.SameTasksView.TaskSide;
import org.duban.task.text.CharacterPairs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tasks of different plans are one obligation, and which look like it (behaviours.md X8). */
@Repository
class SameTasks {
    /** Dates of one obligation differ by no more, as where one plan says the quarter's end and another the month's. */
    static final int DAYS_APART = 92;

    /** Two texts that share so much are shown to a person. */
    static final double LIKE = 0.6;

    private static final int MOST_PAIRS = 200;

    /** Every task that is the same as {@code :task}, itself included, by however many steps. */
    static final String ALIKE = """
            with recursive alike (id) as (
                select cast(:task as uuid)
                union
                select case when s.one = a.id then s.other else s.one end
                from alike a join task_same s on (s.one = a.id or s.other = a.id) and s.same)
            """;

    /** Report {@code r}, with its line {@code a} of report_once, is not handed in and has no words but those of {@code :report}. */
    static final String GOES_ALONG = """
            (r.state = 'DUE' and r.pending is null
             or r.state in ('DUE', 'RETURNED') and coalesce(a.answered_by = :report, false))""";

    private static final String SIDE = """
            %1$s.id as %1$s_id, %1$s.ordinal as %1$s_ordinal, %1$s.title as %1$s_title, %1$s.body as %1$s_body,
            %1$s.due_on as %1$s_due_on, %1$s.plan_id as %1$s_plan_id, p%1$s.title as %1$s_plan_title
            """;

    private static final String CANDIDATES = """
            select %s, %s, u.id as unit_id, u.name, u.short_name, u.county_id, u.county_name
            from task a
            join plan pa on pa.id = a.plan_id
            join task_unit la on la.task_id = a.id and la.part = 'LEAD'
            join task_unit lb on lb.unit_id = la.unit_id and lb.part = 'LEAD'
            join task b on b.id = lb.task_id and b.plan_id <> a.plan_id and b.running
            join plan pb on pb.id = b.plan_id
            join directory_unit u on u.id = la.unit_id
            where a.running and %s and %s
              and (a.due_on is null or b.due_on is null or abs(a.due_on - b.due_on) <= :daysApart)
              and not exists (select from task_same s where s.one = least(a.id, b.id) and s.other = greatest(a.id, b.id))
            order by a.ordinal, b.plan_id, b.ordinal, u.id
            """;

    private final JdbcClient jdbc;

    SameTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says of two tasks that they are the same, or that they are not. */
    void decide(UUID task, UUID other, boolean same, OffsetDateTime at, String by) {
        jdbc.sql("""
                        insert into task_same (one, other, same, at, by_name)
                        values (least(:task, :other), greatest(:task, :other), :same, :at, :by)
                        on conflict (one, other) do update
                        set same = excluded.same, at = excluded.at, by_name = excluded.by_name
                        """)
                .param("task", task)
                .param("other", other)
                .param("same", same)
                .param("at", at)
                .param("by", by)
                .update();
    }

    /** One decision after the other, until the transaction ends: each may join or part more than two. */
    void holdAll() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('same tasks'))::text")
                .query(String.class)
                .optional();
    }

    /** @return the title of a plan that has two of those that are the same */
    Optional<String> twoOfOnePlan(UUID task) {
        return jdbc.sql(ALIKE + """
                        select p.title from alike join task t on t.id = alike.id join plan p on p.id = t.plan_id
                        group by p.id, p.title
                        having count(*) > 1
                        order by p.id
                        limit 1
                        """).param("task", task).query(String.class).optional();
    }

    /** Titles. */
    record Pair(String one, String other) {}

    /** @return two of those that are the same which a person told apart */
    Optional<Pair> toldApart(UUID task) {
        return jdbc.sql(ALIKE + """
                        select a.title as one, b.title as other
                        from task_same s join task a on a.id = s.one join task b on b.id = s.other
                        where not s.same and s.one in (select id from alike) and s.other in (select id from alike)
                        order by s.one, s.other
                        limit 1
                        """).param("task", task).query(Pair.class).optional();
    }

    /** @return the title of a task that makes the two the same, although nobody says so of them; empty where they are not */
    Optional<String> through(UUID task, UUID other) {
        return jdbc.sql(ALIKE + """
                        select t.title
                        from alike join task t on t.id = alike.id
                        join task_same s on s.same and (s.one = t.id and s.other = :other or s.other = t.id and s.one = :other)
                        where exists (select from alike where id = :other)
                        order by t.id
                        limit 1
                        """)
                .param("task", task)
                .param("other", other)
                .query(String.class)
                .optional();
    }

    /** Whether two tasks are issued by whom the caller supervises for, and in different plans; who leads both. */
    record Facts(UUID planOfOne, UUID planOfOther, boolean supervised, boolean commonLead) {}

    Facts facts(UUID task, UUID other, Caller caller) {
        return jdbc.sql("""
                        select a.plan_id as one, b.plan_id as other, pa.county_id as one_county, pb.county_id as other_county,
                               exists (select from task_unit la join task_unit lb on lb.unit_id = la.unit_id
                                       where la.task_id = a.id and lb.task_id = b.id
                                         and la.part = 'LEAD' and lb.part = 'LEAD') as common_lead
                        from task a join plan pa on pa.id = a.plan_id, task b join plan pb on pb.id = b.plan_id
                        where a.id = :task and b.id = :other
                        """)
                .param("task", task)
                .param("other", other)
                .query((row, n) -> new Facts(
                        row.getObject("one", UUID.class),
                        row.getObject("other", UUID.class),
                        Sights.supervises(caller, row.getObject("one_county", UUID.class))
                                && Sights.supervises(caller, row.getObject("other_county", UUID.class)),
                        row.getBoolean("common_lead")))
                .single();
    }

    /** In one order for everybody, itself included. */
    List<UUID> alike(UUID task) {
        return jdbc.sql(ALIKE + "select id from alike order by id")
                .param("task", task)
                .query(UUID.class)
                .list();
    }

    /** Whether a person has said anything of the task and another. */
    boolean wasCompared(UUID task) {
        return jdbc.sql("select exists (select from task_same where one = :task or other = :task)")
                .param("task", task)
                .query(Boolean.class)
                .single();
    }

    /** Whether the caller supervises for whoever issued the task, and each that is the same. */
    boolean mayDecide(UUID task, Caller caller) {
        return Rights.supervises(caller)
                && jdbc
                        .sql(ALIKE + """
                                select p.county_id from alike join task t on t.id = alike.id join plan p on p.id = t.plan_id
                                """)
                        .param("task", task)
                        .query((row, n) -> Sights.supervises(caller, row.getObject("county_id", UUID.class)))
                        .list()
                        .stream()
                        .allMatch(supervised -> supervised);
    }

    /** The others that are the same, as far as the caller sees them. */
    List<TaskSide> sameAs(UUID task, Caller caller) {
        return jdbc.sql(ALIKE + """
                        select %s
                        from alike join task t on t.id = alike.id join plan pt on pt.id = t.plan_id
                        where t.id <> :task and %s
                        order by t.plan_id, t.ordinal
                        """.formatted(SIDE.formatted("t"), Sights.tasks(caller.sight())))
                .param("task", task)
                .params(Sights.parameters(caller.sight()))
                .query((row, n) -> side(row, "t"))
                .list();
    }

    /** Tasks that look like this one and nobody has said anything of; the likest first. */
    List<LikelySame> likely(UUID task, Caller caller) {
        return pairs("a.id = :of", task, caller).stream()
                .map(pair -> new LikelySame(pair.other(), pair.likeness(), pair.leads()))
                .toList();
    }

    /** As {@link #likely}, for every task of a plan. */
    List<SamePair> likelyIn(UUID plan, Caller caller) {
        return pairs("a.plan_id = :of", plan, caller);
    }

    private List<SamePair> pairs(String of, UUID id, Caller caller) {
        String issued = switch (caller.sight()) {
            case Sight.Everything everything -> "true";
            case Sight.OfCounty county -> "pa.county_id = :sight and pb.county_id = :sight";
            case Sight.OfUnit unit -> "false";
        };
        if (!Rights.supervises(caller)) {
            return List.of();
        }
        Map<Key, Candidate> candidates = new HashMap<>();
        Map<UUID, Texts> texts = new HashMap<>();
        jdbc.sql(CANDIDATES.formatted(SIDE.formatted("a"), SIDE.formatted("b"), of, issued))
                .param("of", id)
                .param("daysApart", DAYS_APART)
                .params(Sights.parameters(caller.sight()))
                .query((ResultSet row) -> {
                    TaskSide one = side(row, "a");
                    TaskSide other = side(row, "b");
                    texts.computeIfAbsent(one.id(), it -> Texts.of(row, "a"));
                    texts.computeIfAbsent(other.id(), it -> Texts.of(row, "b"));
                    candidates
                            .computeIfAbsent(
                                    new Key(one.id(), other.id()), it -> new Candidate(one, other, new ArrayList<>()))
                            .leads
                            .add(new UnitRef(
                                    row.getObject("unit_id", UUID.class),
                                    row.getString("name"),
                                    row.getString("short_name"),
                                    row.getObject("county_id", UUID.class),
                                    row.getString("county_name")));
                });
        return candidates.values().stream()
                .map(one -> new SamePair(
                        one.one, one.other, likeness(texts.get(one.one.id()), texts.get(one.other.id())), one.leads))
                .filter(pair -> pair.likeness() >= LIKE)
                .sorted(Comparator.comparingDouble(SamePair::likeness)
                        .reversed()
                        .thenComparing(pair -> pair.one().ordinal())
                        .thenComparing(pair -> pair.other().id()))
                .limit(MOST_PAIRS)
                .toList();
    }

    private record Key(UUID one, UUID other) {}

    private record Candidate(TaskSide one, TaskSide other, List<UnitRef> leads) {}

    /** A task's words as they are compared: each with very many others. */
    record Texts(Set<String> title, Set<String> body) {
        static Texts of(String title, String body) {
            return new Texts(CharacterPairs.of(title), CharacterPairs.of(body));
        }

        private static Texts of(ResultSet row, String alias) {
            try {
                return of(row.getString(alias + "_title"), row.getString(alias + "_body"));
            } catch (SQLException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }

    /** The likeness of the titles or of the whole texts, whichever is greater; two decimals. */
    static double likeness(@Nullable Texts one, @Nullable Texts other) {
        if (one == null || other == null) {
            return 0;
        }
        double likeness = Math.max(likeness(one.title, other.title), likeness(one.body, other.body));
        return Math.floor(likeness * 100) / 100;
    }

    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> fewer = one.size() < other.size() ? one : other;
        Set<String> more = fewer == one ? other : one;
        long common = fewer.stream().filter(more::contains).count();
        return 2.0 * common / (one.size() + other.size());
    }

    private static TaskSide side(ResultSet row, String alias) throws SQLException {
        return new TaskSide(
                row.getObject(alias + "_id", UUID.class),
                row.getInt(alias + "_ordinal"),
                row.getString(alias + "_title"),
                row.getObject(alias + "_plan_id", UUID.class),
                row.getString(alias + "_plan_title"),
                row.getObject(alias + "_due_on", LocalDate.class));
    }
}
