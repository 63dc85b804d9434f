package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.task.ledger.TaskState.ACKNOWLEDGED;
import static org.duban.task.ledger.TaskState.ASSIGNED;
import static org.duban.task.ledger.TaskState.CLOSED;
import static org.duban.task.ledger.TaskState.COMPLETION_SUBMITTED;
import static org.duban.task.ledger.TaskState.IN_PROGRESS;
import static org.duban.task.ledger.TaskState.SUSPENDED;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.kit.web.Refusal;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.CompletionReturned;
import org.duban.task.contract.TaskEvent.CompletionSubmitted;
import org.duban.task.contract.TaskEvent.TaskAcknowledged;
import org.duban.task.contract.TaskEvent.TaskClosed;
import org.duban.task.contract.TaskEvent.UnitUrged;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final UUID HEALTH = UUID.randomUUID();
    private static final UUID FINANCE = UUID.randomUUID();
    private static final UUID CULTURE = UUID.randomUUID();
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-20T09:00:00+08:00");
    private static final LocalDate TODAY = NOW.toLocalDate();

    private final Task task = new Task(
            UUID.randomUUID(),
            1,
            UUID.randomUUID(),
            1,
            "建立联席会议制度",
            LocalDate.of(2026, 12, 31),
            TaskKind.ONE_OFF,
            null,
            ASSIGNED,
            null,
            null,
            null,
            List.of(lead(HEALTH), lead(FINANCE), cooperating(CULTURE)));

    private static Part lead(UUID unit) {
        return Part.of(unit, TaskEvent.Part.LEAD, null, TODAY);
    }

    private static Part cooperating(UUID unit) {
        return Part.of(unit, TaskEvent.Part.COOPERATING, null, TODAY);
    }

    private Task acknowledgedBy(UUID... units) {
        Task after = task;
        for (UUID unit : units) {
            after = after.acknowledge(unit, "联络员", NOW).task();
        }
        return after;
    }

    private Task submitted() {
        return acknowledgedBy(HEALTH, FINANCE)
                .submitCompletion(HEALTH, "已完成", TODAY)
                .task()
                .submitCompletion(FINANCE, "已完成", TODAY)
                .task();
    }

    @Test
    void isAcknowledgedOnceEveryLeadUnitHas() {
        assertThat(acknowledgedBy(HEALTH, CULTURE).state()).isEqualTo(ASSIGNED);
        assertThat(acknowledgedBy(HEALTH, CULTURE, FINANCE).state()).isEqualTo(ACKNOWLEDGED);
    }

    @Test
    void eachAcknowledgementIsToldWithItsUnitAndANewVersion() {
        Task.Decision decision = task.acknowledge(HEALTH, "联络员", NOW);
        assertThat(decision.task().version()).isEqualTo(2);
        assertThat(decision.events()).containsExactly(new TaskAcknowledged(task.id(), 2, HEALTH));
    }

    @Test
    void isNotAcknowledgedTwiceByTheSameUnit() {
        assertRefused(() -> acknowledgedBy(HEALTH, HEALTH), "not-allowed-now");
    }

    @Test
    void doesNotExistForAUnitWithoutPartInIt() {
        assertRefused(() -> task.acknowledge(UUID.randomUUID(), "联络员", NOW), "task-not-found");
        assertRefused(() -> task.reported(UUID.randomUUID(), "联络员", 10, NOW), "task-not-found");
    }

    @Test
    void theFirstReportSetsItInProgressAndAcknowledgesForItsUnit() {
        Task.Decision decision = task.reported(HEALTH, "联络员", 50, NOW);
        assertThat(decision.task().state()).isEqualTo(IN_PROGRESS);
        assertThat(decision.task().partOf(HEALTH).orElseThrow().acknowledged()).isTrue();
        assertThat(decision.task().partOf(FINANCE).orElseThrow().acknowledged()).isFalse();
        assertThat(decision.events()).containsExactly(new TaskAcknowledged(task.id(), 2, HEALTH));
    }

    @Test
    void itsProgressIsTheAverageOfItsLeadUnits() {
        Task after = task.reported(HEALTH, "联络员", 75, NOW).task();
        assertThat(after.progress()).isEqualTo(38);
        assertThat(after.reported(FINANCE, "联络员", 100, NOW).task().progress()).isEqualTo(88);
    }

    @Test
    void eachLeadUnitSubmitsTheCompletionOfItsOwnPartAfterAcknowledgement() {
        assertRefused(() -> task.submitCompletion(HEALTH, "已完成", TODAY), "not-allowed-now");
        assertRefused(() -> acknowledgedBy(HEALTH, FINANCE).submitCompletion(CULTURE, "已完成", TODAY), "only-lead-units");
        Task.Decision first = acknowledgedBy(HEALTH).submitCompletion(HEALTH, "已完成", TODAY);
        assertThat(first.task().state()).isEqualTo(IN_PROGRESS);
        assertThat(first.task().partOf(HEALTH).orElseThrow().completedOn()).isEqualTo(TODAY);
        assertThat(first.events()).containsExactly(new CompletionSubmitted(task.id(), 3, "建立联席会议制度", HEALTH, 1, null));
        assertRefused(() -> first.task().submitCompletion(HEALTH, "又完成", TODAY), "not-allowed-now");
        assertRefused(() -> first.task().verify(null, List.of(), TODAY), "not-allowed-now");
        Task agreed = first.task().acknowledge(FINANCE, "联络员", NOW).task();
        Task.Decision last = agreed.submitCompletion(FINANCE, "已完成", TODAY);
        assertThat(last.task().state()).isEqualTo(COMPLETION_SUBMITTED);
        assertThat(last.events())
                .containsExactly(new CompletionSubmitted(task.id(), 5, "建立联席会议制度", FINANCE, null, null));
    }

    @Test
    void verificationClosesItUntilItIsReopened() {
        Task.Decision decision = submitted().verify("同意销号", List.of(), TODAY);
        assertThat(decision.task().state()).isEqualTo(CLOSED);
        assertThat(decision.task().closedOn()).isEqualTo(TODAY);
        assertThat(decision.task().progress()).isEqualTo(100);
        assertThat(decision.events()).containsExactly(new TaskClosed(task.id(), 6, "建立联席会议制度", TODAY));
        for (TaskAction action : TaskAction.values()) {
            assertThat(decision.task().allows(action))
                    .as("%s after closing", action)
                    .isEqualTo(action == TaskAction.REOPEN);
        }
    }

    @Test
    void aReopenedTaskIsAsFarAsItsUnitsHadReported() {
        Task reported = acknowledgedBy(HEALTH, FINANCE)
                .reported(HEALTH, "联络员", 80, NOW)
                .task()
                .submitCompletion(HEALTH, "已完成", TODAY)
                .task()
                .submitCompletion(FINANCE, "已完成", TODAY)
                .task();
        Task reopened =
                reported.verify(null, List.of(), TODAY).task().reopen("复核未通过").task();
        assertThat(reopened.state()).isEqualTo(IN_PROGRESS);
        assertThat(reopened.progress()).isEqualTo(40);
        assertThat(reopened.closedOn()).isNull();
        assertThat(reopened.busyUnits()).containsExactly(HEALTH, FINANCE);
        assertThat(reopened.returnedOn()).isNull();
    }

    @Test
    void aReturnedCompletionIsInProgressAgainUntilSubmittedOnceMore() {
        Task.Decision decision = submitted().returnCompletion(List.of(), "材料不全", TODAY);
        assertThat(decision.task().state()).isEqualTo(IN_PROGRESS);
        assertThat(decision.task().returnedOn()).isEqualTo(TODAY);
        assertThat(decision.words()).isEqualTo("材料不全");
        assertThat(decision.events())
                .containsExactly(new CompletionReturned(task.id(), 6, "建立联席会议制度", List.of(HEALTH, FINANCE), "材料不全"));
    }

    @Test
    void aReturnMayNameWhoHasToDoMore() {
        Task after =
                submitted().returnCompletion(List.of(FINANCE), "缺决算表", TODAY).task();
        assertThat(after.busyUnits()).containsExactly(FINANCE);
        assertThat(after.submitCompletion(FINANCE, "已补", TODAY).task().state()).isEqualTo(COMPLETION_SUBMITTED);
        assertThat(after.submitCompletion(FINANCE, "已补", TODAY).task().returnedOn())
                .isNull();
        assertRefused(() -> submitted().returnCompletion(List.of(CULTURE), "理由", TODAY), "not-allowed-now");
        assertRefused(() -> acknowledgedBy(HEALTH).returnCompletion(List.of(), "理由", TODAY), "not-allowed-now");
    }

    @Test
    void aStandingTaskIsNeverCompleted() {
        Task standing = new Task(
                task.id(),
                3,
                task.planId(),
                1,
                "长期坚持",
                null,
                TaskKind.STANDING,
                null,
                IN_PROGRESS,
                null,
                null,
                null,
                task.parts());
        assertRefused(() -> standing.submitCompletion(HEALTH, "已完成", TODAY), "not-allowed-now");
        assertThat(standing.allows(TaskAction.SUBMIT_COMPLETION)).isFalse();
    }

    @Test
    void whatBecomesStandingHasNothingCompletedAnyMore() {
        Task after = submitted().revised(task.title(), null, TaskKind.STANDING, null, task.parts());
        assertThat(after.state()).isEqualTo(IN_PROGRESS);
        assertThat(after.partOf(HEALTH).orElseThrow().completed()).isFalse();
    }

    @Test
    void aSuspendedTaskTakesNothingButItsResumptionAndGoesOnWhereItWas() {
        Task begun = task.reported(HEALTH, "联络员", 30, NOW).task();
        Task.Decision decision = begun.suspend("政策调整", LocalDate.of(2027, 1, 4), TODAY);
        Task suspended = decision.task();
        assertThat(suspended.state()).isEqualTo(SUSPENDED);
        assertThat(decision.events())
                .containsExactly(
                        new TaskEvent.TaskSuspended(task.id(), 3, "建立联席会议制度", "政策调整", LocalDate.of(2027, 1, 4)));
        for (TaskAction action : TaskAction.values()) {
            assertThat(suspended.allows(action))
                    .as("%s while suspended", action)
                    .isEqualTo(action == TaskAction.RESUME || action == TaskAction.REVISE);
        }
        assertThat(suspended.suspendedUntil(LocalDate.of(2027, 1, 3))).isFalse();
        assertThat(suspended.suspendedUntil(LocalDate.of(2027, 1, 4))).isTrue();
        Task resumed = suspended.resume(null).task();
        assertThat(resumed.state()).isEqualTo(IN_PROGRESS);
        assertThat(resumed.suspension()).isNull();
        assertThat(resumed.parts()).isEqualTo(begun.parts());
        assertRefused(() -> begun.suspend("理由", TODAY, TODAY), "resumes-too-early");
    }

    @Test
    void anExtensionMovesTheDayAndIsToldToWhoAsked() {
        Extension asked = asked(HEALTH, LocalDate.of(2027, 3, 31));
        Task waiting = task.requestExtension(asked, null).task();
        assertRefused(
                () -> waiting.requestExtension(asked(FINANCE, LocalDate.of(2027, 4, 30)), asked), "not-allowed-now");
        Extension granted = asked.granted(LocalDate.of(2027, 2, 28), "同意", "督导", NOW);
        Task.Decision decision = waiting.extend(granted);
        assertThat(decision.task().dueOn()).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(decision.task().state()).isEqualTo(ASSIGNED);
        assertThat(decision.events())
                .containsExactly(
                        new TaskEvent.TaskExtended(
                                task.id(), 3, task.title(), task.dueOn(), LocalDate.of(2027, 2, 28), HEALTH),
                        new TaskEvent.ExtensionDecided(
                                task.id(), 3, asked.id(), task.title(), HEALTH, null, LocalDate.of(2027, 2, 28), "同意"));
        assertRefused(() -> granted.withdrawn("联络员", NOW), "not-allowed-now");
    }

    @Test
    void onlyALeadUnitAsksForALaterDayThanTheOneItHas() {
        assertRefused(() -> task.requestExtension(asked(CULTURE, LocalDate.of(2027, 3, 31)), null), "only-lead-units");
        assertRefused(() -> task.requestExtension(asked(HEALTH, LocalDate.of(2026, 12, 31)), null), "not-later");
        Extension tooEarly = asked(HEALTH, LocalDate.of(2027, 3, 31)).granted(TODAY, null, "督导", NOW);
        assertRefused(() -> task.extend(tooEarly), "not-later");
    }

    private Extension asked(UUID unit, LocalDate day) {
        return new Extension(
                UUID.randomUUID(),
                task.id(),
                unit,
                null,
                LocalDate.of(2026, 12, 31),
                day,
                "征求意见未结束",
                NOW,
                "联络员",
                Extension.State.OPEN,
                null,
                null,
                null,
                null);
    }

    @Test
    void eachUrgedUnitIsToldSeparately() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Task.Decision decision =
                task.urge(List.of(new Task.Urging(first, HEALTH), new Task.Urging(second, CULTURE)), "请抓紧");
        assertThat(decision.events())
                .containsExactly(
                        new UnitUrged(task.id(), 2, first, "建立联席会议制度", HEALTH, null, "请抓紧"),
                        new UnitUrged(task.id(), 2, second, "建立联席会议制度", CULTURE, null, "请抓紧"));
        assertThat(decision.task().state()).isEqualTo(ASSIGNED);
    }

    @Test
    void whoWaitsForVerificationIsNotUrged() {
        assertRefused(() -> submitted().urge(List.of(), "请抓紧"), "not-allowed-now");
    }

    @Test
    void whoStaysWhenItIsRevisedKeepsWhatWasAcknowledgedAndReported() {
        Task begun = task.reported(HEALTH, "联络员", 80, NOW).task();
        Part joins = lead(CULTURE);
        Part stays = lead(HEALTH);
        Task after = begun.revised("新的任务名称", TODAY, TaskKind.ONE_OFF, null, List.of(stays, joins));
        assertThat(after.version()).isEqualTo(begun.version() + 1);
        assertThat(after.state()).isEqualTo(IN_PROGRESS);
        assertThat(after.partOf(HEALTH).orElseThrow().acknowledged()).isTrue();
        assertThat(after.partOf(FINANCE)).isEmpty();
        assertThat(after.progress()).isEqualTo(40);
    }

    @Test
    void aNewLeadUnitHasToAcknowledgeBeforeTheTaskIsAcknowledgedAgain() {
        Task agreed = acknowledgedBy(HEALTH, FINANCE);
        Part health = lead(HEALTH);
        Part culture = lead(CULTURE);
        Task asked = agreed.revised(agreed.title(), null, TaskKind.ONE_OFF, null, List.of(health, culture));
        assertThat(asked.state()).isEqualTo(ASSIGNED);
        assertThat(asked.revised(agreed.title(), null, TaskKind.ONE_OFF, null, List.of(health))
                        .state())
                .isEqualTo(ACKNOWLEDGED);
    }

    @Test
    void aClosedTaskIsNotRevised() {
        Task closed = submitted().verify(null, List.of(), TODAY).task();
        assertRefused(() -> closed.revised("改名", null, TaskKind.ONE_OFF, null, closed.parts()), "not-allowed-now");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable decision, String code) {
        assertThatThrownBy(decision).isInstanceOfSatisfying(TaskRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(((Refusal) refused).words()).matches(".*\\p{IsHan}.*");
        });
    }
}
