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
        HAND_IN,
        /** A plan that asks counties for items of their own; the id is the plan's. */
        FEATURE,
        GOAL,
        /** A unit's score sheet of one month. */
        SCORE_SHEET,
        MECHANISM
    }
}
