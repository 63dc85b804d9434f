package org.duban.task.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.meeting.contract.MeetingEvent;
import org.duban.meeting.contract.MeetingEvent.AgendaItemConsented;
import org.duban.meeting.contract.MeetingEvent.MeetingCancelled;
import org.duban.meeting.contract.MeetingEvent.MeetingChanged;
import org.duban.meeting.contract.MeetingEvent.MeetingConvened;
import org.duban.meeting.contract.MeetingEvent.MinutesIssued;
import org.duban.meeting.contract.MeetingEvent.PlenaryOwed;
import org.duban.meeting.contract.MeetingEvent.ReceiptRecorded;
import org.duban.meeting.contract.MeetingEvent.Resolution;
import org.duban.meeting.contract.MeetingEvent.ResolutionExcused;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issued minutes become a plan, each resolution a task (behaviours.md A9); a meeting's minutes only once. */
@Component
public class MinutesFollowUp {
    private static final int HEADING = 40;

    private final Ledger ledger;
    private final Plans plans;
    private final Units units;

    MinutesFollowUp(Ledger ledger, Plans plans, Units units) {
        this.ledger = ledger;
        this.plans = plans;
        this.units = units;
    }

    @Transactional
    public void hears(MeetingEvent event) {
        switch (event) {
            case MinutesIssued issued -> follow(issued);
            case MeetingConvened convened -> {}
            case MeetingChanged changed -> {}
            case MeetingCancelled cancelled -> {}
            case AgendaItemConsented consented -> {}
            case ReceiptRecorded recorded -> {}
            case ResolutionExcused excused -> {}
            case PlenaryOwed owed -> {}
        }
    }

    private void follow(MinutesIssued issued) {
        if (issued.resolutions().isEmpty() || plans.existsByMeetingId(issued.meetingId())) {
            return;
        }
        ledger.adopt(
                new NewPlan(
                        issued.title(),
                        issued.documentNumber(),
                        null,
                        issued.issuedOn(),
                        "MINUTES",
                        Plan.Source.MINUTES,
                        issued.meetingId(),
                        commonCounty(issued.resolutions()),
                        Plan.DEFAULT_REPORT_DAY,
                        List.of()),
                issued.resolutions().stream().map(MinutesFollowUp::task).toList());
    }

    private static NewTask task(Resolution resolution) {
        return new NewTask(
                resolution.ordinal(),
                heading(resolution.text()),
                resolution.text(),
                resolution.dueOn(),
                false,
                List.of(),
                resolution.leadUnits(),
                resolution.cooperatingUnits(),
                resolution.id());
    }

    /** @return the first clause, at most 40 characters */
    public static String heading(String text) {
        String first = text.strip().split("[。；;\\n]", 2)[0].strip();
        return first.length() <= HEADING ? first : first.substring(0, HEADING - 1) + "…";
    }

    /** A conference of one county decides for that county; where units of several lead, it is the city's. */
    private @Nullable UUID commonCounty(List<Resolution> resolutions) {
        Set<UUID> leads = resolutions.stream()
                .map(Resolution::leadUnits)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        List<UnitRef> refs = List.copyOf(units.refs(leads).values());
        List<UUID> counties = refs.stream()
                .map(UnitRef::countyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean everyLeadInOne = counties.size() == 1 && refs.stream().allMatch(ref -> ref.countyId() != null);
        return everyLeadInOne ? counties.getFirst() : null;
    }
}
