package org.duban.task.rectification;

/** What can be done to an item. */
public enum RectificationAction {
    OPEN,
    SUBMIT_PLAN,
    AGREE_PLAN,
    RETURN_PLAN,
    COMPLETE,
    PASS,
    FAIL,
    HOLD,
    RECUR,
    WITHDRAW
}
