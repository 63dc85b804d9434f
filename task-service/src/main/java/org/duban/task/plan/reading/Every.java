package org.duban.task.plan.reading;

/** How often a recurring obligation comes due. */
public enum Every {
    WEEK,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR
}
