package org.duban.task.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.calendar.Cadence;
import org.duban.task.directory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adopted plans as they are read: a caller sees a plan through its tasks, a county its own plans too. */
@Repository
@Transactional(readOnly = true)
public class PlanViews {
    private static final String PLANS = """
            select p.*, coalesce(s.tasks, 0) as tasks, coalesce(s.closed, 0) as closed, coalesce(s.progress, 0) as progress
            from plan p
            left join lateral (
                select count(*) as tasks, count(*) filter (where t.state = 'CLOSED') as closed,
                       round(avg(t.progress)) as progress
                from task t
                where t.plan_id = p.id and t.state <> 'DRAFTED' and %s and %s
            ) s on true
            where %s
            """;

    private final JdbcClient jdbc;
    private final Units units;

    PlanViews(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** Newest first. */
    public Page<PlanView> list(Caller caller, Limit limit, @Nullable String cursor) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", limit.plusOne());
        String condition = "true";
        if (cursor != null) {
            condition = "p.id < :after";
            parameters.put("after", Cursor.decode(cursor).uuid(0));
        }
        return Page.of(find(caller.sight(), condition, parameters), limit, plan -> Cursor.encode(plan.id()));
    }

    /** @throws TaskRefused where there is no such plan within the caller's sight */
    public PlanView plan(UUID id, Caller caller) {
        return find(caller.sight(), "p.id = :id", Map.of("id", id, "limit", 1)).stream()
                .findFirst()
                .orElseThrow(() -> TaskRefused.planNotFound(id));
    }

    private List<PlanView> find(Sight sight, String condition, Map<String, ?> parameters) {
        String sql = PLANS.formatted(Sights.tasks(sight), Sights.wholes(sight), condition + " and " + visible(sight))
                + " order by p.id desc limit :limit";
        Map<UUID, String> counties = units.countyNames();
        List<PlanView> found = jdbc.sql(sql)
                .params(Sights.parameters(sight))
                .params(parameters)
                .query((row, n) -> {
                    UUID county = row.getObject("county_id", UUID.class);
                    return new PlanView(
                            row.getObject("id", UUID.class),
                            row.getString("title"),
                            row.getString("document_number"),
                            row.getString("issuer"),
                            row.getObject("issued_on", LocalDate.class),
                            row.getString("kind"),
                            Plan.Source.valueOf(row.getString("source")),
                            row.getObject("meeting_id", UUID.class),
                            county,
                            county == null ? null : counties.get(county),
                            Cadence.valueOf(row.getString("cadence")),
                            row.getInt("report_weekday"),
                            row.getInt("report_day"),
                            row.getInt("report_quarter_day"),
                            List.of(),
                            BusinessTime.at(row.getObject("adopted_at", OffsetDateTime.class)),
                            row.getInt("tasks"),
                            row.getInt("closed"),
                            row.getInt("progress"));
                })
                .list();
        return withPhases(found);
    }

    private static String visible(Sight sight) {
        return switch (sight) {
            case Sight.Everything everything -> "true";
            case Sight.OfCounty county -> "(p.county_id = :sight or s.tasks > 0)";
            case Sight.OfUnit unit -> "s.tasks > 0";
        };
    }

    private List<PlanView> withPhases(List<PlanView> plans) {
        record Owned(UUID plan, PlanView.PlanPhase phase) {}
        Map<UUID, List<PlanView.PlanPhase>> phases = jdbc
                .sql("""
                        select plan_id, name, starts_on, ends_on from plan_phase
                        where plan_id = any(:plans)
                        order by plan_id, ordinal
                        """)
                .param("plans", plans.stream().map(PlanView::id).toArray(UUID[]::new))
                .query((row, n) -> new Owned(
                        row.getObject("plan_id", UUID.class),
                        new PlanView.PlanPhase(
                                row.getString("name"),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Owned::plan, Collectors.mapping(Owned::phase, Collectors.toList())));
        return plans.stream()
                .map(plan -> plan.with(phases.getOrDefault(plan.id(), List.of())))
                .toList();
    }
}
