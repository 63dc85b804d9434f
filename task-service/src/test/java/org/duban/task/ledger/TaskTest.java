package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.task.ledger.TaskState.ACKNOWLEDGED;
import static org.duban.task.ledger.TaskState.ASSIGNED;
import static org.duban.task.ledger.TaskState.CLOSED;
import static org.duban.task.ledger.TaskState.COMPLETION_SUBMITTED;
import static org.duban.task.ledger.TaskState.IN_PROGRESS;

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
            false,
            ASSIGNED,
            null,
            null,
            0,
            List.of(lead(HEALTH), lead(FINANCE), cooperating(CULTURE)));

    private static Part lead(UUID unit) {
        return new Part(unit, TaskEvent.Part.LEAD, null, TODAY, null, null, 0);
    }

    private static Part cooperating(UUID unit) {
        return new Part(unit, TaskEvent.Part.COOPERATING, null, TODAY, null, null, 0);
    }

    private Task acknowledgedBy(UUID... units) {
        Task after = task;
        for (UUID unit : units) {
            after = after.acknowledge(unit, "联络员", NOW).task();
        }
        return after;
    }

    private Task submitted() {
        return acknowledgedBy(HEALTH, FINANCE).submitCompletion(HEALTH, "已完成").task();
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
    void completionIsSubmittedByALeadUnitAfterAcknowledgement() {
        assertRefused(() -> task.submitCompletion(HEALTH, "已完成"), "not-allowed-now");
        assertRefused(() -> acknowledgedBy(HEALTH, FINANCE).submitCompletion(CULTURE, "已完成"), "only-lead-units");
        Task.Decision decision = acknowledgedBy(HEALTH, FINANCE).submitCompletion(FINANCE, "已完成");
        assertThat(decision.task().state()).isEqualTo(COMPLETION_SUBMITTED);
        assertThat(decision.events()).containsExactly(new CompletionSubmitted(task.id(), 4, "建立联席会议制度", FINANCE));
    }

    @Test
    void verificationClosesItForGood() {
        Task.Decision decision = submitted().verify("同意销号", TODAY);
        assertThat(decision.task().state()).isEqualTo(CLOSED);
        assertThat(decision.task().closedOn()).isEqualTo(TODAY);
        assertThat(decision.task().progress()).isEqualTo(100);
        assertThat(decision.events()).containsExactly(new TaskClosed(task.id(), 5, "建立联席会议制度", TODAY));
        for (TaskAction action : TaskAction.values()) {
            assertThat(decision.task().allows(action))
                    .as("%s after closing", action)
                    .isFalse();
        }
    }

    @Test
    void aReturnedCompletionIsInProgressAgainUntilSubmittedOnceMore() {
        Task.Decision decision = submitted().returnCompletion("材料不全", TODAY);
        assertThat(decision.task().state()).isEqualTo(IN_PROGRESS);
        assertThat(decision.task().returnedOn()).isEqualTo(TODAY);
        assertThat(decision.words()).isEqualTo("材料不全");
        assertThat(decision.events())
                .containsExactly(new CompletionReturned(task.id(), 5, "建立联席会议制度", List.of(HEALTH, FINANCE), "材料不全"));
        assertThat(decision.task().submitCompletion(HEALTH, "已补").task().returnedOn())
                .isNull();
    }

    @Test
    void aStandingTaskIsNeverCompleted() {
        Task standing =
                new Task(task.id(), 3, task.planId(), 1, "长期坚持", null, true, IN_PROGRESS, null, null, 50, task.parts());
        assertRefused(() -> standing.submitCompletion(HEALTH, "已完成"), "not-allowed-now");
        assertThat(standing.allows(TaskAction.SUBMIT_COMPLETION)).isFalse();
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
        Part joins = new Part(CULTURE, TaskEvent.Part.LEAD, null, TODAY, null, null, 0);
        Part stays = new Part(HEALTH, TaskEvent.Part.LEAD, null, TODAY, null, null, 0);
        Task after = begun.revised("新的任务名称", TODAY, false, List.of(stays, joins));
        assertThat(after.version()).isEqualTo(begun.version() + 1);
        assertThat(after.state()).isEqualTo(IN_PROGRESS);
        assertThat(after.partOf(HEALTH).orElseThrow().acknowledged()).isTrue();
        assertThat(after.partOf(FINANCE)).isEmpty();
        assertThat(after.progress()).isEqualTo(40);
    }

    @Test
    void aNewLeadUnitHasToAcknowledgeBeforeTheTaskIsAcknowledgedAgain() {
        Task agreed = acknowledgedBy(HEALTH, FINANCE);
        Part health = new Part(HEALTH, TaskEvent.Part.LEAD, null, TODAY, null, null, 0);
        Part culture = new Part(CULTURE, TaskEvent.Part.LEAD, null, TODAY, null, null, 0);
        Task asked = agreed.revised(agreed.title(), null, false, List.of(health, culture));
        assertThat(asked.state()).isEqualTo(ASSIGNED);
        assertThat(asked.revised(agreed.title(), null, false, List.of(health)).state())
                .isEqualTo(ACKNOWLEDGED);
    }

    @Test
    void aClosedTaskIsNotRevised() {
        Task closed = submitted().verify(null, TODAY).task();
        assertRefused(() -> closed.revised("改名", null, false, closed.parts()), "not-allowed-now");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable decision, String code) {
        assertThatThrownBy(decision).isInstanceOfSatisfying(TaskRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(((Refusal) refused).words()).matches(".*\\p{IsHan}.*");
        });
    }
}
