package org.duban.task.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.duban.task.calendar.PublishedDays;
import org.duban.task.calendar.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundDaysTest {

    private static final WorkingDays DAYS = PublishedDays.ofTheStateCouncil();

    @ParameterizedTest
    @CsvSource({
        "2023-03, 25, 2023-03-27", // a Saturday
        "2023-04, 25, 2023-04-25",
        "2023-04, 23, 2023-04-23", // a Sunday that makes up for the First of May
        "2023-05,  1, 2023-05-04",
        "2026-09, 25, 2026-09-28", // Mid-Autumn, and the weekend after it
        "2026-10,  1, 2026-10-08",
    })
    void theDueDayMovesToTheNextWorkingDay(YearMonth period, int reportDay, LocalDate dueOn) {
        var days = RoundDays.of(period, aPlan(reportDay, "2023-01-01"), period.atDay(1), DAYS);
        assertThat(days.dueOn()).isEqualTo(dueOn);
        assertThat(days.opensOn()).isEqualTo(period.atDay(1));
    }

    @Test
    void lateReportsAreTakenForTenWorkingDays() {
        var days = RoundDays.of(YearMonth.of(2023, 4), aPlan(25, "2023-01-01"), LocalDate.of(2023, 4, 1), DAYS);
        // over the First of May, with a Saturday made up
        assertThat(days.closesOn()).isEqualTo(LocalDate.of(2023, 5, 11));
    }

    @Test
    void aRoundOpenedLateStillGivesTheWholeGrace() {
        var opened = LocalDate.of(2023, 7, 3);
        var days = RoundDays.of(YearMonth.of(2023, 4), aPlan(25, "2023-01-01"), opened, DAYS);
        assertThat(days.dueOn()).isEqualTo(LocalDate.of(2023, 4, 25));
        assertThat(days.closesOn()).isEqualTo(LocalDate.of(2023, 7, 17));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-13, 2023-03",
        "2023-03-27, 2023-03", // the day to which the 25th was moved
        "2023-03-28, 2023-04",
        "2023-12-30, 2024-01",
    })
    void theFirstRoundIsTheMonthOfAdoptionWhileItsDayIsStillToCome(LocalDate adoptedOn, YearMonth first) {
        assertThat(RoundDays.first(aPlan(25, adoptedOn.toString()), DAYS)).isEqualTo(first);
    }

    @Test
    void aJumpOverMonthsMissesNone() {
        var plan = aPlan(25, "2023-03-13");
        assertThat(RoundDays.missing(plan, Set.of(YearMonth.of(2023, 3)), LocalDate.of(2023, 6, 1), DAYS))
                .containsExactly(YearMonth.of(2023, 4), YearMonth.of(2023, 5), YearMonth.of(2023, 6));
        assertThat(RoundDays.missing(plan, Set.of(YearMonth.of(2023, 3)), LocalDate.of(2023, 3, 31), DAYS))
                .isEmpty();
    }

    private static PlanPace aPlan(int reportDay, String adoptedOn) {
        return new PlanPace(UUID.randomUUID(), "健康城市建设", null, LocalDate.parse(adoptedOn), reportDay, 10);
    }
}
