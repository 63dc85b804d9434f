package org.duban.task.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.duban.kit.audit.AuditTrail;
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

/** Problems as inspections bring them, through the service's own doors (behaviours.md B10, E3, E4). */
@ServiceTest
class RectificationApiTest {
    private static final String HERE = "/api/rectifications/{id}";

    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail audit;

    @Autowired
    Ledger ledger;

    private Api api;
    private Api.As supervisor;
    private Api.As liaison;
    private final County county = Api.county("临江县");
    private final County other = Api.county("望山县");
    private UUID health;
    private UUID finance;
    private UUID elsewhere;

    @BeforeEach
    void anEmptyList() {
        jdbc.sql("truncate rectification, rectification_unit, rectification_history, outbox, directory_unit")
                .update();
        api = new Api(mvc, directory);
        clock.set("2026-11-23T09:00");
        List<UUID> units = api.register(county, "县卫生健康局", "县财政局");
        health = units.get(0);
        finance = units.get(1);
        elsewhere = api.register(other, "县卫生健康局").getFirst();
        supervisor = api.supervisor();
        liaison = api.liaison(health);
    }

    private Map<String, Object> found(UUID unit, String problem, Object... more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("source", "INSPECTION", "foundOn", "2026-11-20", "problem", problem, "unitId", unit));
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i].toString(), more[i + 1]);
        }
        return body;
    }

    private Api.Answer open(UUID unit, String problem, Object... more) {
        Api.Answer opened = supervisor.post("/api/rectifications", null, found(unit, problem, more));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        return opened;
    }

    private Api.Answer act(Api.As who, String action, UUID id, Object body) {
        Api.Answer now = supervisor.get(HERE, id);
        return who.post(HERE + "/" + action, now.etag(), body, id);
    }

    private void closed(UUID id) {
        assertThat(act(liaison, "plan", id, Map.of("cause", "无人盘点", "measure", "每周盘点", "dueOn", "2026-12-31"))
                        .status())
                .isEqualTo(200);
        assertThat(act(supervisor, "plan/agreement", id, Api.nothing()).status())
                .isEqualTo(200);
        assertThat(act(liaison, "completion", id, Map.of("statement", "已建立制度")).status())
                .isEqualTo(200);
        assertThat(act(supervisor, "reinspection", id, Map.of("passed", true)).status())
                .isEqualTo(200);
    }

    private List<String> titles(Api.As who, String query) {
        return who.get("/api/rectifications?" + query).items().stream()
                .map(item -> item.path("title").asString())
                .toList();
    }

    private int told(String type) {
        return jdbc.sql("select count(*) from outbox where type = :type")
                .param("type", "duban.task." + type + ".v1")
                .query(Integer.class)
                .single();
    }

    @Test
    void problemIsPlannedPutRightInspectedClosedAndLookedAtAgain() {
        Api.Answer opened = open(health, "中药房存有过期饮片。", "place", "县中医院", "cooperatorIds", List.of(finance));
        UUID id = opened.id();
        assertThat(opened.location()).isEqualTo("/api/rectifications/" + id);
        assertThat(opened.text("state")).isEqualTo("OPEN");
        assertThat(opened.text("planBy")).isEqualTo("2026-12-07");
        assertThat(opened.body().path("cooperators").path(0).path("shortName").asString())
                .isEqualTo("县财政局");
        assertThat(Api.strings(liaison.get(HERE, id).body().path("allowed"))).containsExactly("SUBMIT_PLAN");
        assertThat(Api.strings(opened.body().path("allowed"))).containsExactly("WITHDRAW");

        Map<String, Object> plan = Map.of("cause", "无人盘点", "measure", "每周盘点一次", "dueOn", "2026-12-15");
        assertThat(act(liaison, "plan", id, plan).text("state")).isEqualTo("PLAN_SUBMITTED");
        assertThat(act(supervisor, "plan/return", id, Map.of("reason", "请落实到人")).text("returnReason"))
                .isEqualTo("请落实到人");
        assertThat(act(liaison, "plan", id, plan).text("state")).isEqualTo("PLAN_SUBMITTED");
        Api.Answer agreed = act(supervisor, "plan/agreement", id, Map.of("opinion", "同意"));
        assertThat(agreed.text("state")).isEqualTo("PLANNED");
        assertThat(agreed.text("dueOn")).isEqualTo("2026-12-15");

        clock.set("2026-12-14T09:00");
        assertThat(act(liaison, "completion", id, Map.of("statement", "已清理并建立盘点台账"))
                        .text("state"))
                .isEqualTo("RECTIFIED");
        assertThat(act(supervisor, "reinspection", id, Map.of("passed", false)).status())
                .isEqualTo(400);
        assertThat(act(supervisor, "reinspection", id, Map.of("passed", false, "words", "台账缺两周"))
                        .text("state"))
                .isEqualTo("PLANNED");
        act(liaison, "completion", id, Map.of("statement", "台账已补齐"));
        clock.set("2026-12-16T09:00");
        Api.Answer closed = act(supervisor, "reinspection", id, Map.of("passed", true, "words", "合格"));
        assertThat(closed.text("state")).isEqualTo("CLOSED");
        assertThat(closed.body().path("onTime").asBoolean()).isTrue();
        assertThat(closed.text("followUpOn")).isEqualTo("2027-06-16");
        assertThat(titles(supervisor, "follow-up-due=true")).isEmpty();

        clock.set("2027-06-16T09:00");
        assertThat(titles(supervisor, "follow-up-due=true")).containsExactly("中药房存有过期饮片");
        Api.Answer recurred =
                act(supervisor, "follow-up", id, Map.of("held", false, "words", "又见过期饮片", "dueOn", "2027-07-15"));
        assertThat(recurred.text("state")).isEqualTo("RECURRED");
        Api.Answer again = supervisor.get(HERE, UUID.fromString(recurred.text("recurredAs")));
        assertThat(again.text("state")).isEqualTo("OPEN");
        assertThat(again.text("recurredFrom")).isEqualTo(id.toString());
        assertThat(again.text("dueOn")).isEqualTo("2027-07-15");
        assertThat(again.body().path("cooperators").size()).isOne();

        assertThat(Api.list(supervisor.get(HERE, id).body().path("history")))
                .extracting(step -> step.path("action").asString())
                .containsExactly(
                        "RECUR",
                        "PASS",
                        "COMPLETE",
                        "FAIL",
                        "COMPLETE",
                        "AGREE_PLAN",
                        "SUBMIT_PLAN",
                        "RETURN_PLAN",
                        "SUBMIT_PLAN",
                        "OPEN");
        assertThat(told("rectification-opened")).isEqualTo(2);
        assertThat(told("rectification-closed")).isOne();
        assertThat(told("reinspection-failed")).isOne();
        assertThat(told("rectification-followed-up")).isOne();
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void unitRegistersWhatItFoundInItselfAndCorrectedAtOnce() {
        Map<String, Object> own = found(health, "消毒记录漏填两天", "source", "SELF_CHECK", "correction", "已当场补填并约谈值班人员");
        Api.Answer opened = liaison.post("/api/rectifications", null, own);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("state")).isEqualTo("RECTIFIED");
        assertThat(opened.text("evidence")).startsWith("已当场补填");
        assertThat(act(supervisor, "reinspection", opened.id(), Map.of("passed", true, "followUpMonths", 0))
                        .body()
                        .path("followUpOn")
                        .isNull())
                .isTrue();

        assertThat(liaison.post("/api/rectifications", null, found(health, "督查发现"))
                        .status())
                .isEqualTo(403);
        assertThat(liaison.post("/api/rectifications", null, found(finance, "别人的", "source", "SELF_CHECK"))
                        .status())
                .isEqualTo(403);
        assertThat(supervisor
                        .post("/api/rectifications", null, found(health, "检查的", "correction", "已改"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void everythingWrongInANewItemIsNamed() {
        Api.Answer refused = supervisor.post(
                "/api/rectifications",
                null,
                found(UUID.randomUUID(), "问题", "foundOn", "2026-11-24", "dueOn", "2026-11-01"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(pointers(refused)).containsExactly("/unitId", "/foundOn", "/dueOn");
        assertThat(supervisor
                        .post("/api/rectifications", null, Map.of("source", "INSPECTION"))
                        .status())
                .isEqualTo(400);
    }

    private static List<String> pointers(Api.Answer refused) {
        return Api.list(refused.body().path("errors")).stream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    @Test
    void listOfAnInspectionIsRegisteredWholeOrNotAtAll() {
        List<Map<String, Object>> rows = new ArrayList<>(List.of(
                Map.of("problem", "台账不全", "unit", "临江县财政局", "dueOn", "2026-12-20"),
                Map.of("problem", "制度未上墙", "unit", "县财政局", "cooperators", "临江县卫生健康局"),
                Map.of("problem", "资料缺失", "unit", "县卫生健康局"),
                Map.of("problem", "场地不足", "unit", "县林业局", "dueOn", "2026-10-01"),
                Map.of("problem", "台账不全", "unit", "县财政局", "dueOn", "2026-11-01")));
        Map<String, Object> batch = Map.of("source", "INSPECTION", "foundOn", "2026-11-20", "items", rows);
        Api.Answer refused = supervisor.post("/api/rectifications/batch", null, batch);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(pointers(refused))
                .containsExactlyInAnyOrder("/items/2/unit", "/items/3/unit", "/items/4/dueOn", "/items/4/problem");
        assertThat(refused.body().path("errors").toString()).contains("请写全称", "临江县卫生健康局", "望山县卫生健康局", "没有登记");
        assertThat(supervisor.get("/api/rectifications").items()).isEmpty();

        Map<String, Object> right =
                Map.of("source", "INSPECTION", "foundOn", "2026-11-20", "items", rows.subList(0, 2));
        Api.Answer checked = supervisor.post("/api/rectifications/batch?dryRun=true", null, right);
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.body().path("count").asInt()).isEqualTo(2);
        assertThat(supervisor.get("/api/rectifications").items()).isEmpty();
        Api.Answer registered = supervisor.post("/api/rectifications/batch", null, right);
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.body().path("ids").size()).isEqualTo(2);
        assertThat(titles(supervisor, "")).containsExactly("制度未上墙", "台账不全");

        Api.Answer twice = supervisor.post("/api/rectifications/batch", null, right);
        assertThat(twice.status()).isEqualTo(422);
        assertThat(pointers(twice)).containsExactly("/items/0/problem", "/items/1/problem");
        assertThat(liaison.post("/api/rectifications/batch", null, right).status())
                .isEqualTo(403);
        // Within a county its own unit is meant.
        Api.As ofCounty = api.as("SUPERVISOR", null, county.id());
        assertThat(ofCounty.post(
                                "/api/rectifications/batch",
                                null,
                                Map.of("source", "EXPERT", "foundOn", "2026-11-20", "items", List.of(rows.get(2))))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void listTakesFiveHundredRowsAndNoMore() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            rows.add(Map.of("problem", "问题" + i, "unit", "县财政局"));
        }
        assertThat(supervisor
                        .post(
                                "/api/rectifications/batch",
                                null,
                                Map.of("source", "EXPERT", "foundOn", "2026-11-20", "items", rows))
                        .status())
                .isEqualTo(400);
        assertThat(supervisor
                        .post(
                                "/api/rectifications/batch",
                                null,
                                Map.of("source", "EXPERT", "foundOn", "2026-11-20", "items", rows.subList(0, 500)))
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(500);
    }

    @Test
    void eachFilterNarrowsTheListAndPagesFollowOnEachOther() {
        UUID first = open(health, "台账不全", "place", "县中医院").id();
        open(finance, "经费未拨付", "source", "EXPERT", "cooperatorIds", List.of(health), "dueOn", "2026-11-21");
        open(elsewhere, "场地不足");
        assertThat(titles(supervisor, "")).containsExactly("场地不足", "经费未拨付", "台账不全");
        assertThat(titles(supervisor, "source=expert")).containsExactly("经费未拨付");
        assertThat(titles(supervisor, "source=EXPERT,INSPECTION&state=OPEN")).hasSize(3);
        assertThat(titles(supervisor, "state=CLOSED")).isEmpty();
        assertThat(titles(supervisor, "unit=" + health)).containsExactly("经费未拨付", "台账不全");
        assertThat(titles(supervisor, "county=" + other.id())).containsExactly("场地不足");
        assertThat(titles(supervisor, "overdue=true")).containsExactly("经费未拨付");
        assertThat(titles(supervisor, "q=台账")).containsExactly("台账不全");
        assertThat(titles(supervisor, "q=中医院")).containsExactly("台账不全");
        assertThat(titles(supervisor, "task=" + UUID.randomUUID())).isEmpty();
        assertThat(titles(liaison, "unit=me")).containsExactly("经费未拨付", "台账不全");
        assertThat(supervisor.get("/api/rectifications?unit=me").status()).isEqualTo(400);
        assertThat(supervisor.get("/api/rectifications?state=NONE").status()).isEqualTo(400);

        Api.Answer page = supervisor.get("/api/rectifications?limit=2");
        assertThat(page.items()).hasSize(2);
        Api.Answer next = supervisor.get("/api/rectifications?limit=2&cursor={cursor}", page.text("next"));
        assertThat(next.items()).extracting(item -> item.path("id").asString()).containsExactly(first.toString());
        assertThat(next.body().path("next").isNull()).isTrue();
    }

    @Test
    void countsAreTheRowsBehindThem() {
        UUID done = open(health, "已办的").id();
        open(finance, "逾期的", "dueOn", "2026-11-21");
        open(elsewhere, "别县的");
        closed(done);
        JsonNode counts = supervisor.get("/api/rectifications/counts").body();
        assertThat(counts.path("open").asInt()).isEqualTo(2);
        assertThat(counts.path("overdue").asInt()).isOne();
        assertThat(counts.path("closed").asInt()).isOne();
        assertThat(counts.path("closedOnTime").asInt()).isOne();
        assertThat(counts.path("closedOnTimeRate").asDouble()).isEqualTo(100.0);
        assertThat(api.as("SUPERVISOR", null, other.id())
                        .get("/api/rectifications/counts")
                        .body()
                        .path("open")
                        .asInt())
                .isOne();
        JsonNode own = liaison.get("/api/rectifications/counts?unit=me").body();
        assertThat(own.path("open").asInt()).isZero();
        assertThat(own.path("closed").asInt()).isOne();
    }

    @Test
    void itemOfOthersDoesNotExist() {
        UUID id = open(health, "台账不全").id();
        Map<String, Map<String, Object>> acts = Map.of(
                "plan", Map.of("cause", "原因", "measure", "措施", "dueOn", "2026-12-31"),
                "plan/agreement", Map.of(),
                "plan/return", Map.of("reason", "理由"),
                "completion", Map.of("statement", "已改"),
                "reinspection", Map.of("passed", true),
                "follow-up", Map.of("held", true, "words", "好"),
                "withdrawal", Map.of("reason", "重复"));
        Api.As stranger = api.liaison(elsewhere);
        Api.As otherCounty = api.as("SUPERVISOR", null, other.id());
        for (Api.As who : List.of(stranger, otherCounty)) {
            assertThat(who.get("/api/rectifications").items()).isEmpty();
            assertThat(who.get("/api/rectifications/counts").body().path("open").asInt())
                    .isZero();
            assertThat(who.get(HERE, id).status()).isEqualTo(404);
        }
        acts.forEach((action, body) -> {
            boolean forUnits = action.equals("plan") || action.equals("completion");
            assertThat((forUnits ? stranger : otherCounty)
                            .post(HERE + "/" + action, "\"1\"", body, id)
                            .status())
                    .as(action)
                    .isEqualTo(404);
            assertThat((forUnits ? supervisor : liaison)
                            .post(HERE + "/" + action, "\"1\"", body, id)
                            .status())
                    .as(action + " by the other side")
                    .isEqualTo(403);
            assertThat((forUnits ? liaison : supervisor)
                            .post(HERE + "/" + action, null, body, id)
                            .status())
                    .as(action + " without If-Match")
                    .isEqualTo(428);
        });
        assertThat(otherCounty
                        .post("/api/rectifications", null, found(health, "越县"))
                        .status())
                .isEqualTo(422);
        assertThat(api.as("LIAISON", health, null, "report:write").get(HERE, id).status())
                .isEqualTo(403);
    }

    @Test
    void itemIsLinkedOnlyToPlansAndTasksThatWhoeverOpensItSees() {
        UUID plan = ledger.adopt(
                        new NewPlan(
                                "基层中医药服务能力提升实施方案",
                                null,
                                null,
                                null,
                                "IMPLEMENTATION_PLAN",
                                Plan.Source.DOCUMENT,
                                null,
                                null,
                                25,
                                List.of()),
                        List.of(new NewTask(
                                1, "落实专项经费", "落实专项经费。", null, false, List.of(), List.of(finance), List.of(), null)))
                .id();
        UUID task = jdbc.sql("select id from task where plan_id = :plan")
                .param("plan", plan)
                .query(UUID.class)
                .single();
        Api.Answer linked = open(finance, "经费未到位", "planId", plan, "taskId", task);
        assertThat(linked.text("taskTitle")).isEqualTo("落实专项经费");
        for (Object[] unseen : List.<Object[]>of(new Object[] {"planId", plan}, new Object[] {"taskId", task})) {
            Map<String, Object> own = found(health, "自查", "source", "SELF_CHECK", unseen[0], unseen[1]);
            assertThat(liaison.post("/api/rectifications", null, own).status()).isEqualTo(404);
            assertThat(supervisor
                            .post("/api/rectifications", null, found(health, "无此件", unseen[0], UUID.randomUUID()))
                            .status())
                    .isEqualTo(404);
        }
        Map<String, Object> batch = Map.of(
                "source",
                "EXPERT",
                "foundOn",
                "2026-11-20",
                "planId",
                UUID.randomUUID(),
                "items",
                List.of(Map.of("problem", "台账不全", "unit", "县财政局")));
        for (String dry : List.of("?dryRun=true", "")) {
            assertThat(supervisor
                            .post("/api/rectifications/batch" + dry, null, batch)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(titles(supervisor, "")).containsExactly("经费未到位");
    }

    @Test
    void countySupervisorSeesWhatTheCityDemandsButDoesNotDecideOnIt() {
        UUID ofCity = open(health, "市里查的").id();
        Api.As ofCounty = api.as("SUPERVISOR", null, county.id());
        assertThat(ofCounty.get(HERE, ofCity).status()).isEqualTo(200);
        assertThat(Api.list(ofCounty.get(HERE, ofCity).body().path("allowed"))).isEmpty();
        assertThat(act(ofCounty, "withdrawal", ofCity, Map.of("reason", "重复")).status())
                .isEqualTo(403);
        Api.Answer own = ofCounty.post("/api/rectifications", null, found(health, "县里查的"));
        assertThat(own.status()).isEqualTo(201);
        assertThat(act(ofCounty, "withdrawal", own.id(), Map.of("reason", "重复")).text("state"))
                .isEqualTo("WITHDRAWN");
        // Who only helps sees it and cannot act for the responsible unit.
        UUID helped = open(finance, "一起办的", "cooperatorIds", List.of(health)).id();
        assertThat(act(liaison, "completion", helped, Map.of("statement", "已改")).status())
                .isEqualTo(403);
    }

    @Test
    void ofTwoDecisionsOnOneVersionOneWins() throws Exception {
        UUID id = open(health, "台账不全").id();
        Callable<Integer> submits = () -> liaison.post(
                        HERE + "/plan", "\"1\"", Map.of("cause", "原因", "measure", "措施", "dueOn", "2026-12-31"), id)
                .status();
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Integer> statuses = pool.invokeAll(List.of(submits, submits)).stream()
                    .map(answer -> answer.resultNow())
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(200, 412);
        }
        assertThat(told("rectification-plan-submitted")).isOne();
    }

    @Test
    void sameKeyOpensOnce() {
        Map<String, Object> body = found(health, "台账不全");
        Api.Answer first = supervisor.postOnce("/api/rectifications", "finding-of-today", body);
        Api.Answer again = supervisor.postOnce("/api/rectifications", "finding-of-today", body);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(supervisor.get("/api/rectifications").items()).hasSize(1);
        assertThat(LocalDate.parse(first.text("foundOn"))).isEqualTo(LocalDate.of(2026, 11, 20));
    }
}
