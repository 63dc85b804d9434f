package org.duban.task.light;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which rules are in force on which day: the plan's own, else the city's, else the usual ones. Rows are only ever added, so that
 * it can be said of any day.
 */
@Repository
public class RuleSets {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    public RuleSets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One adoption.
     *
     * @param planId null for the city's default
     * @param from the first day on which it is in force
     * @param rules null where the plan follows the city's default again
     * @param superseded another adoption came before its day did
     */
    public record Adopted(
            UUID id,
            @Nullable UUID planId,
            @Nullable UUID countyId,
            LocalDate from,
            @Nullable RuleSet rules,
            String reason,
            OffsetDateTime at,
            String by,
            boolean superseded) {}

    /** @return the rules of each of these plans on that day */
    public Map<UUID, RuleSet> inForce(Collection<UUID> plans, LocalDate day) {
        Map<@Nullable UUID, Adopted> adopted = new HashMap<>();
        jdbc.sql("""
                        select distinct on (plan_id) * from light_rule_set
                        where (plan_id = any(:plans) or plan_id is null) and not superseded and from_day <= :day
                        order by plan_id, from_day desc, id desc
                        """)
                .param("plans", new HashSet<>(plans).toArray(UUID[]::new))
                .param("day", day)
                .query((row, number) -> adopted(row))
                .list()
                .forEach(one -> adopted.put(one.planId(), one));
        RuleSet usual =
                Optional.ofNullable(adopted.get(null)).map(Adopted::rules).orElse(RuleSet.USUAL);
        Map<UUID, RuleSet> inForce = new HashMap<>();
        plans.forEach(plan -> inForce.put(
                plan, Optional.ofNullable(adopted.get(plan)).map(Adopted::rules).orElse(usual)));
        return inForce;
    }

    /** The city's default on that day. */
    public RuleSet usual(LocalDate day) {
        return history(null).stream()
                .filter(one -> !one.superseded() && !one.from().isAfter(day))
                .findFirst()
                .map(Adopted::rules)
                .orElse(RuleSet.USUAL);
    }

    /** @return what was adopted for the plan, or the city where it is null; the latest day first */
    public List<Adopted> history(@Nullable UUID plan) {
        return jdbc.sql("""
                        select * from light_rule_set where plan_id is not distinct from :plan
                        order by from_day desc, id desc
                        """)
                .param("plan", plan, Types.OTHER)
                .query((row, number) -> adopted(row))
                .list();
    }

    /** @return plans that follow their own rules on that day */
    public List<UUID> withOwn(LocalDate day) {
        return jdbc.sql("""
                        select plan_id from (
                            select distinct on (plan_id) plan_id, rules from light_rule_set
                            where plan_id is not null and not superseded and from_day <= :day
                            order by plan_id, from_day desc, id desc)
                        where rules is not null
                        """).param("day", day).query(UUID.class).list();
    }

    /** One at a time adopts for a plan, or for the city; until the transaction ends. */
    public void hold(@Nullable UUID plan) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('light rules'), hashtext(:plan))::text")
                .param("plan", plan == null ? "city" : plan.toString())
                .query(String.class)
                .optional();
    }

    /** What was to come on that day or later comes no more. The caller holds the plan's rules. */
    public void add(Adopted adopted) {
        jdbc.sql("""
                        update light_rule_set set superseded = true
                        where plan_id is not distinct from :plan and not superseded and from_day >= :from
                        """)
                .param("plan", adopted.planId(), Types.OTHER)
                .param("from", adopted.from())
                .update();
        jdbc.sql("""
                        insert into light_rule_set (id, plan_id, county_id, from_day, rules, still_days, reason, adopted_at,
                                                    adopted_by)
                        values (:id, :plan, :county, :from, cast(:rules as jsonb), :stillDays, :reason, :at, :by)
                        """)
                .param("id", adopted.id())
                .param("plan", adopted.planId(), Types.OTHER)
                .param("county", adopted.countyId(), Types.OTHER)
                .param("from", adopted.from())
                .param(
                        "rules",
                        adopted.rules() == null
                                ? null
                                : json.writeValueAsString(adopted.rules().lines()),
                        Types.VARCHAR)
                .param(
                        "stillDays",
                        adopted.rules() == null ? null : adopted.rules().stillDays(),
                        Types.INTEGER)
                .param("reason", adopted.reason())
                .param("at", adopted.at())
                .param("by", adopted.by())
                .update();
    }

    private Adopted adopted(ResultSet row) throws SQLException {
        String rules = row.getString("rules");
        return new Adopted(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getObject("county_id", UUID.class),
                row.getObject("from_day", LocalDate.class),
                rules == null
                        ? null
                        : RuleSet.of(
                                List.of(json.readValue(rules, RuleSet.RuleLine[].class)),
                                row.getObject("still_days", Integer.class)),
                row.getString("reason"),
                row.getObject("adopted_at", OffsetDateTime.class),
                row.getString("adopted_by"),
                row.getBoolean("superseded"));
    }
}
