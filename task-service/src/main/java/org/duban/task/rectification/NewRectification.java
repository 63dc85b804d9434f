package org.duban.task.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item to be opened.
 *
 * @param unitId the responsible unit
 * @param planBy last day to hand in a plan; null for {@value Rectification#WORKING_DAYS_TO_PLAN} working days from today
 * @param dueOn last day demanded; null where the unit's plan is to name one
 * @param correction what was done at once (立行立改); null where a plan is needed
 * @param followUpMonths months from closing to the check afterwards, 0 for none; null for
 *     {@value Rectification#USUAL_FOLLOW_UP_MONTHS}
 */
public record NewRectification(
        Finding finding,
        UUID unitId,
        List<UUID> cooperatorIds,
        @Nullable LocalDate planBy,
        @Nullable LocalDate dueOn,
        @Nullable String correction,
        @Nullable Integer followUpMonths) {

    public NewRectification {
        cooperatorIds = cooperatorIds.stream()
                .distinct()
                .filter(cooperator -> !cooperator.equals(unitId))
                .toList();
    }
}
