package org.duban.task.rectification;

/** How a problem came to light. */
public enum RectificationSource {
    /** 督查检查 */
    INSPECTION,
    /** 专家评估 */
    EXPERT,
    /** 群众投诉 */
    COMPLAINT,
    /** 单位自查 */
    SELF_CHECK
}
