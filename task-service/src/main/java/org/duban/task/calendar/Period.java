package org.duban.task.calendar;

import static java.time.temporal.IsoFields.QUARTER_OF_YEAR;
import static java.time.temporal.IsoFields.WEEK_BASED_YEAR;
import static java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.kit.web.BadRequest;

/**
 * A week, a month or a quarter, as the API writes it: {@code 2026-W47}, {@code 2026-11}, {@code 2026-Q4}. Weeks are those of
 * ISO 8601: they begin on Monday and belong to the year in which their Thursday lies.
 *
 * @param first its first day
 */
public record Period(Cadence cadence, LocalDate first) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-(?:(\\d{2})|W(\\d{2})|Q([1-4]))");
    private static final String[] QUARTERS = {"一", "二", "三", "四"};

    public Period {
        if (!cadence.firstDay(first).equals(first)) {
            throw new IllegalArgumentException(first + " begins no period of " + cadence);
        }
    }

    public static Period containing(Cadence cadence, LocalDate day) {
        return new Period(cadence, cadence.firstDay(day));
    }

    public static Period of(YearMonth month) {
        return new Period(Cadence.MONTHLY, month.atDay(1));
    }

    /** @throws BadRequest for anything that is no period between 2000 and 2100 */
    public static Period parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (written.matches()) {
            try {
                Period period = read(written);
                // A 53rd week that the year does not have would be the first of the next.
                if (inRange(period.first) && period.toString().equals(written.group())) {
                    return period;
                }
            } catch (DateTimeException noSuchPeriod) {
                // told below, as for one out of range
            }
        }
        throw new BadRequest("period", "期次须写成 2026-11（月）、2026-Q4（季度）或 2026-W47（周）的形式");
    }

    private static Period read(Matcher written) {
        int year = Integer.parseInt(written.group(1));
        if (written.group(2) != null) {
            return of(YearMonth.of(year, Integer.parseInt(written.group(2))));
        }
        return written.group(3) != null
                ? containing(
                        Cadence.WEEKLY,
                        // the fourth of January always lies in the first week
                        LocalDate.of(year, 1, 4).with(WEEK_OF_WEEK_BASED_YEAR, Long.parseLong(written.group(3))))
                : new Period(Cadence.QUARTERLY, LocalDate.of(year, 3 * Integer.parseInt(written.group(4)) - 2, 1));
    }

    private static boolean inRange(LocalDate day) {
        return day.getYear() >= 2000 && day.getYear() <= 2100;
    }

    /** @throws BadRequest for anything that is no month between 2000 and 2100 */
    public static YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text.strip());
            if (inRange(month.atDay(1))) {
                return month;
            }
        } catch (DateTimeException notAMonth) {
            // told below, as for a month out of range
        }
        throw new BadRequest("period", "月份须写成 2026-11 的形式");
    }

    public LocalDate last() {
        return plus(1).first.minusDays(1);
    }

    /** @param periods may be negative */
    public Period plus(int periods) {
        return new Period(cadence, cadence.plus(first, periods));
    }

    /** As an official says it: 2026年第47周, 2026年11月, 2026年第四季度. */
    public String words() {
        return switch (cadence) {
            case WEEKLY -> "%d年第%d周".formatted(first.get(WEEK_BASED_YEAR), first.get(WEEK_OF_WEEK_BASED_YEAR));
            case MONTHLY -> "%d年%d月".formatted(first.getYear(), first.getMonthValue());
            case QUARTERLY -> "%d年第%s季度".formatted(first.getYear(), QUARTERS[first.get(QUARTER_OF_YEAR) - 1]);
        };
    }

    @Override
    public String toString() {
        return switch (cadence) {
            case WEEKLY -> "%d-W%02d".formatted(first.get(WEEK_BASED_YEAR), first.get(WEEK_OF_WEEK_BASED_YEAR));
            case MONTHLY -> YearMonth.from(first).toString();
            case QUARTERLY -> "%d-Q%d".formatted(first.getYear(), first.get(QUARTER_OF_YEAR));
        };
    }
}
