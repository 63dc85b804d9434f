package org.duban.task.urging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.security.Caller;
import org.duban.task.access.Rights;
import org.duban.task.ledger.Sights;
import org.duban.task.query.Conditions;
import org.duban.task.urging.EscalationView.StepRule;
import org.duban.task.urging.Ladder.Rung;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each plan says about urging and escalation (behaviours.md P9): data, set by whoever issued the plan. */
@Service
public class EscalationRules {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    EscalationRules(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    private record Of(@Nullable UUID county, int urgingsAWeek, long version) {}

    @Transactional(readOnly = true)
    public EscalationView of(UUID plan, Caller caller) {
        return view(plan, seen(plan, caller), caller);
    }

    /**
     * @param steps none stops the escalation of this plan
     * @param version is handed the rules' version and throws where the caller decided on another
     * @throws NoticeRefused where the plan is not the caller's, or the steps do not rise
     */
    @Transactional
    public EscalationView set(UUID plan, int urgingsAWeek, List<StepRule> steps, LongConsumer version, Caller caller) {
        Of before = seen(plan, caller);
        if (!Sights.supervises(caller, before.county)) {
            throw NoticeRefused.notYourPlan();
        }
        jdbc.sql("insert into escalation_version (plan_id, version) values (:plan, 0) on conflict do nothing")
                .param("plan", plan)
                .update();
        version.accept(jdbc.sql("select version from escalation_version where plan_id = :plan for update")
                .param("plan", plan)
                .query(Long.class)
                .single());
        Ladder ladder = new Ladder(steps.stream()
                .map(step -> new Rung(step.step(), step.afterWorkingDays(), step.graceWorkingDays()))
                .toList());
        jdbc.sql("update plan set urgings_a_week = :most where id = :plan")
                .param("most", urgingsAWeek)
                .param("plan", plan)
                .update();
        jdbc.sql("delete from escalation_rule where plan_id = :plan")
                .param("plan", plan)
                .update();
        for (Rung rung : ladder.rungs()) {
            jdbc.sql("""
                            insert into escalation_rule (plan_id, step, after_working_days, grace_working_days)
                            values (:plan, :step, :after, :grace)
                            """)
                    .param("plan", plan)
                    .param("step", rung.step().name())
                    .param("after", rung.afterWorkingDays())
                    .param("grace", rung.graceWorkingDays())
                    .update();
        }
        jdbc.sql("update escalation_version set version = version + 1 where plan_id = :plan")
                .param("plan", plan)
                .update();
        audit.record("escalation-set", "plan", plan, Map.of("urgingsAWeek", urgingsAWeek, "steps", steps));
        return view(plan, seen(plan, caller), caller);
    }

    /** @return each plan that escalates */
    Map<UUID, Ladder> all() {
        Map<UUID, List<Rung>> rungs = new LinkedHashMap<>();
        jdbc.sql("select * from escalation_rule order by plan_id").query(row -> {
            rungs.computeIfAbsent(row.getObject("plan_id", UUID.class), plan -> new ArrayList<>())
                    .add(new Rung(
                            Step.valueOf(row.getString("step")),
                            row.getInt("after_working_days"),
                            row.getInt("grace_working_days")));
        });
        Map<UUID, Ladder> ladders = new LinkedHashMap<>();
        rungs.forEach((plan, steps) -> ladders.put(plan, new Ladder(steps)));
        return ladders;
    }

    private EscalationView view(UUID plan, Of of, Caller caller) {
        List<StepRule> steps = jdbc.sql(
                        "select * from escalation_rule where plan_id = :plan order by after_working_days")
                .param("plan", plan)
                .query((row, number) -> new StepRule(
                        Step.valueOf(row.getString("step")),
                        row.getInt("after_working_days"),
                        row.getInt("grace_working_days")))
                .list();
        return new EscalationView(
                of.version,
                of.urgingsAWeek,
                steps,
                Ladder.USUAL.rungs().stream()
                        .map(rung -> new StepRule(rung.step(), rung.afterWorkingDays(), rung.graceWorkingDays()))
                        .toList(),
                Rights.supervises(caller) && Sights.supervises(caller, of.county));
    }

    /** Whoever sees a task of a plan sees what its units are pressed by. */
    private Of seen(UUID plan, Caller caller) {
        Of of = jdbc.sql("""
                        select p.county_id, p.urgings_a_week, coalesce(v.version, 0) as version
                        from plan p left join escalation_version v on v.plan_id = p.id where p.id = :plan
                        """)
                .param("plan", plan)
                .query((row, number) -> new Of(
                        row.getObject("county_id", UUID.class), row.getInt("urgings_a_week"), row.getLong("version")))
                .optional()
                .orElseThrow(NoticeRefused::planNotFound);
        if (!Sights.supervises(caller, of.county) && !takesPart(plan, caller)) {
            throw NoticeRefused.planNotFound();
        }
        return of;
    }

    private boolean takesPart(UUID plan, Caller caller) {
        Conditions sight = new Conditions().seenBy(caller.sight(), "u");
        return jdbc.sql("""
                        select exists (select from task t join task_unit u on u.task_id = t.id
                                       where t.plan_id = :plan and %s)
                        """.formatted(sight.where()))
                .param("plan", plan)
                .params(sight.params())
                .query(Boolean.class)
                .single();
    }
}
