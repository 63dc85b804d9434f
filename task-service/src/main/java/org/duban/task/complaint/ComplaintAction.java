package org.duban.task.complaint;

/** What can be done to a complaint. */
public enum ComplaintAction {
    FILE,
    VERIFY,
    REJECT,
    GIVE,
    SUBMIT_ANSWER,
    APPROVE_ANSWER,
    RETURN_ANSWER,
    RATE,
    TAKE_OVER
}
