package org.duban.task.rectification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.evidence.EvidenceSubmission;
import org.jspecify.annotations.Nullable;

/**
 * One item with all that is known of it.
 *
 * @param proposedOn the last day that the plan proposes
 * @param evidence what the unit says was done
 * @param evidenceFiles what came with it, and with what was not accepted before, newest first
 * @param history newest first
 * @param allowed what the caller may do now
 */
public record RectificationDetail(
        @JsonUnwrapped RectificationRow row,
        @Nullable UUID planId,
        @Nullable String planTitle,
        @Nullable UUID taskId,
        @Nullable String taskTitle,
        @Nullable UUID complaintId,
        @Nullable String cause,
        @Nullable String measure,
        @Nullable LocalDate proposedOn,
        @Nullable String evidence,
        @Nullable LocalDate rectifiedOn,
        @Nullable LocalDate followedUpOn,
        int followUpMonths,
        @Nullable String returnReason,
        String openedBy,
        OffsetDateTime createdAt,
        List<EvidenceSubmission> evidenceFiles,
        List<RectificationStep> history,
        List<RectificationAction> allowed) {

    /** Who did what, when and with which words. */
    public record RectificationStep(
            OffsetDateTime at,
            String by,
            @Nullable String byUnit,
            RectificationAction action,
            @Nullable String words) {}
}
