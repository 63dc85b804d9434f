package org.duban.meeting.minutes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.duban.meeting.contract.MeetingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** The minutes of one meeting: rewritten at will until issued, then frozen but for the receipts. */
class Minutes {

    @Id
    private final UUID meetingId;

    private State state;
    private String text;
    private @Nullable String documentNumber;
    private @Nullable LocalDate issuedOn;

    @MappedCollection(idColumn = "meeting_id", keyColumn = "ordinal")
    private List<Resolution> resolutions;

    @MappedCollection(idColumn = "meeting_id", keyColumn = "ordinal")
    private List<Recipient> recipients;

    @Version
    private long version;

    @PersistenceCreator
    Minutes(
            UUID meetingId,
            State state,
            String text,
            @Nullable String documentNumber,
            @Nullable LocalDate issuedOn,
            List<Resolution> resolutions,
            List<Recipient> recipients,
            long version) {
        this.meetingId = meetingId;
        this.state = state;
        this.text = text;
        this.documentNumber = documentNumber;
        this.issuedOn = issuedOn;
        this.resolutions = new ArrayList<>(resolutions);
        this.recipients = new ArrayList<>(recipients);
        this.version = version;
    }

    static Minutes of(UUID meeting) {
        return new Minutes(meeting, State.DRAFT, "", null, null, List.of(), List.of(), 0);
    }

    /** @param invited units that receive the minutes whatever they say (behaviours.md A8) */
    void write(Draft draft, List<UUID> invited) {
        if (state == State.ISSUED) {
            throw MinutesRefused.frozen();
        }
        draft.requireSound();
        text = draft.text().strip();
        documentNumber =
                draft.documentNumber() == null || draft.documentNumber().isBlank()
                        ? null
                        : draft.documentNumber().strip();
        resolutions =
                new ArrayList<>(draft.resolutions().stream().map(Resolution::of).toList());
        Set<UUID> units = new LinkedHashSet<>(invited);
        units.addAll(draft.namedUnits());
        recipients = new ArrayList<>(
                units.stream().map(unit -> new Recipient(unit, null)).toList());
    }

    /** @param defaultDue from the day of issue to the day that a resolution without one is due (behaviours.md A9) */
    void issue(LocalDate today, UnaryOperator<LocalDate> defaultDue) {
        if (state == State.ISSUED) {
            throw MinutesRefused.frozen();
        }
        if (text.isEmpty() && resolutions.isEmpty()) {
            throw MinutesRefused.empty();
        }
        for (int i = 0; i < resolutions.size(); i++) {
            LocalDate due = resolutions.get(i).dueOn();
            if (due != null && due.isBefore(today)) {
                throw MinutesRefused.dueBeforeIssue("/resolutions/" + i + "/dueOn");
            }
        }
        LocalDate byDefault = defaultDue.apply(today);
        resolutions.replaceAll(resolution -> resolution.dueBy(byDefault));
        issuedOn = today;
        state = State.ISSUED;
    }

    /** False when the unit had confirmed before. */
    boolean receive(UUID unit, Instant at) {
        if (state != State.ISSUED) {
            throw MinutesRefused.notIssued();
        }
        for (int i = 0; i < recipients.size(); i++) {
            Recipient recipient = recipients.get(i);
            if (recipient.unitId().equals(unit)) {
                if (recipient.receivedAt() != null) {
                    return false;
                }
                recipients.set(i, new Recipient(unit, at));
                return true;
            }
        }
        throw MinutesRefused.notARecipient();
    }

    MeetingEvent.MinutesIssued issued(String title, long meetingVersion) {
        if (issuedOn == null) {
            throw new IllegalStateException("not issued");
        }
        var told = new ArrayList<MeetingEvent.Resolution>();
        for (Resolution resolution : resolutions) {
            told.add(resolution.told(told.size() + 1));
        }
        return new MeetingEvent.MinutesIssued(
                meetingId,
                meetingVersion,
                title,
                documentNumber,
                issuedOn,
                told,
                recipients.stream().map(Recipient::unitId).toList());
    }

    List<Resolution> resolutions() {
        return List.copyOf(resolutions);
    }

    List<Recipient> recipients() {
        return List.copyOf(recipients);
    }

    enum State {
        DRAFT,
        ISSUED
    }
}
