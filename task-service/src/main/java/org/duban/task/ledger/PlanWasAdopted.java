package org.duban.task.ledger;

import java.util.UUID;

/** Told inside the transaction that adopts a plan, once its tasks are in the ledger. */
public record PlanWasAdopted(UUID planId) {}
