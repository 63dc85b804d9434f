package org.duban.task.text;

import org.jspecify.annotations.Nullable;

/** What people wrote, without the blanks around it. */
public final class Stripped {
    private Stripped() {}

    /** @return null where nothing is left */
    public static @Nullable String orNull(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}
