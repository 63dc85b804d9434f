package org.duban.meeting.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duban.kit.test.TestClock;
import org.duban.kit.web.Refusal;
import org.duban.meeting.conference.Meeting.State;
import org.duban.meeting.directory.Mechanism;
import org.duban.meeting.directory.MechanismFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MeetingTest {

    private static final UUID HEALTH = UUID.randomUUID();
    private static final UUID FINANCE = UUID.randomUUID();
    private static final UUID STRANGER = UUID.randomUUID();
    private static final TestClock CLOCK = TestClock.at("2026-11-02T09:00");
    private static final Mechanism MECHANISM = MechanismFixture.of(HEALTH, FINANCE);
    private static final Consent CONSENT = new Consent(MECHANISM.convenerPostId(), "召集人", "周明", CLOCK.instant());

    @Test
    void everyMemberIsInvitedUnlessSomeAreNamed() {
        assertThat(convened().invitedUnits()).containsExactly(HEALTH, FINANCE);
        Meeting narrow = Meeting.convene(
                MECHANISM, null, plan(Meeting.Kind.REGULAR, null, "2026-11-20T09:00", List.of(FINANCE)), CLOCK);
        assertThat(narrow.invitedUnits()).containsExactly(FINANCE);
    }

    @Test
    void anExtraordinaryMeetingHasItsCause() {
        assertRefused(
                "without-cause",
                () -> Meeting.convene(
                        MECHANISM, null, plan(Meeting.Kind.EXTRAORDINARY, " ", "2026-11-03T09:00", null), CLOCK));
        assertThatCode(() -> Meeting.convene(
                        MECHANISM, null, plan(Meeting.Kind.EXTRAORDINARY, "突发事项", "2026-11-03T09:00", null), CLOCK))
                .doesNotThrowAnyException();
    }

    @Test
    void aRequestSevenDaysAheadIsInTime() {
        assertThat(requestedFor("2026-11-09T08:00").shortNotice()).isFalse();
    }

    @Test
    void aShorterRequestIsFlaggedAndNotDropped() {
        Meeting meeting = requestedFor("2026-11-08T23:00");
        assertThat(meeting.shortNotice()).isTrue();
        assertThat(meeting.state()).isEqualTo(State.REQUESTED);
    }

    @Test
    void onlyMembersAskForAMeeting() {
        assertRefused(
                "not-a-member",
                () -> Meeting.request(
                        MECHANISM, null, plan(Meeting.Kind.REGULAR, null, "2026-11-20T09:00", null), STRANGER, CLOCK));
    }

    @Test
    void oneConsentConvenesWhatWasAskedForAndASecondIsNotNeeded() {
        Meeting meeting = requestedFor("2026-11-20T09:00");
        assertThat(meeting.consent(CONSENT)).isTrue();
        assertThat(meeting.state()).isEqualTo(State.CONVENED);
        assertRefused("consented-already", () -> meeting.consent(CONSENT));
    }

    @Test
    void consentToAMeetingTheOfficeCalledConvenesNothingAnew() {
        assertThat(convened().consent(CONSENT)).isFalse();
    }

    @Test
    void anItemIsOnTheAgendaOnceSomebodyConsented() {
        Meeting meeting = convened();
        UUID item = meeting.propose("中医馆建设资金", FINANCE, CLOCK.instant()).id();
        assertThat(meeting.agendaItem(item).orElseThrow().onAgenda()).isFalse();
        meeting.consentTo(item, CONSENT);
        assertThat(meeting.agendaItem(item).orElseThrow().onAgenda()).isTrue();
        assertRefused("consented-already", () -> meeting.consentTo(item, CONSENT));
        assertRefused("agenda-item-unknown", () -> meeting.consentTo(UUID.randomUUID(), CONSENT));
    }

    @Test
    void aDeputyHasANameAndAnAbsenceAReason() {
        assertRefused("deputy-unnamed", () -> new Answer(Reply.DEPUTY, " ", null));
        assertRefused("absence-without-reason", () -> new Answer(Reply.ABSENT, null, null));
        assertThat(new Answer(Reply.ATTEND, "无关", null).deputyName()).isNull();
    }

    @Test
    void onlyTheInvitedAnswer() {
        Meeting meeting = convened();
        meeting.reply(FINANCE, new Answer(Reply.DEPUTY, "李静", null), CLOCK.instant());
        meeting.reply(FINANCE, new Answer(Reply.ABSENT, null, "出差"), CLOCK.instant());
        assertThat(row(meeting, FINANCE).reply()).isEqualTo(Reply.ABSENT);
        assertThat(row(meeting, FINANCE).deputyName()).isNull();
        assertRefused(
                "not-yours", () -> meeting.reply(STRANGER, new Answer(Reply.ATTEND, null, null), CLOCK.instant()));
    }

    @Test
    void whoeverIsNotPresentWasAbsentAndTakingItAgainCorrects() {
        Meeting meeting = convened();
        meeting.takeAttendance(List.of(HEALTH));
        assertThat(row(meeting, HEALTH).attended()).isTrue();
        assertThat(row(meeting, FINANCE).attended()).isFalse();
        meeting.takeAttendance(List.of(HEALTH, FINANCE));
        assertThat(row(meeting, FINANCE).attended()).isTrue();
        assertRefused("not-invited", () -> meeting.takeAttendance(List.of(HEALTH, STRANGER)));
    }

    private static final Map<String, Consumer<Meeting>> STEPS = Map.of(
            "consent", meeting -> meeting.consent(CONSENT),
            "change", meeting -> meeting.change(new Meeting.Change("改期的会议", null, null)),
            "cancel", meeting -> meeting.cancel("冲突"),
            "propose", meeting -> meeting.propose("议题", HEALTH, CLOCK.instant()),
            "reply", meeting -> meeting.reply(HEALTH, new Answer(Reply.ATTEND, null, null), CLOCK.instant()),
            "attendance", meeting -> meeting.takeAttendance(List.of()),
            "issue", Meeting::minutesIssued);

    private static final Map<State, Set<String>> POSSIBLE = Map.of(
            State.REQUESTED, Set.of("consent", "change", "cancel", "propose"),
            State.CONVENED, Set.of("consent", "change", "cancel", "propose", "reply", "attendance", "issue"),
            State.HELD, Set.of("propose", "attendance", "issue"),
            State.MINUTES_ISSUED, Set.of(),
            State.CANCELLED, Set.of());

    static Stream<Arguments> steps() {
        return Stream.of(State.values())
                .flatMap(state -> STEPS.keySet().stream().map(step -> Arguments.of(state, step)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void eachStepBelongsToItsStates(State state, String step) {
        Meeting meeting = in(state);
        assertThat(meeting.state()).isEqualTo(state);
        if (POSSIBLE.get(state).contains(step)) {
            assertThatCode(() -> STEPS.get(step).accept(meeting)).doesNotThrowAnyException();
        } else {
            assertRefused("not-allowed-now", () -> STEPS.get(step).accept(meeting));
        }
    }

    private static Meeting in(State state) {
        Meeting meeting = state == State.REQUESTED ? requestedFor("2026-11-20T09:00") : convened();
        switch (state) {
            case REQUESTED, CONVENED -> {}
            case HELD -> meeting.takeAttendance(List.of(HEALTH));
            case MINUTES_ISSUED -> meeting.minutesIssued();
            case CANCELLED -> meeting.cancel("冲突");
        }
        return meeting;
    }

    private static Attendance row(Meeting meeting, UUID unit) {
        return meeting.attendance().stream()
                .filter(row -> row.unitId().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static Meeting convened() {
        return Meeting.convene(MECHANISM, null, plan(Meeting.Kind.REGULAR, null, "2026-11-20T09:00", null), CLOCK);
    }

    private static Meeting requestedFor(String start) {
        return Meeting.request(MECHANISM, null, plan(Meeting.Kind.REGULAR, null, start, null), FINANCE, CLOCK);
    }

    private static Meeting.Plan plan(Meeting.Kind kind, String cause, String start, List<UUID> invited) {
        Instant at = TestClock.at(start).instant();
        return new Meeting.Plan("第四季度例会", kind, null, cause, at, "二号会议室", invited, List.of());
    }

    private static void assertRefused(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
