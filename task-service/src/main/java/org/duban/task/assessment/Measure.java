package org.duban.task.assessment;

/** What can be counted for or against a unit (behaviours.md P16). */
public enum Measure {
    LATE_REPORT("迟报", Opens.REPORT, "本月应报的进展，超过截止日才报送的，每份计一次"),
    MISSED_REPORT("未报", Opens.REPORT, "本月应报的进展，过了截止日仍未报送或未重报的，每份计一次"),
    RETURNED_REPORT("报送被退回", Opens.REPORT, "本月内被退回重报的，每退回一次计一次"),
    OVERDUE_TASK("任务逾期", Opens.TASK, "牵头的任务在本月内处于逾期未办结，每项计一次；接到任务时已过期限的，自次月起计"),
    URGED("被催办", Opens.TASK, "本月内被催办，每次计一次"),
    NOTICE_BLUE("蓝色督办单", Opens.NOTICE, "本月内印发的蓝色督办单，申诉成立而撤回的不计"),
    NOTICE_YELLOW("黄色督办单", Opens.NOTICE, "本月内印发的黄色督办单，申诉成立而撤回的不计"),
    NOTICE_RED("红色督办单", Opens.NOTICE, "本月内印发的红色督办单，申诉成立而撤回的不计"),
    BULLETIN("被通报", Opens.NOTICE, "本月内被通报，申诉成立而撤回的不计"),
    TALK("被约谈", Opens.NOTICE, "本月内被约谈，申诉成立而撤回的不计"),
    RECTIFICATION_OVERDUE("整改逾期", Opens.RECTIFICATION, "责任整改事项在本月内处于逾期未整改到位，每项计一次"),
    RECTIFICATION_RECURRED("整改反弹", Opens.RECTIFICATION, "本月内回头看发现问题反弹，每项计一次"),
    COMPLETED_EARLY("提前办结", Opens.TASK, "牵头的任务本月内核验销号，且本单位在期限之前就已办结，每项计一次"),
    FEATURE("特色加分", Opens.AWARD, "市级督导部门认定的特色做法，由督导部门逐项给分");

    private final String words;
    private final Opens opens;
    private final String explanation;

    Measure(String words, Opens opens, String explanation) {
        this.words = words;
        this.opens = opens;
        this.explanation = explanation;
    }

    public String words() {
        return words;
    }

    public String explanation() {
        return explanation;
    }

    /** What a line of it leads to. */
    Opens opens() {
        return opens;
    }

    /** Whether it is counted for the unit. */
    public boolean bonus() {
        return this == COMPLETED_EARLY || this == FEATURE;
    }

    /** What a line of a score leads to. */
    public enum Opens {
        REPORT,
        TASK,
        NOTICE,
        RECTIFICATION,
        AWARD,
        /** A line that takes part of another back: the appeal that was upheld. */
        APPEAL
    }
}
