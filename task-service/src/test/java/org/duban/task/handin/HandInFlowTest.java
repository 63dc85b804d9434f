package org.duban.task.handin;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.duban.task.ledger.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What every unit hands in by a day, and what a task owes every year (behaviours.md B6, B9). */
@ServiceTest
class HandInFlowTest {

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
    private UUID plan;

    @BeforeEach
    void aPlanOfTwoUnits() {
        jdbc.sql("""
                        truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, hand_in,
                                 hand_in_owed, artefact_day, outbox
                        """).update();
        clock.set("2023-03-13T09:00");
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        health = api.register(qingshan, "县卫生健康局").getFirst();
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
                                new NewTask(
                                        1,
                                        "健全制度",
                                        "正文",
                                        null,
                                        true,
                                        List.of(),
                                        List.of(health),
                                        List.of(finance),
                                        null),
                                new NewTask(2, "提升能力", "正文", null, true, List.of(), List.of(health), List.of(), null)))
                .id();
    }

    @Test
    void eachMemberUnitOwesOneAndAnswersForItself() {
        Api.Answer asked = ask(Map.of("title", "三季度自评报告", "dueOn", "2023-09-23", "words", "按附件格式"));
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.body().path("counts").path("owed").asInt())
                .as("each unit once")
                .isEqualTo(2);
        assertThat(told("hand-in-asked")).isEqualTo(2);

        JsonNode own = only(api.liaison(health), "?unit=me&state=owed");
        assertThat(own.path("dueOn").asString()).as("a Saturday, moved on").isEqualTo("2023-09-25");
        assertThat(own.path("overdue").asBoolean()).isFalse();
        assertThat(answer(api.liaison(health), own, "已完成自评。").status()).isEqualTo(200);
        clock.set("2023-09-26T09:00");
        JsonNode late = only(api.liaison(finance), "?unit=me");
        assertThat(late.path("overdue").asBoolean()).isTrue();
        assertThat(answer(api.liaison(finance), late, "已完成自评。")
                        .body()
                        .path("onTime")
                        .asBoolean())
                .isFalse();
        assertThat(supervisor.get("/api/hand-ins/counts?plan=" + plan).body().toString())
                .isEqualTo("{\"owed\":2,\"handedIn\":2,\"onTime\":1,\"returned\":0,\"overdue\":0}");

        JsonNode seen =
                supervisor.get("/api/hand-ins/" + own.path("id").asString()).body();
        assertThat(Api.strings(seen.path("allowed"))).containsExactly("RETURN", "WITHDRAW");
        Api.Answer returned = supervisor.post(
                "/api/hand-ins/" + own.path("id").asString() + "/return", "\"1\"", Map.of("reason", "请补充数据"));
        assertThat(returned.status()).isEqualTo(200);
        assertThat(returned.text("dueOn")).isEqualTo("2023-09-28");
        assertThat(told("hand-in-returned")).isOne();
        assertThat(only(api.liaison(health), "?unit=me&state=returned")
                        .path("returnReason")
                        .asString())
                .isEqualTo("请补充数据");
    }

    @Test
    void whatIsNotAskedForAnyMoreIsOwedByNobody() {
        Api.Answer asked = ask(Map.of("title", "专项自查", "dueOn", "2023-09-20", "units", List.of(finance)));
        String handIn = asked.text("handInId");
        assertThat(api.liaison(health).get("/api/hand-ins?unit=me").items()).isEmpty();
        assertThat(supervisor
                        .delete("/api/plans/" + plan + "/hand-ins/" + handIn, null)
                        .status())
                .isEqualTo(204);
        JsonNode withdrawn = only(api.liaison(finance), "?unit=me");
        assertThat(withdrawn.path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(answer(api.liaison(finance), withdrawn, "已完成").status()).isEqualTo(409);
        assertThat(told("hand-in-withdrawn")).isOne();
    }

    @Test
    void fiveArtefactsAreOwedEachYearByTheLeadUnitsOfTheTaskThatOwesThem() {
        UUID task = jdbc.sql("select id from task where ordinal = 1")
                .query(UUID.class)
                .single();
        Api.Answer set = supervisor.put(
                "/api/plans/" + plan + "/yearly-artefacts",
                null,
                Map.of(
                        "days", List.of(Map.of("artefact", "SUMMARY", "month", 12, "day", 20)),
                        "tasks", List.of(task)));
        assertThat(set.status()).isEqualTo(200);
        assertThat(titles())
                .as("the plan's day of January had passed when the task began to owe them")
                .containsExactly(
                        "2023年工作部署：健全制度 2023-03-31",
                        "2023年检查情况：健全制度 2023-10-07",
                        "2023年考核情况：健全制度 2023-11-30",
                        "2023年工作总结：健全制度 2023-12-20");
        days.now();
        assertThat(titles()).hasSize(4);

        clock.set("2024-01-02T00:10");
        days.now();
        days.now();
        assertThat(titles()).hasSize(9).contains("2024年工作计划：健全制度 2024-01-31");
        assertThat(api.liaison(finance).get("/api/hand-ins?unit=me").items())
                .as("a cooperating unit owes none")
                .isEmpty();
    }

    /** behaviours.md P21 */
    @Test
    void aUnitSeesItsOwnAndACountyItsUnits() {
        ask(Map.of("title", "专项自查", "dueOn", "2023-09-20"));
        JsonNode ofHealth = only(api.liaison(health), "");
        assertThat(api.liaison(finance)
                        .get("/api/hand-ins/" + ofHealth.path("id").asString())
                        .status())
                .isEqualTo(404);
        assertThat(answer(api.liaison(finance), ofHealth, "代报").status()).isEqualTo(404);
        var ofTheCounty = api.as("SUPERVISOR", null, qingshan.id());
        assertThat(ofTheCounty.get("/api/hand-ins").items()).hasSize(1);
        assertThat(ofTheCounty.get("/api/hand-ins/counts").body().path("owed").asInt())
                .isOne();
        assertThat(ofTheCounty
                        .post("/api/plans/" + plan + "/hand-ins", null, Map.of("title", "自查", "dueOn", "2023-09-20"))
                        .status())
                .isEqualTo(404);
        assertThat(api.liaison(health)
                        .post("/api/plans/" + plan + "/hand-ins", null, Map.of("title", "自查", "dueOn", "2023-09-20"))
                        .status())
                .isEqualTo(403);
        assertThat(api.liaison(health)
                        .put("/api/hand-ins/" + ofHealth.path("id").asString(), null, Map.of("words", "x"))
                        .status())
                .isEqualTo(428);
        assertThat(ask(Map.of("title", "自查", "dueOn", "2023-03-12")).status()).isEqualTo(422);
        assertThat(ask(Map.of("title", "自查", "dueOn", "2023-09-20", "units", List.of(UUID.randomUUID())))
                        .status())
                .isEqualTo(422);
    }

    private Api.Answer ask(Map<String, Object> words) {
        return supervisor.post("/api/plans/" + plan + "/hand-ins", null, words);
    }

    private static Api.Answer answer(Api.As who, JsonNode owed, String words) {
        return who.put(
                "/api/hand-ins/" + owed.path("id").asString(),
                "\"" + owed.path("version").asInt() + "\"",
                Map.of("words", words));
    }

    private static JsonNode only(Api.As who, String query) {
        var found = who.get("/api/hand-ins" + query).items();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<String> titles() {
        var found = new ArrayList<>(supervisor.get("/api/hand-ins?limit=50").items().stream()
                .map(one ->
                        one.path("title").asString() + " " + one.path("dueOn").asString())
                .toList());
        return found.reversed();
    }

    private int told(String type) {
        return jdbc.sql("select count(*) from outbox where type = :type")
                .param("type", "duban.task." + type + ".v1")
                .query(Integer.class)
                .single();
    }
}
