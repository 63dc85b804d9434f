package org.duban.task.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.duban.kit.security.Caller;

/**
 * Told inside the transaction in which a unit hands in a report, or corrects it.
 *
 * @param period its first day
 */
public record ReportWasHandedIn(UUID report, UUID task, UUID unit, LocalDate period, Content content, Caller by) {}
