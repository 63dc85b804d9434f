package org.duban.task.lightrule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.task.access.Rights;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.ledger.Sights;
import org.duban.task.light.RuleSet;
import org.duban.task.light.RuleSets;
import org.duban.task.light.RuleSets.Adopted;
import org.duban.task.lightrule.LightRulesView.LightRuleSet;
import org.duban.task.lightrule.LightRulesView.LightRulesAdoption;
import org.duban.task.lightrule.LightRulesView.Origin;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who issued a plan adopts its rules of lights, the city its default; always from a later day on, so that no day has two. */
@Service
public class LightRules {
    private final JdbcClient jdbc;
    private final RuleSets ruleSets;
    private final AuditTrail audit;
    private final Clock clock;

    LightRules(JdbcClient jdbc, RuleSets ruleSets, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.ruleSets = ruleSets;
        this.audit = audit;
        this.clock = clock;
    }

    /** A plan that the caller knows of. */
    private record Of(UUID id, String title, @Nullable UUID countyId) {}

    /** @param plan null for the city's default */
    @Transactional(readOnly = true)
    public LightRulesView of(@Nullable UUID plan, Caller caller) {
        return view(plan == null ? null : seen(plan, caller), caller);
    }

    /**
     * @param rules null: the plan follows the city's default again
     * @param version is handed the rules' version and throws where the caller decided on another
     * @throws LightRulesRefused where they are not the caller's to set, or the day is not later than today
     */
    @Transactional
    public LightRulesView adopt(
            @Nullable UUID plan,
            @Nullable RuleSet rules,
            LocalDate from,
            String reason,
            LongConsumer version,
            Caller caller) {
        Of of = plan == null ? null : seen(plan, caller);
        requireDeciding(of, caller);
        if (of == null && rules == null) {
            throw LightRulesRefused.cityNeedsRules();
        }
        ruleSets.hold(plan);
        version.accept(ruleSets.history(plan).size());
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (!from.isAfter(now.toLocalDate())) {
            throw LightRulesRefused.notBeforeTomorrow();
        }
        UUID id = Ids.next();
        ruleSets.add(
                new Adopted(id, plan, of == null ? null : of.countyId, from, rules, reason, now, caller.name(), false));
        Map<String, Object> details = new HashMap<>();
        details.put("from", from.toString());
        details.put("reason", reason);
        details.put("rules", rules == null ? List.of() : rules.lines());
        audit.record("light-rules-adopted", plan == null ? "light-rules" : "plan", plan == null ? id : plan, details);
        return view(of, caller);
    }

    /** @throws LightRulesRefused where the caller may not know of the plan, or its rules are not the caller's to try */
    @Transactional(readOnly = true)
    public void requireDeciding(@Nullable UUID plan, Caller caller) {
        requireDeciding(plan == null ? null : seen(plan, caller), caller);
    }

    private static void requireDeciding(@Nullable Of plan, Caller caller) {
        if (plan == null) {
            if (!everywhere(caller)) {
                throw LightRulesRefused.cityDecides();
            }
        } else if (!Sights.supervises(caller, plan.countyId)) {
            throw LightRulesRefused.notYourPlan();
        }
    }

    private static boolean everywhere(Caller caller) {
        return caller.sight() instanceof Sight.Everything;
    }

    private LightRulesView view(@Nullable Of plan, Caller caller) {
        LocalDate today = LocalDate.now(clock);
        List<Adopted> own = ruleSets.history(plan == null ? null : plan.id);
        @Nullable Adopted inForce = inForce(own, today);
        boolean follows = plan != null && (inForce == null || inForce.rules() == null);
        @Nullable Adopted city = follows ? inForce(ruleSets.history(null), today) : null;
        @Nullable Adopted source = follows ? city : inForce;
        RuleSet rules = source == null || source.rules() == null ? RuleSet.USUAL : source.rules();
        RuleSet usual = plan == null ? RuleSet.USUAL : ruleSets.usual(today);
        return new LightRulesView(
                plan == null ? null : plan.id,
                plan == null ? null : plan.title,
                own.size(),
                source == null ? Origin.USUAL : plan == null || follows ? Origin.CITY : Origin.PLAN,
                rules.lines(),
                rules.stillDays(),
                source == null ? null : source.from(),
                new LightRuleSet(usual.lines(), usual.stillDays()),
                own.stream().map(one -> adoption(one, inForce, today)).toList(),
                Rights.supervises(caller)
                        && (plan == null ? everywhere(caller) : Sights.supervises(caller, plan.countyId)));
    }

    private static @Nullable Adopted inForce(List<Adopted> adopted, LocalDate today) {
        return adopted.stream()
                .filter(one -> !one.superseded() && !one.from().isAfter(today))
                .findFirst()
                .orElse(null);
    }

    private static LightRulesAdoption adoption(Adopted one, @Nullable Adopted inForce, LocalDate today) {
        LightRulesAdoption.State state = one.superseded()
                ? LightRulesAdoption.State.SUPERSEDED
                : one.from().isAfter(today)
                        ? LightRulesAdoption.State.COMING
                        : one == inForce ? LightRulesAdoption.State.IN_FORCE : LightRulesAdoption.State.PAST;
        return new LightRulesAdoption(
                one.id(),
                one.from(),
                state,
                one.rules() == null
                        ? null
                        : new LightRuleSet(one.rules().lines(), one.rules().stillDays()),
                one.reason(),
                BusinessTime.at(one.at()),
                one.by());
    }

    /** Whoever sees a task of a plan sees what lights it. */
    private Of seen(UUID plan, Caller caller) {
        Of of = jdbc.sql("select id, title, county_id from plan where id = :plan")
                .param("plan", plan)
                .query(Of.class)
                .optional()
                .orElseThrow(LightRulesRefused::planNotFound);
        if (!Sights.supervises(caller, of.countyId) && !takesPart(plan, caller)) {
            throw LightRulesRefused.planNotFound();
        }
        return of;
    }

    private boolean takesPart(UUID plan, Caller caller) {
        var sight = new Conditions().seenBy(caller.sight(), "u");
        return jdbc.sql("""
                        select exists (select from task t join task_unit u on u.task_id = t.id
                                       where t.plan_id = :plan and t.state <> 'DRAFTED' and %s)
                        """.formatted(sight.where()))
                .param("plan", plan)
                .params(sight.params())
                .query(Boolean.class)
                .single();
    }
}
