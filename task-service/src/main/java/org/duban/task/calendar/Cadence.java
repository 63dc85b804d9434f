package org.duban.task.calendar;

import static java.time.temporal.IsoFields.DAY_OF_QUARTER;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** 频次: how often something is owed. */
public enum Cadence {
    /** 每周, Monday to Sunday */
    WEEKLY,
    /** 每月 */
    MONTHLY,
    /** 每季度 */
    QUARTERLY;

    /** The first day of the period in which this day lies. */
    LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case WEEKLY -> day.with(DayOfWeek.MONDAY);
            case MONTHLY -> day.withDayOfMonth(1);
            case QUARTERLY -> day.with(DAY_OF_QUARTER, 1);
        };
    }

    LocalDate plus(LocalDate first, int periods) {
        return switch (this) {
            case WEEKLY -> first.plusWeeks(periods);
            case MONTHLY -> first.plusMonths(periods);
            case QUARTERLY -> first.plusMonths(3L * periods);
        };
    }
}
