package org.duban.task.urging;

import java.time.LocalDate;
import java.util.UUID;
import org.duban.task.directory.UnitRef;

/** One act of urging. */
public record UrgingView(UUID id, UnitRef unit, LocalDate urgedOn, String words, String urgedBy) {}
