package org.duban.meeting.minutes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.security.Caller;
import org.duban.meeting.calendar.WorkingDays;
import org.duban.meeting.conference.Action;
import org.duban.meeting.conference.AgendaItem;
import org.duban.meeting.conference.Conferences;
import org.duban.meeting.conference.Meeting;
import org.duban.meeting.conference.MeetingEvents;
import org.duban.meeting.conference.Meetings;
import org.duban.meeting.contract.MeetingEvent.ReceiptRecorded;
import org.duban.meeting.directory.Mechanisms;
import org.duban.meeting.directory.UnitRefs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes minutes, issues them, records who has them. */
@Service
public class MinutesDesk {

    private final Conferences conferences;
    private final Meetings meetings;
    private final MinutesRecords records;
    private final Mechanisms mechanisms;
    private final UnitRefs units;
    private final WorkingDays workingDays;
    private final MeetingEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    MinutesDesk(
            Conferences conferences,
            Meetings meetings,
            MinutesRecords records,
            Mechanisms mechanisms,
            UnitRefs units,
            WorkingDays workingDays,
            MeetingEvents events,
            AuditTrail audit,
            Clock clock) {
        this.conferences = conferences;
        this.meetings = meetings;
        this.records = records;
        this.mechanisms = mechanisms;
        this.units = units;
        this.workingDays = workingDays;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes or rewrites the draft. */
    @Transactional
    public void write(UUID id, Draft draft, Caller caller, LongConsumer expected) {
        Meeting meeting = conferences.administered(id, caller, Action.EDIT_MINUTES, expected);
        meeting.require(Action.EDIT_MINUTES);
        requireKnown(draft);
        requireOnAgenda(draft, meeting);
        Minutes minutes = records.findById(id).orElseGet(() -> Minutes.of(id));
        minutes.write(draft, meeting.invitedUnits());
        records.save(minutes);
        meetings.save(meeting);
        audit.record("minutes-drafted", "meeting", id, draft);
    }

    /** Issues the minutes: each resolution goes to its units as a task, and each recipient is asked for its receipt. */
    @Transactional
    public void issue(UUID id, Caller caller, LongConsumer expected) {
        Meeting meeting = conferences.administered(id, caller, Action.ISSUE_MINUTES, expected);
        meeting.minutesIssued();
        Minutes minutes = records.findById(id).orElseThrow(MinutesRefused::unknown);
        int days = mechanisms.get(meeting.mechanismId()).defaultDueDays();
        minutes.issue(LocalDate.now(clock), day -> workingDays.plus(day, days));
        records.save(minutes);
        meetings.save(meeting);
        var issued = minutes.issued(meeting.title(), meeting.version());
        events.tell(issued);
        audit.record("minutes-issued", "meeting", id, issued);
    }

    @Transactional
    public void receive(UUID id, Caller caller) {
        Meeting meeting = conferences.seen(id, caller, version -> {});
        meeting.require(Action.CONFIRM_RECEIPT);
        UUID unit = caller.unit();
        if (unit == null) {
            throw MinutesRefused.notARecipient();
        }
        Minutes minutes = records.findById(id).orElseThrow(MinutesRefused::unknown);
        Instant now = clock.instant();
        if (!minutes.receive(unit, now)) {
            return;
        }
        records.save(minutes);
        meetings.save(meeting);
        events.tell(new ReceiptRecorded(
                id, meeting.version(), unit, now.atZone(clock.getZone()).toOffsetDateTime()));
        audit.record("minutes-received", "meeting", id, Map.of("unit", unit));
    }

    private void requireKnown(Draft draft) {
        Set<UUID> known = units.living(draft.namedUnits()).keySet();
        for (int i = 0; i < draft.resolutions().size(); i++) {
            Draft.Item item = draft.resolutions().get(i);
            requireKnown(item.leadUnitIds(), known, "/resolutions/" + i + "/leadUnitIds/");
            requireKnown(item.cooperatingUnitIds(), known, "/resolutions/" + i + "/cooperatingUnitIds/");
        }
        requireKnown(draft.recipientUnitIds(), known, "/recipientUnitIds/");
    }

    private static void requireKnown(List<UUID> named, Set<UUID> known, String pointer) {
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                throw MinutesRefused.unitUnknown(pointer + i);
            }
        }
    }

    /** An item that nobody consented to was never on the agenda, so nothing can be resolved on it (behaviours.md A5). */
    private static void requireOnAgenda(Draft draft, Meeting meeting) {
        for (int i = 0; i < draft.resolutions().size(); i++) {
            UUID item = draft.resolutions().get(i).agendaItemId();
            if (item == null) {
                continue;
            }
            String pointer = "/resolutions/" + i + "/agendaItemId";
            if (!meeting.agendaItem(item)
                    .map(AgendaItem::onAgenda)
                    .orElseThrow(() -> MinutesRefused.itemUnknown(pointer))) {
                throw MinutesRefused.itemWithoutConsent(pointer);
            }
        }
    }
}
