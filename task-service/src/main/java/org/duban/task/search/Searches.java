package org.duban.task.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.Period;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.ledger.Sights;
import org.duban.task.ledger.TaskState;
import org.duban.task.query.Conditions;
import org.duban.task.search.SearchHit.Field;
import org.duban.task.search.SearchHit.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds words of two characters and more, newest first, within the caller's sight. Words that stand everywhere are found by looking
 * at rows one by one from the newest; rare ones by the index over pairs of characters. Reports, which come by the month, are looked
 * at a number of the newest first, and where these do not fill a page, month by month in the same two ways.
 */
@Repository
@Transactional(readOnly = true)
public class Searches {

    private static final int LOOKED_AT = 2_000;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    // The planner knows how often a pair of characters stands in the ledger: it walks through the ledger in its order
    // for what
    // stands often, and looks into the index for what is rare.
    private static final String TASK = """
            select t.id, t.plan_id, t.ordinal, t.title, t.body, t.due_on, t.state, p.title as plan_title
            from (select t.* from task t
                  where bigrams(t.search) @> (bigrams(:form))[1\\:4] and position(:form in t.search) > 0 and %s
                  order by t.plan_id desc, t.ordinal
                  limit :limit) t
            join plan p on p.id = t.plan_id
            order by t.plan_id desc, t.ordinal
            """;

    // otherwise a plan made for any words is taken after some searches
    private static final String FOR_THESE_WORDS = "set local plan_cache_mode = force_custom_plan";

    private static final String NEWEST_REPORTS = """
            select n.period, n.report_id
            from (select w.* from report_words w where %s order by w.period desc, w.report_id desc limit :lookedAt) n
            where position(:form in n.words) > 0
            order by n.period desc, n.report_id desc
            limit :limit
            """;

    // Sorted by what the months are sorted by already, month for month, so that one that fills the page spares looking
    // into the earlier ones. What is rare in a month is taken from the index. What stands everywhere in it would take
    // longest to gather, and is soon met by walking through the month from its newest.
    private static final String REPORTS_BY_MONTH = """
            select m.period, f.report_id
            from (select distinct o.period from round o where %1$s order by o.period desc) m
            cross join lateral (
                with matches as materialized (
                    select w.report_id from report_words w
                    where w.period = m.period and bigrams(w.words) @> (bigrams(:form))[1\\:4]
                      and position(:form in w.words) > 0 and %2$s
                    limit :lookedAt)
                (select report_id from matches where (select count(*) from matches) < :lookedAt
                 order by report_id desc limit :limit)
                union all
                (select w.report_id from report_words w
                 where (select count(*) from matches) = :lookedAt
                   and w.period = m.period and position(:form in w.words) > 0 and %2$s
                 order by w.report_id desc limit :limit)) f
            order by m.period desc, f.report_id desc
            limit :limit
            """;

    // what all months would cost is told from few, and compiling takes longer than looking
    private static final String AS_PLANNED = "set local jit = off";

    private static final String REPORT = """
            select r.id, r.task_id, r.unit_id, r.period, r.cadence, r.done, r.problems, r.next, r.plan_id, p.title as plan_title, t.title
            from unnest(cast(:periods as date[]), :ids) as f (period, id)
            join report r on r.period = f.period and r.id = f.id
            join task t on t.id = r.task_id
            join plan p on p.id = r.plan_id
            order by r.period desc, r.id desc
            """;

    private final JdbcClient jdbc;
    private final Units units;
    private final int lookedAt;

    @Autowired
    Searches(JdbcClient jdbc, Units units) {
        this(jdbc, units, LOOKED_AT);
    }

    /** @param lookedAt how many of the newest are looked at one by one, and of how many on words stand everywhere in a month */
    Searches(JdbcClient jdbc, Units units, int lookedAt) {
        this.jdbc = jdbc;
        this.units = units;
        this.lookedAt = lookedAt;
    }

    /** @throws SearchRefused where there are fewer than two characters to look for */
    public Page<SearchHit> find(String words, Kind kind, Caller caller, Limit limit, @Nullable String cursor) {
        if (words.length() > LONGEST) {
            throw SearchRefused.tooLong();
        }
        String form = jdbc.sql("select search_form(:words)")
                .param("words", words)
                .query(String.class)
                .single();
        if (form.codePointCount(0, form.length()) < SHORTEST) {
            throw SearchRefused.tooShort();
        }
        Cursor after = cursor == null ? null : Cursor.decode(cursor);
        return switch (kind) {
            case TASK, RESOLUTION -> tasks(words, form, kind, caller, limit, after);
            case REPORT -> reports(words, form, caller, limit, after);
        };
    }

    private record FoundTask(
            UUID id,
            UUID planId,
            String planTitle,
            int ordinal,
            String title,
            String body,
            @Nullable LocalDate dueOn,
            TaskState state) {}

    private Page<SearchHit> tasks(
            String words, String form, Kind kind, Caller caller, Limit limit, @Nullable Cursor after) {
        var seen = new Conditions()
                .and(Sights.tasks(caller.sight()))
                .and(kind == Kind.RESOLUTION ? "t.resolution_id is not null" : "t.resolution_id is null");
        seen.params().putAll(Sights.parameters(caller.sight()));
        if (after != null) {
            seen.and("t.plan_id <= :afterPlan", "afterPlan", after.uuid(0))
                    .and("(t.plan_id < :afterPlan or t.ordinal > :afterOrdinal)", "afterOrdinal", (int)
                            after.number(1));
        }
        jdbc.sql(FOR_THESE_WORDS).update();
        List<FoundTask> found = jdbc.sql(TASK.formatted(seen.where()))
                .params(seen.params())
                .param("form", form)
                .param("limit", limit.plusOne())
                .query(FoundTask.class)
                .list();
        Map<UUID, List<UnitRef>> leads = leads(found.stream().map(FoundTask::id).toArray(UUID[]::new));
        Map<UUID, String> cursors = new HashMap<>();
        found.forEach(task -> cursors.put(task.id(), Cursor.encode(task.planId(), task.ordinal())));
        return Page.of(
                found.stream()
                        .map(task -> hit(task, kind, words, leads.getOrDefault(task.id(), List.of())))
                        .toList(),
                limit,
                hit -> Objects.requireNonNull(cursors.get(hit.id())));
    }

