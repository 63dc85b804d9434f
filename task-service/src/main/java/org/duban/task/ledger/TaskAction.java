package org.duban.task.ledger;

/** What can be done to a task. */
public enum TaskAction {
    /** 签收 */
    ACKNOWLEDGE,
    /** 报送 */
    REPORT,
    /** 申请办结 */
    SUBMIT_COMPLETION,
    /** 审核销号 */
    VERIFY,
    /** 退回 */
    RETURN,
    /** 催办 */
    URGE,
    /** 调整 */
    REVISE
}
