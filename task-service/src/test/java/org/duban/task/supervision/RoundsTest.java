package org.duban.task.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.duban.kit.id.Ids;
import org.duban.task.calendar.PublishedDays;
import org.duban.task.supervision.LedgerDatabase.Lead;
import org.duban.task.supervision.Rounds.Requested;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RoundsTest {

    private static final YearMonth PERIOD = YearMonth.of(2026, 11);

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
                .allSatisfy(report -> assertThat(Period.of(report.id())).contains(PERIOD.atDay(1)));
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
        for (var period : List.of(YearMonth.of(2023, 3), YearMonth.of(2031, 12))) {
            assertThat(open(plan, period))
                    .singleElement()
                    .satisfies(report -> assertThat(Period.of(report.id())).contains(period.atDay(1)));
        }
    }

    @Test
    void aRoundOpenedByEightAtOnceIsOneRound() throws Exception {
        var plan = database.plan(LocalDate.of(2026, 3, 2));
        database.task(plan, 1, "ASSIGNED", null, 0, List.of(one, two));
        // a month without a table yet, so that its making is contended for as well
        var period = YearMonth.of(2034, 5);

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
                            .start(() ->
                                    other().executeWithoutResult(making -> rounds.ensureMonth(YearMonth.of(2035, 1)))))
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
            assertThat(plan.opened()).containsExactly(PERIOD);
        });
        assertThat(rounds.anythingOwed(done, PERIOD.atDay(25))).isFalse();
    }

    @Test
    void whatBeganToOweLaterIsNotAskedInARoundThatWasDueBefore() {
        var plan = database.plan(LocalDate.of(2026, 3, 2));
        var resumed = database.task(plan, 1, "ASSIGNED", null, 0, List.of(one));
        database.jdbc()
                .sql("update task set owes_from = :day where id = :id")
                .param("day", PERIOD.atDay(26))
                .param("id", resumed)
                .update();
        assertThat(rounds.anythingOwed(plan, PERIOD.atDay(25))).isFalse();
        assertThat(rounds.anythingOwed(plan, PERIOD.atDay(26))).isTrue();
        database.task(plan, 2, "ASSIGNED", null, 0, List.of(one));
        assertThat(open(plan, PERIOD))
                .extracting(Requested::taskId)
                .doesNotContain(resumed)
                .hasSize(1);
    }

    private List<Requested> open(UUID plan, YearMonth period) {
        var pace = rounds.pace(plan).orElseThrow();
        var days = RoundDays.of(period, pace, period.atDay(1), PublishedDays.ofTheStateCouncil());
        return transaction.execute(status -> {
            var id = Ids.next();
            if (!rounds.insert(id, pace, period, days, LedgerDatabase.NOW)) {
                return List.of();
            }
            rounds.ensureMonth(period);
            return rounds.request(id, plan, period, days.dueOn());
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
