package org.duban.task.supervision;

import java.util.UUID;

/** Told inside the transaction in which a unit hands in a report, before the task is held. */
public record ReportComesIn(UUID task) {}
