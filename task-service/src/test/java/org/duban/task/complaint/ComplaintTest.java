package org.duban.task.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.web.Refusal;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.complaint.Complaint.Decision;
import org.duban.task.complaint.Complaint.Handler;
import org.duban.task.complaint.Complaint.Number;
import org.duban.task.complaint.Complaint.Rating;
import org.duban.task.complaint.Satisfaction.SatisfactionRate;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswerReturned;
import org.duban.task.contract.ComplaintEvent.ComplaintGiven;
import org.duban.task.contract.ComplaintEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final WorkingDays DAYS = new WorkingDays(List.of());
    private static final Handler HANDLER = new Handler("subject", "督导员");
    private static final UUID UNIT = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static Complaint received() {
        return Complaint.file(UUID.randomUUID(), Kind.COMPLAINT, new Number(2026, 15), null, MONDAY)
                .complaint();
    }

    private static Complaint given() {
        return received()
                .verify(HANDLER)
                .complaint()
                .give(UNIT, null, null, null, MONDAY, DAYS)
                .complaint();
    }

    @Test
    void unitHasFifteenWorkingDaysUnlessOthersAreNamed() {
        Complaint complaint = given();
        assertThat(complaint.given()).isNotNull();
        assertThat(complaint.given().dueOn()).isEqualTo(LocalDate.of(2026, 12, 14));
        Decision again = complaint.give(OTHER, null, 5, "属地办理", MONDAY, DAYS);
        assertThat(again.event()).isInstanceOfSatisfying(ComplaintGiven.class, told -> {
            assertThat(told.dueOn()).isEqualTo(LocalDate.of(2026, 11, 30));
            assertThat(told.takenFrom()).isEqualTo(UNIT);
            assertThat(told.about().number()).isEqualTo("投诉〔2026〕15号");
        });
    }

    @Test
    void returnedAnswerHasThreeWorkingDaysAtLeast() {
        LocalDate last = LocalDate.of(2026, 12, 14);
        Decision back = given().submitAnswer("已退费", last).complaint().returnAnswer("请写明金额", last, DAYS);
        assertThat(back.event())
                .isInstanceOfSatisfying(
                        ComplaintAnswerReturned.class,
                        told -> assertThat(told.dueOn()).isEqualTo(LocalDate.of(2026, 12, 17)));
        assertThat(back.complaint().state()).isEqualTo(ComplaintState.GIVEN);
        Decision early = given().submitAnswer("已退费", MONDAY).complaint().returnAnswer("请写明金额", MONDAY, DAYS);
        assertThat(early.event())
                .isInstanceOfSatisfying(
                        ComplaintAnswerReturned.class,
                        told -> assertThat(told.dueOn()).isEqualTo(last));
    }

    @Test
    void unitThatGetsItNextIsNotToldWhyAnothersAnswerCameBack() {
        Complaint back = given().submitAnswer("已退费", MONDAY)
                .complaint()
                .returnAnswer("请写明金额", MONDAY, DAYS)
                .complaint();
        assertThat(back.reason()).isEqualTo("请写明金额");
        assertThat(back.give(OTHER, null, null, null, MONDAY, DAYS).complaint().reason())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, ,", "10, 9, 90.0, true", "10, 8, 80.0, false", "2501, 2250, 90.0, false"})
    void satisfactionReachesItsTargetByCountNotByRounding(int rated, int satisfied, Double rate, Boolean reached) {
        SatisfactionRate measured = SatisfactionRate.of(rated, satisfied);
        assertThat(measured.rate()).isEqualTo(rate);
        assertThat(measured.reached()).isEqualTo(reached);
    }

    private static final Map<ComplaintState, Set<String>> BOARD = Map.of(
            ComplaintState.RECEIVED, Set.of("VERIFY VERIFIED", "REJECT REJECTED"),
            ComplaintState.VERIFIED, Set.of("GIVE GIVEN", "REJECT REJECTED", "TAKE_OVER VERIFIED"),
            ComplaintState.GIVEN, Set.of("GIVE GIVEN", "SUBMIT_ANSWER ANSWER_SUBMITTED", "TAKE_OVER GIVEN"),
            ComplaintState.ANSWER_SUBMITTED,
                    Set.of("APPROVE_ANSWER ANSWERED", "RETURN_ANSWER GIVEN", "TAKE_OVER ANSWER_SUBMITTED"),
            ComplaintState.ANSWERED, Set.of("RATE RATED"),
            ComplaintState.REJECTED, Set.of(),
            ComplaintState.RATED, Set.of());

    @Test
    void noSequenceOfCallsLeavesTheBoard() {
        Random random = new Random(20261122);
        Set<ComplaintState> reached = EnumSet.noneOf(ComplaintState.class);
        for (int walk = 0; walk < 500; walk++) {
            Complaint complaint = received();
            for (int step = 0; step < 20; step++) {
                ComplaintAction action =
                        ComplaintAction.values()[1 + random.nextInt(ComplaintAction.values().length - 1)];
                ComplaintState before = complaint.state();
                if (BOARD.get(before).stream().anyMatch(line -> line.startsWith(action + " "))) {
                    Complaint after = apply(complaint, action);
                    assertThat(BOARD.get(before)).contains(action + " " + after.state());
                    assertThat(after.version()).isEqualTo(complaint.version() + 1);
                    complaint = after;
                } else {
                    Complaint standing = complaint;
                    assertThatThrownBy(() -> apply(standing, action))
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    refused -> assertThat(refused.code()).isEqualTo("not-allowed-now"));
                }
                reached.add(complaint.state());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ComplaintState.values());
    }

    private static Complaint apply(Complaint complaint, ComplaintAction action) {
        return switch (action) {
            case FILE -> throw new IllegalArgumentException("filed once");
            case VERIFY -> complaint.verify(HANDLER).complaint();
            case REJECT -> complaint.reject("不属于职责范围", HANDLER).complaint();
            case GIVE -> complaint.give(UNIT, null, null, null, MONDAY, DAYS).complaint();
            case SUBMIT_ANSWER -> complaint.submitAnswer("已退费", MONDAY).complaint();
            case APPROVE_ANSWER -> complaint.approveAnswer(MONDAY).complaint();
            case RETURN_ANSWER -> complaint.returnAnswer("理由", MONDAY, DAYS).complaint();
            case RATE -> complaint.rate(new Rating(5, null, MONDAY)).complaint();
            case TAKE_OVER -> complaint.takeOver(HANDLER).complaint();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd-2345-EFGH", " ABCD 2345 EFGH ", "ＡＢＣＤ2345ｅｆｇｈ", "abcd—2345—efgh"})
    void codeIsReadHoweverItWasCopiedDown(String written) {
        assertThat(Codes.plain(written)).isEqualTo("ABCD2345EFGH");
    }
}
