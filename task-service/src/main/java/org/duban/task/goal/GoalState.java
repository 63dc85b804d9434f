package org.duban.task.goal;

/** Where a yearly goal stands. */
public enum GoalState {
    /** 已确定 */
    SET,
    /** 已自评，待评定 */
    ASSESSED,
    /** 已评定 */
    REVIEWED
}
