package org.duban.task.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.kit.web.BadRequest;

/** Months as the API writes them, {@code 2026-11}, and as report ids carry them. */
public final class Period {

    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");
    private static final int UUID_OF_TIME = 7;

    private Period() {}

    /** @throws BadRequest for anything that is no month between 2000 and 2100 */
    public static YearMonth parse(String text) {
        try {
            var month = YearMonth.parse(text.strip());
            if (month.getYear() >= 2000 && month.getYear() <= 2100) {
                return month;
            }
        } catch (DateTimeParseException notAMonth) {
            // told below, as for a month out of range
        }
        throw new BadRequest("period", "月份须写成 2026-11 的形式");
    }

    /** The period that a report's id was made for; empty for an id that is no report's. */
    static Optional<LocalDate> of(UUID reportId) {
        return reportId.version() == UUID_OF_TIME
                ? Optional.of(
                        YearMonth.from(Ids.instantOf(reportId).atZone(BUSINESS)).atDay(1))
                : Optional.empty();
    }

    static OffsetDateTime start(YearMonth period) {
        return period.atDay(1).atStartOfDay(BUSINESS).toOffsetDateTime();
    }
}
