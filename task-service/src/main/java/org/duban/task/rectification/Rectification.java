package org.duban.task.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.duban.kit.web.FieldError;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.contract.RectificationEvent;
import org.duban.task.contract.RectificationEvent.RectificationClosed;
import org.duban.task.contract.RectificationEvent.RectificationCompleted;
import org.duban.task.contract.RectificationEvent.RectificationFollowedUp;
import org.duban.task.contract.RectificationEvent.RectificationOpened;
import org.duban.task.contract.RectificationEvent.RectificationPlanAgreed;
import org.duban.task.contract.RectificationEvent.RectificationPlanReturned;
import org.duban.task.contract.RectificationEvent.RectificationPlanSubmitted;
import org.duban.task.contract.RectificationEvent.RectificationWithdrawn;
import org.duban.task.contract.RectificationEvent.ReinspectionFailed;
import org.jspecify.annotations.Nullable;

/**
 * A problem that was found and what has become of it. Each decision gives the item as it is afterwards, with what there is to
 * tell.
 *
 * @param planBy last day to hand in a plan
 * @param dueOn last day to put it right: the one demanded, or the plan's once it was agreed; null until there is one
 * @param returnReason why it came back last; null once it was handed in again
 */
record Rectification(
        UUID id,
        long version,
        Finding finding,
        Responsible responsible,
        RectificationState state,
        LocalDate planBy,
        @Nullable Plan plan,
        @Nullable LocalDate dueOn,
        Outcome outcome,
        FollowUp followUp,
        @Nullable String returnReason) {

    static final int WORKING_DAYS_TO_PLAN = 10;
    static final int WORKING_DAYS_TO_REVISE = 5;
    static final int USUAL_FOLLOW_UP_MONTHS = 6;

    /** @param issuerCountyId the county whose supervisors decide; null: the city's */
    record Responsible(
            UUID unitId,
            @Nullable UUID countyId,
            List<Helper> cooperators,
            @Nullable UUID issuerCountyId) {}

    record Helper(UUID unitId, @Nullable UUID countyId) {}

    /** @param dueOn the last day that the unit proposes */
    record Plan(String cause, String measure, LocalDate dueOn) {}

    record Outcome(
            @Nullable String evidence,
            @Nullable LocalDate rectifiedOn,
            @Nullable LocalDate closedOn,
            @Nullable Boolean onTime) {

        static final Outcome NONE = new Outcome(null, null, null, null);
    }

    /**
     * @param months from closing, 0 for no check
     * @param recurredFrom the item whose problem came back as this one
     * @param recurredAs the item that this one's problem came back as
     */
    record FollowUp(
            int months,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable UUID recurredFrom,
            @Nullable UUID recurredAs) {}

    /** What a decision changes, what it tells and how history words it. */
    record Decision(
            Rectification item,
            RectificationAction action,
            @Nullable String words,
            RectificationEvent event) {}

    static Decision open(
            UUID id,
            NewRectification asked,
            Responsible responsible,
            @Nullable UUID recurredFrom,
            LocalDate today,
            WorkingDays days) {
        boolean onTheSpot = asked.correction() != null;
        if (onTheSpot && asked.finding().source() != RectificationSource.SELF_CHECK) {
            throw RectificationRefused.onTheSpotIsForSelfChecks();
        }
        int months = asked.followUpMonths() == null ? USUAL_FOLLOW_UP_MONTHS : asked.followUpMonths();
        LocalDate planBy = asked.planBy() == null ? days.plus(today, WORKING_DAYS_TO_PLAN) : asked.planBy();
        Rectification item = new Rectification(
                id,
                1,
                asked.finding(),
                responsible,
                onTheSpot ? RectificationState.RECTIFIED : RectificationState.OPEN,
                planBy,
                null,
                asked.dueOn(),
                onTheSpot ? new Outcome(asked.correction(), today, null, null) : Outcome.NONE,
                new FollowUp(months, null, null, recurredFrom, null),
                null);
        return new Decision(
                item,
                RectificationAction.OPEN,
                asked.correction(),
                new RectificationOpened(
                        item.told(),
                        asked.finding().source().name(),
                        responsible.cooperators().stream().map(Helper::unitId).toList(),
                        planBy,
                        asked.dueOn(),
                        onTheSpot,
                        recurredFrom));
    }

    Decision submitPlan(Plan plan, LocalDate today) {
        Rectification after = in(RectificationAction.SUBMIT_PLAN);
        requireNotPast(plan.dueOn(), today);
        after = after.planned(plan, dueOn).back(null);
        return new Decision(
                after,
                RectificationAction.SUBMIT_PLAN,
                plan.measure(),
                new RectificationPlanSubmitted(after.told(), plan.dueOn()));
    }

    Decision agreePlan(@Nullable String opinion) {
        Rectification after = in(RectificationAction.AGREE_PLAN);
        Plan agreed = Objects.requireNonNull(plan);
        after = after.planned(agreed, agreed.dueOn());
        return new Decision(
                after,
                RectificationAction.AGREE_PLAN,
                opinion,
                new RectificationPlanAgreed(after.told(), agreed.dueOn()));
    }

    /** The unit gets {@value #WORKING_DAYS_TO_REVISE} working days from today, or keeps its day where that is later. */
    Decision returnPlan(String reason, LocalDate today, WorkingDays days) {
        Rectification after =
                in(RectificationAction.RETURN_PLAN).planBy(later(planBy, days.plus(today, WORKING_DAYS_TO_REVISE)));
        after = after.back(reason);
        return new Decision(
                after,
                RectificationAction.RETURN_PLAN,
                reason,
                new RectificationPlanReturned(after.told(), after.planBy(), reason));
    }

    Decision complete(String evidence, LocalDate today) {
        Rectification after = in(RectificationAction.COMPLETE)
                .with(new Outcome(evidence, today, null, null))
                .back(null);
        return new Decision(after, RectificationAction.COMPLETE, evidence, new RectificationCompleted(after.told()));
    }

    /** @param months from today to the check afterwards, 0 for none; null for what the item says */
    Decision pass(@Nullable String opinion, @Nullable Integer months, LocalDate today, WorkingDays days) {
        Rectification closed = in(RectificationAction.PASS);
        LocalDate rectifiedOn = Objects.requireNonNullElse(outcome.rectifiedOn(), today);
        boolean onTime = dueOn == null || !rectifiedOn.isAfter(dueOn);
        int after = months == null ? followUp.months() : months;
        LocalDate checkOn = after == 0 ? null : days.onOrAfter(today.plusMonths(after));
        closed = closed.with(new Outcome(outcome.evidence(), rectifiedOn, today, onTime))
                .with(new FollowUp(after, checkOn, null, followUp.recurredFrom(), null));
        return new Decision(
                closed,
                RectificationAction.PASS,
                opinion,
                new RectificationClosed(closed.told(), today, onTime, checkOn));
    }

    /**
     * @param until another last day; null: the day stays, and who has passed it is overdue again. Where none was ever named,
     *     {@value #WORKING_DAYS_TO_REVISE} working days are given
     */
    Decision fail(String reason, @Nullable LocalDate until, LocalDate today, WorkingDays days) {
        Rectification after = in(RectificationAction.FAIL);
        if (until != null) {
            requireNotPast(until, today);
        }
        LocalDate day = until == null ? dueOn : until;
        LocalDate due = day == null ? days.plus(today, WORKING_DAYS_TO_REVISE) : day;
        after = after.planned(plan, due)
                .with(new Outcome(outcome.evidence(), null, null, null))
                .back(reason);
        return new Decision(after, RectificationAction.FAIL, reason, new ReinspectionFailed(after.told(), due, reason));
    }

    /** The check afterwards (回头看): the problem has not come back. */
    Decision hold(String words, LocalDate today) {
        Rectification after = in(RectificationAction.HOLD)
                .with(new FollowUp(followUp.months(), followUp.dueOn(), today, followUp.recurredFrom(), null));
        return new Decision(
                after, RectificationAction.HOLD, words, new RectificationFollowedUp(after.told(), true, null));
    }

    /** @param as the item opened for the problem that has come back */
    Decision recur(String words, UUID as, LocalDate today) {
        Rectification after = in(RectificationAction.RECUR)
                .with(new FollowUp(followUp.months(), followUp.dueOn(), today, followUp.recurredFrom(), as));
        return new Decision(
                after, RectificationAction.RECUR, words, new RectificationFollowedUp(after.told(), false, as));
    }

    Decision withdraw(String reason) {
        Rectification after = in(RectificationAction.WITHDRAW).back(reason);
        return new Decision(
                after, RectificationAction.WITHDRAW, reason, new RectificationWithdrawn(after.told(), reason));
    }

    boolean allows(RectificationAction action) {
        return RectificationLife.after(state, action).isPresent();
    }

    private RectificationEvent.Item told() {
        return new RectificationEvent.Item(
                id,
                version,
                finding.title(),
                responsible.unitId(),
                responsible.countyId(),
                responsible.issuerCountyId());
    }

    static void requireNotPast(LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            throw RectificationRefused.wrongList(List.of(new FieldError("/dueOn", "整改时限不能早于今天")));
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    // Every decision passes here once, so that it counts as one new version.
    private Rectification in(RectificationAction action) {
        RectificationState next = RectificationLife.after(state, action)
                .orElseThrow(() -> RectificationRefused.notAllowedNow(state, action));
        return new Rectification(
                id, version + 1, finding, responsible, next, planBy, plan, dueOn, outcome, followUp, returnReason);
    }

    private Rectification planned(@Nullable Plan plan, @Nullable LocalDate due) {
        return new Rectification(
                id, version, finding, responsible, state, planBy, plan, due, outcome, followUp, returnReason);
    }

    private Rectification planBy(LocalDate day) {
        return new Rectification(
                id, version, finding, responsible, state, day, plan, dueOn, outcome, followUp, returnReason);
    }

    private Rectification with(Outcome outcome) {
        return new Rectification(
                id, version, finding, responsible, state, planBy, plan, dueOn, outcome, followUp, returnReason);
    }

    private Rectification with(FollowUp followUp) {
        return new Rectification(
                id, version, finding, responsible, state, planBy, plan, dueOn, outcome, followUp, returnReason);
    }

    private Rectification back(@Nullable String reason) {
        return new Rectification(
                id, version, finding, responsible, state, planBy, plan, dueOn, outcome, followUp, reason);
    }
}
