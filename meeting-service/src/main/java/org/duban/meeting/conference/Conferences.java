package org.duban.meeting.conference;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.security.Caller;
import org.duban.meeting.contract.MeetingEvent.AgendaItemConsented;
import org.duban.meeting.contract.MeetingEvent.MeetingCancelled;
import org.duban.meeting.contract.MeetingEvent.MeetingChanged;
import org.duban.meeting.contract.MeetingEvent.MeetingConvened;
import org.duban.meeting.directory.ConsentRight;
import org.duban.meeting.directory.Mechanism;
import org.duban.meeting.directory.Mechanisms;
import org.duban.meeting.directory.UnitRef;
import org.duban.meeting.directory.UnitRefs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls meetings, and takes them to the point where minutes are written. */
@Service
public class Conferences {

    private final Meetings meetings;
    private final Mechanisms mechanisms;
    private final MeetingSight sight;
    private final ConsentRight consentRight;
    private final UnitRefs units;
    private final MeetingEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    Conferences(
            Meetings meetings,
            Mechanisms mechanisms,
            MeetingSight sight,
            ConsentRight consentRight,
            UnitRefs units,
            MeetingEvents events,
            AuditTrail audit,
            Clock clock) {
        this.meetings = meetings;
        this.mechanisms = mechanisms;
        this.sight = sight;
        this.consentRight = consentRight;
        this.units = units;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The office and the convener call a meeting; a member unit asks for one. */
    @Transactional
    public UUID call(UUID mechanismId, Meeting.Plan plan, Caller caller) {
        Mechanism mechanism = mechanisms.get(mechanismId);
        UnitRef office = Objects.requireNonNull(
                units.of(List.of(mechanism.officeUnitId())).get(mechanism.officeUnitId()));
        Meeting.Plan sound = plan.inviting(invited(mechanism, plan));
        boolean calls = (caller.has("SECRETARY") || caller.has("CONVENER"))
                && (caller.county() == null || caller.county().equals(office.countyId()));
        UUID unit = caller.unit();
        if (!calls && unit == null) {
            throw MeetingRefused.notAMember();
        }
        Meeting meeting = calls
                ? Meeting.convene(mechanism, office.countyId(), sound, clock)
                : Meeting.request(mechanism, office.countyId(), sound, Objects.requireNonNull(unit), clock);
        if (calls) {
            consentRight.of(mechanism, caller).ifPresent(post -> meeting.consent(consent(post, caller)));
        }
        meetings.save(meeting);
        if (calls) {
            tellConvened(meeting);
        }
        audit.record(calls ? "meeting-convened" : "meeting-requested", "meeting", meeting.id(), plan);
        return meeting.id();
    }

    @Transactional
    public void consent(UUID id, Caller caller, LongConsumer expected) {
        Meeting meeting = seen(id, caller, expected);
        Consent consent = consent(meeting, caller);
        boolean convenes = meeting.consent(consent);
        meetings.save(meeting);
        if (convenes) {
            tellConvened(meeting);
        }
        audit.record("meeting-consented", "meeting", id, consent);
    }

    @Transactional
    public void change(UUID id, Meeting.Change change, Caller caller, LongConsumer expected) {
        Meeting meeting = administered(id, caller, Action.CHANGE, expected);
        meeting.change(change);
        meetings.save(meeting);
        if (meeting.state() == Meeting.State.CONVENED) {
            events.tell(new MeetingChanged(
                    id,
                    meeting.version(),
                    meeting.title(),
                    local(meeting.startsAt()),
                    meeting.place(),
                    meeting.invitedUnits()));
        }
        audit.record("meeting-changed", "meeting", id, change);
    }

    /** @param unit for whom the office proposes; a unit proposes for itself, whatever it says here */
    @Transactional
    public void propose(UUID id, String topic, @Nullable UUID unit, Caller caller, LongConsumer expected) {
        Meeting meeting = seen(id, caller, expected);
        boolean office = meeting.administeredBy(caller);
        UUID proposer = office && unit != null ? unit : caller.unit();
        if (proposer == null) {
            throw MeetingRefused.proposerUnknown();
        }
        if (!office && !meeting.isInvited(proposer)) {
            throw MeetingRefused.notYours(Action.PROPOSE_AGENDA_ITEM);
        }
        if (!units.living(List.of(proposer)).containsKey(proposer)) {
            throw MeetingRefused.unitUnknown("/unitId");
        }
        AgendaItem item = meeting.propose(topic, proposer, clock.instant());
        meetings.save(meeting);
        audit.record("agenda-item-proposed", "meeting", id, item);
    }

    @Transactional
    public void consentToItem(UUID id, UUID item, Caller caller, LongConsumer expected) {
        Meeting meeting = seen(id, caller, expected);
        Consent consent = consent(meeting, caller);
        AgendaItem consented = meeting.consentTo(item, consent);
        meetings.save(meeting);
        events.tell(new AgendaItemConsented(id, meeting.version(), item, consented.topic(), consent.postId()));
        audit.record("agenda-item-consented", "meeting", id, consented);
    }

    @Transactional
    public void reply(UUID id, Answer answer, Caller caller) {
        Meeting meeting = seen(id, caller, version -> {});
        UUID unit = caller.unit();
        if (unit == null) {
            throw MeetingRefused.notYours(Action.REPLY);
        }
        meeting.reply(unit, answer, clock.instant());
        meetings.save(meeting);
        audit.record("meeting-replied", "meeting", id, answer);
    }

    @Transactional
    public void takeAttendance(UUID id, List<UUID> present, Caller caller, LongConsumer expected) {
        Meeting meeting = administered(id, caller, Action.TAKE_ATTENDANCE, expected);
        meeting.takeAttendance(present);
        meetings.save(meeting);
        audit.record("attendance-taken", "meeting", id, Map.of("present", present));
    }

    @Transactional
    public void cancel(UUID id, String reason, Caller caller, LongConsumer expected) {
        Meeting meeting = administered(id, caller, Action.CANCEL, expected);
        boolean known = meeting.state() == Meeting.State.CONVENED;
        meeting.cancel(reason);
        meetings.save(meeting);
        if (known) {
            events.tell(new MeetingCancelled(
                    id, meeting.version(), meeting.title(), reason.strip(), meeting.invitedUnits()));
        }
        audit.record("meeting-cancelled", "meeting", id, Map.of("reason", reason));
    }

    /** The meeting, locked, for the office that runs it. */
    @Transactional
    public Meeting administered(UUID id, Caller caller, Action action, LongConsumer expected) {
        Meeting meeting = seen(id, caller, expected);
        if (!meeting.administeredBy(caller)) {
            throw MeetingRefused.notYours(action);
        }
        return meeting;
    }

    /** The meeting, locked, for someone who sees it. */
    @Transactional
    public Meeting seen(UUID id, Caller caller, LongConsumer expected) {
        sight.require(id, caller);
        Meeting meeting = meetings.locked(id);
        expected.accept(meeting.version());
        return meeting;
    }

    private void tellConvened(Meeting meeting) {
        events.tell(new MeetingConvened(
                meeting.id(),
                meeting.version(),
                meeting.mechanismId(),
                meeting.title(),
                local(meeting.startsAt()),
                meeting.place(),
                meeting.invitedUnits(),
                meeting.form()));
    }

    private Consent consent(Meeting meeting, Caller caller) {
        return consentRight
                .of(mechanisms.get(meeting.mechanismId()), caller)
                .map(post -> consent(post, caller))
                .orElseThrow(MeetingRefused::withoutConsentingPost);
    }

    private Consent consent(ConsentRight.ConsentingPost post, Caller caller) {
        return new Consent(post.id(), post.title(), caller.name(), clock.instant());
    }

    private OffsetDateTime local(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }

    /** Those named, or all members; a retired unit is not invited and cannot be. */
    private List<UUID> invited(Mechanism mechanism, Meeting.Plan plan) {
        List<UUID> named = plan.invitedUnits();
        if (named == null) {
            Set<UUID> living = units.living(mechanism.memberUnits()).keySet();
            return mechanism.memberUnits().stream().filter(living::contains).toList();
        }
        Set<UUID> living = units.living(named).keySet();
        for (int i = 0; i < named.size(); i++) {
            if (!living.contains(named.get(i))) {
                throw MeetingRefused.unitUnknown("/invitedUnitIds/" + i);
            }
        }
        return named;
    }
}
