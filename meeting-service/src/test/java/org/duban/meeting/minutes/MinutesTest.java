package org.duban.meeting.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duban.kit.web.Refusal;
import org.duban.meeting.contract.MeetingEvent;
import org.junit.jupiter.api.Test;

class MinutesTest {

    private static final UUID HEALTH = UUID.randomUUID();
    private static final UUID FINANCE = UUID.randomUUID();
    private static final UUID HOSPITAL = UUID.randomUUID();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate DEFAULT_DAY = LocalDate.of(2026, 12, 9);

    private final Minutes minutes = Minutes.of(UUID.randomUUID());

    @Test
    void aResolutionWithoutADayGetsTheDefaultAndSaysSo() {
        minutes.write(draft(item(null, HEALTH), item(TODAY.plusDays(60), FINANCE)), List.of(HEALTH));
        issue();
        var told = minutes.issued("第四季度例会", 7);
        assertThat(told.resolutions())
                .extracting(MeetingEvent.Resolution::dueOn, MeetingEvent.Resolution::dueByDefault)
                .containsExactly(tuple(DEFAULT_DAY, true), tuple(TODAY.plusDays(60), false));
        assertThat(told.resolutions())
                .extracting(MeetingEvent.Resolution::ordinal)
                .containsExactly(1, 2);
        assertThat(told.issuedOn()).isEqualTo(TODAY);
    }

    @Test
    void theInvitedTheNamedAndThoseBeyondReceiveTheMinutesOnceEach() {
        minutes.write(new Draft("正文", null, List.of(item(null, FINANCE)), List.of(HOSPITAL, HEALTH)), List.of(HEALTH));
        assertThat(minutes.recipients()).extracting(Recipient::unitId).containsExactly(HEALTH, FINANCE, HOSPITAL);
    }

    @Test
    void everyResolutionHasALead() {
        assertRefused(
                "resolution-without-lead",
                "/resolutions/0/leadUnitIds",
                () -> minutes.write(draft(item(null)), List.of(HEALTH)));
    }

    @Test
    void noUnitBothLeadsAndCooperates() {
        var both = new Draft.Item("落实资金", List.of(HEALTH, FINANCE), List.of(FINANCE), null, null);
        assertRefused(
                "lead-and-cooperating",
                "/resolutions/0/cooperatingUnitIds",
                () -> minutes.write(draft(both), List.of(HEALTH)));
    }

    @Test
    void nothingIsDueBeforeItIsIssued() {
        minutes.write(draft(item(TODAY.minusDays(1), HEALTH)), List.of(HEALTH));
        assertRefused("due-before-issue", "/resolutions/0/dueOn", this::issue);
    }

    @Test
    void emptyMinutesAreNotIssued() {
        minutes.write(new Draft("  ", null, List.of(), List.of()), List.of(HEALTH));
        assertRefused("minutes-empty", null, this::issue);
    }

    @Test
    void issuedMinutesAreFrozen() {
        minutes.write(draft(item(null, HEALTH)), List.of(HEALTH));
        issue();
        assertRefused("minutes-issued", null, () -> minutes.write(draft(), List.of(HEALTH)));
        assertRefused("minutes-issued", null, this::issue);
    }

    @Test
    void aReceiptCountsOnceAndOnlyFromARecipient() {
        minutes.write(draft(item(null, HEALTH)), List.of(HEALTH));
        Instant now = Instant.parse("2026-11-26T01:00:00Z");
        assertRefused("not-allowed-now", null, () -> minutes.receive(HEALTH, now));
        issue();
        assertThat(minutes.receive(HEALTH, now)).isTrue();
        assertThat(minutes.receive(HEALTH, now.plusSeconds(60))).isFalse();
        assertThat(minutes.recipients().getFirst().receivedAt()).isEqualTo(now);
        assertRefused("not-a-recipient", null, () -> minutes.receive(FINANCE, now));
    }

    private void issue() {
        minutes.issue(TODAY, day -> DEFAULT_DAY);
    }

    private static Draft draft(Draft.Item... items) {
        return new Draft("会议研究了有关事项。", "联席会议纪要〔2026〕4号", List.of(items), List.of());
    }

    private static Draft.Item item(LocalDate due, UUID... leads) {
        return new Draft.Item("落实中医馆建设资金", List.of(leads), List.of(), due, null);
    }

    private static void assertRefused(String code, String pointer, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            if (pointer != null) {
                assertThat(refusal.errors().getFirst().pointer()).isEqualTo(pointer);
            }
        });
    }
}
