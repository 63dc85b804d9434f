package org.duban.task.goal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.task.access.Rights;
import org.duban.task.contract.GoalEvent;
import org.duban.task.contract.GoalEvent.Verdict;
import org.duban.task.directory.KnownUnit;
import org.duban.task.directory.Units;
import org.duban.task.goal.YearlyGoal.Decision;
import org.duban.task.goal.YearlyGoal.Words;
import org.duban.task.ledger.PlanViews;
import org.duban.task.ledger.Sights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where units and supervisors deal with yearly goals. What a caller may not see is not found; {@code version} is handed the goal's
 * version before anything is decided and throws where the caller decided on another.
 */
@Service
@Transactional
public class GoalDesk {
    private static final EventChannel<GoalEvent> EVENTS =
            EventChannel.of(GoalEvent.TOPIC, GoalEvent.class, GoalEvent.TYPES);

    private final Goals goals;
    private final GoalViews views;
    private final PlanViews plans;
    private final Units units;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    GoalDesk(Goals goals, GoalViews views, PlanViews plans, Units units, Outbox outbox, AuditTrail audit, Clock clock) {
        this.goals = goals;
        this.views = views;
        this.plans = plans;
        this.units = units;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a goal says.
     *
     * @param measure 衡量标准
     * @param planId the plan that it serves, which the caller must see
     */
    public record Asked(
            String text, @Nullable String measure, @Nullable UUID planId) {

        Words words() {
            return new Words(text, measure, planId);
        }
    }

    /** @param unitId null for the caller's own unit */
    public UUID set(@Nullable UUID unitId, int year, Asked asked, Caller by) {
        UUID named = unitId == null ? by.unit() : unitId;
        KnownUnit unit = (named == null ? Optional.<KnownUnit>empty() : units.find(named))
                .filter(known -> !known.retired())
                .filter(known -> itself(known.id(), by) || supervises(known.countyId(), by))
                .orElseThrow(GoalRefused::noSuchUnit);
        requirePlan(asked, by);
        OffsetDateTime now = OffsetDateTime.now(clock);
        YearlyGoal goal =
                YearlyGoal.set(Ids.next(), year, unit.id(), unit.countyId(), asked.words(), now.toLocalDate());
        goals.add(goal, by.name(), now);
        tell(goal.told(itself(unit.id(), by)));
        audit.record("goal-set", "goal", goal.id(), Map.of("unit", unit.id(), "year", year, "text", asked.text()));
        return goal.id();
    }

    public void revise(UUID id, Asked asked, LongConsumer version, Caller by) {
        decide(id, GoalAction.REVISE, version, by, (goal, today) -> {
            // Whoever set it for the unit may have named a plan that the unit does not see.
            if (!Objects.equals(asked.planId(), goal.words().planId())) {
                requirePlan(asked, by);
            }
            return goal.revise(asked.words(), itself(goal.unitId(), by));
        });
    }

    public void drop(UUID id, LongConsumer version, Caller by) {
        decide(id, GoalAction.DROP, version, by, (goal, today) -> goal.drop());
        goals.remove(id);
    }

    /** @param done 0 to 100 */
    public void assess(UUID id, int done, String statement, LongConsumer version, Caller by) {
        decide(id, GoalAction.ASSESS, version, by, (goal, today) -> goal.assess(done, statement, by.name(), today));
    }

    public void returnAssessment(UUID id, String reason, LongConsumer version, Caller by) {
        decide(id, GoalAction.RETURN, version, by, (goal, today) -> goal.returnAssessment(reason));
    }

    public void review(UUID id, Verdict verdict, @Nullable String opinion, LongConsumer version, Caller by) {
        decide(id, GoalAction.REVIEW, version, by, (goal, today) -> goal.review(verdict, opinion, by.name(), today));
    }

    private void decide(
            UUID id,
            GoalAction action,
            LongConsumer version,
            Caller by,
            BiFunction<YearlyGoal, LocalDate, Decision> decision) {
        views.one(id, by);
        YearlyGoal before = goals.locked(id).orElseThrow(GoalRefused::notFound);
        if (!GoalViews.isFor(action, before, by)) {
            throw action == GoalAction.ASSESS ? GoalRefused.onlyItsUnit() : GoalRefused.notYours();
        }
        version.accept(before.version());
        OffsetDateTime now = OffsetDateTime.now(clock);
        Decision decided = decision.apply(before, now.toLocalDate());
        goals.save(decided.goal(), now);
        tell(decided.event());
        audit.record(
                "goal-" + action.name().toLowerCase(Locale.ROOT),
                "goal",
                id,
                Map.of("from", before, "to", decided.goal()));
    }

    private void requirePlan(Asked asked, Caller by) {
        if (asked.planId() != null) {
            plans.plan(asked.planId(), by);
        }
    }

    private static boolean itself(UUID unit, Caller by) {
        return Rights.actsForItsUnit(by) && unit.equals(by.unit());
    }

    private static boolean supervises(@Nullable UUID county, Caller by) {
        return Rights.supervises(by) && Sights.supervises(by, county);
    }

    private void tell(GoalEvent event) {
        outbox.append(EVENTS.outgoing(event.key(), event));
    }
}
