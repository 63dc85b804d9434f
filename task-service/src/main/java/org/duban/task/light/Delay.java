package org.duban.task.light;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import org.duban.task.calendar.WorkingDays;

/** How near and how late a day is, in words. Nearness counts calendar days, delay counts working days. */
final class Delay {
    private Delay() {}

    /** 距办结期限还有3天, 今日办结期限 */
    static String until(LocalDate dueOn, LocalDate today, String what) {
        long days = DAYS.between(today, dueOn);
        return days == 0 ? "今日" + what : "距%s还有%d天".formatted(what, days);
    }

    /** 3个工作日; over a weekend no working day has passed yet, and 0个工作日 would read like no delay */
    static String since(LocalDate dueOn, LocalDate on, WorkingDays workingDays) {
        int late = workingDays.between(dueOn, on);
        return late > 0 ? late + "个工作日" : DAYS.between(dueOn, on) + "天";
    }

    static String day(LocalDate day) {
        return "%d月%d日".formatted(day.getMonthValue(), day.getDayOfMonth());
    }
}
