package org.duban.task.ledger;

/** What can be done to a task. */
public enum TaskAction {
    /** 下达 */
    ASSIGN,
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
    REVISE,
    /** 申请延期 */
    REQUEST_EXTENSION,
    /** 撤回延期申请 */
    WITHDRAW_EXTENSION,
    /** 同意延期 */
    EXTEND,
    /** 不同意延期 */
    REFUSE_EXTENSION,
    /** 暂缓 */
    SUSPEND,
    /** 恢复 */
    RESUME,
    /** 重新办理 */
    REOPEN,
    /** 进入下一周期: a periodic task's cycle is over */
    RENEW,
    /** 分解: a lead unit gives a piece of its part to others */
    DECOMPOSE,
    /** 分解到县区: each county gets its share of a city task */
    CASCADE,
    /** 移交: others lead the task, and take over the pieces that were given of it */
    HAND_OVER,
    /** 汇总: the pieces of a part have come further, or fallen back */
    ROLL_UP,
    /** 设定时间节点 */
    SET_MILESTONES,
    /** 设定报送频次 */
    SET_CADENCE,
    /** 拟定时间节点 */
    PROPOSE_MILESTONES,
    /** 删除草稿 */
    DISCARD
}
