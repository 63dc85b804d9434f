package org.duban.task.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as it stands in the ledger.
 *
 * @param countyId the county whose plan it belongs to; null for the city's
 */
public record LedgerEntry(
        UUID id,
        long version,
        UUID planId,
        @Nullable UUID countyId,
        int ordinal,
        TaskState state,
        int progress,
        TaskContent content) {}
