package org.duban.task.goal;

/** What can be done to a yearly goal. */
public enum GoalAction {
    /** 修改 */
    REVISE,
    /** 撤销 */
    DROP,
    /** 自评 */
    ASSESS,
    /** 退回自评 */
    RETURN,
    /** 评定 */
    REVIEW
}
