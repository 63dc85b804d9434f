package org.duban.task.plan;

/** What became of a doubt. */
public enum FindingState {
    OPEN,
    RESOLVED,
    DISMISSED
}
