package org.duban.task.plan.draft;

/** Whether a task of the document enters the ledger. */
public enum TaskDecision {
    KEEP,
    SKIP
}
