package org.duban.task.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    private final WorkingDays days = StateCouncil.published();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25", "2023-10-07", "2023-10-08",
                "2024-02-04", "2024-02-18", "2024-04-07", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26",
                "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28",
                "2026-05-09", "2026-09-20", "2026-10-10", "2023-03-13", "2026-11-25"
            })
    void weekendsThatMakeUpForAHolidayAreWorked(LocalDate day) {
        assertThat(days.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-01-27", "2023-04-05", "2023-05-01", "2023-05-02", "2023-05-03", "2023-06-22", "2023-09-29",
                "2023-10-06", "2024-02-16", "2024-10-07", "2025-01-28", "2025-02-04", "2025-10-08", "2026-01-02",
                "2026-02-16", "2026-02-20", "2026-02-23", "2026-06-19", "2026-09-25", "2026-10-07", "2026-11-22"
            })
    void holidaysAndPlainWeekendsAreOff(LocalDate day) {
        assertThat(days.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-25, 2023-03-27", // a Saturday
        "2023-04-23, 2023-04-23", // a Sunday that is worked
        "2024-02-10, 2024-02-18", // the first day of the Spring Festival, until a make-up Sunday
        "2026-02-15, 2026-02-24",
        "2026-11-25, 2026-11-25",
    })
    void aDayOffMovesToTheNextWorkingDay(LocalDate day, LocalDate moved) {
        assertThat(days.onOrAfter(day)).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-04-27, 1, 2023-04-28",
        "2023-04-28, 1, 2023-05-04",
        "2023-04-28, 3, 2023-05-06",
        "2023-04-22, 0, 2023-04-22",
        "2026-09-24, 2, 2026-09-29",
    })
    void addsWorkingDays(LocalDate from, int workingDays, LocalDate to) {
        assertThat(days.plus(from, workingDays)).isEqualTo(to);
        if (workingDays > 0) {
            assertThat(days.between(from, to)).isEqualTo(workingDays);
        }
    }

    @Test
    void nothingLiesBetweenADayAndAnEarlierOne() {
        assertThat(days.between(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 24)))
                .isZero();
        assertThat(days.between(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 25)))
                .isZero();
        assertThat(days.between(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 30)))
                .isEqualTo(3);
    }

    @Test
    void aYearNotYetPublishedIsProvisionalAndHasItsWeekendsOff() {
        assertThat(days.provisional(2026)).isFalse();
        assertThat(days.provisional(2031)).isTrue();
        assertThat(days.isWorkingDay(LocalDate.of(2031, 10, 1))).isTrue();
        assertThat(days.isWorkingDay(LocalDate.of(2031, 10, 4))).isFalse();
    }

    @Test
    void fourYearsComeWithTheService() {
        assertThat(days.publishedYears()).containsExactly(2023, 2024, 2025, 2026);
    }
}
