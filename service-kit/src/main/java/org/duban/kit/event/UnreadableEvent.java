package org.duban.kit.event;

import org.jspecify.annotations.Nullable;

/** A record that no retry will make readable; it belongs to the dead letters. */
public final class UnreadableEvent extends RuntimeException {

    public UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
