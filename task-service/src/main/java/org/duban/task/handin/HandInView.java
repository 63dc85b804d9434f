package org.duban.task.handin;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * What one unit has to hand in, as it is shown.
 *
 * @param handInId what was asked of all of them
 * @param taskId the task that owes it every year, or on which its lead unit is told; null for any other
 * @param roundId the round in which the lead unit is told; null for any other
 * @param state OWED, HANDED_IN, RETURNED or WITHDRAWN (not asked for any more)
 * @param overdue owed, and past its day
 * @param allowed what the caller may do now: ANSWER, RETURN, WITHDRAW
 */
public record HandInView(
        UUID id,
        long version,
        UUID handInId,
        UUID planId,
        String planTitle,
        String title,
        @Nullable String words,
        @Nullable UUID taskId,
        @Nullable Artefact artefact,
        @Nullable Integer year,
        @Nullable UUID roundId,
        UnitRef unit,
        LocalDate dueOn,
        String state,
        boolean overdue,
        @Nullable String answer,
        @Nullable OffsetDateTime answeredAt,
        @Nullable String answeredBy,
        @Nullable Boolean onTime,
        @Nullable String returnReason,
        List<String> allowed) {}
