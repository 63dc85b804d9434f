package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.task.ledger.TaskPast.Owing;
import org.duban.task.ledger.TaskPast.Step;
import org.duban.task.light.TaskFacts;
import org.duban.task.light.TaskFacts.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a task stood on days gone by (behaviours.md X6). */
class TaskPastTest {
    private static final LocalDate GIVEN = day(1, 10);
    private static final LocalDate DUE = day(4, 20);

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2023, month, day);
    }

    private static Step step(LocalDate day, TaskState state, int progress) {
        return new Step(day, state, DUE, progress, false);
    }

    private static TaskPast past(List<Step> steps, Owing... reports) {
        return new TaskPast(GIVEN, false, null, List.of(), steps, List.of(reports));
    }

    private static TaskFacts on(TaskPast past, LocalDate day) {
        return past.on(day).orElseThrow();
    }

    @Test
    void beforeItWasGivenThereWasNothing() {
        TaskPast past = past(List.of(step(day(1, 5), TaskState.DRAFTED, 0), step(GIVEN, TaskState.ASSIGNED, 0)));
        assertThat(past.on(day(1, 4))).isEmpty();
        assertThat(past.on(day(1, 6))).as("a draft").isEmpty();
        assertThat(on(past, GIVEN).stage()).isEqualTo(Stage.RUNNING);
    }

    @Test
    void eachDayHasTheProgressAndTheDayThatWereKnownThen() {
        TaskPast past = past(List.of(
                step(GIVEN, TaskState.ASSIGNED, 0),
                step(day(2, 9), TaskState.IN_PROGRESS, 30),
                step(day(2, 9), TaskState.IN_PROGRESS, 40),
                new Step(day(3, 1), TaskState.IN_PROGRESS, day(7, 19), 40, false)));
        assertThat(on(past, day(2, 8)).progress()).isZero();
        assertThat(on(past, day(2, 9)).progress()).isEqualTo(40);
        assertThat(on(past, day(2, 28)).dueOn()).isEqualTo(DUE);
        assertThat(on(past, day(3, 1)).dueOn()).isEqualTo(day(7, 19));
        assertThat(on(past, day(2, 28)).scheduled()).as("49 of 100 days").isEqualTo(49);
    }

    @Test
    void aPeriodicTaskIsExpectedToBeginAnewInEachCycle() {
        TaskPast past = new TaskPast(
                GIVEN,
                false,
                Repeat.QUARTER,
                List.of(),
                List.of(
                        new Step(GIVEN, TaskState.ASSIGNED, day(3, 31), 0, false),
                        new Step(day(3, 20), TaskState.CLOSED, day(3, 31), 100, false),
                        new Step(day(4, 1), TaskState.ASSIGNED, day(6, 30), 0, false)),
                List.of());
        assertThat(on(past, day(2, 28)).beganOn())
                .as("given within its first cycle")
                .isEqualTo(GIVEN);
        assertThat(on(past, day(3, 25)).closedOn()).isEqualTo(day(3, 20));
        TaskFacts anew = on(past, day(5, 16));
        assertThat(anew.closedOn()).isNull();
        assertThat(anew.beganOn()).isEqualTo(day(4, 1));
        assertThat(anew.scheduled()).as("45 of 90 days").isEqualTo(50);
    }

    @Test
    void whatWasReopenedWasClosedOnTheDaysBetween() {
        TaskPast past = past(List.of(
                step(GIVEN, TaskState.ASSIGNED, 0),
                step(day(4, 25), TaskState.CLOSED, 100),
                step(day(5, 4), TaskState.IN_PROGRESS, 60)));
        assertThat(on(past, day(4, 30)).closedOn()).isEqualTo(day(4, 25));
        assertThat(on(past, day(4, 30)).stage()).isEqualTo(Stage.CLOSED);
        assertThat(on(past, day(5, 4)).closedOn()).isNull();
        assertThat(on(past, day(5, 4)).progress()).isEqualTo(60);
    }

    @Test
    void aReportWasOwedUntilItWasHandedInAndAgainWhileItWasReturned() {
        TaskPast past = past(
                List.of(step(GIVEN, TaskState.ASSIGNED, 0)),
                new Owing(
                        day(2, 1),
                        day(3, 20),
                        List.of(day(2, 27), day(3, 8)),
                        List.of(day(2, 25), day(3, 6)),
                        List.of(day(3, 2), day(3, 15)),
                        null));
        assertThat(on(past, day(1, 31)).reportDueOn()).isNull();
        assertThat(on(past, day(2, 26)).reportDueOn()).isEqualTo(day(2, 25));
        assertThat(on(past, day(2, 26)).reportReturned()).isFalse();
        assertThat(on(past, day(2, 27)).reportDueOn()).isNull();
        assertThat(on(past, day(3, 2)).reportDueOn()).isEqualTo(day(3, 6));
        assertThat(on(past, day(3, 7)).reportReturned()).isTrue();
        assertThat(on(past, day(3, 8)).reportReturned()).isFalse();
        assertThat(on(past, day(3, 8)).reportDueOn()).isNull();
        assertThat(on(past, day(3, 15)).reportDueOn()).as("a second time").isEqualTo(day(3, 20));
    }

    @Test
    void whatWasNeverHandedInWasOwedUntilItsRoundClosed() {
        TaskPast past = past(List.of(step(GIVEN, TaskState.ASSIGNED, 0)), neverHandedIn(day(3, 10)));
        assertThat(on(past, day(3, 9)).reportDueOn()).isEqualTo(day(2, 25));
        assertThat(on(past, day(3, 10)).reportDueOn()).isNull();
    }

    @Test
    void nothingIsOwedOnWhatIsSuspended() {
        TaskPast past = past(
                List.of(step(GIVEN, TaskState.ASSIGNED, 0), step(day(2, 20), TaskState.SUSPENDED, 0)),
                neverHandedIn(null));
        assertThat(on(past, day(2, 28)).reportDueOn()).isNull();
        assertThat(on(past, day(2, 28)).scheduled()).isNull();
    }

    private static Owing neverHandedIn(@Nullable LocalDate endedOn) {
        return new Owing(day(2, 1), day(2, 25), List.of(), List.of(), List.of(), endedOn);
    }
}
