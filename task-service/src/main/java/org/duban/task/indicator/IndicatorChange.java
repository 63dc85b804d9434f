package org.duban.task.indicator;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A value that was written.
 *
 * @param before what it replaced; null for the first of its period
 * @param enteredBy ENTRY or REPORT
 */
public record IndicatorChange(
        UUID id,
        UnitRef unit,
        String period,
        @Nullable BigDecimal before,
        BigDecimal after,
        String enteredBy,
        @Nullable String note,
        OffsetDateTime at,
        String by,
        @Nullable String byUnit) {}
