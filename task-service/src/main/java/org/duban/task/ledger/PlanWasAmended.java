package org.duban.task.ledger;

import java.util.List;
import java.util.UUID;

/**
 * Told inside the transaction that adds tasks to a plan or gives its tasks to other units or other targets.
 *
 * @param tasks the only ones that it is about, held by whoever tells; empty where it may be about any of the plan's
 */
public record PlanWasAmended(UUID planId, List<UUID> tasks) {
    public PlanWasAmended(UUID planId) {
        this(planId, List.of());
    }
}
