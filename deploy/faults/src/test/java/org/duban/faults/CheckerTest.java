package org.duban.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.duban.faults.Findings.Alert;
import org.duban.faults.Findings.Outage;
import org.duban.faults.Findings.State;
import org.duban.faults.Intent.Act;
import org.duban.faults.Intent.Outcome;
import org.junit.jupiter.api.Test;

/** The checker is shown histories with one wrong thing in each. */
class CheckerTest {

    private static final Act READ = new Act("plan-read", "方案1.txt");
    private static final UUID UNIT = UUID.randomUUID();
    private static final UUID TASK = UUID.randomUUID();
    private static final UUID REPORT = UUID.randomUUID();

    private final History history = new History();

    @Test
    void aCleanHistoryIsClean() {
        history.intend(READ, Outcome.ACKNOWLEDGED).done(READ, 1);
        history.tell(task(1))
                .ask(UNIT, REPORT)
                .tell(report(1))
                .tell(report(2))
                .stands(REPORT, 2)
                .exists(TASK);

        assertThat(history.check()).isEmpty();
    }

    @Test
    void seesAnAcknowledgedRequestThatIsLost() {
        history.intend(READ, Outcome.ACKNOWLEDGED);

        assertThat(history.check()).singleElement().asString().startsWith("lost: ");
    }

    @Test
    void seesARequestThatWasDoneTwice() {
        history.intend(READ, Outcome.ACKNOWLEDGED).done(READ, 2);

        assertThat(history.check()).singleElement().asString().startsWith("done twice: ");
    }

    @Test
    void seesARequestThatWasRefusedAndDone() {
        history.intend(READ, Outcome.REFUSED).done(READ, 1);

        assertThat(history.check()).singleElement().asString().startsWith("done twice: ");
    }

    @Test
    void whatNobodyAnsweredMayBeDoneOnceOrNot() {
        history.intend(READ, Outcome.UNCERTAIN);
        assertThat(history.check()).isEmpty();

        history.done(READ, 1);
        assertThat(history.check()).isEmpty();

        history.done(READ, 2);
        assertThat(history.check()).singleElement().asString().startsWith("done twice: ");
    }

    @Test
    void seesTwoAnswersToOneKey() {
        history.contradict("PUT /api/reports/1 was answered 200 and then 412");

        assertThat(history.check()).singleElement().asString().startsWith("two answers: ");
    }

    @Test
    void seesVersionsOutOfOrder() {
        history.ask(UNIT, REPORT).tell(report(2)).tell(report(1)).stands(REPORT, 2);

        assertThat(history.check()).anySatisfy(wrong -> assertThat(wrong).startsWith("out of order: "));
    }

    @Test
    void seesAGap() {
        history.ask(UNIT, REPORT).tell(report(1)).tell(report(3)).stands(REPORT, 3);

        assertThat(history.check()).singleElement().asString().startsWith("gap: ");
    }

    @Test
    void seesThatTheFirstIsMissing() {
        history.ask(UNIT, REPORT).tell(report(2)).stands(REPORT, 2);

        assertThat(history.check()).singleElement().asString().startsWith("gap: ");
    }

    @Test
    void anEventSentAgainIsNoBreachOfOrder() {
        UUID again = UUID.randomUUID();
        history.ask(UNIT, REPORT)
                .tell(again, 0, report(1))
                .tell(again, 0, report(1))
                .tell(report(2))
                .tell(again, 0, report(1));

        assertThat(history.stands(REPORT, 2).check()).isEmpty();
    }

    @Test
    void aTaskMovesOnWithoutAWordOfItsOwn() {
        history.tell(task(1)).tell(task(3)).exists(TASK);

        assertThat(history.check()).isEmpty();
    }

    @Test
    void seesWhatLiesInTwoPartitions() {
        history.ask(UNIT, REPORT).tell(UUID.randomUUID(), 0, report(1)).tell(UUID.randomUUID(), 1, report(2));

        assertThat(history.stands(REPORT, 2).check()).singleElement().asString().startsWith("without order: ");
    }

    @Test
    void seesThatTheLastStateWasNeverTold() {
        history.ask(UNIT, REPORT).tell(report(1)).stands(REPORT, 2);

        assertThat(history.check()).singleElement().asString().startsWith("not told: report");
    }

    @Test
    void seesAReportThatNobodyWasAskedFor() {
        history.stands(REPORT, 0);
        assertThat(history.check()).anySatisfy(wrong -> assertThat(wrong).contains("was never asked for"));

        history.ask(UNIT, REPORT);
        assertThat(history.check()).isEmpty();
    }

    @Test
    void whatIsAskedForMayBeHeardOfLater() {
        history.tell(report(1)).ask(UNIT, REPORT).stands(REPORT, 1);

        assertThat(history.check()).isEmpty();
    }

    @Test
    void seesATaskThatNobodyHeardOf() {
        history.exists(TASK);

        assertThat(history.check()).singleElement().asString().startsWith("not told: task");
    }

    @Test
    void seesAnEventWithoutEffect() {
        UUID event = UUID.randomUUID();
        history.tell(event, 0, task(1)).exists(TASK).effect(event, 0);

        assertThat(history.check()).singleElement().asString().startsWith("without effect: ");
    }

    @Test
    void seesAnEffectTwice() {
        UUID event = UUID.randomUUID();
        history.tell(event, 0, task(1)).exists(TASK).effect(event, 2);

        assertThat(history.check()).singleElement().asString().startsWith("effect 2 times: ");
    }

    @Test
    void seesAnAlertThatIsMissing() {
        history.tell(task(1), new Alert(UNIT, "TASK_ASSIGNED", TASK, "")).exists(TASK);

        assertThat(history.check()).singleElement().asString().startsWith("told 0 times: ");
    }

    @Test
    void seesAnAlertThatIsSaidTwice() {
        Alert alert = new Alert(UNIT, "TASK_ASSIGNED", TASK, "");
        history.tell(task(1), alert).exists(TASK).said(alert, 2);

        assertThat(history.check()).singleElement().asString().startsWith("told 2 times: ");
    }

    @Test
    void seesAnAlertWithoutCause() {
        Alert alert = new Alert(UNIT, "TASK_ASSIGNED", TASK, "");
        Alert another = new Alert(UUID.randomUUID(), "TASK_ASSIGNED", TASK, "");
        history.tell(task(1), alert).exists(TASK).said(alert, 1).said(another, 1);

        assertThat(history.check()).singleElement().asString().startsWith("told without cause: ");
    }

    @Test
    void seesABrokenChain() {
        history.broken("task-service at 12");

        assertThat(history.check()).singleElement().asString().startsWith("broken chain: ");
    }

    @Test
    void seesWhatStillWaits() {
        history.waits("the outbox of task-service", 3).waits("duban.task.notification-service.dlt", 0);

        assertThat(history.check()).containsExactly("waits: 3 in the outbox of task-service");
    }

    @Test
    void seesThatWritesStoppedWithKafka() {
        Instant from = Instant.parse("2026-11-22T01:00:00Z");
        history.outage(new Outage(from, from.plusSeconds(12)));
        assertThat(history.check()).singleElement().asString().startsWith("no write was acknowledged");

        history.intend(READ, Outcome.ACKNOWLEDGED, from.plusSeconds(3)).done(READ, 1);
        assertThat(history.check()).isEmpty();
    }

    private static State task(long version) {
        return new State("task", TASK, version, false);
    }

    private static State report(long version) {
        return new State("report", REPORT, version, true);
    }
}
