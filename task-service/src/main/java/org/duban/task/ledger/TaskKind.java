package org.duban.task.ledger;

/** What kind of work a task is: how it ends, and whether it comes again. */
public enum TaskKind {
    /** 一次性: done once, by its day */
    ONE_OFF,
    /** 常态化: never closed, supervised by period (behaviours.md B11) */
    STANDING,
    /** 周期性: closed once in each cycle; at the cycle's end that is settled, and it begins anew */
    PERIODIC,
    /** 指标类: closed when its targets are reported as reached */
    INDICATOR;

    static TaskKind of(boolean standing) {
        return standing ? STANDING : ONE_OFF;
    }

    /** What a source that knows nothing but 常态化 says of a task: it leaves the finer word as it is. */
    public TaskKind standing(boolean standing) {
        return standing == (this == STANDING) ? this : of(standing);
    }
}
