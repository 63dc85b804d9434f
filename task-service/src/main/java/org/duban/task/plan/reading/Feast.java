package org.duban.task.plan.reading;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Feasts that plans use as deadlines. Those of the lunar calendar are listed, as published by the Purple Mountain Observatory. */
final class Feast {
    static final String NAMES =
            "[“\"]?(?:元旦|春节|清明节?|五一(?:国际)?(?:劳动节)?|劳动节|端午节?|七一|建党节|八一|建军节|教师节|妇女节|青年节|儿童节|元宵节?|重阳节?|除夕|中秋节?|国庆节?)[”\"]?|[“\"]?(?:十一|六一|五四|三八)[”\"]";

    private static final String QUOTES = "“\"";
    private static final Map<Integer, String> LUNAR = Map.ofEntries(
            Map.entry(2020, "01-25 04-04 06-25 10-01 10-25"),
            Map.entry(2021, "02-12 04-04 06-14 09-21 10-14"),
            Map.entry(2022, "02-01 04-05 06-03 09-10 10-04"),
            Map.entry(2023, "01-22 04-05 06-22 09-29 10-23"),
            Map.entry(2024, "02-10 04-04 06-10 09-17 10-11"),
            Map.entry(2025, "01-29 04-04 05-31 10-06 10-29"),
            Map.entry(2026, "02-17 04-05 06-19 09-25 10-18"),
            Map.entry(2027, "02-06 04-05 06-09 09-15 10-08"),
            Map.entry(2028, "01-26 04-04 05-28 10-03 10-26"),
            Map.entry(2029, "02-13 04-04 06-16 09-22 10-16"),
            Map.entry(2030, "02-03 04-05 06-05 09-12 10-05"));

    private Feast() {}

    private static final Map<String, MonthDay> FIXED = Map.ofEntries(
            Map.entry("元旦", MonthDay.of(1, 1)),
            Map.entry("妇女", MonthDay.of(3, 8)),
            Map.entry("三八", MonthDay.of(3, 8)),
            Map.entry("五一", MonthDay.of(5, 1)),
            Map.entry("劳动", MonthDay.of(5, 1)),
            Map.entry("五四", MonthDay.of(5, 4)),
            Map.entry("青年", MonthDay.of(5, 4)),
            Map.entry("六一", MonthDay.of(6, 1)),
            Map.entry("儿童", MonthDay.of(6, 1)),
            Map.entry("七一", MonthDay.of(7, 1)),
            Map.entry("建党", MonthDay.of(7, 1)),
            Map.entry("八一", MonthDay.of(8, 1)),
            Map.entry("建军", MonthDay.of(8, 1)),
            Map.entry("教师", MonthDay.of(9, 10)),
            Map.entry("国庆", MonthDay.of(10, 1)),
            Map.entry("十一", MonthDay.of(10, 1)));
    // in the order of the table
    private static final List<String> BY_THE_MOON = List.of("春节", "清明", "端午", "中秋", "重阳");

    static Optional<LocalDate> day(String name, int year) {
        int from = QUOTES.indexOf(name.charAt(0)) < 0 ? 0 : 1;
        var feast = name.substring(from, from + 2);
        var fixed = FIXED.get(feast);
        if (fixed != null) {
            return Optional.of(fixed.atYear(year));
        }
        return switch (feast) {
            case "除夕" -> lunar(year, 0).map(day -> day.minusDays(1));
            case "元宵" -> lunar(year, 0).map(day -> day.plusDays(14));
            default -> lunar(year, BY_THE_MOON.indexOf(feast));
        };
    }

    private static Optional<LocalDate> lunar(int year, int which) {
        return Optional.ofNullable(LUNAR.get(year))
                .map(days -> MonthDay.parse("--" + days.split(" ")[which]).atYear(year));
    }
}
