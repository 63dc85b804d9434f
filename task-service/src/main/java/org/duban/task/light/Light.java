package org.duban.task.light;

/** 亮灯, from calm to grave; what each means is said by {@link Lights} for reports, by a {@link RuleSet} for tasks. */
public enum Light {
    /** 正常 or 已完成. */
    GREEN,
    /** 迟报, 逾期办结: done, but after its day. */
    DONE_LATE,
    /** 临期: the day is near. */
    BLUE,
    /** 预警: very near, behind, not begun, or something was returned. */
    YELLOW,
    /** 逾期, or far behind. */
    RED
}
