package org.duban.task.goal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.task.contract.GoalEvent;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A unit's goal of a year.
 *
 * @param measure 衡量标准
 * @param done 0 to 100: what the unit says of itself
 * @param allowed what the caller may do now
 */
public record GoalRow(
        UUID id,
        long version,
        int year,
        UnitRef unit,
        @Nullable UUID planId,
        @Nullable String planTitle,
        String text,
        @Nullable String measure,
        GoalState state,
        @Nullable Integer done,
        @Nullable String statement,
        @Nullable LocalDate assessedOn,
        @Nullable String assessedBy,
        @Nullable String returnReason,
        GoalEvent.@Nullable Verdict verdict,
        @Nullable String opinion,
        @Nullable LocalDate reviewedOn,
        @Nullable String reviewedBy,
        List<GoalAction> allowed) {}
