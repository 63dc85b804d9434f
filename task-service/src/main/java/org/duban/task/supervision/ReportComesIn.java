package org.duban.task.supervision;

import java.util.UUID;

/**
 * Told inside the transaction in which a unit writes a report or its head signs it, before the task is held.
 *
 * @param written whether the unit writes it by itself just now; false where the head signs what was written before
 */
public record ReportComesIn(UUID report, UUID task, boolean written) {}
