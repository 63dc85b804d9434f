package org.duban.meeting.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final LocalDate FRIDAY = LocalDate.of(2023, 9, 22);

    @Test
    void weekendsAloneAreOffWhileTheYearIsUnknown() {
        assertThat(WorkingDays.plus(FRIDAY, 10, year -> YearOfDays.WEEKENDS_ONLY))
                .isEqualTo("2023-10-06");
    }

    @Test
    void holidaysAreOffAndMakeUpDaysAreWorked() {
        YearOfDays year = new YearOfDays(
                FRIDAY.plusWeeks(1).datesUntil(LocalDate.of(2023, 10, 7)).collect(Collectors.toSet()),
                Set.of(LocalDate.of(2023, 10, 7), LocalDate.of(2023, 10, 8)));
        assertThat(WorkingDays.plus(FRIDAY, 4, any -> year)).isEqualTo("2023-09-28");
        assertThat(WorkingDays.plus(FRIDAY, 5, any -> year)).isEqualTo("2023-10-07");
        assertThat(WorkingDays.plus(FRIDAY, 10, any -> year)).isEqualTo("2023-10-12");
    }

    @Test
    void eachYearIsAskedForItsOwnDays() {
        YearOfDays newYear = new YearOfDays(Set.of(LocalDate.of(2024, 1, 1)), Set.of());
        assertThat(WorkingDays.plus(
                        LocalDate.of(2023, 12, 29), 1, year -> year == 2024 ? newYear : YearOfDays.WEEKENDS_ONLY))
                .isEqualTo("2024-01-02");
    }

    @Test
    void noDaysAreTheDayItself() {
        assertThat(WorkingDays.plus(FRIDAY, 0, year -> YearOfDays.WEEKENDS_ONLY))
                .isEqualTo(FRIDAY);
    }
}
