package org.duban.notification.alert;

import java.util.UUID;

/** What an alert leads to. */
public record Link(Kind kind, UUID id) {

    public enum Kind {
        TASK,
        REPORT,
        MEETING,
        ROUND,
        RECTIFICATION,
        COMPLAINT,
        NOTICE,
        INDICATOR,
        HAND_IN
    }
}
