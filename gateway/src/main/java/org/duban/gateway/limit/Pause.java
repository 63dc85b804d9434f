package org.duban.gateway.limit;

import java.time.Duration;

/** How {@code Retry-After} says a pause. */
public final class Pause {

    private Pause() {}

    /** Whole seconds, at least one. */
    public static long seconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }

    public static String text(Duration pause) {
        return Long.toString(seconds(pause));
    }
}
