package org.duban.task.text;

import java.time.LocalDate;
import java.time.YearMonth;

/** Days and months as official documents write them. */
public final class DayWords {
    private DayWords() {}

    /** 2026年12月2日 */
    public static String of(LocalDate day) {
        return of(YearMonth.from(day)) + day.getDayOfMonth() + "日";
    }

    /** 2026年12月 */
    public static String of(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }
}
