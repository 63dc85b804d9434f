package org.duban.task.comment;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** @param since null where the caller does not watch the task */
public record WatchView(boolean watching, @Nullable OffsetDateTime since) {}
