package org.duban.task.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Phase;
import org.duban.task.ledger.Plan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Rounds by the week, the month and the quarter, as a plan or one of its tasks says (behaviours.md D2, E2). */
@ServiceTest
class CadenceFlowTest {

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
    private UUID health;
    private UUID finance;

    @BeforeEach
    void anEmptyLedgerOnTheDayOfThePlan() {
        jdbc.sql("truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, outbox")
                .update();
        clock.set("2023-03-13T09:00");
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        health = api.register(qingshan, "县卫生健康局").getFirst();
        finance = api.register(null, "市财政局").getFirst();
    }

    @Test
    void aPlansRulesAreDataAndSayWhatTheyComeTo() {
        UUID plan = adopt(null, aTask(1, health));
        Api.Answer before = rules(supervisor, plan);
        assertThat(before.body().path("cadence").asString()).isEqualTo("MONTHLY");
        assertThat(before.body().path("next").path(0).path("dueOn").asString()).isEqualTo("2023-03-27");
        assertThat(before.body().path("mayChange").asBoolean()).isTrue();

        Api.Answer set = set(supervisor, plan, before.etag(), Map.of("monthDay", 31, "onDayOff", "PREVIOUS"));
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.etag()).isEqualTo("\"1\"");
        // the end of April is a Sunday, the Friday before it is worked
        assertThat(set.body().path("next").path(1).path("dueOn").asString()).isEqualTo("2023-04-28");
        assertThat(dueDays(plan)).as("what is open keeps its day").containsExactly("2023-03 2023-03-27");

