package org.duban.notification.alert;

/** What an alert is about. */
public enum AlertKind {
    TASK_ASSIGNED,
    TASK_CHANGED,
    REPORT_REQUESTED,
    REPORT_DUE,
    REPORT_OVERDUE,
    REPORT_RETURNED,
    /** To the unit, for its head. */
    REPORT_TO_SIGN_OFF,
    /** To the unit: its head gave it back. */
    REPORT_NOT_SIGNED,
    /** To supervisors: one for each unit, round and day. */
    REPORT_SUBMITTED,
    /** To supervisors. */
    COMPLETION_SUBMITTED,
    COMPLETION_RETURNED,
    /** To supervisors. */
    EXTENSION_REQUESTED,
    EXTENSION_DECIDED,
    URGED,
    /** To lead units: their task falls behind what is expected of it by now. */
    LIGHT_TURNED,
    NOTICE_ISSUED,
    /** To supervisors: a reply or an appeal. */
    NOTICE_ANSWERED,
    NOTICE_APPEAL_DECIDED,
    HAND_IN_ASKED,
    HAND_IN_DUE,
    HAND_IN_OVERDUE,
    HAND_IN_RETURNED,
    /** To supervisors. */
    HAND_IN_ANSWERED,
    MEETING_CONVENED,
    MINUTES_ISSUED,
    RECTIFICATION_OPENED,
    RECTIFICATION_DUE,
    RECTIFICATION_OVERDUE,
    RECTIFICATION_RETURNED,
    RECTIFICATION_CLOSED,
    /** To supervisors: a plan to agree, a rectification to inspect. */
    RECTIFICATION_TO_REVIEW,
    /** To supervisors. */
    RECTIFICATION_FOLLOW_UP,
    /** To supervisors. */
    COMPLAINT_RECEIVED,
    COMPLAINT_GIVEN,
    COMPLAINT_DUE,
    COMPLAINT_OVERDUE,
    COMPLAINT_RETURNED,
    /** To supervisors. */
    COMPLAINT_TO_REVIEW,
    /** To supervisors: a unit's value no longer reaches the target that it had reached. */
    INDICATOR_SLIPPED,
    /** To county offices: reform items of their own are to be named. */
    FEATURE_ASKED,
    GOAL_SET,
    /** To supervisors: a unit says what became of its goal. */
    GOAL_ASSESSED,
    /** Its assessment was returned, or reviewed. */
    GOAL_DECIDED,
    /** A month was settled: the unit's score, and until when it may appeal. */
    SCORE_ANNOUNCED,
    /** To the city's supervisors. */
    SCORE_APPEALED,
    SCORE_APPEAL_DECIDED,
    /** To units or supervisors that are mentioned in a comment on a task. */
    MENTIONED,
    /** To a person who watches the task. */
    WATCHED_COMMENT,
    /** To a person who watches the task. */
    WATCHED_TASK_MOVED,
    /** To the office of a joint conference: the year's plenary is not planned yet. */
    PLENARY_OWED
}
