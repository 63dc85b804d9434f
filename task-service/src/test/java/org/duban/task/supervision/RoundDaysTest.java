package org.duban.task.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.task.calendar.Cadence.MONTHLY;
import static org.duban.task.calendar.Cadence.QUARTERLY;
import static org.duban.task.calendar.Cadence.WEEKLY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.OnDayOff;
import org.duban.task.calendar.Period;
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
        var days = RoundDays.of(Period.of(period), aPlan(reportDay, "2023-01-01"), period.atDay(1), DAYS);
        assertThat(days.dueOn()).isEqualTo(dueOn);
        assertThat(days.opensOn()).isEqualTo(period.atDay(1));
    }

    @Test
    void lateReportsAreTakenForTenWorkingDays() {
        var days =
                RoundDays.of(Period.of(YearMonth.of(2023, 4)), aPlan(25, "2023-01-01"), LocalDate.of(2023, 4, 1), DAYS);
        // over the First of May, with a Saturday made up
        assertThat(days.closesOn()).isEqualTo(LocalDate.of(2023, 5, 11));
    }

    @Test
    void aRoundOpenedLateStillGivesTheWholeGrace() {
        var opened = LocalDate.of(2023, 7, 3);
        var days = RoundDays.of(Period.of(YearMonth.of(2023, 4)), aPlan(25, "2023-01-01"), opened, DAYS);
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
        assertThat(RoundDays.first(aPlan(25, adoptedOn.toString()), MONTHLY, adoptedOn, DAYS))
                .isEqualTo(Period.of(first));
    }

    @Test
    void aJumpOverMonthsMissesNone() {
        var plan = aPlan(25, "2023-03-13");
        assertThat(missing(plan, MONTHLY, plan.adoptedOn(), "2023-06-01", "2023-03-01"))
                .containsExactly("2023-04", "2023-05", "2023-06");
        assertThat(missing(plan, MONTHLY, plan.adoptedOn(), "2023-03-31", "2023-03-01"))
                .isEmpty();
    }

    /** behaviours.md E2 */
    @Test
    void aPlanIssuedLongBeforeItWasAdoptedMissesNoRoundOfThatTime() {
        var plan = aPlan(25, "2023-11-20");
        for (var cadence : Cadence.values()) {
            assertThat(missing(plan, cadence, plan.adoptedOn(), "2023-11-20"))
                    .as(cadence.name())
                    .containsExactly(
                            Period.containing(cadence, plan.adoptedOn()).toString());
        }
    }

    @Test
    void aCadenceThatIsNewMissesNothingBeforeItBegan() {
        var plan = aPlan(25, "2023-03-13");
        assertThat(missing(plan, WEEKLY, LocalDate.of(2023, 11, 22), "2023-12-04"))
                .containsExactly("2023-W47", "2023-W48", "2023-W49");
        // Friday's day has passed on a Saturday
        assertThat(missing(plan, WEEKLY, LocalDate.of(2023, 11, 25), "2023-12-04"))
                .containsExactly("2023-W48", "2023-W49");
        assertThat(missing(plan, QUARTERLY, LocalDate.of(2023, 11, 22), "2024-01-01"))
                .containsExactly("2023-Q4", "2024-Q1");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-W40, FRIDAY, NEXT,     2026-10-08", // the first week of October is off
        "2026-W40, FRIDAY, PREVIOUS, 2026-09-30",
        "2026-W40, FRIDAY, NOT,      2026-10-02",
        "2026-W47, FRIDAY, NEXT,     2026-11-20",
        "2026-W47, SUNDAY, NEXT,     2026-11-23", // into the next week, and yet for this one
        "2026-W47, SUNDAY, PREVIOUS, 2026-11-20",
        "2026-W41, TUESDAY, PREVIOUS, 2026-10-08", // no working day of the week before it: never before the week began
    })
    void aWeeksDayIsMovedAsThePlanSays(String period, DayOfWeek weekday, OnDayOff onDayOff, LocalDate dueOn) {
        var cutOff = new CutOff(weekday, 25, 25, onDayOff);
        assertThat(cutOff.dueOn(Period.parse(period), DAYS)).isEqualTo(dueOn);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02, 31, NEXT,     2026-02-28, 2026-02", // a Saturday that makes up for the Spring Festival
        "2026-05, 31, NEXT,     2026-06-01, 2026-05",
        "2026-05, 31, PREVIOUS, 2026-05-29, 2026-05",
        "2026-05, 31, NOT,      2026-05-31, 2026-05",
        "2026-04, 31, NEXT,     2026-04-30, 2026-04",
        "2026-Q3, 31, NEXT,     2026-09-30, 2026-09",
        "2026-Q4, 25, NEXT,     2026-12-25, 2026-12",
    })
    void theEndOfAMonthIsItsLastDayHoweverLongItIs(
            String period, int day, OnDayOff onDayOff, LocalDate dueOn, YearMonth month) {
        var cutOff = new CutOff(DayOfWeek.FRIDAY, day, day, onDayOff);
        assertThat(cutOff.dueOn(Period.parse(period), DAYS)).isEqualTo(dueOn);
        assertThat(cutOff.month(Period.parse(period)))
                .as("wherever the day is moved to")
                .isEqualTo(month);
    }

    private static List<String> missing(
            PlanPace plan, Cadence cadence, LocalDate since, String today, String... opened) {
        return RoundDays.missing(
                        plan,
                        cadence,
                        since,
                        Stream.of(opened).map(LocalDate::parse).collect(Collectors.toSet()),
                        LocalDate.parse(today),
                        DAYS)
                .stream()
                .map(Period::toString)
                .toList();
    }

    private static PlanPace aPlan(int reportDay, String adoptedOn) {
        return new PlanPace(
                UUID.randomUUID(),
                "健康城市建设",
                null,
                LocalDate.parse(adoptedOn),
                MONTHLY,
                new CutOff(DayOfWeek.FRIDAY, reportDay, 25, OnDayOff.NEXT),
                10);
    }
}
