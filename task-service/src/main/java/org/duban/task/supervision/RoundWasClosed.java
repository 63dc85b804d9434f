package org.duban.task.supervision;

import java.util.UUID;

/** Told inside the transaction that closes a round. */
public record RoundWasClosed(UUID round) {}
