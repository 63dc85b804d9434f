package org.duban.task.assessment;

/** Where an appeal stands. */
public enum AppealState {
    /** 待裁定 */
    OPEN,
    /** 申诉成立 */
    UPHELD,
    /** 申诉不成立 */
    REJECTED,
    /** 已撤回 */
    WITHDRAWN
}
