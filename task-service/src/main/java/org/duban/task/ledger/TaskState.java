package org.duban.task.ledger;

/** Where a task stands; {@link TaskLife} says how it moves. */
public enum TaskState {
    /** 待签收 */
    ASSIGNED,
    /** 已签收: every lead unit has acknowledged */
    ACKNOWLEDGED,
    /** 推进中 */
    IN_PROGRESS,
    /** 待审核销号 */
    COMPLETION_SUBMITTED,
    /** 已销号 */
    CLOSED
}
