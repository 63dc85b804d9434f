package org.duban.task.plan.reading;

/** What kind of document was read. */
public enum DocumentKind {
    /** 实施方案 */
    IMPLEMENTATION_PLAN,
    /** 联席会议制度 */
    CONFERENCE_RULES,
    /** 工作机制通知 */
    WORK_MECHANISM,
    /** 任务分解表、分工方案 */
    TASK_BREAKDOWN,
    /** 会议纪要 */
    MINUTES
}
