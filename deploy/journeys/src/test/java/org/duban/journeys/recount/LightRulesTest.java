package org.duban.journeys.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.journeys.recount.LightRules.Rule;
import org.duban.journeys.recount.LightRules.Standing;
import org.duban.journeys.recount.LightRules.When;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LightRulesTest {

    private static final LocalDate GIVEN = LocalDate.parse("2025-01-02");
    private static final LocalDate DUE = LocalDate.parse("2025-12-31");
    private static final LocalDate TODAY = LocalDate.parse("2025-06-26");

    private static Light usual(Standing task) {
        return LightRules.USUAL.of(task, TODAY);
    }

    private static Standing running(LocalDate dueOn, int progress, @Nullable Integer scheduled) {
        return new Standing(GIVEN, dueOn, null, progress, scheduled, null, false);
    }

    @Test
    void whatKeepsItsScheduleIsGreen() {
        assertThat(usual(running(DUE, 40, 48))).isEqualTo(Light.GREEN);
    }

    @Test
    void tenPointsBehindIsYellowAndMoreThanThirtyRed() {
        assertThat(usual(running(DUE, 38, 48))).isEqualTo(Light.YELLOW);
        assertThat(usual(running(DUE, 18, 48))).isEqualTo(Light.YELLOW);
        assertThat(usual(running(DUE, 17, 48))).isEqualTo(Light.RED);
    }

    @Test
    void nearItsDayIsBlueThenYellowAndPastItRed() {
        assertThat(usual(running(TODAY.plusDays(8), 95, 96))).isEqualTo(Light.GREEN);
        assertThat(usual(running(TODAY.plusDays(7), 95, 96))).isEqualTo(Light.BLUE);
        assertThat(usual(running(TODAY.plusDays(3), 95, 98))).isEqualTo(Light.YELLOW);
        assertThat(usual(running(TODAY, 95, 100))).isEqualTo(Light.YELLOW);
        assertThat(usual(running(TODAY.minusDays(1), 95, 100))).isEqualTo(Light.RED);
    }

    @Test
    void whatNobodyHasBegunInAMonthIsYellow() {
        assertThat(LightRules.USUAL.of(running(DUE, 0, 8), GIVEN.plusDays(30))).isEqualTo(Light.GREEN);
        assertThat(LightRules.USUAL.of(running(DUE, 0, 8), GIVEN.plusMonths(1))).isEqualTo(Light.YELLOW);
    }

    @Test
    void aReportThatIsOverdueOrReturnedLightsItsTask() {
        assertThat(usual(new Standing(GIVEN, DUE, null, 50, 48, TODAY.minusDays(1), false)))
                .isEqualTo(Light.RED);
        assertThat(usual(new Standing(GIVEN, DUE, null, 50, 48, TODAY, true))).isEqualTo(Light.YELLOW);
    }

    @Test
    void whatIsDoneLateStandsApart() {
        assertThat(usual(new Standing(GIVEN, TODAY.minusDays(9), TODAY.minusDays(1), 100, null, null, false)))
                .isEqualTo(Light.DONE_LATE);
        assertThat(usual(new Standing(GIVEN, TODAY, TODAY, 100, null, null, false)))
                .isEqualTo(Light.GREEN);
    }

    @Test
    void theGravestOfSeveralLights() {
        var rules = new LightRules(List.of(new Rule(Light.BLUE, When.BEHIND, 1), new Rule(Light.RED, When.BEHIND, 40)));
        assertThat(rules.of(running(DUE, 8, 48), TODAY)).isEqualTo(Light.RED);
        assertThat(rules.of(running(DUE, 9, 48), TODAY)).isEqualTo(Light.BLUE);
    }
}
