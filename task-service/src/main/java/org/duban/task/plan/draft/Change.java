package org.duban.task.plan.draft;

import org.jspecify.annotations.Nullable;

/** A field that is given anew, perhaps with nothing; a field that is not given at all is null instead. */
public record Change<T>(@Nullable T to) {}
