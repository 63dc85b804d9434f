package org.duban.task.handin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.duban.kit.web.Refusal;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.handin.Obligation.State;
import org.junit.jupiter.api.Test;

class ObligationTest {

    private static final LocalDate DUE_DAY = LocalDate.of(2026, 9, 18); // a Friday
    private static final WorkingDays WEEKENDS_OFF = new WorkingDays(List.of());

    @Test
    void whatIsHandedInByItsDayIsOnTime() {
        assertThat(owed().answer("已完成", "张三", at(DUE_DAY)).answer().onTime()).isTrue();
        assertThat(owed().answer("已完成", "张三", at(DUE_DAY.plusDays(1))).answer().onTime())
                .isFalse();
    }

    @Test
    void aCorrectionKeepsTheMoment() {
        var first = owed().answer("已完成", "张三", at(DUE_DAY));
        var corrected = first.answer("已全部完成", "李四", at(DUE_DAY.plusDays(3)));
        assertThat(corrected.answer().words()).isEqualTo("已全部完成");
        assertThat(corrected.answer().at()).isEqualTo(first.answer().at());
        assertThat(corrected.answer().onTime()).isTrue();
        assertThat(corrected.version()).isEqualTo(2);
    }

    @Test
    void whatIsReturnedHasTwoWorkingDaysMore() {
        var returned = owed().answer("已完成", "张三", at(DUE_DAY)).giveBack("请补充", DUE_DAY, WEEKENDS_OFF);
        assertThat(returned.state()).isEqualTo(State.RETURNED);
        assertThat(returned.dueOn()).isEqualTo(LocalDate.of(2026, 9, 22)); // Tuesday
        var again = returned.answer("已补充", "张三", at(returned.dueOn()));
        assertThat(again.answer().onTime()).isTrue();
        assertThat(again.returnReason()).isNull();
        assertThat(returned.answer("已补充", "张三", at(returned.dueOn().plusDays(1)))
                        .answer()
                        .onTime())
                .isFalse();
    }

    @Test
    void nothingIsReturnedThatWasNotHandedInAndNothingAnsweredThatIsNotAskedFor() {
        assertThatThrownBy(() -> owed().giveBack("请补充", DUE_DAY, WEEKENDS_OFF))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo("not-allowed-now"));
        assertThatThrownBy(() -> owed().withdraw().answer("已完成", "张三", at(DUE_DAY)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo("hand-in-withdrawn"));
    }

    private static Obligation owed() {
        return new Obligation(
                UUID.randomUUID(), 0, UUID.randomUUID(), UUID.randomUUID(), null, DUE_DAY, State.OWED, null, null);
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atTime(23, 59).atOffset(ZoneOffset.ofHours(8));
    }
}
