package org.duban.task.plan.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counts working days for 10个工作日内. */
@FunctionalInterface
public interface WorkingDays {
    /** The n-th working day after the given day. */
    LocalDate after(LocalDate day, int n);

    /** Monday to Friday, where no calendar with holidays is at hand. */
    WorkingDays WEEKDAYS = (day, n) -> {
        var reached = day;
        for (int counted = 0; counted < n; ) {
            reached = reached.plusDays(1);
            if (reached.getDayOfWeek() != DayOfWeek.SATURDAY && reached.getDayOfWeek() != DayOfWeek.SUNDAY) {
                counted++;
            }
        }
        return reached;
    };
}
