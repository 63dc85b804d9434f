package org.duban.task.urging;

/** What is owed. */
public enum Cause {
    /** A report in a round. */
    REPORT,
    /** The task itself, by its own day. */
    TASK,
    /** What a supervisor demands. */
    MANUAL
}
