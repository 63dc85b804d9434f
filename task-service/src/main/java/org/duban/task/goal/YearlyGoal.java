package org.duban.task.goal;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.duban.task.contract.GoalEvent;
import org.duban.task.contract.GoalEvent.GoalAssessed;
import org.duban.task.contract.GoalEvent.GoalDropped;
import org.duban.task.contract.GoalEvent.GoalReturned;
import org.duban.task.contract.GoalEvent.GoalReviewed;
import org.duban.task.contract.GoalEvent.GoalSet;
import org.duban.task.contract.GoalEvent.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a unit wants to reach in a year: set, assessed by itself when the year ends, and reviewed.
 *
 * @param countyId the unit's county; null for the city's own units
 * @param assessment null while the unit has said nothing, or has to say more
 * @param returnReason null unless its assessment was returned and not submitted again
 */
record YearlyGoal(
        UUID id,
        long version,
        int year,
        UUID unitId,
        @Nullable UUID countyId,
        Words words,
        GoalState state,
        @Nullable Assessment assessment,
        @Nullable String returnReason,
        @Nullable Review review) {

    /**
     * @param measure 衡量标准: by what it is seen that it was reached
     * @param planId the plan that it serves; null where it serves none in particular
     */
    record Words(
            String text, @Nullable String measure, @Nullable UUID planId) {}

    /** @param done 0 to 100 */
    record Assessment(int done, String statement, LocalDate on, String by) {}

    record Review(Verdict verdict, @Nullable String opinion, LocalDate on, String by) {}

    record Decision(YearlyGoal goal, GoalAction action, GoalEvent event) {}

    /** From this month on a unit says what became of its goals. */
    private static final Month YEARS_END = Month.DECEMBER;

    private static final Map<GoalState, Set<GoalAction>> LIFE = Map.of(
            GoalState.SET, EnumSet.of(GoalAction.REVISE, GoalAction.DROP, GoalAction.ASSESS),
            GoalState.ASSESSED, EnumSet.of(GoalAction.RETURN, GoalAction.REVIEW),
            GoalState.REVIEWED, EnumSet.noneOf(GoalAction.class));

    static YearlyGoal set(UUID id, int year, UUID unit, @Nullable UUID county, Words words, LocalDate today) {
        if (year < today.getYear() - 1 || year > today.getYear() + 1) {
            throw GoalRefused.whichYear();
        }
        return new YearlyGoal(id, 1, year, unit, county, words, GoalState.SET, null, null, null);
    }

    GoalSet told(boolean byItself) {
        return new GoalSet(id, version, unitId, countyId, year, words.text, byItself);
    }

    Decision revise(Words anew, boolean byItself) {
        require(GoalAction.REVISE);
        YearlyGoal after = stepped(anew, GoalState.SET, null, returnReason, null);
        return new Decision(after, GoalAction.REVISE, after.told(byItself));
    }

    Decision drop() {
        require(GoalAction.DROP);
        YearlyGoal after = stepped(words, state, null, returnReason, null);
        return new Decision(after, GoalAction.DROP, new GoalDropped(id, after.version, unitId));
    }

    Decision assess(int done, String statement, String by, LocalDate today) {
        require(GoalAction.ASSESS);
        if (!assessable(today)) {
            throw GoalRefused.tooEarly(year);
        }
        YearlyGoal after = stepped(words, GoalState.ASSESSED, new Assessment(done, statement, today, by), null, null);
        return new Decision(
                after,
                GoalAction.ASSESS,
                new GoalAssessed(id, after.version, unitId, countyId, year, words.text, done));
    }

    Decision returnAssessment(String reason) {
        require(GoalAction.RETURN);
        YearlyGoal after = stepped(words, GoalState.SET, null, reason, null);
        return new Decision(
                after, GoalAction.RETURN, new GoalReturned(id, after.version, unitId, year, words.text, reason));
    }

    Decision review(Verdict verdict, @Nullable String opinion, String by, LocalDate today) {
        require(GoalAction.REVIEW);
        if (verdict != Verdict.MET && opinion == null) {
            throw GoalRefused.saysWhy();
        }
        YearlyGoal after =
                stepped(words, GoalState.REVIEWED, assessment, null, new Review(verdict, opinion, today, by));
        return new Decision(
                after,
                GoalAction.REVIEW,
                new GoalReviewed(id, after.version, unitId, year, words.text, verdict, opinion));
    }

    boolean allows(GoalAction action, LocalDate today) {
        return LIFE.getOrDefault(state, Set.of()).contains(action)
                && (action != GoalAction.ASSESS || assessable(today));
    }

    private boolean assessable(LocalDate today) {
        return !today.isBefore(LocalDate.of(year, YEARS_END, 1));
    }

    private void require(GoalAction action) {
        if (!LIFE.getOrDefault(state, Set.of()).contains(action)) {
            throw GoalRefused.notAllowedNow(state, action);
        }
    }

    private YearlyGoal stepped(
            Words words,
            GoalState state,
            @Nullable Assessment assessment,
            @Nullable String returnReason,
            @Nullable Review review) {
        return new YearlyGoal(id, version + 1, year, unitId, countyId, words, state, assessment, returnReason, review);
    }
}
