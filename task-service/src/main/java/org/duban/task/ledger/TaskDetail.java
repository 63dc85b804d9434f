package org.duban.task.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.calendar.Cadence;
import org.duban.task.contract.TaskEvent;
import org.duban.task.directory.UnitRef;
import org.duban.task.evidence.EvidenceFile;
import org.duban.task.evidence.EvidenceSubmission;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;

/**
 * One task with all that belongs to it.
 *
 * @param cadence how often it is reported on; null where it follows its plan
 * @param planCadence how often its plan asks for reports
 * @param phase the plan's phase on the day of asking, else the one in which the task is due
 * @param number 编号 in the words of whoever keeps the ledger
 * @param milestones 时间节点, in the order of their days
 * @param proposedMilestones what a lead unit proposes instead; empty where it proposes nothing
 * @param cycle the one that runs; null unless the task is periodic
 * @param cycles those that are over, newest first
 * @param targets how each indicator stands by the newest report that says so and the caller may see
 * @param assignedOn the day from which progress is expected, in this cycle; null for a draft
 * @param released units that had a part before, the last to leave first
 * @param suspension null unless it is suspended
 * @param extensions requests for a later day, newest first
 * @param reports newest first, those that the caller may see
 * @param pieceOf null for a plan's own task
 * @param pieces what lead units made of their parts, those that the caller may see
 * @param completionEvidence files that came with completions, newest first, those that the caller may see
 * @param allowed what the caller may do now
 */
public record TaskDetail(
        @JsonUnwrapped TaskRow row,
        String text,
        @Nullable String number,
        @Nullable String remark,
        @Nullable Cadence cadence,
        Cadence planCadence,
        @Nullable TaskPhase phase,
        List<Indicator> indicators,
        List<TaskPart> parts,
        @Nullable Cycle cycle,
        List<PastCycle> cycles,
        List<TargetReported> targets,
        @Nullable LocalDate assignedOn,
        List<Milestone> milestones,
        List<Milestone> proposedMilestones,
        List<ReleasedPart> released,
        @Nullable Suspension suspension,
        List<ExtensionRequest> extensions,
        List<TaskReport> reports,
        @Nullable PieceOf pieceOf,
        List<TaskPiece> pieces,
        List<EvidenceSubmission> completionEvidence,
        List<TaskAction> allowed) {

    /**
     * Of which task it is a piece.
     *
     * @param taskId null where the caller may not see that task
     * @param givenBy the lead unit whose part it is a piece of, which decides on it
     * @param weight 1 to 100: what it counts beside the other pieces of that part
     */
    public record PieceOf(@Nullable UUID taskId, String title, UnitRef givenBy, int weight) {}

    public record TaskPiece(@JsonUnwrapped TaskRow row, int weight, UnitRef givenBy) {}

    /** @param closedOn null where it was not closed in its cycle */
    public record PastCycle(
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate closedOn,
            int progress) {}

    /** @param reported in the unit's words; null where none said it */
    public record TargetReported(String text, @Nullable String reported, boolean reached) {}

    public record TaskPhase(String name, LocalDate from, LocalDate to) {}

    public record TaskPart(
            UnitRef unit,
            TaskEvent.Part part,
            PartState state,
            LocalDate acknowledgeBy,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate returnedOn,
            int progress) {}

    /** @param progress 0 to 100, as last reported */
    public record ReleasedPart(UnitRef unit, TaskEvent.Part part, LocalDate releasedOn, int progress) {}

    /**
     * @param dueOn the task's last day when it was asked for
     * @param state OPEN, GRANTED, REFUSED, WITHDRAWN or LAPSED (the task was suspended or closed first)
     * @param grantedOn null where it was not granted
     */
    public record ExtensionRequest(
            UUID id,
            UnitRef unit,
            LocalDate dueOn,
            LocalDate wantedOn,
            String reason,
            String state,
            OffsetDateTime requestedAt,
            String requestedBy,
            @Nullable LocalDate grantedOn,
            @Nullable String opinion,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decidedBy) {}

    /**
     * A report on the task, in the words of {@code GET /api/reports}.
     *
     * @param period as {@code 2026-11}
     * @param next 下一步打算
     */
    public record TaskReport(
            UUID id,
            long version,
            UUID roundId,
            UUID taskId,
            UnitRef unit,
            String period,
            LocalDate dueOn,
            String state,
            Light light,
            String lightReason,
            @Nullable Integer progress,
            @Nullable String done,
            @Nullable String problems,
            @Nullable String next,
            List<IndicatorReading> indicators,
            @Nullable OffsetDateTime submittedAt,
            @Nullable String submittedBy,
            @Nullable Boolean onTime,
            @Nullable String returnReason,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decidedBy,
            List<EvidenceFile> evidence) {}

    /** @param value as the unit wrote it, with its measure: 85% */
    public record IndicatorReading(String text, @Nullable String value) {}
}
