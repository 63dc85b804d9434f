package org.duban.task.county;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which plans ask counties for reform items of their own, and what was named. */
@Repository
class FeatureCalls {
    private static final String CALL = "select plan_id, due_on, least, version from feature_call where plan_id = :plan";

    private final JdbcClient jdbc;

    FeatureCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param countyId the county whose plan it is; null for the city's */
    record PlanHead(UUID id, String title, @Nullable UUID countyId) {}

    Optional<PlanHead> plan(UUID id) {
        return jdbc.sql("select id, title, county_id from plan where id = :id")
                .param("id", id)
                .query(PlanHead.class)
                .optional();
    }

    Optional<FeatureCall> find(UUID plan) {
        return jdbc.sql(CALL).param("plan", plan).query(FeatureCall.class).optional();
    }

    /** Holds the plan's call until the transaction ends, be there one or not. */
    Optional<FeatureCall> locked(UUID plan) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('feature call'), hashtext(:plan))::text")
                .param("plan", plan.toString())
                .query(String.class)
                .optional();
        return find(plan);
    }

    void save(FeatureCall call, OffsetDateTime at, String by) {
        jdbc.sql("""
                        insert into feature_call (plan_id, due_on, least, called_at, called_by, version)
                        values (:plan, :due, :least, :at, :by, :version)
                        on conflict (plan_id) do update
                        set due_on = excluded.due_on, least = excluded.least, called_at = excluded.called_at,
                            called_by = excluded.called_by, version = excluded.version
                        """)
                .param("plan", call.planId())
                .param("due", call.dueOn())
                .param("least", call.least())
                .param("at", at)
                .param("by", by)
                .param("version", call.version())
                .update();
    }

    record Called(UUID planId, String planTitle, LocalDate dueOn, int least) {}

    /** Newest plan first. */
    List<Called> called(@Nullable UUID before, int most) {
        return jdbc.sql("""
                        select c.plan_id, p.title as plan_title, c.due_on, c.least
                        from feature_call c join plan p on p.id = c.plan_id
                        where cast(:before as uuid) is null or c.plan_id < cast(:before as uuid)
                        order by c.plan_id desc
                        limit :most
                        """)
                .param("before", before)
                .param("most", most)
                .query(Called.class)
                .list();
    }

    private record Named(UUID planId, UUID forCounty, UUID id) {}

    /** @return for each plan and county the items that it has named, in their order */
    Map<UUID, Map<UUID, List<UUID>>> named(List<UUID> plans) {
        Map<UUID, Map<UUID, List<UUID>>> named = new HashMap<>();
        jdbc.sql("""
                        select plan_id, for_county, id from task
                        where feature and plan_id = any(:plans)
                        order by plan_id, ordinal
                        """)
                .param("plans", plans.toArray(UUID[]::new))
                .query(Named.class)
                .list()
                .forEach(item -> named.computeIfAbsent(item.planId, plan -> new HashMap<>())
                        .computeIfAbsent(item.forCounty, county -> new ArrayList<>())
                        .add(item.id));
        return named;
    }
}
