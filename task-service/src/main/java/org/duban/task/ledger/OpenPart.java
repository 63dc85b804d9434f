package org.duban.task.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One lead unit's part in an open task.
 *
 * @param countyId the unit's county; null for the city's own units
 */
public record OpenPart(
        UUID taskId,
        String taskTitle,
        UUID planId,
        String planTitle,
        UUID unitId,
        @Nullable UUID countyId) {}
