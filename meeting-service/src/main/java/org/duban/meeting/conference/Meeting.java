package org.duban.meeting.conference;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.meeting.contract.MeetingEvent.Form;
import org.duban.meeting.directory.Mechanism;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** One meeting of a joint conference, with its agenda and who came. Its version also moves with its minutes. */
public class Meeting {

    @Id
    private final UUID id;

    private final UUID mechanismId;
    private final @Nullable UUID countyId;
    private String title;
    private final Kind kind;
    private final Form form;
    private final @Nullable String cause;
    private Instant startsAt;
    private String place;
    private final List<String> guests;
    private State state;
    private final Instant createdAt;
    private final @Nullable UUID requestedBy;
    private final boolean shortNotice;
    private @Nullable String cancelReason;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "consent_")
    private @Nullable Consent consent;

    @MappedCollection(idColumn = "meeting_id", keyColumn = "ordinal")
    private final List<AgendaItem> agenda;

    @MappedCollection(idColumn = "meeting_id", keyColumn = "ordinal")
    private final List<Attendance> attendance;

    @Version
    private long version;

    @PersistenceCreator
    Meeting(
            UUID id,
            UUID mechanismId,
            @Nullable UUID countyId,
            String title,
            Kind kind,
            Form form,
            @Nullable String cause,
            Instant startsAt,
            String place,
            List<String> guests,
            State state,
            Instant createdAt,
            @Nullable UUID requestedBy,
            boolean shortNotice,
            @Nullable String cancelReason,
            @Nullable Consent consent,
            List<AgendaItem> agenda,
            List<Attendance> attendance,
            long version) {
        this.id = id;
        this.mechanismId = mechanismId;
        this.countyId = countyId;
        this.title = title;
        this.kind = kind;
        this.form = form;
        this.cause = cause;
        this.startsAt = startsAt;
        this.place = place;
        this.guests = List.copyOf(guests);
        this.state = state;
        this.createdAt = createdAt;
        this.requestedBy = requestedBy;
        this.shortNotice = shortNotice;
        this.cancelReason = cancelReason;
        this.consent = consent;
        this.agenda = new ArrayList<>(agenda);
        this.attendance = new ArrayList<>(attendance);
        this.version = version;
    }

    /** The office, or the convener, calls the meeting. */
    static Meeting convene(Mechanism mechanism, @Nullable UUID county, Plan plan, Clock clock) {
        return create(mechanism, county, plan, null, State.CONVENED, clock);
    }

    /**
     * A member unit asks for the meeting; it is convened by one consent. Asked for later than the mechanism wants, the
     * request is flagged to whoever decides, never dropped (behaviours.md A4).
     */
    static Meeting request(Mechanism mechanism, @Nullable UUID county, Plan plan, UUID unit, Clock clock) {
        if (!mechanism.isMember(unit)) {
            throw MeetingRefused.notAMember();
        }
        return create(mechanism, county, plan, unit, State.REQUESTED, clock);
    }

    private static Meeting create(
            Mechanism mechanism, @Nullable UUID county, Plan plan, @Nullable UUID unit, State state, Clock clock) {
        Set<UUID> invited =
                new LinkedHashSet<>(plan.invitedUnits() == null ? mechanism.memberUnits() : plan.invitedUnits());
        if (invited.isEmpty()) {
            throw MeetingRefused.nobodyInvited();
        }
        if (plan.kind() == Kind.EXTRAORDINARY
                && (plan.cause() == null || plan.cause().isBlank())) {
            throw MeetingRefused.withoutCause();
        }
        LocalDate day = LocalDate.ofInstant(plan.startsAt(), clock.getZone());
        boolean late = day.isBefore(LocalDate.now(clock).plusDays(mechanism.requestNoticeDays()));
        return new Meeting(
                Ids.next(),
                mechanism.id(),
                county,
                plan.title().strip(),
                plan.kind(),
                plan.form() == null ? plan.kind().usualForm() : plan.form(),
                plan.cause() == null ? null : plan.cause().strip(),
                plan.startsAt(),
                plan.place().strip(),
                plan.guests(),
                state,
                clock.instant(),
                unit,
                unit != null && late,
                null,
                null,
                List.of(),
                invited.stream().map(Attendance::invited).toList(),
                0);
    }

    /** True when this consent convenes a meeting that was only asked for. */
    boolean consent(Consent given) {
        require(Action.CONSENT);
        if (consent != null) {
            throw MeetingRefused.consentedAlready(consent);
        }
        consent = given;
        boolean convenes = state == State.REQUESTED;
        state = State.CONVENED;
        return convenes;
    }

    void change(Change change) {
        require(Action.CHANGE);
        title = change.title() == null ? title : change.title().strip();
        startsAt = change.startsAt() == null ? startsAt : change.startsAt();
        place = change.place() == null ? place : change.place().strip();
    }

    AgendaItem propose(String topic, UUID unit, Instant at) {
        require(Action.PROPOSE_AGENDA_ITEM);
        AgendaItem item = new AgendaItem(Ids.next(), topic.strip(), unit, at, null);
        agenda.add(item);
        return item;
    }

    AgendaItem consentTo(UUID item, Consent given) {
        require(Action.CONSENT_AGENDA_ITEM);
        for (int i = 0; i < agenda.size(); i++) {
            AgendaItem found = agenda.get(i);
            if (found.id().equals(item)) {
                if (found.consent() != null) {
                    throw MeetingRefused.consentedAlready(found.consent());
                }
                agenda.set(i, found.with(given));
                return agenda.get(i);
            }
        }
        throw MeetingRefused.itemUnknown();
    }

    void reply(UUID unit, Answer answer, Instant at) {
        require(Action.REPLY);
        for (int i = 0; i < attendance.size(); i++) {
            if (attendance.get(i).unitId().equals(unit)) {
                attendance.set(i, attendance.get(i).answering(answer, at));
                return;
            }
        }
        throw MeetingRefused.notYours(Action.REPLY);
    }

    /** Whoever is not among those present was absent; taking it again corrects it. */
    void takeAttendance(List<UUID> present) {
        require(Action.TAKE_ATTENDANCE);
        for (int i = 0; i < present.size(); i++) {
            if (!isInvited(present.get(i))) {
                throw MeetingRefused.notInvited("/present/" + i);
            }
        }
        attendance.replaceAll(row -> row.taken(present.contains(row.unitId())));
        state = State.HELD;
    }

    void cancel(String reason) {
        require(Action.CANCEL);
        cancelReason = reason.strip();
        state = State.CANCELLED;
    }

    public void minutesIssued() {
        require(Action.ISSUE_MINUTES);
        state = State.MINUTES_ISSUED;
    }

    public void require(Action action) {
        if (!action.possibleIn(state)) {
            throw MeetingRefused.notNow(action, state);
        }
    }

    /** The city's office runs every meeting, a county's the county's own. */
    boolean administeredBy(Caller caller) {
        return caller.has("SECRETARY")
                && (caller.county() == null || caller.county().equals(countyId));
    }

    boolean isInvited(UUID unit) {
        return attendance.stream().anyMatch(row -> row.unitId().equals(unit));
    }

    public Optional<AgendaItem> agendaItem(UUID item) {
        return agenda.stream().filter(found -> found.id().equals(item)).findFirst();
    }

    public List<UUID> invitedUnits() {
        return attendance.stream().map(Attendance::unitId).toList();
    }

    List<Attendance> attendance() {
        return List.copyOf(attendance);
    }

    public UUID id() {
        return id;
    }

    public UUID mechanismId() {
        return mechanismId;
    }

    public String title() {
        return title;
    }

    Instant startsAt() {
        return startsAt;
    }

    String place() {
        return place;
    }

    State state() {
        return state;
    }

    Form form() {
        return form;
    }

    boolean shortNotice() {
        return shortNotice;
    }

    public long version() {
        return version;
    }

    public enum Kind {
        REGULAR,
        EXTRAORDINARY;

        /** Regular meetings are of all members; what comes up meanwhile is a matter of its own. */
        Form usualForm() {
            return this == REGULAR ? Form.PLENARY : Form.TOPICAL;
        }
    }

    public enum State {
        REQUESTED("尚待同意"),
        CONVENED("已通知召开"),
        HELD("已召开"),
        MINUTES_ISSUED("纪要已印发"),
        CANCELLED("已取消");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * What a meeting is to be.
     *
     * @param form null for what is usual for its kind
     * @param cause needed for an extraordinary meeting (behaviours.md A3)
     * @param invitedUnits null for all members
     * @param guests associations and institutions by name (behaviours.md A6)
     */
    public record Plan(
            String title,
            Kind kind,
            @Nullable Form form,
            @Nullable String cause,
            Instant startsAt,
            String place,
            @Nullable List<UUID> invitedUnits,
            List<String> guests) {

        Plan inviting(List<UUID> units) {
            return new Plan(title, kind, form, cause, startsAt, place, units, guests);
        }
    }

    /** What is null stays as it is. */
    public record Change(
            @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable String place) {}
}
