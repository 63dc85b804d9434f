package org.duban.task.ledger;

import java.util.UUID;

/**
 * No report is owed on a task any more. Told inside the transaction that did so.
 *
 * @param closed false where it was only suspended, and is owed again one day
 */
public record NothingIsOwed(UUID taskId, boolean closed) {}
