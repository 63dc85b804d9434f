package org.duban.task.indicator;

/** Where an indicator's values come from. */
public enum Origin {
    /** Units measure it, in reports or through the API; each value is what stands at the end of its period. */
    REPORTED,
    /** Counted from what the public thinks of the answers to complaints (behaviours.md B7). */
    SATISFACTION
}
