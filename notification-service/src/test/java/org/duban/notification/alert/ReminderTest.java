package org.duban.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.duban.notification.calendar.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderTest {

    private static final LocalDate DUE = LocalDate.of(2023, 9, 25);

    /** The National Day of 2023: off from 29 September to 6 October, worked on 7 and 8 October. */
    private static final WorkingDays OF_2023 = new WorkingDays(Map.of(
            2023,
            new WorkingDays.Year(
                    LocalDate.of(2023, 9, 29)
                            .datesUntil(LocalDate.of(2023, 10, 7))
                            .collect(java.util.stream.Collectors.toSet()),
                    Set.of(LocalDate.of(2023, 10, 7), LocalDate.of(2023, 10, 8)))));

    @ParameterizedTest
    @CsvSource({
        "2023-09-17, ",
        "2023-09-18, REPORT_DUE",
        "2023-09-19, ",
        "2023-09-22, REPORT_DUE",
        "2023-09-23, ",
        "2023-09-24, REPORT_DUE",
        "2023-09-25, REPORT_DUE",
        "2023-09-26, REPORT_OVERDUE",
        "2023-09-28, REPORT_OVERDUE",
        "2023-09-29, ",
        "2023-10-02, ",
        "2023-10-07, REPORT_OVERDUE",
        "2023-10-09, REPORT_OVERDUE",
        "2023-10-14, ",
    })
    void saidSevenThreeAndOneDaysBeforeOnTheDayAndEachWorkingDayAfter(LocalDate today, AlertKind kind) {
        assertThat(Reminder.on(today, DUE, OF_2023).map(Reminder::kind)).isEqualTo(java.util.Optional.ofNullable(kind));
    }

    @Test
    void yearThatIsNotKnownHasItsWeekends() {
        assertThat(WorkingDays.WEEKENDS_ONLY.isWorkingDay(LocalDate.of(2030, 1, 4)))
                .isTrue();
        assertThat(WorkingDays.WEEKENDS_ONLY.isWorkingDay(LocalDate.of(2030, 1, 5)))
                .isFalse();
    }
}
