package org.duban.task.urging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.urging.Ladder.Rung;
import org.duban.task.urging.Ladder.Taken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LadderTest {
    private static final WorkingDays WEEKENDS_OFF = new WorkingDays(List.of());
    private static final LocalDate OWED = LocalDate.of(2026, 11, 25); // a Wednesday
    private static final Ladder LADDER = new Ladder(
            List.of(new Rung(Step.REMINDER, 1, 1), new Rung(Step.NOTICE_BLUE, 3, 2), new Rung(Step.NOTICE_RED, 6, 0)));

    @Test
    void nothingHappensOnTheDayItselfNorOverAWeekend() {
        assertThat(due(OWED)).isNull();
        assertThat(due(OWED.plusDays(1))).isEqualTo(Step.REMINDER);
        Taken reminded = taken(Step.REMINDER, NoticeState.REMINDED, OWED.plusDays(1));
        // Friday, Saturday and Sunday make one working day after Thursday
        assertThat(due(OWED.plusDays(4), reminded)).isNull();
        assertThat(due(OWED.plusDays(5), reminded)).isEqualTo(Step.NOTICE_BLUE);
    }

    @Test
    void aStepThatWaitsForASignatureHoldsTheNext() {
        assertThat(due(OWED.plusDays(30), taken(Step.NOTICE_BLUE, NoticeState.PROPOSED, null)))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeState.class,
            names = {"APPEALED", "WITHDRAWN"})
    void anAppealPausesTheCaseAndAWithdrawalEndsIt(NoticeState state) {
        assertThat(due(OWED.plusDays(30), taken(Step.NOTICE_BLUE, state, OWED.plusDays(5))))
                .isNull();
    }

    @Test
    void theNextStepWaitsForTheGraceOfTheOneBefore() {
        Taken blue = taken(Step.NOTICE_BLUE, NoticeState.RECEIVED, LocalDate.of(2026, 12, 7));
        assertThat(due(LocalDate.of(2026, 12, 8), blue)).isNull();
        assertThat(due(LocalDate.of(2026, 12, 9), blue)).isEqualTo(Step.NOTICE_RED);
    }

    @Test
    void aStepThatWasDecidedAgainstIsNotProposedAgainAndTheNextComesInItsTime() {
        Taken dismissed = taken(Step.NOTICE_BLUE, NoticeState.DISMISSED, LocalDate.of(2026, 11, 30));
        assertThat(due(LocalDate.of(2026, 12, 2), dismissed)).isNull();
        assertThat(due(LocalDate.of(2026, 12, 3), dismissed)).isEqualTo(Step.NOTICE_RED);
    }

    @Test
    void afterTheLastStepNothingMoreIsTaken() {
        assertThat(due(OWED.plusYears(1), taken(Step.NOTICE_RED, NoticeState.REPLIED, OWED.plusDays(20))))
                .isNull();
    }

    @Test
    void afterALongPauseStepsStillComeOneADay() {
        LocalDate late = OWED.plusDays(60);
        assertThat(due(late)).isEqualTo(Step.REMINDER);
        assertThat(due(late, taken(Step.REMINDER, NoticeState.REMINDED, late))).isNull();
    }

    @Test
    void stepsThatDoNotRiseAreRefused() {
        assertThatThrownBy(() -> new Ladder(List.of(new Rung(Step.NOTICE_RED, 3, 1), new Rung(Step.NOTICE_BLUE, 5, 1))))
                .isInstanceOf(NoticeRefused.class)
                .hasMessage("“红色督办单”须晚于“蓝色督办单”。");
        assertThatThrownBy(() -> new Ladder(List.of(new Rung(Step.NOTICE_RED, 3, 1), new Rung(Step.NOTICE_RED, 5, 1))))
                .isInstanceOf(NoticeRefused.class);
        assertThat(Ladder.USUAL.rungs()).extracting(Rung::step).containsExactly(Step.values());
    }

    private static @Nullable Step due(LocalDate today, Taken... taken) {
        return LADDER.due(OWED, List.of(taken), today, WEEKENDS_OFF).orElse(null);
    }

    private static Taken taken(Step step, NoticeState state, @Nullable LocalDate on) {
        return new Taken(step, state, on);
    }
}
