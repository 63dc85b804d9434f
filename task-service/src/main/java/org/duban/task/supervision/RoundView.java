package org.duban.task.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round as it is shown; the counts are of the reports that the caller sees.
 *
 * @param period as {@code 2026-11}, {@code 2026-Q4} or {@code 2026-W47}
 * @param month in whose numbers it counts, as {@code 2026-11}
 * @param closesOn last day on which late reports are taken
 * @param state OPEN or CLOSED
 * @param owed reports asked for, without those whose task was closed first
 * @param submitted handed in, reviewed or not
 * @param overdue owed, not handed in, and past their day or their round
 */
public record RoundView(
        UUID id,
        UUID planId,
        String planTitle,
        String period,
        String month,
        LocalDate opensOn,
        LocalDate dueOn,
        LocalDate closesOn,
        String state,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt,
        int owed,
        int submitted,
        int accepted,
        int returned,
        int overdue) {}
