package org.duban.task.ledger;

import java.util.UUID;

/** Told inside the transaction that closes a task: from now on it owes nothing. */
public record TaskWasClosed(UUID taskId) {}
