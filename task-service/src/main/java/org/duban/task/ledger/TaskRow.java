package org.duban.task.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger.
 *
 * @param originalDueOn the day that was set at first
 * @param standing 常态化: it has no last day and is never completed
 * @param lightReason why, in words with the numbers, as judged when it last changed or the day last turned
 * @param lightSince the day from which it shows this light; null for a draft
 * @param progress 0 to 100: the average of its lead units
 * @param scheduled 序时进度: 0 to 100, what share should be done by today; null where nothing says so or nobody owes it
 * @param stillSince 久无进展: the day since which progress has not moved, where that is longer than the rules suffer and no light
 *     says so yet; null otherwise
 * @param lastReport the newest report that the caller may see
 */
public record TaskRow(
        UUID id,
        long version,
        UUID planId,
        String planTitle,
        Plan.Source source,
        int ordinal,
        String title,
        TaskState state,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate originalDueOn,
        TaskKind kind,
        boolean standing,
        Light light,
        String lightReason,
        @Nullable LocalDate lightSince,
        int progress,
        @Nullable Integer scheduled,
        @Nullable LocalDate stillSince,
        List<UnitRef> leads,
        List<UnitRef> cooperators,
        @Nullable UUID countyId,
        @Nullable String countyName,
        @Nullable LastReport lastReport,
        OffsetDateTime updatedAt) {

    /** @param period as {@code 2026-11} */
    public record LastReport(String period, OffsetDateTime submittedAt, int progress) {}
}
