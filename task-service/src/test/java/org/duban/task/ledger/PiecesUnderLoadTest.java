package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.duban.kit.security.Caller;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.task.Api;
import org.duban.task.calendar.Cadence;
import org.duban.task.directory.Directory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/** Many at once on a task and its pieces, from above and below: none waits for another for ever, and the sums are right. */
@ServiceTest
class PiecesUnderLoadTest {
    private static final int THREADS = 6;
    private static final int CALLS = 60;
    private static final LocalDate RESUMED = LocalDate.of(2026, 3, 20);

    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ledger ledger;

    @Autowired
    TaskDesk desk;

    @Autowired
    PieceDesk decomposing;

    @Autowired
    CadenceDesk cadences;

    @Autowired
    LedgerProgress progress;

    @Autowired
    Tasks tasks;

    @Autowired
    Pieces pieces;

    @Autowired
    Resumption resumption;

    @Autowired
    TransactionOperations transactions;

    private List<UUID> units;
    private List<UUID> ids;

    @Test
    void whatPiecesDoIsTheProgressOfThePartWhoeverActsAtTheSameTime() throws Exception {
        clock.set("2026-03-13T09:00");
        units = new Api(mvc, directory).register(null, "市卫生健康委", "市财政局");
        UUID whole = adopt("并发方案", 1).getFirst();
        UUID plan = tasks.find(whole).orElseThrow().planId();
        units.forEach(unit -> desk.acknowledge(whole, any -> {}, caller("LIAISON", unit)));
        UUID piece = give(whole, units.get(0), units.get(0), 3);
        give(whole, units.get(0), units.get(1), 1);
        give(whole, units.get(1), units.get(0), 1);
        desk.acknowledge(piece, any -> {}, caller("LIAISON", units.get(0)));
        give(piece, units.get(0), units.get(0), 2);
        ids = idsOf(plan);

        int done = 0;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                work.add(() -> {
                    int accepted = 0;
                    for (int call = 0; call < CALLS; call++) {
                        accepted += attempt(random) ? 1 : 0;
                    }
                    return accepted;
                });
            }
            for (Future<Integer> one : threads.invokeAll(work)) {
                done += one.get();
            }
        }

        assertThat(done).isGreaterThan(THREADS);
        for (UUID id : idsOf(plan)) {
            Task task = tasks.find(id).orElseThrow();
            assertThat(jdbc.sql("select count(distinct version) from task_history where task_id = :id")
                            .param("id", id)
                            .query(Long.class)
                            .single())
                    .as("every version has its line")
                    .isEqualTo(task.version());
            if (task.piece() != null) {
                assertThat(tasks.find(task.piece().parentId()).orElseThrow().leadUnits())
                        .as("who gave %s leads what it is of", task.title())
                        .contains(task.piece().givenBy());
            }
            if (task.allows(TaskAction.ROLL_UP)) {
                for (Part part : task.parts()) {
                    pieces.progress(id, part.unitId())
                            .ifPresent(sum -> assertThat(part.progress())
                                    .as("%s of %s", part.unitId(), task.title())
                                    .isEqualTo(sum));
                }
            }
        }
    }

    @Test
    void whatIsSuspendedWhileTheDayTurnsIsLeftToTheNextTurn() throws Exception {
        clock.set("2026-03-13T09:00");
        units = new Api(mvc, directory).register(null, "市卫生健康委", "市财政局");
        List<UUID> wholes = adopt("先后方案", 2);
        UUID whole = wholes.getLast();
        desk.acknowledge(whole, any -> {}, caller("LIAISON", units.getFirst()));
        UUID piece = give(whole, units.getFirst(), units.getFirst(), 1);
        Caller supervisor = caller("SUPERVISOR", null);
        desk.suspend(wholes.getFirst(), "理由", RESUMED, any -> {}, supervisor);

        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> turn = Objects.requireNonNull(transactions.execute(status -> {
                tasks.locked(wholes.getFirst());
                Future<?> waiting =
                        threads.submit(() -> transactions.executeWithoutResult(own -> resumption.turned(RESUMED)));
                await().until(this::somebodyWaits);
                Future<?> meanwhile = threads.submit(() -> desk.suspend(piece, "理由", RESUMED, any -> {}, supervisor));
                await().until(meanwhile::isDone);
                return waiting;
            }));
            turn.get();
        }

        assertThat(tasks.find(wholes.getFirst()).orElseThrow().state()).isNotEqualTo(TaskState.SUSPENDED);
        assertThat(tasks.find(piece).orElseThrow().state())
                .as("it was not held with what it is a piece of")
                .isEqualTo(TaskState.SUSPENDED);
        transactions.executeWithoutResult(status -> resumption.turned(RESUMED));
        assertThat(tasks.find(piece).orElseThrow().state()).isNotEqualTo(TaskState.SUSPENDED);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where locktype = 'transactionid' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private List<UUID> adopt(String title, int tasks) {
        return idsOf(ledger.adopt(
                        new NewPlan(title, null, null, null, "LEDGER", Plan.Source.LEDGER, null, null, 25, List.of()),
                        IntStream.rangeClosed(1, tasks)
                                .mapToObj(n -> new NewTask(
                                        n,
                                        "任务",
                                        "任务。",
                                        LocalDate.of(2026, 6, 30),
                                        false,
                                        List.of(),
                                        units,
                                        List.of(),
                                        null))
                                .toList())
                .id());
    }

    private List<UUID> idsOf(UUID plan) {
        return jdbc.sql("select id from task where plan_id = :plan order by ordinal")
                .param("plan", plan)
                .query(UUID.class)
                .list();
    }

    private UUID give(UUID whole, UUID by, UUID to, int weight) {
        TaskContent content =
                new TaskContent("分解事项", "分解事项。", null, false, List.of(), List.of(to), List.of(), null, null);
        return decomposing.give(whole, content, weight, any -> {}, caller("LIAISON", by));
    }

    private static TaskContent asked(List<UUID> leads) {
        return new TaskContent("任务", "任务。", LocalDate.of(2026, 6, 30), false, List.of(), leads, List.of(), null, null);
    }

    private boolean attempt(Random random) {
        UUID id = ids.get(random.nextInt(ids.size()));
        UUID unit = units.get(random.nextInt(units.size()));
        Caller liaison = caller("LIAISON", unit);
        Caller supervisor = caller("SUPERVISOR", null);
        try {
            switch (random.nextInt(15)) {
                case 0 -> desk.acknowledge(id, any -> {}, liaison);
                case 1, 2, 3 -> {
                    int percent = random.nextInt(101);
                    transactions.executeWithoutResult(
                            status -> progress.reported(id, unit, UUID.randomUUID(), percent));
                }
                case 4, 5 -> desk.submitCompletion(id, "完成", List.of(), any -> {}, liaison);
                case 6 -> desk.verify(id, null, any -> {}, supervisor);
                case 7 -> desk.reopen(id, "理由", any -> {}, supervisor);
                case 8 -> desk.suspend(id, "理由", random.nextBoolean() ? null : RESUMED, any -> {}, supervisor);
                case 9 -> desk.resume(id, "恢复", any -> {}, supervisor);
                case 10, 11 ->
                    desk.revise(
                            id, asked(random.nextInt(4) == 0 ? units : List.of(unit)), "职能调整", any -> {}, supervisor);
                case 12 -> transactions.executeWithoutResult(status -> resumption.turned(RESUMED));
                case 13 -> cadences.set(id, random.nextBoolean() ? null : Cadence.WEEKLY, any -> {}, supervisor);
                default -> give(id, unit, units.get(random.nextInt(units.size())), 1 + random.nextInt(3));
            }
            return true;
        } catch (TaskRefused refused) {
            return false;
        }
    }

    private static Caller caller(String role, @Nullable UUID unit) {
        return new Caller(
                "someone",
                "经办人",
                unit,
                null,
                null,
                Set.of(role),
                Set.of("ledger:read", "ledger:write", "report:write"),
                Set.of(),
                false);
    }
}
