package org.duban.task.indicator;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.kit.web.BadRequest;

/** How often an indicator is measured. A period is told by its first day. */
public enum Cycle {
    MONTH(1, "每月", "月"),
    QUARTER(3, "每季度", "季度"),
    YEAR(12, "每年", "年");

    private static final Pattern MONTH_TEXT = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
    private static final Pattern QUARTER_TEXT = Pattern.compile("(\\d{4})-?Q([1-4])", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_TEXT = Pattern.compile("(\\d{4})");
    private static final int MONTHS_IN_YEAR = 12;

    private final int months;
    private final String often;
    private final String one;

    Cycle(int months, String often, String one) {
        this.months = months;
        this.often = often;
        this.one = one;
    }

    /** As 每月. */
    String often() {
        return often;
    }

    /** As 月. */
    String one() {
        return one;
    }

    /** The first day of the period that a day lies in. */
    LocalDate of(LocalDate day) {
        return start(index(day));
    }

    /** Periods counted through, so that neighbours differ by one. */
    int index(LocalDate day) {
        return (day.getYear() * MONTHS_IN_YEAR + day.getMonthValue() - 1) / months;
    }

    LocalDate start(int index) {
        int month = index * months;
        return LocalDate.of(month / MONTHS_IN_YEAR, month % MONTHS_IN_YEAR + 1, 1);
    }

    LocalDate end(int index) {
        return start(index + 1).minusDays(1);
    }

    int periodsIn(int years) {
        return years * MONTHS_IN_YEAR / months;
    }

    /** As {@code 2026-11}, {@code 2026-Q4} or {@code 2026}. */
    String text(LocalDate start) {
        return switch (this) {
            case MONTH -> "%d-%02d".formatted(start.getYear(), start.getMonthValue());
            case QUARTER -> "%d-Q%d".formatted(start.getYear(), quarter(start));
            case YEAR -> Integer.toString(start.getYear());
        };
    }

    /** As 2026年11月, 2026年第4季度 or 2026年. */
    String words(LocalDate start) {
        return switch (this) {
            case MONTH -> "%d年%d月".formatted(start.getYear(), start.getMonthValue());
            case QUARTER -> "%d年第%d季度".formatted(start.getYear(), quarter(start));
            case YEAR -> start.getYear() + "年";
        };
    }

    /**
     * @return the first day
     * @throws BadRequest for anything that is no period of this cycle between 2000 and 2100
     */
    LocalDate parse(String text) {
        Matcher found = switch (this) {
            case MONTH -> MONTH_TEXT.matcher(text);
            case QUARTER -> QUARTER_TEXT.matcher(text);
            case YEAR -> YEAR_TEXT.matcher(text);
        };
        if (found.matches()) {
            int year = Integer.parseInt(found.group(1));
            if (year >= 2000 && year <= 2100) {
                int part = this == YEAR ? 1 : Integer.parseInt(found.group(2));
                return LocalDate.of(year, (part - 1) * months + 1, 1);
            }
        }
        throw new BadRequest(
                "period",
                switch (this) {
                    case MONTH -> "本指标按月填报，时段须写成 2026-11 的形式";
                    case QUARTER -> "本指标按季度填报，时段须写成 2026-Q4 的形式";
                    case YEAR -> "本指标按年填报，时段须写成 2026 的形式";
                });
    }

    private static int quarter(LocalDate day) {
        return (day.getMonthValue() - 1) / 3 + 1;
    }
}
