package org.duban.notification.alert;

/** For whom an alert is. */
public enum Audience {
    /** Those who do a unit's work. */
    UNIT,
    /** Supervisors. */
    STAFF,
    /** The office of a joint conference: those who do its unit's work, and the secretaries who sit there. */
    OFFICE,
    /** One person. */
    PERSON
}
