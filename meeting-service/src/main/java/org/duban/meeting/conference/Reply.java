package org.duban.meeting.conference;

/** 参会、派员代会、请假. */
public enum Reply {
    ATTEND,
    DEPUTY,
    ABSENT
}
