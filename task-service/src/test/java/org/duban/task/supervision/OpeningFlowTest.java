package org.duban.task.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Opening a round asks units portion by portion; broken off, it is gone on with, and done twice it is done once. */
@ServiceTest
class OpeningFlowTest {

    private static final int TASKS = 205;

    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    DayTurns days;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ledger ledger;

    private Api api;
    private UUID health;
    private UUID finance;
    private UUID plan;

    @BeforeEach
    void aPlanOfManyTasks() {
        jdbc.sql("truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, outbox")
                .update();
        clock.set("2023-03-13T09:00");
        api = new Api(mvc, directory);
        List<UUID> units = api.register(null, "市卫生健康委", "市财政局");
        health = units.get(0);
        finance = units.get(1);
        plan = ledger.adopt(
                        new NewPlan(
                                "健康城市建设实施方案",
                                null,
                                null,
                                null,
                                "IMPLEMENTATION_PLAN",
                                Plan.Source.DOCUMENT,
                                null,
                                null,
                                25,
                                List.of()),
                        IntStream.rangeClosed(1, TASKS)
                                .mapToObj(ordinal -> new NewTask(
                                        ordinal,
                                        "任务" + ordinal,
                                        "正文",
                                        null,
                                        true,
                                        List.of(),
                                        ordinal == 1 ? List.of(health, finance) : List.of(health),
                                        List.of(),
                                        null))
                                .toList())
                .id();
    }

    @Test
    void aUnitIsToldOfAllItsReportsInFewEvents() {
        assertThat(told("reports-requested")).isEqualTo(3);
        assertThat(jdbc.sql("""
                                select sum(jsonb_array_length(convert_from(payload, 'UTF8')::jsonb -> 'reports')) from outbox
                                where type = 'duban.task.reports-requested.v1' and key = ?
                                """).param(health.toString()).query(Integer.class).single())
                .isEqualTo(TASKS);
        assertThat(round("reports")).isEqualTo(TASKS + 1);
    }

    @Test
    void openingItAgainChangesNoRow() {
        String before = rows();
        Api.Answer again = open();
        assertThat(again.status()).isEqualTo(200);
        days.now();
        assertThat(rows()).isEqualTo(before);
        assertThat(told("round-opened")).isOne();
    }

    @Test
    void whatWasBrokenOffIsGoneOnWithWhenTheDayTurns() {
        breakOff();
        days.now();
        assertThat(round("reports")).isEqualTo(TASKS + 1);
        assertThat(told("reports-requested")).as("of what was left").isOne();
        assertThat(told("round-opened")).isOne();
        String done = rows();
        days.now();
        assertThat(rows()).isEqualTo(done);
    }

    @Test
    void orByWhoeverOpensItAgain() {
        breakOff();
        assertThat(open().status()).isEqualTo(200);
        assertThat(api.liaison(finance).get("/api/reports?unit=me").items()).hasSize(1);
        assertThat(told("round-opened")).isOne();
    }

    // As a crash leaves it after the portion of one unit.
    private void breakOff() {
        jdbc.sql("delete from report where unit_id = ?").param(finance).update();
        jdbc.sql("update round set asking = true, reports = ?").param(TASKS).update();
        jdbc.sql("truncate outbox").update();
    }

    private Api.Answer open() {
        return api.supervisor().post("/api/rounds", null, Map.of("planId", plan, "period", "2023-03"));
    }

    /** Every row's writer: a row that was written again has another. */
    private String rows() {
        return jdbc.sql("""
                        select md5(string_agg(id::text || xmin::text, ',' order by id))
                        from (select id, xmin from report union all select id, xmin from round)
                        """).query(String.class).single();
    }

    private int round(String column) {
        return jdbc.sql("select %s from round".formatted(column))
                .query(Integer.class)
                .single();
    }

    private int told(String type) {
        return jdbc.sql("select count(*) from outbox where type = ?")
                .param("duban.task." + type + ".v1")
                .query(Integer.class)
                .single();
    }
}
