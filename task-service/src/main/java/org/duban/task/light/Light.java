package org.duban.task.light;

/** 亮灯, from calm to grave; what each means is said by {@link Lights}. */
public enum Light {
    /** 正常 or 已完成. */
    GREEN,
    /** 迟报, 逾期办结: done, but after its day. */
    DONE_LATE,
    /** 临期: the day is at most 7 days away. */
    BLUE,
    /** 预警: the day is at most 3 days away, or something was returned. */
    YELLOW,
    /** 逾期. */
    RED
}
