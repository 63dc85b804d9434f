package org.duban.task.ledger;

import java.util.List;
import java.util.UUID;

/** Told inside the transaction that adopts a plan: what its document wants to reach beside what its tasks do. */
public record PlanStatesGoals(UUID planId, List<Indicator> goals) {}
