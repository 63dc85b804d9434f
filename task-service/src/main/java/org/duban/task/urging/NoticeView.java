package org.duban.task.urging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is shown.
 *
 * @param issuerCountyId the county whose supervisors issue it; null for the city's
 * @param owedOn the day by which it was owed
 * @param stillOwed whether what it presses for is still owed
 * @param number 发文字号; null before it is issued
 * @param dismissal why it was not issued
 * @param allowed what the caller may do now
 */
public record NoticeView(
        UUID id,
        long version,
        UUID planId,
        String planTitle,
        UUID taskId,
        String taskTitle,
        UnitRef unit,
        @Nullable UUID issuerCountyId,
        Step step,
        Cause cause,
        LocalDate owedOn,
        boolean stillOwed,
        NoticeState state,
        LocalDate proposedOn,
        String proposedBy,
        String reason,
        String demand,
        LocalDate replyBy,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable String issuedBy,
        @Nullable String dismissal,
        @Nullable Said receipt,
        @Nullable Said reply,
        @Nullable Said appeal,
        @Nullable Said appealDecision,
        @Nullable LocalDate endedOn,
        List<NoticeAction> allowed) {

    /** @param words empty for a receipt */
    @Schema(name = "NoticeSaid")
    public record Said(OffsetDateTime at, String by, String words) {}
}