    private static SearchHit hit(FoundTask task, Kind kind, String words, List<UnitRef> leads) {
        Snippet inTitle = Snippet.of(task.title(), words);
        Snippet inText = Snippet.of(task.body(), words);
        return new SearchHit(
                kind,
                task.id(),
                task.id(),
                task.title(),
                task.planId(),
                task.planTitle(),
                leads,
                task.dueOn(),
                task.state(),
                null,
                inTitle == null ? Field.TEXT : Field.TITLE,
                inTitle != null ? inTitle : inText != null ? inText : Snippet.beginning(task.body()));
    }

    private Map<UUID, List<UnitRef>> leads(UUID[] tasks) {
        record Lead(UUID taskId, UUID unitId) {}
        List<Lead> leads = jdbc.sql("""
                        select task_id, unit_id from task_unit
                        where task_id = any(:tasks) and part = 'LEAD'
                        order by task_id, place
                        """).param("tasks", tasks).query(Lead.class).list();
        Map<UUID, UnitRef> refs = units.refs(leads.stream().map(Lead::unitId).collect(Collectors.toSet()));
        return leads.stream()
                .collect(Collectors.groupingBy(
                        Lead::taskId, Collectors.mapping(lead -> ref(refs, lead.unitId()), Collectors.toList())));
    }

    private record FoundReport(LocalDate period, UUID reportId) {}

    private Page<SearchHit> reports(String words, String form, Caller caller, Limit limit, @Nullable Cursor after) {
        var seen = new Conditions().seenBy(caller.sight(), "w");
        @Nullable LocalDate from = null;
        if (after != null) {
            from = after.day(0);
            seen.and("w.period <= :afterPeriod", "afterPeriod", from)
                    .and("(w.period < :afterPeriod or w.report_id < :afterId)", "afterId", after.uuid(1));
        }
        List<FoundReport> found = jdbc.sql(NEWEST_REPORTS.formatted(seen.where()))
                .params(seen.params())
                .param("form", form)
                .param("lookedAt", lookedAt)
                .param("limit", limit.plusOne())
                .query(FoundReport.class)
                .list();
        if (found.size() < limit.plusOne()) {
            found = byMonth(form, seen, from, limit.plusOne());
        }
        Map<UUID, String> cursors = new HashMap<>();
        found.forEach(row -> cursors.put(row.reportId(), Cursor.encode(row.period(), row.reportId())));
        return Page.of(hits(found, words), limit, hit -> Objects.requireNonNull(cursors.get(hit.id())));
    }

    private List<FoundReport> byMonth(String form, Conditions seen, @Nullable LocalDate from, int most) {
        jdbc.sql(AS_PLANNED).update();
        return jdbc.sql(REPORTS_BY_MONTH.formatted(from == null ? "true" : "o.period <= :afterPeriod", seen.where()))
                .params(seen.params())
                .param("form", form)
                .param("lookedAt", lookedAt)
                .param("limit", most)
                .query(FoundReport.class)
                .list();
    }

    private List<SearchHit> hits(List<FoundReport> found, String words) {
        record Written(
                UUID id,
                UUID taskId,
                UUID unitId,
                LocalDate period,
                Cadence cadence,
                @Nullable String done,
                @Nullable String problems,
                @Nullable String next,
                UUID planId,
                String planTitle,
                String title) {}
        if (found.isEmpty()) {
            return List.of();
        }
        List<Written> reports = jdbc.sql(REPORT)
                .param(
                        "periods",
                        found.stream().map(row -> row.period().toString()).toArray(String[]::new))
                .param("ids", found.stream().map(FoundReport::reportId).toArray(UUID[]::new))
                .query(Written.class)
                .list();
        Map<UUID, UnitRef> refs =
                units.refs(reports.stream().map(Written::unitId).collect(Collectors.toSet()));
        return reports.stream()
                .map(report -> {
                    Said said = said(words, report.done(), report.problems(), report.next());
                    return new SearchHit(
                            Kind.REPORT,
                            report.id(),
                            report.taskId(),
                            report.title(),
                            report.planId(),
                            report.planTitle(),
                            List.of(ref(refs, report.unitId())),
                            null,
                            null,
                            new Period(report.cadence(), report.period()).toString(),
                            said.field(),
                            said.snippet());
                })
                .toList();
    }

    private record Said(Field field, Snippet snippet) {}

    private static Said said(String words, @Nullable String done, @Nullable String problems, @Nullable String next) {
        return Stream.of(new Place(Field.DONE, done), new Place(Field.PROBLEMS, problems), new Place(Field.NEXT, next))
                .flatMap(place -> place.text == null
                        ? Stream.empty()
                        : Stream.ofNullable(Snippet.of(place.text, words))
                                .map(snippet -> new Said(place.field, snippet)))
                .findFirst()
                .orElseGet(() -> new Said(Field.DONE, Snippet.beginning(done == null ? "" : done)));
    }

    private record Place(Field field, @Nullable String text) {}

    private static UnitRef ref(Map<UUID, UnitRef> refs, UUID unit) {
        return refs.getOrDefault(unit, UnitRef.unknown(unit));
    }
}
