package org.duban.task.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Closing a round freezes its numbers. */
@ServiceTest
class ClosingFlowTest {

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

    private final County qingshan = Api.county("青山县");
    private Api api;
    private Api.As supervisor;
    private Api.As ofTheCounty;
    private UUID health;
    private UUID finance;
    private UUID sports;
    private UUID plan;

    /**
     * Five tasks: 1 led by two units of the county and one of the city, 2 closed before the round, 3 reported in time, 4 reported
     * late, 5 never; the round is past its day.
     */
    @BeforeEach
    void aMonthThatIsNearlyOver() {
        jdbc.sql("""
                        truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, round_fact,
                                 round_result, outbox
                        """).update();
        clock.set("2023-03-13T09:00");
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        ofTheCounty = api.as("SUPERVISOR", null, qingshan.id());
        List<UUID> units = api.register(qingshan, "县卫生健康局", "县体育局");
        health = units.getFirst();
        sports = units.getLast();
        finance = api.register(null, "市财政局").getFirst();
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
                        List.of(
                                aTask(1, health, sports, finance),
                                aTask(2, health),
                                aTask(3, health),
                                aTask(4, sports),
                                aTask(5, finance)))
                .id();
        jdbc.sql("delete from report where task_id = :task")
                .param("task", taskOf(2))
                .update();
        jdbc.sql("update task set state = 'CLOSED', closed_on = '2023-03-13', progress = 100 where id = :task")
                .param("task", taskOf(2))
                .update();
        submit(health, 3, 60);
        submit(health, 1, 30);
        clock.set("2023-03-30T09:00");
        submit(sports, 4, 20);
    }

    @Test
    void theNumbersOfAClosedMonthAreThoseOfTheMomentInWhichItWasClosed() {
        var callers = List.of(supervisor, ofTheCounty, api.liaison(health), api.liaison(finance));
        var before = callers.stream().map(who -> overview(who, "2023-03")).toList();
        assertThat(before.getFirst().path("totals").path("owed").asInt()).isEqualTo(6);
        assertThat(before.getFirst().path("totals").path("tasks").asInt()).isEqualTo(5);

        close();
        assertThat(callers.stream().map(who -> overview(who, "2023-03")))
                .as("closing itself moves nothing")
                .isEqualTo(before);

        clock.set("2023-04-20T09:00");
        days.now();
        accept(health, 3);
        jdbc.sql("update task set state = 'CLOSED', closed_on = '2023-04-20', progress = 100 where ordinal in (3, 5)")
                .update();
        jdbc.sql("update task_unit set part = 'COOPERATING' where task_id = :task and unit_id = :unit")
                .param("task", taskOf(1))
                .param("unit", sports)
                .update();
        ledger.add(plan, List.of(aTask(6, finance)), "补充任务");
        assertThat(callers.stream().map(who -> overview(who, "2023-03")))
                .as("nor does anything that comes later")
                .isEqualTo(before);

        JsonNode april = overview(supervisor, "2023-04");
        assertThat(april.path("totals").path("closedTasks").asInt()).isEqualTo(3);
        assertThat(Api.list(april.path("trend")))
                .extracting(
                        month -> month.path("period").asString(),
                        month -> month.path("owed").asInt())
                .startsWith(org.assertj.core.api.Assertions.tuple("2023-03", 6));
    }

    @Test
    void aMonthWithOneRoundClosedAndOneOpenIsTheSumOfBoth() {
        UUID other = ledger.adopt(
                        new NewPlan(
                                "另一方案",
                                null,
                                null,
                                null,
                                "IMPLEMENTATION_PLAN",
                                Plan.Source.DOCUMENT,
                                null,
                                null,
                                31,
                                List.of()),
                        List.of(aTask(11, health), aTask(12, finance)))
                .id();
        JsonNode before = overview(supervisor, "2023-03");
        close();
        assertThat(overview(supervisor, "2023-03")).isEqualTo(before);
        submit(health, 11, 50);
        JsonNode after = overview(supervisor, "2023-03");
        assertThat(after.path("totals").path("submitted").asInt())
                .isEqualTo(before.path("totals").path("submitted").asInt() + 1);
        assertThat(supervisor
                        .get("/api/overview?period=2023-03&plan=" + other)
                        .body()
                        .path("totals")
                        .path("tasks")
                        .asInt())
                .isEqualTo(2);
        assertThat(unitsAddUp(after)).isTrue();
    }

    @Test
    void eachUnitsStandingIsKeptWithTheReasonForItsLight() {
        jdbc.sql("update task set due_on = '2023-03-20', kind = 'ONE_OFF' where ordinal = 5")
                .update();
        days.now();
        UUID round = close();
        var facts = supervisor.get("/api/rounds/" + round + "/facts").items();
        assertThat(facts)
                .extracting(
                        fact -> fact.path("taskOrdinal").asInt(),
                        fact -> fact.path("reportState").toString(),
                        fact -> fact.path("light").asString())
                .contains(
                        org.assertj.core.api.Assertions.tuple(2, "null", "GREEN"),
                        org.assertj.core.api.Assertions.tuple(3, "\"SUBMITTED\"", "GREEN"),
                        org.assertj.core.api.Assertions.tuple(5, "\"LAPSED\"", "RED"))
                .hasSize(7);
        jdbc.sql("update task set state = 'CLOSED', closed_on = '2023-04-20' where ordinal = 5")
                .update();
        assertThat(supervisor.get("/api/rounds/" + round + "/facts?light=RED").items())
                .filteredOn(fact -> fact.path("taskOrdinal").asInt() == 5)
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.path("lightReason").asString()).isEqualTo("已超办结期限8个工作日");
                    assertThat(fact.path("reportLightReason").asString()).isEqualTo("本轮调度已结束，未报送");
                    assertThat(fact.path("frozenOn").asString()).isEqualTo("2023-03-30");
                });

        // behaviours.md P21
        assertThat(ofTheCounty.get("/api/rounds/" + round + "/facts").items()).hasSize(5);
        assertThat(api.liaison(finance).get("/api/rounds/" + round + "/facts").items())
                .hasSize(2);
        UUID stranger = api.register(null, "市水务局").getFirst();
        assertThat(api.liaison(stranger).get("/api/rounds/" + round + "/facts").status())
                .isEqualTo(404);

        var first = supervisor.get("/api/rounds/" + round + "/facts?limit=4");
        assertThat(first.items()).hasSize(4);
        var rest = supervisor.get("/api/rounds/" + round + "/facts?limit=4&cursor=" + first.text("next"));
        assertThat(Stream.concat(first.items().stream(), rest.items().stream()).toList())
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoOnlyReportedAndLeadsNoMoreCountsWithTheReportAlone() {
        jdbc.sql("delete from task_unit where task_id = :task and unit_id = :unit")
                .param("task", taskOf(3))
                .param("unit", health)
                .update();
        JsonNode before = overview(supervisor, "2023-03");
        close();
        assertThat(overview(supervisor, "2023-03")).isEqualTo(before);
    }

    private static boolean unitsAddUp(JsonNode overview) {
        return Stream.of("owed", "submitted", "onTime", "overdue")
                .allMatch(name -> Api.list(overview.path("units")).stream()
                                .mapToInt(unit -> unit.path(name).asInt())
                                .sum()
                        == overview.path("totals").path(name).asInt());
    }

    private static JsonNode overview(Api.As who, String period) {
        var overview = (ObjectNode) who.get("/api/overview?period=" + period).body();
        overview.remove("asOf");
        return overview;
    }

    private UUID close() {
        UUID round = jdbc.sql("select id from round where plan_id = :plan and period = '2023-03-01'")
                .param("plan", plan)
                .query(UUID.class)
                .single();
        assertThat(supervisor
                        .post("/api/rounds/" + round + "/close", null, Map.of())
                        .status())
                .isEqualTo(200);
        return round;
    }

    private void submit(UUID unit, int ordinal, int progress) {
        assertThat(api.liaison(unit)
                        .put(
                                "/api/reports/" + reportOf(unit, ordinal),
                                "\"0\"",
                                Map.of("progress", progress, "done", "完成两次督导", "indicators", List.of()))
                        .status())
                .isEqualTo(200);
    }

    private void accept(UUID unit, int ordinal) {
        assertThat(supervisor
                        .post("/api/reports/" + reportOf(unit, ordinal) + "/acceptance", "\"1\"", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private UUID reportOf(UUID unit, int ordinal) {
        return jdbc.sql("""
                        select r.id from report r join task t on t.id = r.task_id
                        where r.unit_id = :unit and t.ordinal = :ordinal and r.period = '2023-03-01'
                        """)
                .param("unit", unit)
                .param("ordinal", ordinal)
                .query(UUID.class)
                .single();
    }

    private UUID taskOf(int ordinal) {
        return jdbc.sql("select id from task where ordinal = :ordinal")
                .param("ordinal", ordinal)
                .query(UUID.class)
                .single();
    }

    private static NewTask aTask(int ordinal, UUID... leads) {
        return new NewTask(ordinal, "任务" + ordinal, "正文", null, true, List.of(), List.of(leads), List.of(), null);
    }
}
