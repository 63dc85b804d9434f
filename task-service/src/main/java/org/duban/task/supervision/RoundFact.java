package org.duban.task.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;

/**
 * How a unit stood with a task when the round was closed.
 *
 * @param taskState as the ledger says it
 * @param progress the unit's own, 0 to 100
 * @param light the one that the task showed until then, with the reason for it
 * @param reportId the round's report; null where none was asked for, as of a task that was closed before
 * @param reportState SUBMITTED, ACCEPTED or LAPSED
 */
public record RoundFact(
        UUID taskId,
        int taskOrdinal,
        String taskTitle,
        UnitRef unit,
        LocalDate frozenOn,
        String taskState,
        int progress,
        Light light,
        String lightReason,
        @Nullable UUID reportId,
        @Nullable String reportState,
        @Nullable LocalDate reportDueOn,
        @Nullable LocalDate submittedOn,
        @Nullable Light reportLight,
        @Nullable String reportLightReason) {}
