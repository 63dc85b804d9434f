package org.duban.meeting.contract;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@value #TOPIC} carries: keyed by meeting. */
public sealed interface MeetingEvent {

    String TOPIC = "duban.meeting";

    Map<String, Class<? extends MeetingEvent>> TYPES = Map.ofEntries(
            entry("duban.meeting.meeting-convened.v1", MeetingConvened.class),
            entry("duban.meeting.meeting-changed.v1", MeetingChanged.class),
            entry("duban.meeting.meeting-cancelled.v1", MeetingCancelled.class),
            entry("duban.meeting.agenda-item-consented.v1", AgendaItemConsented.class),
            entry("duban.meeting.minutes-issued.v1", MinutesIssued.class),
            entry("duban.meeting.receipt-recorded.v1", ReceiptRecorded.class),
            entry("duban.meeting.resolution-excused.v1", ResolutionExcused.class));

    UUID meetingId();

    default String key() {
        return meetingId().toString();
    }

    record MeetingConvened(
            UUID meetingId,
            long version,
            UUID mechanismId,
            String title,
            OffsetDateTime startsAt,
            String place,
            List<UUID> invitedUnits)
            implements MeetingEvent {}

    record MeetingChanged(
            UUID meetingId, long version, String title, OffsetDateTime startsAt, String place, List<UUID> invitedUnits)
            implements MeetingEvent {}

    record MeetingCancelled(UUID meetingId, long version, String title, String reason, List<UUID> invitedUnits)
            implements MeetingEvent {}

    record AgendaItemConsented(UUID meetingId, long version, UUID agendaItemId, String topic, UUID consentedByPost)
            implements MeetingEvent {}

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
            implements MeetingEvent {}

    record ReceiptRecorded(UUID meetingId, long version, UUID unitId, OffsetDateTime at) implements MeetingEvent {}

    record ResolutionExcused(UUID meetingId, long version, UUID resolutionId, UUID unitId, String reason)
            implements MeetingEvent {}
}
