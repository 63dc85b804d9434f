package org.duban.journeys.recount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the exported ledger has to say of a task.
 *
 * @param dueOn null for a standing task
 * @param firstDueOn before any extension
 * @param progress 0 to 100
 * @param scheduled null where nothing says how far it should be
 * @param lastReport null where nobody has reported on it
 */
public record SheetLine(
        int ordinal,
        String title,
        List<UUID> leads,
        Light light,
        boolean closed,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate firstDueOn,
        int progress,
        @Nullable Integer scheduled,
        @Nullable YearMonth lastReport) {}
