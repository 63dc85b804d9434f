package org.duban.task.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.assessment.Measure.Opens;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as it is shown.
 *
 * @param sheetId the score sheet that the line stands on
 * @param month as {@code 2026-11}
 * @param measureWords 迟报
 * @param lineWords what the fact was about
 * @param linePoints what the line took
 * @param restored what was given back; null where nothing was
 * @param allowed what the caller may do now: DECIDE, WITHDRAW
 */
public record AppealView(
        UUID id,
        long version,
        UUID lineId,
        UUID sheetId,
        String month,
        UnitRef unit,
        AppealState state,
        Measure measure,
        String measureWords,
        Opens opens,
        UUID factId,
        @Nullable UUID taskId,
        LocalDate day,
        String lineWords,
        BigDecimal linePoints,
        String words,
        OffsetDateTime appealedAt,
        String appealedBy,
        @Nullable BigDecimal restored,
        @Nullable String decision,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decidedBy,
        List<AppealAction> allowed) {

    public enum AppealAction {
        DECIDE,
        WITHDRAW
    }
}
