package org.duban.task.contract;

import static java.util.Map.entry;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@value TaskTopic#NAME} tells of units' yearly goals (behaviours.md D5): keyed by goal. */
public sealed interface GoalEvent extends TaskTopic {

    String TOPIC = TaskTopic.NAME;

    Map<String, Class<? extends GoalEvent>> TYPES = Map.ofEntries(
            entry("duban.task.goal-set.v1", GoalSet.class),
            entry("duban.task.goal-dropped.v1", GoalDropped.class),
            entry("duban.task.goal-assessed.v1", GoalAssessed.class),
            entry("duban.task.goal-returned.v1", GoalReturned.class),
            entry("duban.task.goal-reviewed.v1", GoalReviewed.class));

    UUID goalId();

    /** Whose goal it is. */
    UUID unitId();

    /** Grows by one with each step. */
    long version();

    @Override
    default String key() {
        return goalId().toString();
    }

    /** How far a goal was reached, as whoever reviewed it says. */
    enum Verdict {
        MET,
        PARTLY_MET,
        NOT_MET
    }

    /**
     * A goal was set, or set anew.
     *
     * @param countyId the unit's county; null for the city's own units
     * @param byItself whether the unit has set it itself
     */
    record GoalSet(
            UUID goalId,
            long version,
            UUID unitId,
            @Nullable UUID countyId,
            int year,
            String text,
            boolean byItself) implements GoalEvent {}

    record GoalDropped(UUID goalId, long version, UUID unitId) implements GoalEvent {}

    /** @param done 0 to 100: what the unit says of itself */
    record GoalAssessed(
            UUID goalId,
            long version,
            UUID unitId,
            @Nullable UUID countyId,
            int year,
            String text,
            int done) implements GoalEvent {}

    record GoalReturned(UUID goalId, long version, UUID unitId, int year, String text, String reason)
            implements GoalEvent {}

    record GoalReviewed(
            UUID goalId,
            long version,
            UUID unitId,
            int year,
            String text,
            Verdict verdict,
            @Nullable String opinion) implements GoalEvent {}
}
