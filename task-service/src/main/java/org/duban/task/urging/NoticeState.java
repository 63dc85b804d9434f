package org.duban.task.urging;

/** Where a notice stands; {@link NoticeLife} says how it moves. */
public enum NoticeState {
    /** 已提醒: a reminder, which is said and done with */
    REMINDED,
    /** 待签发 */
    PROPOSED,
    /** 不予签发 */
    DISMISSED,
    /** 已失效: what was owed was done before anybody signed */
    LAPSED,
    /** 待签收 */
    ISSUED,
    /** 已签收 */
    RECEIVED,
    /** 已反馈 */
    REPLIED,
    /** 申诉中 */
    APPEALED,
    /** 已撤销 */
    WITHDRAWN,
    /** 已办结: what was owed is done */
    SETTLED;

    /** Whether the unit has been told. */
    boolean issued() {
        return switch (this) {
            case ISSUED, RECEIVED, REPLIED, APPEALED, WITHDRAWN, SETTLED -> true;
            case REMINDED, PROPOSED, DISMISSED, LAPSED -> false;
        };
    }
}
