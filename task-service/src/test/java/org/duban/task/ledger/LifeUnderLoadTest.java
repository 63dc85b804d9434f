package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.security.Caller;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/** Many at once on few tasks: whatever order the database gives them, the history of each task is one path through the table. */
@ServiceTest
class LifeUnderLoadTest {
    private static final int THREADS = 6;
    private static final int CALLS = 60;

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
    ExtensionDesk extensions;

    @Autowired
    LedgerProgress progress;

    @Autowired
    Tasks tasks;

    @Autowired
    Extensions requests;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionOperations transactions;

    private List<UUID> units;
    private List<UUID> ids;

    @Test
    void concurrentCallsLeaveVersionsWithoutGapsAndAHistoryThatEndsWhereTheTaskStands() throws Exception {
        clock.set("2026-03-13T09:00");
        units = new Api(mvc, directory).register(null, "市卫生健康委", "市财政局", "市文化局");
        Plan plan = ledger.adopt(
                new NewPlan("并发方案", null, null, null, "LEDGER", Plan.Source.LEDGER, null, null, 25, List.of()),
                IntStream.rangeClosed(1, 3)
                        .mapToObj(n -> new NewTask(
                                n,
                                "任务" + n,
                                "任务。",
                                LocalDate.of(2026, 6, 30),
                                false,
                                List.of(),
                                units.subList(0, 2),
                                units.subList(2, 3),
                                null))
                        .toList());
        ids = jdbc.sql("select id from task where plan_id = :plan order by ordinal")
                .param("plan", plan.id())
                .query(UUID.class)
                .list();

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

        int steps = 0;
        for (UUID id : ids) {
            steps += replayed(id) - 1;
        }
        assertThat(steps).isEqualTo(done).isGreaterThan(THREADS);
        assertThat(audit.verify().holds()).isTrue();
        assertThat(jdbc.sql("""
                        select count(*) from report r join task t on t.id = r.task_id
                        where t.plan_id = :plan and not t.running and r.state in ('DUE', 'RETURNED')
                        """).param("plan", plan.id()).query(Integer.class).single())
                .as("what is suspended or closed owes nothing")
                .isZero();
    }

    private boolean attempt(Random random) {
        UUID id = ids.get(random.nextInt(ids.size()));
        UUID unit = units.get(random.nextInt(units.size()));
        Caller liaison = caller("LIAISON", unit);
        Caller supervisor = caller("SUPERVISOR", null);
        try {
            switch (random.nextInt(12)) {
                case 0, 1 -> desk.acknowledge(id, version -> {}, liaison);
                case 2 -> {
                    int percent = random.nextInt(101);
                    transactions.executeWithoutResult(
                            status -> progress.reported(id, unit, UUID.randomUUID(), percent));
                }
                case 3, 4, 5 -> desk.submitCompletion(id, "完成", List.of(), version -> {}, liaison);
                case 6 -> desk.verify(id, null, version -> {}, supervisor);
                case 7 -> desk.returnCompletion(id, List.of(), "理由", version -> {}, supervisor);
                case 8 -> desk.suspend(id, "理由", null, version -> {}, supervisor);
                case 9 -> desk.resume(id, "恢复", version -> {}, supervisor);
                case 10 -> {
                    if (random.nextBoolean()) {
                        desk.reopen(id, "理由", version -> {}, supervisor);
                    } else {
                        extensions.request(id, LocalDate.of(2030, 1, 1), "理由", version -> {}, liaison);
                    }
                }
                default -> {
                    UUID open = requests.open(id).map(Extension::id).orElse(id);
                    extensions.refuse(id, open, "不同意", version -> {}, supervisor);
                }
            }
            return true;
        } catch (TaskRefused refused) {
            return false;
        }
    }

    private static Caller caller(String role, @org.jspecify.annotations.Nullable UUID unit) {
        return new Caller(
                "someone",
                "经办人",
                unit,
                null,
                null,
                java.util.Set.of(role),
                java.util.Set.of("ledger:read", "ledger:write", "report:write"),
                java.util.Set.of(),
                false);
    }

    /** @return how many steps it has taken, its assignment included */
    private int replayed(UUID id) {
        record Step(long version, String action, String state) {}
        List<Step> steps = jdbc.sql(
                        "select version, action, state from task_history where task_id = :id order by version")
                .param("id", id)
                .query(Step.class)
                .list();
        TaskState state = TaskState.DRAFTED;
        long version = 0;
        for (Step step : steps) {
            assertThat(step.version).isEqualTo(version + 1);
            TaskState next = TaskState.valueOf(step.state);
            assertThat(TaskLife.after(state, TaskAction.valueOf(step.action)))
                    .as("%s from %s", step.action, state)
                    .contains(next);
            state = next;
            version = step.version;
        }
        Task now = tasks.find(id).orElseThrow();
        assertThat(now.state()).isEqualTo(state);
        assertThat(now.version()).isEqualTo(version);
        if (state.running()) {
            assertThat(TaskLife.of(now.parts())).isEqualTo(state);
        }
        return steps.size();
    }
}
