package org.duban.task.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.task.light.Lights.ReportFacts.Standing.DUE;
import static org.duban.task.light.Lights.ReportFacts.Standing.HANDED_IN;
import static org.duban.task.light.Lights.ReportFacts.Standing.LAPSED;
import static org.duban.task.light.Lights.ReportFacts.Standing.RETURNED;
import static org.duban.task.light.Lights.ReportFacts.Standing.WAIVED;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.task.calendar.Arrangement;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.light.Lights.ReportFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightsTest {

    private static final LocalDate DUE_DAY = LocalDate.of(2023, 4, 25); // a Tuesday, before the First of May

    private final Lights lights = new Lights(new WorkingDays(List.of(new Arrangement(
            2023,
            false,
            Set.of(LocalDate.of(2023, 5, 1), LocalDate.of(2023, 5, 2), LocalDate.of(2023, 5, 3)),
            Set.of(LocalDate.of(2023, 4, 23), LocalDate.of(2023, 5, 6))))));

    @ParameterizedTest
    @CsvSource({
        "2023-04-10, GREEN, 距截止还有15天",
        "2023-04-17, GREEN, 距截止还有8天",
        "2023-04-18, BLUE, 距截止还有7天",
        "2023-04-21, BLUE, 距截止还有4天",
        "2023-04-22, YELLOW, 距截止还有3天",
        "2023-04-25, YELLOW, 今日截止",
        "2023-04-26, RED, 已逾期1个工作日",
        "2023-05-03, RED, 已逾期3个工作日",
        "2023-05-06, RED, 已逾期6个工作日",
    })
    void aReportThatIsDueGrowsGraverAsItsDayComes(LocalDate today, Light light, String reason) {
        assertThat(lights.report(new ReportFacts(DUE, DUE_DAY, null, false), today))
                .isEqualTo(new Lit(light, reason));
    }

    @Test
    void aReportDueOnFridayIsADayLateOnSaturday() {
        var friday = LocalDate.of(2023, 4, 14);
        assertThat(lights.report(new ReportFacts(DUE, friday, null, false), friday.plusDays(1))
                        .reason())
                .isEqualTo("已逾期1天");
    }

    @Test
    void aReturnedReportWarnsUntilItsNewDayHasPassed() {
        var returned = new ReportFacts(RETURNED, DUE_DAY, DUE_DAY.minusDays(9), true);
        assertThat(lights.report(returned, DUE_DAY.minusDays(8))).isEqualTo(new Lit(Light.YELLOW, "已退回，须于4月25日前重报"));
        assertThat(lights.report(returned, DUE_DAY.plusDays(2))).isEqualTo(new Lit(Light.RED, "退回后尚未重报，已逾期2个工作日"));
    }

    @Test
    void whatIsHandedInShowsOnlyWhetherItWasOnTime() {
        var later = DUE_DAY.plusMonths(3);
        assertThat(lights.report(new ReportFacts(HANDED_IN, DUE_DAY, DUE_DAY, true), later))
                .isEqualTo(new Lit(Light.GREEN, "已按时报送"));
        assertThat(lights.report(new ReportFacts(HANDED_IN, DUE_DAY, DUE_DAY.plusDays(3), false), later))
                .isEqualTo(new Lit(Light.DONE_LATE, "迟报3个工作日"));
    }

    @Test
    void aMissedRoundStaysRedAndAWaivedReportIsCalm() {
        assertThat(lights.report(new ReportFacts(LAPSED, DUE_DAY, null, false), DUE_DAY)
                        .light())
                .isEqualTo(Light.RED);
        assertThat(lights.report(new ReportFacts(WAIVED, DUE_DAY, null, false), DUE_DAY.plusDays(9))
                        .light())
                .isEqualTo(Light.GREEN);
    }
}
