package org.duban.task.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.duban.task.light.Light;
import org.duban.task.supervision.Content.IndicatorValue;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is shown.
 *
 * @param period as {@code 2026-11}
 * @param dueOn the day by which it is owed now
 * @param state DUE, SUBMITTED, RETURNED, ACCEPTED, WAIVED (its task was closed or suspended first) or LAPSED (its round was)
 * @param previous what the unit last handed in on the same task for an earlier period
 * @param allowed what the caller may do now: SUBMIT, ACCEPT, RETURN
 */
public record ReportView(
        UUID id,
        long version,
        UUID roundId,
        UUID planId,
        String planTitle,
        UUID taskId,
        String taskTitle,
        int taskOrdinal,
        UnitRef unit,
        String period,
        LocalDate dueOn,
        String state,
        String roundState,
        Light light,
        String lightReason,
        @Nullable Integer progress,
        @Nullable String done,
        @Nullable String problems,
        @Nullable String next,
        List<IndicatorValue> indicators,
        @Nullable OffsetDateTime submittedAt,
        @Nullable String submittedBy,
        @Nullable Boolean onTime,
        @Nullable String returnReason,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decidedBy,
        @Nullable Previous previous,
        List<String> allowed) {

    public record Previous(
            String period,
            int progress,
            String done,
            @Nullable String problems,
            @Nullable String next) {}
}
