package org.duban.notification.alert;

/** What an alert is about. */
public enum AlertKind {
    TASK_ASSIGNED,
    TASK_CHANGED,
    REPORT_REQUESTED,
    REPORT_DUE,
    REPORT_OVERDUE,
    REPORT_RETURNED,
    /** To supervisors: one for each unit, round and day. */
    REPORT_SUBMITTED,
    /** To supervisors. */
    COMPLETION_SUBMITTED,
    COMPLETION_RETURNED,
    URGED,
    MEETING_CONVENED,
    MINUTES_ISSUED
}
