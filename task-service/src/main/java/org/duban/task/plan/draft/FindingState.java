package org.duban.task.plan.draft;

/** What became of a doubt. */
public enum FindingState {
    OPEN,
    RESOLVED,
    DISMISSED
}
