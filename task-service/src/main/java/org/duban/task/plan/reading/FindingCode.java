package org.duban.task.plan.reading;

/** What a careful reader would query. */
public enum FindingCode {
    /** A phrase that stands for many units, such as 各相关部门. */
    WILDCARD_UNIT,
    /** A unit outside the document's own roster. */
    UNKNOWN_UNIT,
    /** Two names, one unit. */
    ALIAS,
    DATE_CONFLICT,
    /** A task that names no unit. */
    NO_UNIT,
    /** 力争, 原则上 */
    SOFT_TARGET,
    /** A phase that had ended before the document was issued. */
    PAST_PHASE,
    /** The same target stated twice. */
    DUPLICATE_TARGET,
    /** A sentence cut by a page break or a stray space. */
    BROKEN_LINE
}
