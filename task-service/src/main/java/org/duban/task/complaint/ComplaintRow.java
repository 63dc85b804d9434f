package org.duban.task.complaint;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.duban.task.contract.ComplaintEvent.Kind;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it is listed. Who filed it is not in it.
 *
 * @param number as officials name it: 投诉〔2026〕15号
 * @param subject the unit it is about, where one was named
 * @param unit the unit that is to answer
 * @param overdue the unit has let its day pass
 * @param handler who took it up
 */
public record ComplaintRow(
        UUID id,
        long version,
        Kind kind,
        String number,
        ComplaintState state,
        String content,
        @Nullable UUID countyId,
        @Nullable String countyName,
        @Nullable UnitRef subject,
        OffsetDateTime receivedAt,
        @Nullable UnitRef unit,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable String handler,
        @Nullable Integer rating) {}
