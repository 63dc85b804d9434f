package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger with all that a sheet may show of it; the same fields as of {@link TaskRow}.
 *
 * @param lastReport period of the newest report that the caller may see, as {@code 2026-11}
 */
public record LedgerLine(
        UUID id,
        UUID planId,
        String planTitle,
        int ordinal,
        @Nullable String number,
        String title,
        String body,
        TaskState state,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate originalDueOn,
        TaskKind kind,
        Light light,
        int progress,
        @Nullable Integer scheduled,
        List<UnitRef> leads,
        List<UnitRef> cooperators,
        @Nullable UUID countyId,
        @Nullable String countyName,
        @Nullable String lastReport,
        List<Indicator> indicators,
        @Nullable String remark) {

    public boolean standing() {
        return kind == TaskKind.STANDING;
    }
}
