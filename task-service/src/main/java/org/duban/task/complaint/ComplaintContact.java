package org.duban.task.complaint;

import org.jspecify.annotations.Nullable;

/** Whom to call; both null where the public left nothing. */
public record ComplaintContact(
        @Nullable String name, @Nullable String phone) {}
