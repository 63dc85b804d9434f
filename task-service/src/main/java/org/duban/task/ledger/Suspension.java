package org.duban.task.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 暂缓.
 *
 * @param resumesOn the day on which it resumes by itself; null where somebody has to say so
 */
public record Suspension(LocalDate since, @Nullable LocalDate resumesOn, String reason) {}
