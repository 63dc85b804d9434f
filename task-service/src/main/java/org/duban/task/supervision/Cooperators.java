package org.duban.task.supervision;

/** What a plan wants of the units that cooperate in a task (behaviours.md B2). */
public enum Cooperators {
    NOT,
    /** Each tells the lead unit what it has done; that is shown, and counted in nobody's rate. */
    TO_LEAD,
    /** Each owes a report of its own. */
    THEMSELVES
}
