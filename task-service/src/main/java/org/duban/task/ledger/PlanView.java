package org.duban.task.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.calendar.Cadence;
import org.jspecify.annotations.Nullable;

/**
 * A plan with its progress, counted over the tasks that the caller may see.
 *
 * @param cadence how often it asks for reports
 * @param reportWeekday 1 (Monday) to 7: the day of a week by which they are due
 * @param reportDay 1 to 31: the day of a month; a month that ends before it has its last day
 * @param reportQuarterDay 1 to 31: the day of a quarter's last month
 * @param progress 0 to 100: the average of its tasks
 */
public record PlanView(
        UUID id,
        String title,
        @Nullable String documentNumber,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        String kind,
        Plan.Source source,
        @Nullable UUID meetingId,
        @Nullable UUID countyId,
        @Nullable String countyName,
        Cadence cadence,
        int reportWeekday,
        int reportDay,
        int reportQuarterDay,
        List<PlanPhase> phases,
        OffsetDateTime adoptedAt,
        int tasks,
        int closedTasks,
        int progress) {

    public record PlanPhase(String name, LocalDate from, LocalDate to) {}

    PlanView with(List<PlanPhase> phases) {
        return new PlanView(
                id,
                title,
                documentNumber,
                issuer,
                issuedOn,
                kind,
                source,
                meetingId,
                countyId,
                countyName,
                cadence,
                reportWeekday,
                reportDay,
                reportQuarterDay,
                phases,
                adoptedAt,
                tasks,
                closedTasks,
                progress);
    }
}
