package org.duban.task.contract;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@value TaskTopic#NAME} tells of what every unit has to hand in by a day (behaviours.md B6, B9): keyed by what one unit
 * owes.
 */
public sealed interface HandInEvent extends TaskTopic {

    String TOPIC = TaskTopic.NAME;

    Map<String, Class<? extends HandInEvent>> TYPES = Map.ofEntries(
            entry("duban.task.hand-in-asked.v1", HandInAsked.class),
            entry("duban.task.hand-in-answered.v1", HandInAnswered.class),
            entry("duban.task.hand-in-returned.v1", HandInReturned.class),
            entry("duban.task.hand-in-withdrawn.v1", HandInWithdrawn.class));

    Owed about();

    @Override
    default String key() {
        return about().obligationId().toString();
    }

    /**
     * What one unit owes.
     *
     * @param version grows by one with each event of the obligation
     * @param title what is to be handed in: 2026年工作计划
     * @param countyId the unit's county; null for the city's own
     * @param issuerCountyId the county whose supervisors asked for it; null for the city's
     */
    record Owed(
            UUID obligationId,
            long version,
            UUID handInId,
            UUID planId,
            String planTitle,
            String title,
            UUID unitId,
            @Nullable UUID countyId,
            @Nullable UUID issuerCountyId) {}

    record HandInAsked(
            Owed about, LocalDate dueOn, @Nullable String words) implements HandInEvent {}

    record HandInAnswered(Owed about, boolean onTime, LocalDate answeredOn) implements HandInEvent {}

    /** @param dueOn the day by which it is owed again */
    record HandInReturned(Owed about, LocalDate dueOn, String reason) implements HandInEvent {}

    /** It is not asked for any more. */
    record HandInWithdrawn(Owed about) implements HandInEvent {}
}
