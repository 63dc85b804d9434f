package org.duban.task.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of the ledger with all that a sheet may show of it. */
public record LedgerLine(
        TaskRow row,
        String body,
        List<Indicator> indicators,
        @Nullable String number,
        @Nullable String remark) {}
