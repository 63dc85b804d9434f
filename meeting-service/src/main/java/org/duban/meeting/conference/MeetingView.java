package org.duban.meeting.conference;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.meeting.contract.MeetingEvent.Form;
import org.duban.meeting.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as one caller sees it. A unit sees its own row of attendance and receipts only, and no draft of the minutes.
 *
 * @param requestedBy the unit that asked for it; null when the office called it
 * @param shortNotice asked for later than the mechanism wants (behaviours.md A4)
 * @param invited how many units are invited, whoever is listed
 * @param allowed what this caller may do now
 */
public record MeetingView(
        UUID id,
        long version,
        UUID mechanismId,
        String mechanismName,
        String title,
        Meeting.Kind kind,
        Form form,
        @Nullable String cause,
        OffsetDateTime startsAt,
        String place,
        List<String> guests,
        Meeting.State state,
        @Nullable UnitRef requestedBy,
        boolean shortNotice,
        @Nullable String cancelReason,
        @Nullable ConsentView consent,
        List<AgendaItemView> agenda,
        int invited,
        List<AttendanceView> attendance,
        @Nullable MinutesView minutes,
        List<Action> allowed) {

    public record ConsentView(UUID postId, String title, String name, OffsetDateTime at) {}

    public record AgendaItemView(
            UUID id,
            int ordinal,
            String topic,
            UnitRef proposedBy,
            @Nullable ConsentView consent) {}

    public record AttendanceView(
            UnitRef unit,
            @Nullable Reply reply,
            @Nullable String deputyName,
            @Nullable String reason,
            @Nullable OffsetDateTime repliedAt,
            @Nullable Boolean attended) {}

    /** @param state DRAFT or ISSUED */
    public record MinutesView(
            String state,
            String text,
            @Nullable String documentNumber,
            @Nullable LocalDate issuedOn,
            List<ResolutionView> resolutions,
            List<RecipientView> recipients) {}

    /** @param dueOn null in a draft whose default day is not yet known: it counts from the day of issue */
    public record ResolutionView(
            UUID id,
            int ordinal,
            @Nullable UUID agendaItemId,
            String text,
            List<UUID> leadUnitIds,
            List<UUID> cooperatingUnitIds,
            List<UnitRef> leads,
            List<UnitRef> cooperators,
            @Nullable LocalDate dueOn,
            boolean dueByDefault) {}

    public record RecipientView(UnitRef unit, @Nullable OffsetDateTime receivedAt) {}
}
