package org.duban.task.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.duban.kit.id.Ids;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.Period;
import org.duban.task.calendar.PublishedDays;
import org.duban.task.supervision.LedgerDatabase.Lead;
import org.duban.task.supervision.Rounds.Requested;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RoundsTest {

    private static final Period PERIOD = Period.parse("2026-11");

    private final LedgerDatabase database = LedgerDatabase.named("rounds");
    private final Rounds rounds = new Rounds(database.jdbc());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));

    private final UUID county = UUID.randomUUID();
    private final Lead one = new Lead(UUID.randomUUID(), null, 0);
    private final Lead two = new Lead(UUID.randomUUID(), county, 0);

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void eachLeadUnitOfEachOpenTaskOwesOneReportInThePlansOrder() {
        var plan = database.plan(LocalDate.of(2026, 3, 2));
        var third = database.task(plan, 3, "ASSIGNED", null, 0, List.of(one));
        var first = database.task(plan, 1, "IN_PROGRESS", null, 0, List.of(one, two));
        database.task(plan, 2, "CLOSED", null, 100, List.of(one));
        database.task(database.plan(LocalDate.of(2026, 3, 2)), 1, "ASSIGNED", null, 0, List.of(one));

        var requested = open(plan, PERIOD);

        assertThat(requested).extracting(Requested::taskId).containsExactly(first, first, third);
        assertThat(requested).extracting(Requested::unitId).containsOnly(one.unit(), two.unit());
        assertThat(requested)
                .allSatisfy(
                        report -> assertThat(ReportIds.firstDay(report.id())).contains(PERIOD.first()));
        assertThat(requested)
                .filteredOn(report -> report.unitId().equals(two.unit()))
                .extracting(Requested::countyId)
                .containsExactly(county);
        assertThat(database.jdbc()
                        .sql("select reports from round")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void reportIdsCarryTheirPeriodHoweverFarAwayItIs() {
        var plan = database.plan(LocalDate.of(2023, 3, 13));
        database.task(plan, 1, "ASSIGNED", null, 0, List.of(one));
        for (var period : List.of(Period.parse("2023-03"), Period.parse("2031-12"))) {
            assertThat(open(plan, period))
                    .singleElement()
                    .satisfies(report ->
                            assertThat(ReportIds.firstDay(report.id())).contains(period.first()));
        }
    }

    @Test
    void unitsAreAskedInPortionsOfAboutSoManyReports() {
        var plan = database.plan(LocalDate.of(2026, 3, 2));
        database.task(plan, 1, "ASSIGNED", null, 0, List.of(one, two));
        database.task(plan, 2, "ASSIGNED", null, 0, List.of(one));
        var dueOn = PERIOD.first().withDayOfMonth(25);

        assertThat(rounds.portions(plan, Cadence.MONTHLY, dueOn, 1))
                .hasSize(2)
                .allSatisfy(units -> assertThat(units).hasSize(1));
        assertThat(rounds.portions(plan, Cadence.MONTHLY, dueOn, 100))
                .singleElement()
                .satisfies(units -> assertThat(units).containsExactlyInAnyOrder(one.unit(), two.unit()));
        assertThat(rounds.portions(plan, Cadence.WEEKLY, dueOn, 100)).isEmpty();
    }

    @Test
    void whoWasAskedIsNotAskedAgain() {
        var plan = database.plan(LocalDate.of(2026, 3, 2));
        database.task(plan, 1, "ASSIGNED", null, 0, List.of(one, two));
        var pace = rounds.pace(plan).orElseThrow();
        var days = RoundDays.of(PERIOD, pace, PERIOD.first(), PublishedDays.ofTheStateCouncil());
        var id = Ids.next();
        transaction.executeWithoutResult(status -> {
            rounds.insert(id, pace, PERIOD, days, LedgerDatabase.NOW);
            rounds.ensureMonth(PERIOD.first());
            assertThat(rounds.request(id, plan, PERIOD, days, Asks.of(List.of(one.unit()))))
                    .extracting(Requested::unitId)
                    .containsExactly(one.unit());
            assertThat(rounds.request(id, plan, PERIOD, days, Asks.of(List.of(one.unit()))))
                    .isEmpty();
            assertThat(rounds.request(id, plan, PERIOD, days, Asks.only(List.of())))
                    .extracting(Requested::unitId)
                    .containsExactly(two.unit());
        });
        assertThat(rounds.asking(id)).isPresent();
        rounds.hasAsked(id);
        assertThat(rounds.asking(id)).isEmpty();
    }

    @Test
    void aRoundOpenedByEightAtOnceIsOneRound() throws Exception {
        var plan = database.plan(LocalDate.of(2026, 3, 2));
        database.task(plan, 1, "ASSIGNED", null, 0, List.of(one, two));
        // a month without a table yet, so that its making is contended for as well
        var period = Period.parse("2034-05");

        var requested = atOnce(8, () -> open(plan, period));

        assertThat(requested)
                .filteredOn(reports -> !reports.isEmpty())
                .singleElement()
                .satisfies(reports -> assertThat(reports).hasSize(2));
        assertThat(database.jdbc()
                        .sql("select count(*) from round")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(database.jdbc()
                        .sql("select count(*) from report")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aMonthsTableCanBeMadeWhileAnotherTransactionReadsAndWritesReports() {
        var plan = database.plan(LocalDate.of(2026, 3, 2));
        database.task(plan, 1, "ASSIGNED", null, 0, List.of(one));
        transaction.executeWithoutResult(writing -> {
            open(plan, PERIOD);
            assertThat(Thread.ofVirtual()
                            .start(() -> other().executeWithoutResult(
                                            making -> rounds.ensureMonth(LocalDate.of(2035, 1, 1)))))
                    .satisfies(thread -> assertThat(thread.join(Duration.ofSeconds(20)))
                            .as("made without waiting for the writer")
                            .isTrue());
        });
        assertThat(database.jdbc()
                        .sql("select to_regclass('report_2035_01') is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatIsNotHandedInWhenARoundClosesIsMissedAndTheRestStays() {
        var plan = database.plan(LocalDate.of(2026, 3, 2));
        database.task(plan, 1, "ASSIGNED", null, 0, List.of(one, two));
        var submitted = open(plan, PERIOD).getFirst();
        database.jdbc()
                .sql("update report set state = 'SUBMITTED', on_time = true where id = :id")
                .param("id", submitted.id())
                .update();
        var round = rounds.find(plan, PERIOD).orElseThrow();

        assertThat(rounds.lapse(round, LocalDate.of(2026, 12, 10)))
                .singleElement()
                .satisfies(missed -> {
                    assertThat(missed.id()).isNotEqualTo(submitted.id());
                    assertThat(missed.version()).isOne();
                });
        assertThat(rounds.lapse(round, LocalDate.of(2026, 12, 10))).isEmpty();
    }

    @Test
    void aRoundWaitsForAReturnedReportThatHasStillTime() {
        var plan = database.plan(LocalDate.of(2026, 3, 2));
        database.task(plan, 1, "ASSIGNED", null, 0, List.of(one));
        var report = open(plan, PERIOD).getFirst();
        var grace = database.jdbc()
                .sql("select closes_on from round")
                .query(LocalDate.class)
                .single();
        assertThat(rounds.pastTheirGrace(grace)).isEmpty();
        assertThat(rounds.pastTheirGrace(grace.plusDays(1))).hasSize(1);
        database.jdbc()
                .sql("update report set state = 'RETURNED', due_on = :day where id = :id")
                .param("day", grace.plusDays(2))
                .param("id", report.id())
                .update();
        assertThat(rounds.pastTheirGrace(grace.plusDays(1))).isEmpty();
        assertThat(rounds.pastTheirGrace(grace.plusDays(3))).hasSize(1);
    }

    @Test
    void onlyPlansWithWorkLeftAreSupervised() {
        var open = database.plan(LocalDate.of(2026, 3, 2));
        database.task(open, 1, "ASSIGNED", null, 0, List.of(one));
        var done = database.plan(LocalDate.of(2026, 3, 2));
        database.task(done, 1, "CLOSED", null, 100, List.of(one));
        open(open, PERIOD);

        assertThat(rounds.supervised()).singleElement().satisfies(plan -> {
            assertThat(plan.pace().id()).isEqualTo(open);
            assertThat(plan.opened()).containsExactly(PERIOD.first());
        });
        assertThat(rounds.anythingOwed(done, Cadence.MONTHLY, PERIOD.first().withDayOfMonth(25)))
                .isFalse();
    }

    @Test
    void whatBeganToOweLaterIsNotAskedInARoundThatWasDueBefore() {
        var plan = database.plan(LocalDate.of(2026, 3, 2));
        var resumed = database.task(plan, 1, "ASSIGNED", null, 0, List.of(one));
        database.jdbc()
                .sql("update task set owes_from = :day where id = :id")
                .param("day", PERIOD.first().withDayOfMonth(26))
                .param("id", resumed)
                .update();
        assertThat(rounds.anythingOwed(plan, Cadence.MONTHLY, PERIOD.first().withDayOfMonth(25)))
                .isFalse();
        assertThat(rounds.anythingOwed(plan, Cadence.MONTHLY, PERIOD.first().withDayOfMonth(26)))
                .isTrue();
        database.task(plan, 2, "ASSIGNED", null, 0, List.of(one));
        assertThat(open(plan, PERIOD))
                .extracting(Requested::taskId)
                .doesNotContain(resumed)
                .hasSize(1);
    }

    @Test
    void aTaskIsAskedInRoundsOfItsOwnCadenceOnly() {
        var plan = database.plan(LocalDate.of(2026, 3, 2));
        var monthly = database.task(plan, 1, "ASSIGNED", null, 0, List.of(one));
        var quarterly = database.task(plan, 2, "ASSIGNED", null, 0, List.of(one, two));
        database.jdbc()
                .sql("update task set cadence = 'QUARTERLY', cadence_since = '2026-11-02' where id = :id")
                .param("id", quarterly)
                .update();

        assertThat(rounds.supervised())
                .extracting(Rounds.Supervised::cadence, Rounds.Supervised::since)
                .containsExactly(
                        tuple(Cadence.MONTHLY, LocalDate.of(2026, 3, 2)),
                        tuple(Cadence.QUARTERLY, LocalDate.of(2026, 11, 2)));
        assertThat(open(plan, PERIOD)).extracting(Requested::taskId).containsExactly(monthly);
        var quarter = Period.parse("2026-Q4");
        assertThat(open(plan, quarter))
                .hasSize(2)
                .allSatisfy(
                        report -> assertThat(ReportIds.firstDay(report.id())).contains(quarter.first()));
        assertThat(rounds.anythingOwed(plan, Cadence.WEEKLY, quarter.last())).isFalse();
        assertThat(database.jdbc()
                        .sql("select month from round order by month")
                        .query(LocalDate.class)
                        .list())
                .containsExactly(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1));
    }

    private List<Requested> open(UUID plan, Period period) {
        var pace = rounds.pace(plan).orElseThrow();
        var days = RoundDays.of(period, pace, period.first(), PublishedDays.ofTheStateCouncil());
        return transaction.execute(status -> {
            var id = Ids.next();
            if (!rounds.insert(id, pace, period, days, LedgerDatabase.NOW)) {
                return List.of();
            }
            rounds.ensureMonth(period.first());
            return rounds.request(id, plan, period, days, Asks.only(List.of()));
        });
    }

    private TransactionTemplate other() {
        return new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        var barrier = new CyclicBarrier(threads);
        Callable<T> together = () -> {
            barrier.await();
            return work.call();
        };
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(Collections.nCopies(threads, together))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
