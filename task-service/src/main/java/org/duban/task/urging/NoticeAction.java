package org.duban.task.urging;

/** What can be done to a notice. */
public enum NoticeAction {
    /** 签发 */
    ISSUE,
    /** 不予签发 */
    DISMISS,
    /** 签收 */
    RECEIVE,
    /** 反馈 */
    REPLY,
    /** 申诉 */
    APPEAL,
    /** 维持 */
    UPHOLD,
    /** 撤销 */
    WITHDRAW,
    /** 办结: what was owed is done */
    SETTLE
}
