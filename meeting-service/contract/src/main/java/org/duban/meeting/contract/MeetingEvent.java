package org.duban.meeting.contract;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@value #TOPIC} carries: keyed by meeting, or by mechanism where there is none yet. */
public sealed interface MeetingEvent {

    String TOPIC = "duban.meeting";

    Map<String, Class<? extends MeetingEvent>> TYPES = Map.ofEntries(
            entry("duban.meeting.meeting-convened.v1", MeetingConvened.class),
            entry("duban.meeting.meeting-changed.v1", MeetingChanged.class),
            entry("duban.meeting.meeting-cancelled.v1", MeetingCancelled.class),
            entry("duban.meeting.agenda-item-consented.v1", AgendaItemConsented.class),
            entry("duban.meeting.minutes-issued.v1", MinutesIssued.class),
            entry("duban.meeting.receipt-recorded.v1", ReceiptRecorded.class),
            entry("duban.meeting.resolution-excused.v1", ResolutionExcused.class),
            entry("duban.meeting.plenary-owed.v1", PlenaryOwed.class));

    String key();

    /** Of one meeting. */
    sealed interface OfMeeting extends MeetingEvent {
        UUID meetingId();

        @Override
        default String key() {
            return meetingId().toString();
        }
    }

    /** Who meets: 全体会议, 专题会议 or 联络员会议 (behaviours.md C2). */
    enum Form {
        PLENARY,
        TOPICAL,
        LIAISON
    }

    /** @param form null from a sender that did not tell it yet */
    record MeetingConvened(
            UUID meetingId,
            long version,
            UUID mechanismId,
            String title,
            OffsetDateTime startsAt,
            String place,
            List<UUID> invitedUnits,
            @Nullable Form form)
            implements OfMeeting {}

    record MeetingChanged(
            UUID meetingId, long version, String title, OffsetDateTime startsAt, String place, List<UUID> invitedUnits)
            implements OfMeeting {}

    record MeetingCancelled(UUID meetingId, long version, String title, String reason, List<UUID> invitedUnits)
            implements OfMeeting {}

    record AgendaItemConsented(UUID meetingId, long version, UUID agendaItemId, String topic, UUID consentedByPost)
            implements OfMeeting {}

    /**
     * One 议定事项, which becomes a task (behaviours.md A9).
     *
     * @param dueOn always set: where the minutes give no day it is the mechanism's default
     * @param dueByDefault true where the mechanism's default applied
     */
    record Resolution(
            UUID id,
            int ordinal,
            String text,
            List<UUID> leadUnits,
            List<UUID> cooperatingUnits,
            LocalDate dueOn,
            boolean dueByDefault) {}

    /** @param recipients units that receive the minutes: members and those named beyond them */
    record MinutesIssued(
            UUID meetingId,
            long version,
            String title,
            @Nullable String documentNumber,
            LocalDate issuedOn,
            List<Resolution> resolutions,
            List<UUID> recipients)
            implements OfMeeting {}

    record ReceiptRecorded(UUID meetingId, long version, UUID unitId, OffsetDateTime at) implements OfMeeting {}

    record ResolutionExcused(UUID meetingId, long version, UUID resolutionId, UUID unitId, String reason)
            implements OfMeeting {}

    /**
     * The year nears its end, and its plenary is neither held nor planned (behaviours.md D4): told once in each of its last months.
     *
     * @param officeUnit the convener's office, which is to plan it
     * @param countyId null for the city's
     * @param month the first day of the month in which it is told
     */
    record PlenaryOwed(
            UUID mechanismId,
            String mechanismName,
            UUID officeUnit,
            @Nullable UUID countyId,
            int year,
            LocalDate month) implements MeetingEvent {
        @Override
        public String key() {
            return mechanismId.toString();
        }
    }
}
