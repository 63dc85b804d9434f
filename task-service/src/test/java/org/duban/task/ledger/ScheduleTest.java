package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 4, 11);

    private static Milestone milestone(LocalDate day, int percent) {
        return new Milestone("节点" + percent, day, percent, null);
    }

    @Test
    void withoutMilestonesItRisesEvenlyFromAssignmentToTheLastDay() {
        Schedule schedule = new Schedule(START, END, List.of());
        assertThat(schedule.progressOn(START)).isZero();
        assertThat(schedule.progressOn(START.minusDays(5))).isZero();
        assertThat(schedule.progressOn(START.plusDays(50))).isEqualTo(50);
        assertThat(schedule.progressOn(END.minusDays(1))).isEqualTo(99);
        assertThat(schedule.progressOn(END)).isEqualTo(100);
        assertThat(schedule.progressOn(END.plusDays(9))).isEqualTo(100);
    }

    @Test
    void betweenMilestonesItRisesInStraightLines() {
        Schedule schedule =
                new Schedule(START, END, List.of(milestone(START.plusDays(20), 60), milestone(START.plusDays(80), 90)));
        assertThat(schedule.progressOn(START.plusDays(10))).isEqualTo(30);
        assertThat(schedule.progressOn(START.plusDays(20))).isEqualTo(60);
        assertThat(schedule.progressOn(START.plusDays(50))).isEqualTo(75);
        assertThat(schedule.progressOn(START.plusDays(90))).isEqualTo(95);
    }

    @Test
    void nothingIsExpectedByAnyDayOfATaskWithoutALastDay() {
        assertThat(new Schedule(START, null, List.of()).progressOn(END)).isNull();
    }

    @Test
    void itNeverFallsAndStaysWithinBounds() {
        Schedule schedule = new Schedule(START, END, List.of(milestone(START.plusDays(33), 7)));
        int before = 0;
        for (LocalDate day = START.minusDays(3); day.isBefore(END.plusDays(3)); day = day.plusDays(1)) {
            Integer now = schedule.progressOn(day);
            assertThat(now).isBetween(before, 100);
            before = now;
        }
    }

    @Test
    void aTaskThatWasDueOnTheDayOfItsAssignmentOwesAllOfItAtOnce() {
        assertThat(new Schedule(START, START, List.of()).progressOn(START)).isEqualTo(100);
        assertThat(new Schedule(START, START.minusDays(3), List.of()).progressOn(START))
                .isEqualTo(100);
    }

    @Test
    void daysAndSharesOfMilestonesRiseWithinTheTasksTime() {
        assertThatCode(() -> Schedule.check(
                        List.of(milestone(START, 10), milestone(START.plusDays(1), 20), milestone(END, 100)),
                        START,
                        END))
                .doesNotThrowAnyException();
        for (List<Milestone> wrong : List.of(
                List.of(milestone(START.minusDays(1), 10)),
                List.of(milestone(END.plusDays(1), 10)),
                List.of(milestone(START.plusDays(5), 10), milestone(START.plusDays(5), 20)),
                List.of(milestone(START.plusDays(5), 20), milestone(START.plusDays(6), 20)))) {
            assertThatThrownBy(() -> Schedule.check(wrong, START, END)).isInstanceOf(TaskRefused.class);
        }
        assertThatThrownBy(() -> Schedule.check(List.of(milestone(END, 10)), START, null))
                .isInstanceOf(TaskRefused.class);
    }
}
