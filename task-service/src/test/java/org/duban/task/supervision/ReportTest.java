package org.duban.task.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;
import org.duban.task.calendar.Period;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.supervision.Report.Owed;
import org.duban.task.supervision.Report.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {

    private static final LocalDate DUE_DAY = LocalDate.of(2026, 11, 25); // a Wednesday
    private static final WorkingDays WEEKENDS_OFF = new WorkingDays(List.of());

    @Test
    void aReportHandedInOnItsDayIsOnTime() {
        assertThat(submitted(aReport(), DUE_DAY).submission().onTime()).isTrue();
        assertThat(submitted(aReport(), DUE_DAY.plusDays(1)).submission().onTime())
                .isFalse();
    }

    @Test
    void aCorrectionBeforeReviewKeepsTheMomentAndWhetherItWasOnTime() {
        var first = submitted(aReport(), DUE_DAY);
        var corrected = first.submit(saying(60, "更正"), "李四", null, at(DUE_DAY.plusDays(2)), true, null);
        assertThat(corrected.state()).isEqualTo(State.SUBMITTED);
        assertThat(corrected.submission().content().progress()).isEqualTo(60);
        assertThat(corrected.submission().at()).isEqualTo(first.submission().at());
        assertThat(corrected.submission().onTime()).isTrue();
    }

    @Test
    void aReturnedReportHasTwoWorkingDaysMore() {
        var returned = returned(submitted(aReport(), DUE_DAY), DUE_DAY.plusDays(1)); // Thursday
        assertThat(returned.state()).isEqualTo(State.RETURNED);
        assertThat(returned.dueOn()).isEqualTo(LocalDate.of(2026, 11, 30)); // Monday
        assertThat(returned.decision().returnReason()).isEqualTo("数据不全");
    }

    @Test
    void aReportReturnedEarlyKeepsItsDay() {
        assertThat(returned(submitted(aReport(), DUE_DAY.minusDays(9)), DUE_DAY.minusDays(8))
                        .dueOn())
                .isEqualTo(DUE_DAY);
    }

    @Test
    void handedInAgainByItsNewDayItIsStillOnTime() {
        var again = submitted(returned(submitted(aReport(), DUE_DAY), DUE_DAY), DUE_DAY.plusDays(2));
        assertThat(again.submission().onTime()).isTrue();
        assertThat(again.decision()).isNull();
    }

    @Test
    void aReturnDoesNotMakeALateReportOnTime() {
        var late = submitted(aReport(), DUE_DAY.plusDays(1));
        assertThat(submitted(returned(late, DUE_DAY.plusDays(1)), DUE_DAY.plusDays(1))
                        .submission()
                        .onTime())
                .isFalse();
    }

    @Test
    void handedInAgainAfterItsNewDayItIsLate() {
        var returned = returned(submitted(aReport(), DUE_DAY), DUE_DAY);
        assertThat(submitted(returned, returned.dueOn().plusDays(1))
                        .submission()
                        .onTime())
                .isFalse();
    }

    @Test
    void anAcceptedReportStaysAsItIs() {
        var accepted = submitted(aReport(), DUE_DAY).accept("王五", at(DUE_DAY));
        assertThat(accepted.state()).isEqualTo(State.ACCEPTED);
        assertThatThrownBy(() -> submitted(accepted, DUE_DAY)).satisfies(refusedAs("report-accepted"));
        assertThatThrownBy(() -> returned(accepted, DUE_DAY)).satisfies(refusedAs("not-allowed-now"));
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"SUBMITTED"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyWhatIsHandedInAndUndecidedCanBeReviewed(State state) {
        var report = aReportThatIs(state);
        assertThatThrownBy(() -> report.accept("王五", at(DUE_DAY))).satisfies(refusedAs("not-allowed-now"));
        assertThatThrownBy(() -> returned(report, DUE_DAY)).satisfies(refusedAs("not-allowed-now"));
    }

    @Test
    void aClosedRoundTakesNothingAndGivesNothingBackButCanStillBeAccepted() {
        var submitted = submitted(aReport(), DUE_DAY);
        assertThatThrownBy(() -> aReport().submit(saying(10, null), "张三", null, at(DUE_DAY), false, null))
                .satisfies(refusedAs("round-closed"));
        assertThatThrownBy(() -> submitted.submit(saying(10, null), "张三", null, at(DUE_DAY), false, null))
                .satisfies(refusedAs("round-closed"));
        assertThatThrownBy(() -> submitted.giveBack("数据不全", "王五", at(DUE_DAY), false, WEEKENDS_OFF))
                .satisfies(refusedAs("round-closed"));
        assertThat(submitted.accept("王五", at(DUE_DAY)).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void whatIsAwaitedNoMoreCannotBeHandedIn() {
        assertThatThrownBy(() -> submitted(aReportThatIs(State.WAIVED), DUE_DAY))
                .satisfies(refusedAs("report-waived"));
        assertThatThrownBy(() -> submitted(aReportThatIs(State.LAPSED), DUE_DAY))
                .satisfies(refusedAs("round-closed"));
    }

    @Test
    void progressThatFellNeedsAReason() {
        assertThatThrownBy(() -> aReport().submit(saying(30, " "), "张三", null, at(DUE_DAY), true, 50))
                .satisfies(refusedAs("progress-fell"))
                .hasMessage("本期进度（30%）低于上期（50%），请在“存在问题”中说明原因。")
                .satisfies(refused -> assertThat(((Refusal) refused).errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/problems"));
        assertThat(aReport()
                        .submit(saying(30, "两个站点退出"), "张三", null, at(DUE_DAY), true, 50)
                        .state())
                .isEqualTo(State.SUBMITTED);
        assertThat(aReport()
                        .submit(saying(50, null), "张三", null, at(DUE_DAY), true, 50)
                        .state())
                .isEqualTo(State.SUBMITTED);
    }

    /** behaviours.md P10 */
    @Test
    void whatWaitsForTheHeadIsOwedAndCountsFromTheSignature() {
        var waiting = aReport().propose(saying(50, null), "张三", at(DUE_DAY), true, null);
        assertThat(waiting.state()).isEqualTo(State.DUE);
        assertThat(waiting.awaitsSignOff()).isTrue();
        assertThat(waiting.submission()).isNull();

        var signed = waiting.signOff("李局长", at(DUE_DAY.plusDays(1)), true, null);
        assertThat(signed.state()).isEqualTo(State.SUBMITTED);
        assertThat(signed.waiting()).isNull();
        assertThat(signed.submission().by()).isEqualTo("张三");
        assertThat(signed.submission().signedBy()).isEqualTo("李局长");
        assertThat(signed.submission().onTime()).as("signed a day late").isFalse();
        assertThatThrownBy(() -> signed.propose(saying(60, null), "张三", at(DUE_DAY), true, null))
                .satisfies(refusedAs("report-signed-off"));
        assertThat(signed.submit(saying(60, null), "李局长", "李局长", at(DUE_DAY), true, null)
                        .submission()
                        .content()
                        .progress())
                .isEqualTo(60);
    }

    @Test
    void whatTheHeadGivesBackIsWrittenAgainAndSigned() {
        var refused = aReport()
                .propose(saying(50, null), "张三", at(DUE_DAY), true, null)
                .refuseSignOff("请补充数据");
        assertThat(refused.awaitsSignOff()).isFalse();
        assertThatThrownBy(() -> refused.signOff("李局长", at(DUE_DAY), true, null))
                .satisfies(refusedAs("nothing-to-sign"));
        assertThatThrownBy(() -> refused.refuseSignOff("再改")).satisfies(refusedAs("nothing-to-sign"));
        var again = refused.propose(saying(55, null), "张三", at(DUE_DAY), true, null);
        assertThat(again.waiting().refusal()).isNull();
        assertThat(again.signOff("李局长", at(DUE_DAY), true, null).submission().onTime())
                .isTrue();
    }

    @Test
    void aReturnedReportWaitsForTheHeadAgainAndStaysReturned() {
        var returned = returned(submitted(aReport(), DUE_DAY), DUE_DAY);
        var waiting = returned.propose(saying(50, null), "张三", at(DUE_DAY), true, null);
        assertThat(waiting.state()).isEqualTo(State.RETURNED);
        assertThat(waiting.decision().returnReason()).isEqualTo("数据不全");
        assertThat(waiting.submission()).isEqualTo(returned.submission());
        assertThat(waiting.signOff("李局长", at(DUE_DAY), true, null).decision()).isNull();
    }

    @Test
    void theHeadCannotSignWhatTheRoundTakesNoMore() {
        var waiting = aReport().propose(saying(50, null), "张三", at(DUE_DAY), true, null);
        assertThatThrownBy(() -> waiting.signOff("李局长", at(DUE_DAY), false, null))
                .satisfies(refusedAs("round-closed"));
        assertThatThrownBy(() -> aReport().signOff("李局长", at(DUE_DAY), true, null))
                .satisfies(refusedAs("nothing-to-sign"));
    }

    private static Report aReport() {
        return aReportThatIs(State.DUE);
    }

    private static Report aReportThatIs(State state) {
        var owed = new Owed(
                Period.parse("2026-11"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null);
        return new Report(UUID.randomUUID(), 0, owed, DUE_DAY, state, null, null, null);
    }

    private static Report submitted(Report report, LocalDate day) {
        return report.submit(saying(50, null), "张三", null, at(day), true, null);
    }

    private static Report returned(Report report, LocalDate day) {
        return report.giveBack("数据不全", "王五", at(day), true, WEEKENDS_OFF);
    }

    private static Content saying(int progress, @Nullable String problems) {
        return new Content(progress, "完成两次督导", problems, null, List.of());
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atTime(23, 59).atOffset(ZoneOffset.ofHours(8));
    }

    private static java.util.function.Consumer<Throwable> refusedAs(String code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
