package org.duban.journeys.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final LocalDate SATURDAY = LocalDate.parse("2025-01-25");
    private static final LocalDate MADE_UP_SUNDAY = LocalDate.parse("2025-01-26");
    private static final LocalDate SPRING_FESTIVAL = LocalDate.parse("2025-01-28");

    private final Calendar calendar = new Calendar(Set.of(SPRING_FESTIVAL), Set.of(MADE_UP_SUNDAY));

    @Test
    void weekendsAndHolidaysAreOffAndMakeUpDaysAreNot() {
        assertThat(calendar.isWorked(LocalDate.parse("2025-01-24"))).isTrue();
        assertThat(calendar.isWorked(SATURDAY)).isFalse();
        assertThat(calendar.isWorked(MADE_UP_SUNDAY)).isTrue();
        assertThat(calendar.isWorked(SPRING_FESTIVAL)).isFalse();
    }

    @Test
    void aCutOffMovesToTheNextDayThatIsWorked() {
        assertThat(calendar.cutOff(SATURDAY)).isEqualTo(MADE_UP_SUNDAY);
        assertThat(calendar.cutOff(MADE_UP_SUNDAY)).isEqualTo(MADE_UP_SUNDAY);
    }

    @Test
    void workingDaysAreCountedWithoutTheFirst() {
        assertThat(calendar.workingDaysAfter(MADE_UP_SUNDAY, 2)).isEqualTo("2025-01-29");
        assertThat(calendar.workingDaysAfter(SATURDAY, 0)).isEqualTo(SATURDAY);
    }
}
