package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.task.ledger.TaskState.ACKNOWLEDGED;
import static org.duban.task.ledger.TaskState.ASSIGNED;
import static org.duban.task.ledger.TaskState.CLOSED;
import static org.duban.task.ledger.TaskState.COMPLETION_SUBMITTED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.CycleBegun;
import org.duban.task.ledger.Targets.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskKindTest {
    private static final UUID HEALTH = new UUID(0, 1);
    private static final UUID FINANCE = new UUID(0, 2);
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-20T09:00:00+08:00");
    private static final LocalDate TODAY = NOW.toLocalDate();
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final Indicator COVERAGE = new Indicator("覆盖率达到90%以上", ">=", BigDecimal.valueOf(90), null, "%");

    private final Task quarterly = task(TaskKind.PERIODIC, Repeat.QUARTER.cycleOf(TODAY));

    private static Task task(TaskKind kind, Cycle cycle) {
        return new Task(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                1,
                "开展督导检查",
                LocalDate.of(2026, 12, 15),
                kind,
                cycle,
                ASSIGNED,
                null,
                null,
                null,
                List.of(
                        Part.of(HEALTH, TaskEvent.Part.LEAD, null, TODAY),
                        Part.of(FINANCE, TaskEvent.Part.COOPERATING, null, TODAY)));
    }

    private static Task submitted(Task task) {
        return task.reported(HEALTH, "联络员", 80, NOW)
                .task()
                .submitCompletion(HEALTH, "已完成", TODAY)
                .task();
    }

    @ParameterizedTest
    @CsvSource({
        "QUARTER, 2026-11-20, 2026-10-01, 2026-12-31",
        "QUARTER, 2026-03-31, 2026-01-01, 2026-03-31",
        "HALF_YEAR, 2026-07-01, 2026-07-01, 2026-12-31",
        "YEAR, 2026-02-28, 2026-01-01, 2026-12-31"
    })
    void cyclesAreThoseOfTheCalendar(Repeat repeats, LocalDate day, LocalDate from, LocalDate to) {
        assertThat(repeats.cycleOf(day)).isEqualTo(new Cycle(repeats, from, to));
        assertThat(repeats.cycleOf(day).next().from()).isEqualTo(to.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "QUARTER, 2026-12-15, 2027-03-15",
        "QUARTER, 2026-09-30, 2026-12-31",
        "QUARTER, 2026-11-30, 2027-02-28",
        "YEAR, 2028-02-29, 2029-02-28",
        "HALF_YEAR, 2026-06-30, 2026-12-31"
    })
    void aDayComesAgainAndTheLastOfAMonthStaysTheLast(Repeat repeats, LocalDate day, LocalDate next) {
        assertThat(repeats.next(day)).isEqualTo(next);
    }

    @Test
    void whatWasClosedInItsCycleBeginsAnewWithNothingDoneAndNobodySignsAgain() {
        Task closed = submitted(quarterly).verify(null, List.of(), TODAY).task();
        assertThat(closed.cycleIsOver(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(closed.cycleIsOver(NEW_YEAR)).isTrue();
        Task.Decision decision = closed.renew(LocalDate.of(2026, 12, 15), NEW_YEAR);
        Task begun = decision.task();
        assertThat(begun.state()).isEqualTo(ACKNOWLEDGED);
        assertThat(begun.closedOn()).isNull();
        assertThat(begun.dueOn()).isEqualTo(LocalDate.of(2027, 3, 15));
        assertThat(begun.progress()).isZero();
        assertThat(begun.partOf(HEALTH).orElseThrow().acknowledged()).isTrue();
        assertThat(begun.partOf(FINANCE).orElseThrow().state()).isEqualTo(PartState.ASSIGNED);
        assertThat(decision.events())
                .containsExactly(new CycleBegun(
                        closed.id(),
                        begun.version(),
                        closed.title(),
                        NEW_YEAR,
                        LocalDate.of(2027, 3, 31),
                        LocalDate.of(2027, 3, 15),
                        true,
                        100));
    }

    @Test
    void whatWasNotDoneInItsCycleIsSettledAsItStands() {
        Task begun = quarterly.reported(HEALTH, "联络员", 60, NOW).task();
        CycleBegun told = (CycleBegun)
                begun.renew(LocalDate.of(2026, 12, 15), NEW_YEAR).events().getFirst();
        assertThat(told.lastDone()).isFalse();
        assertThat(told.lastProgress()).isEqualTo(60);
    }

    @Test
    void cyclesInWhichNothingWasAskedAreLeftOut() {
        Task.Decision late = quarterly.renew(LocalDate.of(2026, 12, 15), LocalDate.of(2027, 8, 2));
        assertThat(late.task().cycle()).isEqualTo(Repeat.QUARTER.cycleOf(LocalDate.of(2027, 8, 2)));
        assertThat(late.task().dueOn()).isEqualTo(LocalDate.of(2027, 9, 15));
    }

    @Test
    void whatWaitsForAVerificationOrIsSuspendedKeepsItsCycle() {
        assertThat(submitted(quarterly).state()).isEqualTo(COMPLETION_SUBMITTED);
        assertThat(submitted(quarterly).cycleIsOver(NEW_YEAR)).isFalse();
        assertThat(quarterly.suspend("理由", null, TODAY).task().cycleIsOver(NEW_YEAR))
                .isFalse();
        assertThat(task(TaskKind.ONE_OFF, null).cycleIsOver(NEW_YEAR)).isFalse();
    }

    @Test
    void aPeriodicTaskIsExtendedWithinItsCycleOnly() {
        Extension beyond = new Extension(
                UUID.randomUUID(),
                quarterly.id(),
                HEALTH,
                null,
                LocalDate.of(2026, 12, 15),
                NEW_YEAR,
                "理由",
                NOW,
                "联络员",
                Extension.State.OPEN,
                null,
                null,
                null,
                null);
        assertThatThrownBy(() -> quarterly.requestExtension(beyond, null))
                .isInstanceOfSatisfying(
                        TaskRefused.class, refused -> assertThat(refused.code()).isEqualTo("beyond-cycle"));
        Extension granted = beyond.granted(LocalDate.of(2026, 12, 31), null, "科长", NOW);
        assertThat(quarterly.extend(granted).task().dueOn()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void anIndicatorTaskIsClosedOnceEveryTargetIsReportedAsReached() {
        Task submitted = submitted(task(TaskKind.INDICATOR, null));
        for (List<Target> lacking : List.of(
                List.<Target>of(),
                List.of(new Target(COVERAGE, null)),
                List.of(new Target(COVERAGE, "85%")),
                List.of(new Target(COVERAGE, "95%"), new Target(COVERAGE, "正在统计")))) {
            assertThatThrownBy(() -> submitted.verify(null, lacking, TODAY))
                    .isInstanceOfSatisfying(
                            TaskRefused.class,
                            refused -> assertThat(refused.code()).isEqualTo("targets-not-reached"));
        }
        assertThat(submitted
                        .verify(null, List.of(new Target(COVERAGE, "90.0%")), TODAY)
                        .task()
                        .state())
                .isEqualTo(CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        ">=, 90, , 90%, true",
        ">=, 1000, , '1,200张', true",
        "<=, 5, , 5.1, false",
        "=, 3, , 3.0家, true",
        "between, 0.6, 0.8, 0.7, true",
        "between, 0.6, 0.8, 约0.9, false",
        ">=, 90, , 基本达到, false"
    })
    void aTargetIsComparedWithTheNumberInTheReport(
            String operator, BigDecimal value, BigDecimal upper, String reported, boolean reached) {
        assertThat(new Indicator("指标", operator, value, upper, "").reachedBy(reported))
                .isEqualTo(reached);
    }

    @Test
    void aSourceThatKnowsOnlyStandingLeavesTheFinerKind() {
        assertThat(TaskKind.PERIODIC.standing(false)).isEqualTo(TaskKind.PERIODIC);
        assertThat(TaskKind.PERIODIC.standing(true)).isEqualTo(TaskKind.STANDING);
        assertThat(TaskKind.STANDING.standing(false)).isEqualTo(TaskKind.ONE_OFF);
        TaskContent was = new TaskContent(
                "督导", "督导。", TODAY, TaskKind.PERIODIC, Repeat.YEAR, List.of(), List.of(HEALTH), List.of(), null, null);
        TaskContent read =
                new TaskContent("督导检查", "督导。", TODAY, false, List.of(), List.of(HEALTH), List.of(), null, null);
        assertThat(read.as(was).repeats()).isEqualTo(Repeat.YEAR);
    }
}
