package org.duban.task.indicator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is to be reached, and by which last day; null where none was ever named. */
record Goal(Target target, @Nullable LocalDate dueOn) {}
