package org.duban.task.handin;

import java.time.Month;
import java.time.MonthDay;

/** What a task may owe once a year (behaviours.md B6). */
public enum Artefact {
    /** 计划 */
    PLAN("工作计划", MonthDay.of(Month.JANUARY, 31)),
    /** 部署 */
    DEPLOYMENT("工作部署", MonthDay.of(Month.MARCH, 31)),
    /** 检查 */
    INSPECTION("检查情况", MonthDay.of(Month.SEPTEMBER, 30)),
    /** 考核 */
    ASSESSMENT("考核情况", MonthDay.of(Month.NOVEMBER, 30)),
    /** 总结 */
    SUMMARY("工作总结", MonthDay.of(Month.DECEMBER, 31));

    private final String words;
    private final MonthDay usual;

    Artefact(String words, MonthDay usual) {
        this.words = words;
        this.usual = usual;
    }

    String words() {
        return words;
    }

    /** The day where the plan names none. */
    MonthDay usual() {
        return usual;
    }
}
