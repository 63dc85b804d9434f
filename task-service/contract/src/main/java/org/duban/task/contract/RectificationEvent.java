package org.duban.task.contract;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@value TaskEvent#TOPIC} tells of rectification (behaviours.md B10, E3, E4): keyed by item. */
public sealed interface RectificationEvent extends TaskTopic {

    String TOPIC = TaskTopic.NAME;

    Map<String, Class<? extends RectificationEvent>> TYPES = Map.ofEntries(
            entry("duban.task.rectification-opened.v1", RectificationOpened.class),
            entry("duban.task.rectification-plan-submitted.v1", RectificationPlanSubmitted.class),
            entry("duban.task.rectification-plan-agreed.v1", RectificationPlanAgreed.class),
            entry("duban.task.rectification-plan-returned.v1", RectificationPlanReturned.class),
            entry("duban.task.rectification-completed.v1", RectificationCompleted.class),
            entry("duban.task.reinspection-failed.v1", ReinspectionFailed.class),
            entry("duban.task.rectification-closed.v1", RectificationClosed.class),
            entry("duban.task.rectification-followed-up.v1", RectificationFollowedUp.class),
            entry("duban.task.rectification-withdrawn.v1", RectificationWithdrawn.class));

    Item item();

    @Override
    default String key() {
        return item().rectificationId().toString();
    }

    /**
     * The item that an event is about.
     *
     * @param version grows by one with each event of the item
     * @param title the problem in one line
     * @param unitId the responsible unit
     * @param countyId the responsible unit's county; null for the city's own
     * @param issuerCountyId the county whose supervisors decide on it; null where the city's do
     */
    record Item(
            UUID rectificationId,
            long version,
            String title,
            UUID unitId,
            @Nullable UUID countyId,
            @Nullable UUID issuerCountyId) {}

    /**
     * @param source INSPECTION, EXPERT, COMPLAINT or SELF_CHECK
     * @param cooperatingUnits units that help
     * @param planBy last day to hand in a plan
     * @param dueOn the last day that was demanded; null where the plan is to name one
     * @param onTheSpot true where the unit found and corrected it itself: nothing but the re-inspection is left
     * @param recurredFrom the closed item whose problem has come back; null for a new problem
     */
    record RectificationOpened(
            Item item,
            String source,
            List<UUID> cooperatingUnits,
            LocalDate planBy,
            @Nullable LocalDate dueOn,
            boolean onTheSpot,
            @Nullable UUID recurredFrom)
            implements RectificationEvent {}

    /** @param dueOn the last day that the unit proposes */
    record RectificationPlanSubmitted(Item item, LocalDate dueOn) implements RectificationEvent {}

    /** @param dueOn the last day from now on */
    record RectificationPlanAgreed(Item item, LocalDate dueOn) implements RectificationEvent {}

    /** @param planBy last day to hand in another plan */
    record RectificationPlanReturned(Item item, LocalDate planBy, String reason) implements RectificationEvent {}

    /** The unit says that the problem is put right. */
    record RectificationCompleted(Item item) implements RectificationEvent {}

    /** @param dueOn the last day from now on */
    record ReinspectionFailed(Item item, LocalDate dueOn, String reason) implements RectificationEvent {}

    /**
     * @param onTime put right by the day agreed
     * @param followUpOn when to look whether the problem has come back; null where nobody is to look
     */
    record RectificationClosed(
            Item item,
            LocalDate closedOn,
            boolean onTime,
            @Nullable LocalDate followUpOn) implements RectificationEvent {}

    /**
     * @param held true where the problem has not come back
     * @param recurredAs the item opened because it has; null where it has not
     */
    record RectificationFollowedUp(
            Item item, boolean held, @Nullable UUID recurredAs) implements RectificationEvent {}

    record RectificationWithdrawn(Item item, String reason) implements RectificationEvent {}
}
