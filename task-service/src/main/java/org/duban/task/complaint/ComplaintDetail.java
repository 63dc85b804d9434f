package org.duban.task.complaint;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One complaint with all that is known of it, but for who filed it.
 *
 * @param reason why it was not taken up, or why the answer came back
 * @param contactLeft whether the public left a way to call back
 * @param rectificationIds items opened because of it
 * @param history newest first
 * @param allowed what the caller may do now
 * @param mayRectify whether the caller may open an item because of it
 * @param mayContact whether the caller may see whom to call
 */
public record ComplaintDetail(
        @JsonUnwrapped ComplaintRow row,
        @Nullable LocalDate givenOn,
        @Nullable String answer,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate answeredOn,
        @Nullable String reason,
        @Nullable String ratingWords,
        @Nullable LocalDate ratedOn,
        boolean contactLeft,
        List<UUID> rectificationIds,
        List<ComplaintStep> history,
        List<ComplaintAction> allowed,
        boolean mayRectify,
        boolean mayContact) {

    /** Who did what, when and with which words. */
    public record ComplaintStep(
            OffsetDateTime at,
            String by,
            @Nullable String byUnit,
            ComplaintAction action,
            @Nullable String words) {}
}
