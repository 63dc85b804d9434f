package org.duban.task.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.duban.kit.id.Ids;

/** The time in a report's id is the first moment of its period: the id alone finds the partition. */
final class ReportIds {

    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");
    private static final int UUID_OF_TIME = 7;

    private ReportIds() {}

    /** The first day of the period that the report was asked for; empty for an id that is no report's. */
    static Optional<LocalDate> firstDay(UUID reportId) {
        return reportId.version() == UUID_OF_TIME
                ? Optional.of(Ids.instantOf(reportId).atZone(BUSINESS).toLocalDate())
                : Optional.empty();
    }

    static OffsetDateTime start(LocalDate firstDay) {
        return firstDay.atStartOfDay(BUSINESS).toOffsetDateTime();
    }
}
