package org.duban.task.ledger;

/** Where a task stands; {@link TaskLife} says how it moves. */
public enum TaskState {
    /** 草稿: made by hand and not given to its units yet, who do not see it */
    DRAFTED,
    /** 待签收 */
    ASSIGNED,
    /** 已签收: every lead unit has acknowledged */
    ACKNOWLEDGED,
    /** 推进中 */
    IN_PROGRESS,
    /** 待审核销号: every lead unit has submitted the completion of its part */
    COMPLETION_SUBMITTED,
    /** 暂缓: nothing is owed on it, until it is resumed */
    SUSPENDED,
    /** 已销号 */
    CLOSED;

    /** Whether somebody owes something on it; {@code task.running} says the same. */
    public boolean running() {
        return switch (this) {
            case ASSIGNED, ACKNOWLEDGED, IN_PROGRESS, COMPLETION_SUBMITTED -> true;
            case DRAFTED, SUSPENDED, CLOSED -> false;
        };
    }
}
