package org.duban.task.urging;

/** How hard a unit is pressed, in this order (behaviours.md P9). */
public enum Step {
    REMINDER("催办提醒"),
    NOTICE_BLUE("蓝色督办单"),
    NOTICE_YELLOW("黄色督办单"),
    NOTICE_RED("红色督办单"),
    BULLETIN("通报"),
    TALK("约谈通知");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether a supervisor signs it before it leaves the house. */
    boolean signed() {
        return this != REMINDER;
    }
}
