package org.duban.task.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;

/**
 * An adopted plan.
 *
 * @param kind the document's kind, as IMPLEMENTATION_PLAN
 * @param meetingId the meeting whose minutes it is; null for a document's plan
 * @param countyId the county whose plan it is; null for the city's own
 * @param reportDay day of the month, 1 to 31, on which reports are due; a month that ends before it has its last day
 * @param graceWorkingDays working days after the due day on which a round still takes reports
 */
public record Plan(
        @Id UUID id,
        String title,
        @Nullable String documentNumber,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        String kind,
        Source source,
        @Nullable UUID meetingId,
        @Nullable UUID countyId,
        int reportDay,
        int graceWorkingDays,
        OffsetDateTime adoptedAt,
        LocalDate adoptedOn,

        @MappedCollection(idColumn = "plan_id", keyColumn = "ordinal")
        List<Phase> phases,

        @Version long version) {

    public static final int DEFAULT_REPORT_DAY = 25;
    public static final int DEFAULT_GRACE_WORKING_DAYS = 10;

    public enum Source {
        DOCUMENT,
        MINUTES,
        LEDGER,
        /** 临时交办: work given by hand */
        AD_HOC
    }

    Plan withVersion(long version) {
        return new Plan(
                id,
                title,
                documentNumber,
                issuer,
                issuedOn,
                kind,
                source,
                meetingId,
                countyId,
                reportDay,
                graceWorkingDays,
                adoptedAt,
                adoptedOn,
                phases,
                version);
    }

    Plan renewed(NewPlan by) {
        return new Plan(
                id,
                by.title(),
                by.documentNumber(),
                by.issuer(),
                by.issuedOn(),
                by.kind(),
                source,
                meetingId,
                countyId,
                by.reportDay(),
                graceWorkingDays,
                adoptedAt,
                adoptedOn,
                by.phases(),
                version);
    }

    /** @return the last day of a task: its own, else the end of the plan's last phase (behaviours.md B8) */
    Optional<LocalDate> dueDayOf(NewTask task) {
        if (task.dueOn() != null) {
            return Optional.of(task.dueOn());
        }
        return task.standing() ? Optional.empty() : end();
    }

    private Optional<LocalDate> end() {
        return phases.stream().map(Phase::endsOn).max(Comparator.naturalOrder());
    }

    /** @return the phase that runs on this day */
    Optional<Phase> phaseOn(LocalDate day) {
        return phases.stream().filter(phase -> phase.covers(day)).findFirst();
    }
}
