package org.duban.task.supervision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.contract.TaskEvent.Part;
import org.duban.task.directory.UnitRef;
import org.duban.task.evidence.EvidenceFile;
import org.duban.task.light.Light;
import org.duban.task.supervision.Content.IndicatorValue;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is shown.
 *
 * @param part the unit's in the task; null where it has none any more
 * @param period as {@code 2026-11}, {@code 2026-Q4} or {@code 2026-W47}
 * @param dueOn the day by which it is owed now
 * @param state DUE, SUBMITTED, RETURNED, ACCEPTED, WAIVED (its task was closed or suspended first) or LAPSED (its round was)
 * @param previous what the unit last handed in on the same task for an earlier period
 * @param signOff whether the plan asks for the signature of the unit's head
 * @param awaitsSignOff written and waiting for it; owed all the same
 * @param pending what waits for the head, or was given back by them; shown to the unit only
 * @param signedBy the head who signed it off
 * @param evidence files that came with it, in the unit's order
 * @param allowed what the caller may do now: SUBMIT, SIGN_OFF, REFUSE_SIGN_OFF, ACCEPT, RETURN
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
        @Nullable Part part,
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
        boolean signOff,
        boolean awaitsSignOff,
        @Nullable Pending pending,
        @Nullable String signedBy,
        @Nullable Previous previous,
        List<EvidenceFile> evidence,
        List<String> allowed) {

    /** @param refusal why the head gave it back; null while it waits */
    @Schema(name = "PendingReport")
    public record Pending(
            int progress,
            String done,
            @Nullable String problems,
            @Nullable String next,
            List<IndicatorValue> indicators,
            List<EvidenceFile> evidence,
            OffsetDateTime at,
            String by,
            @Nullable String refusal) {}

    public record Previous(
            String period,
            int progress,
            String done,
            @Nullable String problems,
            @Nullable String next) {}
}
