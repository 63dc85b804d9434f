package org.duban.task.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.security.Caller;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.OnDayOff;
import org.duban.task.calendar.Period;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.PlanWasAmended;
import org.duban.task.ledger.Sights;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each plan says about its rounds: data, set by whoever issued the plan. */
@Service
public class RoundRulesDesk {
    private static final int SHOWN = 4;

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final Ledger ledger;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    RoundRulesDesk(
            JdbcClient jdbc,
            WorkingDays workingDays,
            AuditTrail audit,
            Ledger ledger,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.audit = audit;
        this.ledger = ledger;
        this.listeners = listeners;
        this.clock = clock;
    }

    private record Of(@Nullable UUID county, long version, RoundRules rules) {}

    /** @throws RoundRefused where the caller sees nothing of the plan */
    @Transactional(readOnly = true)
    public RoundRulesView of(UUID plan, Caller caller) {
        return view(seen(plan, caller, ""), caller);
    }

    /**
     * Rounds that are open keep their days; the next ones follow the new rules. A new cadence begins today; cooperating units are
     * asked, or asked no more, in rounds that have still time.
     *
     * @param version is handed the rules' version and throws where the caller decided on another
     * @throws RoundRefused where the plan is not the caller's
     */
    @Transactional
    public RoundRulesView set(UUID plan, RoundRules rules, LongConsumer version, Caller caller) {
        if (!Sights.supervises(caller, seen(plan, caller, "").county)) {
            throw RoundRefused.notYourPlan();
        }
        ledger.hold(List.of(plan));
        var before = seen(plan, caller, " for no key update");
        version.accept(before.version);
        jdbc.sql("""
                        update plan
                        set cadence_since = case when cadence = :cadence then cadence_since else :today end,
                            cadence = :cadence, report_weekday = :weekday, report_day = :monthDay,
                            report_quarter_day = :quarterDay, on_day_off = :onDayOff, grace_working_days = :grace,
                            sign_off = :signOff, cooperators = :cooperators,
                            round_rules_version = round_rules_version + 1
                        where id = :plan
                        """)
                .param("today", LocalDate.now(clock))
                .param("cadence", rules.cadence().name())
                .param("weekday", rules.weekday())
                .param("monthDay", rules.monthDay())
                .param("quarterDay", rules.quarterDay())
                .param("onDayOff", rules.onDayOff().name())
                .param("grace", rules.graceWorkingDays())
                .param("signOff", rules.signOff())
                .param("cooperators", rules.cooperators().name())
                .param("plan", plan)
                .update();
        audit.record("round-rules-set", "plan", plan, Map.of("before", before.rules, "rules", rules));
        if (rules.cadence() != before.rules.cadence() || rules.cooperators() != before.rules.cooperators()) {
            listeners.publishEvent(new PlanWasAmended(plan));
        }
        return view(seen(plan, caller, ""), caller);
    }

    private RoundRulesView view(Of of, Caller caller) {
        var rules = of.rules;
        var cutOff = new CutOff(DayOfWeek.of(rules.weekday()), rules.monthDay(), rules.quarterDay(), rules.onDayOff());
        var next = Stream.iterate(Period.containing(rules.cadence(), LocalDate.now(clock)), period -> period.plus(1))
                .limit(SHOWN)
                .map(period -> new RoundRulesView.Next(period.toString(), cutOff.dueOn(period, workingDays)))
                .toList();
        return new RoundRulesView(
                of.version, rules, next, caller.has("SUPERVISOR") && Sights.supervises(caller, of.county));
    }

    /** Whoever sees a task of a plan sees by what it is supervised. */
    private Of seen(UUID plan, Caller caller, String lock) {
        return jdbc.sql("select * from plan p where p.id = :plan" + lock)
                .param("plan", plan)
                .query((row, number) ->
                        new Of(row.getObject("county_id", UUID.class), row.getLong("round_rules_version"), rules(row)))
                .optional()
                .filter(of -> Sights.supervises(caller, of.county) || takesPart(plan, caller))
                .orElseThrow(RoundRefused::noSuchPlan);
    }

    private static RoundRules rules(ResultSet row) throws SQLException {
        return new RoundRules(
                Cadence.valueOf(row.getString("cadence")),
                row.getInt("report_weekday"),
                row.getInt("report_day"),
                row.getInt("report_quarter_day"),
                OnDayOff.valueOf(row.getString("on_day_off")),
                row.getInt("grace_working_days"),
                row.getBoolean("sign_off"),
                Cooperators.valueOf(row.getString("cooperators")));
    }

    private boolean takesPart(UUID plan, Caller caller) {
        var sight = new Conditions().seenBy(caller.sight(), "u").and("t.plan_id = :plan", "plan", plan);
        return jdbc.sql("""
                        select exists (select from task t join task_unit u on u.task_id = t.id
                                       where t.state <> 'DRAFTED' and %s)
                        """.formatted(sight.where()))
                .params(sight.params())
                .query(Boolean.class)
                .single();
    }
}
