package org.duban.task.once;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.duban.task.ledger.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * What one unit has told of one resolution of a meeting: its newest report on the task that the resolution became, so that the
 * meeting asks for none of its own (behaviours.md A10, X2).
 *
 * @param ordinal the resolution's in the minutes
 * @param reportId null where the unit has not reported yet; so the next three
 * @param answeredBy the report on another plan's same task that answered it; null where it was handed in by itself
 */
public record FollowUp(
        int ordinal,
        UUID taskId,
        String taskTitle,
        TaskState taskState,
        UnitRef unit,
        @Nullable UUID reportId,
        @Nullable OffsetDateTime reportedAt,
        @Nullable Integer progress,
        @Nullable String done,
        @Nullable UUID answeredBy) {}
