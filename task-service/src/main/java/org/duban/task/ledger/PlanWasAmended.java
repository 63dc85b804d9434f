package org.duban.task.ledger;

import java.util.UUID;

/** Told inside the transaction that adds tasks to a plan or gives its tasks to other units or other targets. */
public record PlanWasAmended(UUID planId) {}
