package org.duban.task.assessment;

/** Where a month stands. */
public enum AssessmentState {
    /** 进行中 */
    RUNNING,
    /** 待核定: the month is over */
    ENDED,
    /** 已核定 */
    SETTLED
}
