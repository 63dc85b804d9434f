package org.duban.task.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.contract.TaskEvent;
import org.duban.task.directory.UnitRef;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;

/**
 * One task with all that belongs to it.
 *
 * @param phase the plan's phase on the day of asking, else the one in which the task is due
 * @param number 编号 in the words of whoever keeps the ledger
 * @param reports newest first, those that the caller may see
 * @param allowed what the caller may do now
 */
public record TaskDetail(
        @JsonUnwrapped TaskRow row,
        String text,
        @Nullable String number,
        @Nullable String remark,
        @Nullable TaskPhase phase,
        List<Indicator> indicators,
        List<TaskPart> parts,
        List<TaskReport> reports,
        List<TaskAction> allowed) {

    public record TaskPhase(String name, LocalDate from, LocalDate to) {}

    public record TaskPart(
            UnitRef unit,
            TaskEvent.Part part,
            LocalDate acknowledgeBy,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable String acknowledgedBy,
            int progress) {}

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
            @Nullable String decidedBy) {}

    /** @param value as the unit wrote it, with its measure: 85% */
    public record IndicatorReading(String text, @Nullable String value) {}
}
