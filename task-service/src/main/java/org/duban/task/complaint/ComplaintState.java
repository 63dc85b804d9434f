package org.duban.task.complaint;

/** Where a complaint stands. */
public enum ComplaintState {
    /** 待审核 */
    RECEIVED,
    /** 已受理，待转办 */
    VERIFIED,
    /** 不予受理 */
    REJECTED,
    /** 办理中 */
    GIVEN,
    /** 答复待审核 */
    ANSWER_SUBMITTED,
    /** 已答复，待评价 */
    ANSWERED,
    /** 已评价 */
    RATED;

    boolean takenUp() {
        return switch (this) {
            case VERIFIED, GIVEN, ANSWER_SUBMITTED, ANSWERED, RATED -> true;
            case RECEIVED, REJECTED -> false;
        };
    }
}
