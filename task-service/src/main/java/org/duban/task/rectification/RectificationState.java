package org.duban.task.rectification;

/** Where an item stands. */
public enum RectificationState {
    /** 待制定方案 */
    OPEN,
    /** 方案待审核 */
    PLAN_SUBMITTED,
    /** 整改中 */
    PLANNED,
    /** 待复查 */
    RECTIFIED,
    /** 已销号，待回头看 where a day for it is set */
    CLOSED,
    /** 长效保持 */
    HELD,
    /** 问题反弹 */
    RECURRED,
    /** 已撤销 */
    WITHDRAWN
}
