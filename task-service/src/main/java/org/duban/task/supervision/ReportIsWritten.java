package org.duban.task.supervision;

import java.util.UUID;

/** Told inside the transaction in which a unit writes a report by itself, before it is handed in or waits for the head. */
public record ReportIsWritten(UUID report) {}
