package org.duban.task.plan.reading;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;

/** Feasts that plans use as deadlines. Those of the lunar calendar are listed, as published by the Purple Mountain Observatory. */
final class Feast {
    static final String NAMES = "[“\"]?(?:元旦|春节|清明节?|五一(?:国际)?(?:劳动节)?|劳动节|端午节?|七一|八一|中秋节?|国庆节?)[”\"]?|[“\"]?十一[”\"]";

    private static final String QUOTES = "“\"";
    private static final Map<Integer, String> LUNAR = Map.ofEntries(
            Map.entry(2020, "01-25 04-04 06-25 10-01"),
            Map.entry(2021, "02-12 04-04 06-14 09-21"),
            Map.entry(2022, "02-01 04-05 06-03 09-10"),
            Map.entry(2023, "01-22 04-05 06-22 09-29"),
            Map.entry(2024, "02-10 04-04 06-10 09-17"),
            Map.entry(2025, "01-29 04-04 05-31 10-06"),
            Map.entry(2026, "02-17 04-05 06-19 09-25"),
            Map.entry(2027, "02-06 04-05 06-09 09-15"),
            Map.entry(2028, "01-26 04-04 05-28 10-03"),
            Map.entry(2029, "02-13 04-04 06-16 09-22"),
            Map.entry(2030, "02-03 04-05 06-05 09-12"));

    private Feast() {}

    static Optional<LocalDate> day(String name, int year) {
        return switch (name.charAt(QUOTES.indexOf(name.charAt(0)) < 0 ? 0 : 1)) {
            case '元' -> Optional.of(LocalDate.of(year, 1, 1));
            case '五', '劳' -> Optional.of(LocalDate.of(year, 5, 1));
            case '七' -> Optional.of(LocalDate.of(year, 7, 1));
            case '八' -> Optional.of(LocalDate.of(year, 8, 1));
            case '国', '十' -> Optional.of(LocalDate.of(year, 10, 1));
            case '春' -> lunar(year, 0);
            case '清' -> lunar(year, 1);
            case '端' -> lunar(year, 2);
            default -> lunar(year, 3);
        };
    }

    private static Optional<LocalDate> lunar(int year, int which) {
        return Optional.ofNullable(LUNAR.get(year))
                .map(days -> MonthDay.parse("--" + days.split(" ")[which]).atYear(year));
    }
}
