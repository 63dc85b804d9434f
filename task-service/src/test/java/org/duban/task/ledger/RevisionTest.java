package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class RevisionTest {
    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);

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
    LedgerEntries entries;

    private Api api;
    private UUID health;
    private UUID finance;
    private UUID culture;
    private Plan plan;
    private LedgerEntry task;

    @BeforeEach
    void aPlanOfOneTask() {
        api = new Api(mvc, directory);
        clock.set("2026-03-13T09:00");
        List<UUID> units = api.register(Api.county("临江县"), "县卫生健康局", "县财政局", "县文化局");
        health = units.get(0);
        finance = units.get(1);
        culture = units.get(2);
        plan = ledger.adopt(
                new NewPlan("年度工作台账", null, null, null, "LEDGER", Plan.Source.LEDGER, null, null, 25, List.of()),
                List.of(new NewTask(
                        1, "健全制度", "健全制度。", DUE, false, List.of(), List.of(health), List.of(finance), null)));
        task = entries.ofPlan(plan.id()).getFirst();
    }

    private TaskContent content(String title, LocalDate dueOn, List<UUID> leads, List<UUID> cooperators) {
        return new TaskContent(title, "健全制度。", dueOn, false, List.of(), leads, cooperators, null, null);
    }

    private int told(String type, UUID key) {
        return jdbc.sql("select count(*) from outbox where type = :type and key = :key")
                .param("type", type)
                .param("key", key.toString())
                .query(Integer.class)
                .single();
    }

    private List<String> reports(String state) {
        return jdbc.sql("""
                        select d.short_name from report r join directory_unit d on d.id = r.unit_id
                        where r.task_id = :task and r.state = :state
                        order by d.short_name
                        """)
                .param("task", task.id())
                .param("state", state)
                .query(String.class)
                .list();
    }

    @Test
    void whatChangedStandsInItsHistoryAndItsFirstDayStaysVisible() {
        LocalDate later = DUE.plusMonths(3);
        assertThat(ledger.revise(task.id(), content("健全制度", later, List.of(health), List.of()), "导入台账"))
                .isTrue();
        var shown = api.supervisor().get("/api/tasks/{id}", task.id()).body();
        assertThat(shown.path("dueOn").asString()).isEqualTo("2026-09-30");
        assertThat(shown.path("originalDueOn").asString()).isEqualTo("2026-06-30");
        assertThat(shown.path("version").asInt()).isEqualTo(2);
        var happening = api.supervisor()
                .get("/api/tasks/{id}/history", task.id())
                .items()
                .getFirst();
        assertThat(happening.path("action").asString()).isEqualTo("REVISE");
        assertThat(happening.path("words").asString()).isEqualTo("导入台账");
        assertThat(happening.path("details").path("changes").toString())
                .contains("2026-06-30", "2026-09-30", "县财政局")
                .doesNotContain("title");
        assertThat(told("duban.task.task-changed.v1", task.id())).isEqualTo(1);
    }

    @Test
    void whatIsTheSameIsNeitherWrittenNorTold() {
        assertThat(ledger.revise(task.id(), task.content(), "导入台账")).isFalse();
        assertThat(told("duban.task.task-changed.v1", task.id())).isZero();
        assertThat(entries.of(List.of(task.id())).getFirst().version()).isEqualTo(1);
    }

    @Test
    void aRoundWithTimeLeftAsksTheNewLeadUnitAndNotTheOneThatLeft() {
        assertThat(reports("DUE")).containsExactly("县卫生健康局");
        ledger.revise(task.id(), content("健全制度", DUE, List.of(culture), List.of(health)), "导入台账");
        assertThat(reports("DUE")).containsExactly("县文化局");
        assertThat(reports("WAIVED")).containsExactly("县卫生健康局");
    }

    @Test
    void aRoundWhoseDayHasPassedAsksNobodyNew() {
        clock.set("2026-03-27T09:00");
        ledger.revise(task.id(), content("健全制度", DUE, List.of(health, culture), List.of()), "导入台账");
        assertThat(reports("DUE")).containsExactly("县卫生健康局");
    }

    @Test
    void tasksAddedToAPlanAreAssignedAndAskedForInItsRound() {
        UUID added = ledger.add(
                        plan.id(),
                        List.of(new NewTask(
                                2, "培训人才", "培训人才。", DUE, false, List.of(), List.of(finance), List.of(), null)),
                        "导入台账")
                .getFirst();
        assertThat(told("duban.task.task-assigned.v1", added)).isEqualTo(1);
        assertThat(told("duban.task.reports-requested.v1", finance)).isEqualTo(1);
        assertThat(told("duban.task.reports-requested.v1", health)).isEqualTo(1);
        assertThat(told("duban.task.plan-adopted.v1", plan.id())).isEqualTo(1);
    }

    @Test
    void aTaskThatItsOldLedgerHadClosedComesInClosedAndQuiet() {
        UUID added = ledger.add(
                        plan.id(),
                        List.of(new NewTask(
                                2,
                                "印发方案",
                                "印发方案。",
                                DUE,
                                false,
                                List.of(),
                                List.of(finance),
                                List.of(),
                                null,
                                "A-2",
                                "已印发",
                                100,
                                true)),
                        "导入台账")
                .getFirst();
        assertThat(entries.of(List.of(added)).getFirst())
                .satisfies(entry -> assertThat(entry.state()).isEqualTo(TaskState.CLOSED))
                .satisfies(entry -> assertThat(entry.content().number()).isEqualTo("A-2"));
        assertThat(told("duban.task.reports-requested.v1", finance)).isZero();
        assertThat(told("duban.task.task-closed.v1", added)).isEqualTo(1);
        assertThat(jdbc.sql("select convert_from(payload, 'UTF8') from outbox where type = :type and key = :key")
                        .param("type", "duban.task.task-assigned.v1")
                        .param("key", added.toString())
                        .query(String.class)
                        .single())
                .contains("\"quiet\":true");
    }
}