        turn("2023-04-03T00:10");
        assertThat(dueDays(plan)).containsExactly("2023-03 2023-03-27", "2023-04 2023-04-28");
    }

    @Test
    void aPlanIsSupervisedEveryWeekFromTheWeekInWhichItIsSaid() {
        UUID plan = adopt(null, aTask(1, health, finance));
        turn("2023-11-22T09:00");
        jdbc.sql("delete from report").update();
        jdbc.sql("delete from round").update();

        set(supervisor, plan, rules(supervisor, plan).etag(), Map.of("cadence", "WEEKLY", "weekday", 5));

        assertThat(dueDays(plan)).as("at once, and none of the past").containsExactly("2023-W47 2023-11-24");
        turn("2023-12-04T00:10");
        assertThat(dueDays(plan)).containsExactly("2023-W47 2023-11-24", "2023-W48 2023-12-01", "2023-W49 2023-12-08");
        days.now();
        assertThat(count("report")).isEqualTo(6);

        Api.Answer report = api.liaison(health).get("/api/reports?unit=me&period=2023-W49");
        assertThat(report.items()).hasSize(1);
        assertThat(submit(health, report.items().getFirst(), 30)).isEqualTo(200);
        assertThat(api.liaison(health)
                        .get("/api/reports?unit=me&period=2023-W48")
                        .items())
                .singleElement()
                .satisfies(late -> assertThat(submit(health, late, 20))
                        .as("a week that is late turns nothing back")
                        .isEqualTo(200));
        assertThat(jdbc.sql("select progress from task_unit where unit_id = :unit")
                        .param("unit", health)
                        .query(Integer.class)
                        .single())
                .isEqualTo(30);
        assertThat(api.liaison(health)
                        .get("/api/reports/"
                                + report.items().getFirst().path("id").asString())
                        .body()
                        .path("previous")
                        .path("period")
                        .asString())
                .isEqualTo("2023-W48");
    }

    @Test
    void aMonthsNumbersAreThoseOfAllRoundsWhoseDayLiesInIt() {
        UUID plan = adopt(null, aTask(1, health), aTask(2, finance));
        set(supervisor, plan, rules(supervisor, plan).etag(), Map.of("monthDay", 31, "quarterDay", 31));
        cadence(1, "QUARTERLY");
        cadence(2, "WEEKLY");
        turn("2023-06-30T09:00");

        // five Fridays, the quarter's last day; the weeks of May and of July count elsewhere
        assertThat(supervisor.get("/api/rounds?period=2023-06&plan=" + plan).items())
                .extracting(round -> round.path("period").asString())
                .containsExactly("2023-W26", "2023-W25", "2023-W24", "2023-W23", "2023-W22", "2023-Q2");
        JsonNode june =
                supervisor.get("/api/overview?period=2023-06&plan=" + plan).body();
        assertThat(june.path("totals").path("owed").asInt()).isEqualTo(6);
        assertThat(supervisor.get("/api/reports?period=2023-06&plan=" + plan).items())
                .hasSize(6);
        JsonNode week =
                supervisor.get("/api/overview?period=2023-W26&plan=" + plan).body();
        assertThat(week.path("totals").path("owed").asInt()).isOne();
        assertThat(Api.list(week.path("trend")))
                .extracting(one -> one.path("period").asString())
                .endsWith("2023-W25", "2023-W26");
        JsonNode quarter =
                supervisor.get("/api/overview?period=2023-Q2&plan=" + plan).body();
        assertThat(quarter.path("totals").path("owed").asInt()).isOne();
        assertThat(supervisor
                        .get("/api/overview?period=2023-05&plan=" + plan)
                        .body()
                        .path("totals")
                        .path("owed")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void aTaskWithACadenceOfItsOwnLeavesThePlansRounds() {
        UUID plan = adopt(null, aTask(1, health), aTask(2, finance));
        Api.Answer task = cadence(1, "QUARTERLY");
        assertThat(task.status()).isEqualTo(200);
        assertThat(task.text("cadence")).isEqualTo("QUARTERLY");
        assertThat(task.text("planCadence")).isEqualTo("MONTHLY");
        assertThat(jdbc.sql(
                                "select convert_from(payload, 'UTF8') from outbox where type = 'duban.task.task-changed.v1'")
                        .query(String.class)
                        .single())
                .contains("\"field\":\"cadence\"", "每季度");
        assertThat(dueDays(plan)).containsExactly("2023-03 2023-03-27", "2023-Q1 2023-03-27");

        turn("2023-04-03T00:10");
        assertThat(dueDays(plan)).hasSize(4);
        assertThat(supervisor.get("/api/reports?period=2023-Q2").items())
                .extracting(report -> report.path("taskOrdinal").asInt())
                .containsExactly(1);
        assertThat(jdbc.sql("select count(*) from report where period = '2023-04-01' and cadence = 'MONTHLY'")
                        .query(Integer.class)
                        .single())
                .isOne();

        Api.Answer again = supervisor.put(
                "/api/tasks/" + taskOf(1) + "/cadence",
                supervisor.get("/api/tasks/" + taskOf(1)).etag(),
                Map.of());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("cadence").isNull()).isTrue();
        assertThat(jdbc.sql("select count(*) from report where period = '2023-04-01' and cadence = 'MONTHLY'")
                        .query(Integer.class)
                        .single())
                .as("it is asked at once in the round that has still time")
                .isEqualTo(2);
    }

    @Test
    void roundsOfAnyCadenceAreOpenedByHandOnceAndOnlyWhereSomethingIsOwed() {
        UUID plan = adopt(null, aTask(1, health));
        for (int status : new int[] {409, 409}) {
            assertThat(open(plan, "2023-W12").status()).isEqualTo(status);
        }
        cadence(1, "WEEKLY");
        assertThat(open(plan, "2023-W12").status()).isEqualTo(201);
        assertThat(open(plan, "2023-W12").status()).isEqualTo(200);
        assertThat(open(plan, "2023-W10").status()).isEqualTo(422);
        assertThat(open(plan, "2024-W13").status()).isEqualTo(422);
        assertThat(open(plan, "2023-W60").status()).isEqualTo(400);
    }

    /** behaviours.md E2 */
    @Test
    void aPlanLoadedAfterSomeOfItsPhasesOpensNoRoundOfThePastAndStormsNoAlerts() {
        turn("2023-11-20T09:00");
        adopt(
                null,
                List.of(
                        new Phase("启动阶段", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 3, 31)),
                        new Phase("实施阶段", LocalDate.of(2023, 4, 1), LocalDate.of(2023, 12, 31))),
                new NewTask(
                        1, "任务1", "正文", LocalDate.of(2023, 3, 31), false, List.of(), List.of(health), List.of(), null),
                aTask(2, finance));
        days.now();
        assertThat(jdbc.sql("select distinct period from report")
                        .query(LocalDate.class)
                        .list())
                .containsExactly(LocalDate.of(2023, 11, 1));
        assertThat(jdbc.sql("""
                        select convert_from(payload, 'UTF8') from outbox where type = 'duban.task.task-assigned.v1'
                        order by convert_from(payload, 'UTF8')::json ->> 'ordinal'
                        """).query(String.class).list())
                .satisfiesExactly(
                        past -> assertThat(past).contains("\"quiet\":true"),
                        now -> assertThat(now).contains("\"quiet\":false"));
    }

    @Test
    void aTaskThatComesToAnIdlePlanOwesNothingForTheMonthsBefore() {
        UUID plan = adopt(null, aTask(1, health));
        jdbc.sql("update task set state = 'CLOSED', closed_on = '2023-03-20'").update();
        turn("2023-04-03T09:00");
        turn("2023-11-20T09:00");
        ledger.add(plan, List.of(aTask(2, finance)), "补充任务");
        days.now();
        assertThat(jdbc.sql("select period from report where unit_id = :unit")
                        .param("unit", finance)
                        .query(LocalDate.class)
                        .list())
                .containsExactly(LocalDate.of(2023, 11, 1));
    }

    /** behaviours.md B2 */
    @Test
    void cooperatingUnitsReportForThemselvesWhereThePlanSaysSo() {
        UUID sports = api.register(null, "市体育局").getFirst();
        UUID plan = adopt(
                null,
                new NewTask(1, "任务1", "正文", null, true, List.of(), List.of(health), List.of(finance, sports), null));
        assertThat(count("report")).isOne();

        set(supervisor, plan, rules(supervisor, plan).etag(), Map.of("cooperators", "THEMSELVES"));
        assertThat(supervisor.get("/api/reports").items())
                .extracting(report -> report.path("part").asString())
                .containsExactlyInAnyOrder("LEAD", "COOPERATING", "COOPERATING");
        JsonNode own = api.liaison(finance)
                .get("/api/reports?unit=me&state=due")
                .items()
                .getFirst();
        assertThat(submit(finance, own, 80)).isEqualTo(200);
        JsonNode task = supervisor.get("/api/tasks/" + taskOf(1)).body();
        assertThat(task.path("progress").asInt())
                .as("the lead unit's progress is the task's")
                .isZero();
        assertThat(Api.list(task.path("parts")))
                .filteredOn(
                        part -> part.path("unit").path("shortName").asString().equals("市财政局"))
                .singleElement()
                .satisfies(part -> assertThat(part.path("progress").asInt()).isEqualTo(80));
        JsonNode overview = supervisor.get("/api/overview?period=2023-03").body();
        assertThat(overview.path("totals").path("owed").asInt()).isEqualTo(3);
        assertThat(overview.path("totals").path("tasks").asInt()).isOne();

        set(supervisor, plan, rules(supervisor, plan).etag(), Map.of());
        assertThat(supervisor.get("/api/reports?state=WAIVED").items())
                .as("what is not handed in is not owed any more")
                .singleElement()
                .satisfies(waived -> assertThat(
                                waived.path("unit").path("shortName").asString())
                        .isEqualTo("市体育局"));
    }

    @Test
    void aPlanThatFailsHoldsUpNoneOfTheOthers() {
        UUID broken = adopt(null, aTask(1, health));
        UUID sound = adopt(null, aTask(2, finance));
        clock.set("2023-04-03T00:10");
        jdbc.sql("alter table round add constraint broken check (plan_id <> '%s') not valid".formatted(broken))
                .update();
        try {
            assertThatThrownBy(days::now).isInstanceOf(RuntimeException.class);
            assertThat(dueDays(sound)).hasSize(2);
            assertThat(dueDays(broken)).hasSize(1);
        } finally {
            jdbc.sql("alter table round drop constraint broken").update();
        }
        days.now();
        assertThat(dueDays(broken)).hasSize(2);
        assertThat(dueDays(sound)).hasSize(2);
    }

    /** behaviours.md P21 */
    @Test
    void onlyWhoTakesPartSeesThePlansRulesAndOnlyItsSupervisorSetsThem() {
        UUID plan = adopt(null, aTask(1, health));
        UUID stranger = api.register(null, "市水务局").getFirst();
        var ofTheCounty = api.as("SUPERVISOR", null, qingshan.id());
        assertThat(rules(api.liaison(health), plan).body().path("mayChange").asBoolean())
                .isFalse();
        assertThat(rules(api.liaison(stranger), plan).status()).isEqualTo(404);
        assertThat(rules(ofTheCounty, plan).status()).isEqualTo(200);
        assertThat(set(ofTheCounty, plan, "\"0\"", Map.of()).status()).isEqualTo(403);
        assertThat(set(api.liaison(health), plan, "\"0\"", Map.of()).status()).isEqualTo(403);
        assertThat(set(supervisor, plan, null, Map.of()).status()).isEqualTo(428);
        assertThat(set(supervisor, plan, "\"3\"", Map.of()).status()).isEqualTo(412);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("monthDay", 32),
                Map.of("weekday", 0),
                Map.of("cadence", "DAILY"),
                Map.of("graceWorkingDays", 61))) {
            assertThat(set(supervisor, plan, "\"0\"", wrong).status())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
        var task = "/api/tasks/" + taskOf(1) + "/cadence";
        assertThat(ofTheCounty.put(task, "\"1\"", Map.of("cadence", "WEEKLY")).status())
                .isEqualTo(403);
        assertThat(api.liaison(health)
                        .put(task, "\"1\"", Map.of("cadence", "WEEKLY"))
                        .status())
                .isEqualTo(403);
        assertThat(supervisor.put(task, null, Map.of("cadence", "WEEKLY")).status())
                .isEqualTo(428);
        assertThat(supervisor.put(task, "\"1\"", Map.of()).status())
                .as("nothing changes")
                .isEqualTo(409);
    }

    private Api.Answer rules(Api.As who, UUID plan) {
        return who.get("/api/plans/" + plan + "/round-rules");
    }

    private static Api.Answer set(Api.As who, UUID plan, @Nullable String etag, Map<String, Object> change) {
        return who.put("/api/plans/" + plan + "/round-rules", etag, Api.roundRules(change));
    }

    private Api.Answer cadence(int ordinal, String cadence) {
        var task = "/api/tasks/" + taskOf(ordinal);
        return supervisor.put(task + "/cadence", supervisor.get(task).etag(), Map.of("cadence", cadence));
    }

    private Api.Answer open(UUID plan, String period) {
        return supervisor.post("/api/rounds", null, Map.of("planId", plan, "period", period));
    }

    private int submit(UUID unit, JsonNode report, int progress) {
        return api.liaison(unit)
                .put(
                        "/api/reports/" + report.path("id").asString(),
                        "\"" + report.path("version").asInt() + "\"",
                        Map.of("progress", progress, "done", "完成两次督导", "problems", "人手不足", "indicators", List.of()))
                .status();
    }

    private List<String> dueDays(UUID plan) {
        var found = new ArrayList<>(supervisor.get("/api/rounds?plan=" + plan).items().stream()
                .map(round -> round.path("period").asString() + " "
                        + round.path("dueOn").asString())
                .toList());
        found.sort(null);
        return found;
    }

    private void turn(String at) {
        clock.set(at);
        days.now();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private UUID taskOf(int ordinal) {
        return jdbc.sql("select id from task where ordinal = :ordinal")
                .param("ordinal", ordinal)
                .query(UUID.class)
                .single();
    }

    private UUID adopt(@Nullable UUID county, NewTask... tasks) {
        return adopt(county, List.of(), tasks);
    }

    private UUID adopt(@Nullable UUID county, List<Phase> phases, NewTask... tasks) {
        return ledger.adopt(
                        new NewPlan(
                                "健康城市建设实施方案",
                                null,
                                null,
                                null,
                                "IMPLEMENTATION_PLAN",
                                Plan.Source.DOCUMENT,
                                null,
                                county,
                                25,
                                phases),
                        List.of(tasks))
                .id();
    }

    private static NewTask aTask(int ordinal, UUID... leads) {
        return new NewTask(ordinal, "任务" + ordinal, "正文", null, true, List.of(), List.of(leads), List.of(), null);
    }
}
