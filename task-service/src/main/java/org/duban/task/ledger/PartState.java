package org.duban.task.ledger;

/** Where a unit stands with its part of a task; {@link PartLife} says how it moves. */
public enum PartState {
    /** 待签收 */
    ASSIGNED,
    /** 已签收 */
    ACKNOWLEDGED,
    /** 推进中 */
    IN_PROGRESS,
    /** 已申请办结: its lead unit has submitted the completion */
    COMPLETED,
    /** 已解除: the unit has no part in the task any more */
    RELEASED;

    boolean begun() {
        return this == IN_PROGRESS || this == COMPLETED;
    }
}
