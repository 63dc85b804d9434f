package org.duban.task.bulletin;

/** What a bulletin may leave out; the numbers and the ranking always stand. */
public enum Section {
    /** 未按时报送 */
    MISSING,
    /** 各单位反映的问题 */
    PROBLEMS,
    /** 与上期雷同的报送 */
    REPEATED,
    /** 进度没有变化的任务 */
    STILL
}
