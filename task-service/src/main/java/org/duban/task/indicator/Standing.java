package org.duban.task.indicator;

/** How an indicator stands to its target, worst last. */
public enum Standing {
    REACHED,
    /** Not yet, and expected in time. */
    ON_TRACK,
    /** Not yet, and nothing is known of when. */
    SHORT,
    /** Not yet, and not expected in time. */
    LAGGING,
    /** Its last day has passed. */
    MISSED,
    NO_DATA
}
