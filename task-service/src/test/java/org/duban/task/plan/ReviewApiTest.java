package org.duban.task.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A review through the API: reshaping, adopting in part, newer versions, suggestions. */
@ServiceTest
class ReviewApiTest {
    private static final AtomicInteger COUNTIES = new AtomicInteger();

    private static final String MECHANISM = "健全工作机制。建立联席会议制度，每季度召开一次会议。（牵头单位：县卫生健康局；配合单位：县财政局）";
    private static final String TALENT = "加强人才培养。2026年6月底前完成培训。（牵头单位：县人力资源社会保障局；配合单位：各相关部门）";
    private static final String MONEY = "落实经费保障。将所需经费列入年度预算，及时拨付到位。（牵头单位：县财政局）";
    private static final String CULTURE = "弘扬传统文化。组织中医药文化进校园、进社区活动不少于12场。（牵头单位：县教育局；配合单位：县卫生健康局）";

    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Api api;
    private Api.As supervisor;
    private County county;

    @BeforeEach
    void aNewCountyOnTheDayOfTheDocument() {
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        int number = COUNTIES.incrementAndGet();
        county = Api.county("清" + "江河湖海山川林原溪泉岭峰谷".charAt(number / 13) + "甲乙丙丁戊己庚辛壬癸子丑寅".charAt(number % 13) + "县");
        clock.set("2026-03-13T09:00");
    }

    private List<UUID> units() {
        return api.register(county, "县卫生健康局", "县财政局", "县人力资源社会保障局", "县教育局");
    }

    private Api.Answer uploaded(String... tasks) {
        Api.Answer reading = supervisor.upload("方案.txt", Api.document(county.name(), tasks));
        assertThat(reading.status()).isEqualTo(201);
        return reading;
    }

    private Api.Answer post(Api.Answer reading, String what, Object body) {
        return supervisor.post("/api/plan-readings/{id}" + what, reading.etag(), body, reading.id());
    }

    private Api.Answer patch(Api.Answer reading, String what, Object body) {
        Api.Answer answer = supervisor.patch("/api/plan-readings/{id}" + what, reading.etag(), body, reading.id());
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer;
    }

    private Api.Answer again(Api.Answer reading) {
        return supervisor.get("/api/plan-readings/{id}", reading.id());
    }

    private static List<JsonNode> tasks(Api.Answer reading) {
        return Api.list(reading.body().path("tasks"));
    }

    private List<JsonNode> ledger(UUID plan) {
        return supervisor.get("/api/tasks?plan={plan}&limit=200", plan).items();
    }

    private static List<String> texts(List<JsonNode> nodes, String field) {
        return nodes.stream().map(node -> node.path(field).asString()).toList();
    }

    private static String words(Api.Answer reading, JsonNode span) {
        return reading.text("text")
                .substring(span.path("start").asInt(), span.path("end").asInt());
    }

    // ---- reshaping

    @Test
    void aTaskIsCutWhereThePersonPointsInTheDocument() {
        Api.Answer reading = uploaded(MECHANISM + "\n\n其次，完善考核办法。（牵头单位：县财政局）", MONEY);
        int at = reading.text("text").indexOf("每季度召开");
        Api.Answer cut = post(reading, "/tasks/1/split", Map.of("at", at));
        assertThat(cut.status()).as("%s", cut.body()).isEqualTo(200);
        assertThat(tasks(cut)).extracting(task -> task.path("ordinal").asInt()).containsExactly(1, 2, 3);
        assertThat(tasks(cut).get(1).path("text").asString()).startsWith("每季度召开一次会议");
        assertThat(words(cut, tasks(cut).get(1).path("source"))).startsWith("每季度召开一次会议");
        assertThat(words(cut, tasks(cut).get(0).path("source"))).doesNotContain("每季度");
        assertThat(Api.strings(tasks(cut).get(0).path("leads"))).contains("县卫生健康局");
        assertThat(Api.strings(tasks(cut).get(1).path("leads"))).contains("县卫生健康局");
        assertThat(cut.text("undoable")).isEqualTo("拆分第1项任务");
    }

    @Test
    void aCutOutsideTheTextIsRefused() {
        Api.Answer reading = uploaded(MECHANISM);
        for (Map<String, Integer> where :
                List.of(Map.of("textAt", 0), Map.of("textAt", 5000), Map.of("at", 0), Map.of("at", 400_000))) {
            assertThat(post(reading, "/tasks/1/split", where).text("type")).isEqualTo("urn:duban:problem:cannot-split");
        }
        assertThat(post(reading, "/tasks/1/split", Map.of("at", 3, "textAt", 3)).status())
                .isEqualTo(400);
        assertThat(post(reading, "/tasks/1/split", Map.of()).status()).isEqualTo(400);
        assertThat(post(reading, "/tasks/9/split", Map.of("textAt", 3)).status())
                .isEqualTo(404);
        assertThat(supervisor
                        .post("/api/plan-readings/{id}/tasks/1/split", null, Map.of("textAt", 3), reading.id())
                        .status())
                .isEqualTo(428);
    }

    @Test
    void tasksAreJoinedAndTheStepIsTakenBack() {
        Api.Answer reading = uploaded(MECHANISM, TALENT, MONEY);
        Api.Answer joined = post(reading, "/tasks/merge", Map.of("ordinals", List.of(2, 1)));
        assertThat(joined.status()).isEqualTo(200);
        JsonNode one = tasks(joined).getFirst();
        assertThat(tasks(joined)).hasSize(2);
        assertThat(Api.strings(one.path("leads"))).containsExactly("县卫生健康局", "县人力资源社会保障局");
        assertThat(Api.strings(one.path("wildcards"))).containsExactly("各相关部门");
        assertThat(one.path("dueOn").asString()).isEqualTo("2026-06-30");
        assertThat(words(joined, one.path("source"))).contains("健全工作机制", "完成培训");
        assertThat(Api.list(joined.body().path("findings")))
                .filteredOn(finding -> finding.path("code").asString().equals("WILDCARD_UNIT")
                        && finding.path("needsPerson").asBoolean())
                .extracting(finding -> finding.path("taskOrdinal").asInt())
                .containsExactly(1);
        Api.Answer back = post(joined, "/undo", Map.of());
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.body().path("tasks")).isEqualTo(reading.body().path("tasks"));
        assertThat(back.body().path("undoable").isNull()).isTrue();
        assertThat(post(back, "/undo", Map.of()).text("type")).isEqualTo("urn:duban:problem:nothing-to-undo");
        assertThat(post(back, "/tasks/merge", Map.of("ordinals", List.of(1))).text("type"))
                .isEqualTo("urn:duban:problem:nothing-to-merge");
    }

    @Test
    void wordsOfTheDocumentBecomeATask() {
        Api.Answer reading = uploaded(MECHANISM, MONEY);
        int start = reading.text("text").indexOf("制定方案，明确分工");
        Map<String, Object> addition = new HashMap<>();
        addition.put("after", 1);
        addition.put("leads", List.of("县财政局"));
        addition.put("source", Map.of("start", start, "end", start + 9));
        Api.Answer added = post(reading, "/tasks", addition);
        assertThat(added.status()).as("%s", added.body()).isEqualTo(200);
        JsonNode task = tasks(added).get(1);
        assertThat(task.path("ordinal").asInt()).isEqualTo(2);
        assertThat(task.path("text").asString()).isEqualTo("制定方案，明确分工");
        assertThat(words(added, task.path("source"))).isEqualTo("制定方案，明确分工");
        assertThat(tasks(added).get(2).path("ordinal").asInt()).isEqualTo(3);
        Api.Answer nobodys = post(added, "/tasks", Map.of("text", "建立台账，逐项销号。"));
        assertThat(tasks(nobodys).getLast().path("title").asString()).isEqualTo("建立台账，逐项销号");
        assertThat(Api.list(nobodys.body().path("findings")))
                .filteredOn(finding -> finding.path("code").asString().equals("NO_UNIT"))
                .extracting(finding -> finding.path("taskOrdinal").asInt())
                .containsExactly(4);
        assertThat(post(nobodys, "/tasks", Map.of()).status()).isEqualTo(400);
        assertThat(post(nobodys, "/tasks", Map.of("source", Map.of("start", 5, "end", 400_000)))
                        .text("type"))
                .isEqualTo("urn:duban:problem:no-such-words");
        Api.Answer nowhere = post(nobodys, "/tasks", Map.of("text", "建立台账。", "after", 99));
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.text("type")).isEqualTo("urn:duban:problem:no-such-task");
    }

    // ---- adopting in part

    @Test
    void whatIsReadyIsAdoptedAndTheRestFollowsIntoTheSamePlan() {
        List<UUID> units = units();
        Api.Answer reading = uploaded(MECHANISM, TALENT, MONEY);
        assertThat(tasks(reading))
                .extracting(task -> task.path("ready").asBoolean())
                .containsExactly(true, false, true);
        assertThat(post(reading, "/adoption", Map.of()).status()).isEqualTo(409);
        assertThat(post(reading, "/adoption", Map.of("ordinals", List.of(1, 2))).text("type"))
                .isEqualTo("urn:duban:problem:open-findings");

        Api.Answer plan = post(reading, "/adoption", Map.of("ordinals", List.of(1, 3)));
        assertThat(plan.status()).as("%s", plan.body()).isEqualTo(201);
        assertThat(plan.body().path("tasks").asInt()).isEqualTo(2);
        Api.Answer rest = again(reading);
        assertThat(rest.text("state")).isEqualTo("OPEN");
        assertThat(rest.text("planId")).isEqualTo(plan.text("id"));
        assertThat(rest.body().path("undoable").isNull()).isTrue();
        assertThat(tasks(rest)).extracting(task -> task.path("taskId").isNull()).containsExactly(false, true, false);
        assertThat(supervisor
                        .patch("/api/plan-readings/{id}/tasks/1", rest.etag(), Map.of("title", "改"), rest.id())
                        .text("type"))
                .isEqualTo("urn:duban:problem:task-adopted");
        assertThat(supervisor
                        .patch("/api/plan-readings/{id}", rest.etag(), Map.of("reportDay", 5), rest.id())
                        .text("type"))
                .isEqualTo("urn:duban:problem:partly-adopted");
        assertThat(post(rest, "/adoption", Map.of("ordinals", List.of(1))).text("type"))
                .isEqualTo("urn:duban:problem:task-adopted");
        assertThat(post(rest, "/tasks/merge", Map.of("ordinals", List.of(1, 2))).status())
                .isEqualTo(409);

        rest = patch(rest, "/tasks/2", Map.of("wildcards", List.of(), "cooperators", List.of("县教育局")));
        rest = post(rest, "/tasks/2/split", Map.of("textAt", 7));
        assertThat(rest.status()).as("%s", rest.body()).isEqualTo(200);
        Api.Answer whole = post(rest, "/adoption", Map.of());
        assertThat(whole.status()).as("%s", whole.body()).isEqualTo(201);
        assertThat(whole.id()).isEqualTo(plan.id());
        assertThat(again(reading).text("state")).isEqualTo("ADOPTED");
        List<JsonNode> ledger = ledger(plan.id());
        assertThat(ledger).extracting(task -> task.path("ordinal").asInt()).containsExactly(1, 2, 3, 4);
        assertThat(texts(ledger, "title").get(3)).contains("经费");
        assertThat(told(plan.text("id"))).containsExactly("duban.task.plan-adopted.v1");
        for (JsonNode task : ledger) {
            assertThat(told(task.path("id").asString()))
                    .filteredOn("duban.task.task-assigned.v1"::equals)
                    .hasSize(1);
        }
        assertThat(units.stream().flatMap(unit -> told(unit.toString()).stream()))
                .contains("duban.task.reports-requested.v1");
        assertThat(api.liaison(units.get(3)).get("/api/tasks?unit=me").items()).isNotEmpty();
    }

    @Test
    void aReadingWhoseRestIsLeftOutIsDone() {
        units();
        Api.Answer reading = uploaded(MECHANISM, TALENT);
        assertThat(post(reading, "/adoption", Map.of("ordinals", List.of(1))).status())
                .isEqualTo(201);
        Api.Answer skipped = patch(again(reading), "/tasks/2", Map.of("decision", "SKIP"));
        assertThat(post(skipped, "/adoption", Map.of()).status()).isEqualTo(201);
        assertThat(again(reading).text("state")).isEqualTo("ADOPTED");
        assertThat(post(again(reading), "/adoption", Map.of()).text("type"))
                .isEqualTo("urn:duban:problem:already-adopted");
    }

    // ---- newer versions

    @Test
    void aNewerVersionChangesThePlanAndAssignsNothingTwice() {
        units();
        Api.Answer first = uploaded(MECHANISM, TALENT, MONEY);
        first = patch(first, "/tasks/2", Map.of("wildcards", List.of(), "cooperators", List.of("县教育局")));
        first = patch(first, "/tasks/1", Map.of("title", "建立联席会议"));
        UUID plan = post(first, "/adoption", Map.of()).id();
        Map<String, JsonNode> before = byTitle(ledger(plan));

        String later = TALENT.replace("6月底前", "9月底前");
        Api.Answer second = uploaded(MECHANISM, CULTURE, later);
        assertThat(second.body().path("previous").path("planId").asString()).isEqualTo(plan.toString());
        assertThat(second.body().path("previous").path("reason").asString()).isEqualTo("发文机关相同、标题相近");
        assertThat(tasks(second))
                .extracting(task -> task.path("sameAs").path("change").asString())
                .containsExactly("SAME", "NEW", "CHANGED");
        assertThat(tasks(second).get(0).path("title").asString()).isEqualTo("建立联席会议");
        assertThat(Api.strings(tasks(second).get(0).path("carried"))).containsExactly("title");
        assertThat(Api.strings(tasks(second).get(2).path("cooperators"))).containsExactly("县教育局");
        assertThat(Api.strings(tasks(second).get(2).path("carried"))).containsExactly("units");
        assertThat(Api.list(tasks(second).get(2).path("sameAs").path("differences")))
                .extracting(
                        one -> one.path("field").asString(),
                        one -> one.path("from").asString().contains("6"),
                        one -> one.path("to").asString().contains("9"))
                .containsExactly(tuple("text", true, true), tuple("dueOn", true, true));
        assertThat(texts(Api.list(second.body().path("gone")), "title")).containsExactly("落实经费保障");

        Api.Answer adopted = post(second, "/adoption", Map.of());
        assertThat(adopted.status()).as("%s", adopted.body()).isEqualTo(201);
        assertThat(adopted.id()).isEqualTo(plan);
        Map<String, JsonNode> after = byTitle(ledger(plan));
        assertThat(after).hasSize(4);
        assertThat(after.get("建立联席会议").path("version"))
                .isEqualTo(before.get("建立联席会议").path("version"));
        assertThat(after.get("落实经费保障").path("version"))
                .isEqualTo(before.get("落实经费保障").path("version"));
        assertThat(after.get("落实经费保障").path("ordinal").asInt()).isEqualTo(4);
        assertThat(after.get("加强人才培养").path("dueOn").asString()).isEqualTo("2026-09-30");
        String changed = after.get("加强人才培养").path("id").asString();
        assertThat(changed).isEqualTo(before.get("加强人才培养").path("id").asString());
        assertThat(told(changed)).contains("duban.task.task-changed.v1");
        for (JsonNode task : after.values()) {
            assertThat(told(task.path("id").asString()))
                    .filteredOn("duban.task.task-assigned.v1"::equals)
                    .hasSize(1);
        }
        assertThat(supervisor.get("/api/tasks/{id}/history", changed).body().toString())
                .contains("REVISE", "2026-09-30", "新版本");
        assertThat(told(plan.toString())).containsExactly("duban.task.plan-adopted.v1");
        assertThat(again(second).text("state")).isEqualTo("ADOPTED");
        assertThat(texts(Api.list(again(second).body().path("gone")), "title")).containsExactly("落实经费保障");
    }

    private static Map<String, JsonNode> byTitle(List<JsonNode> tasks) {
        Map<String, JsonNode> byTitle = new HashMap<>();
        tasks.forEach(task -> byTitle.put(task.path("title").asString(), task));
        return byTitle;
    }

    @Test
    void theSameDocumentAgainChangesNothing() {
        units();
        UUID plan = post(uploaded(MECHANISM, MONEY), "/adoption", Map.of()).id();
        int events = events();
        Api.Answer again = uploaded(MECHANISM, MONEY);
        assertThat(tasks(again))
                .extracting(task -> task.path("sameAs").path("change").asString())
                .containsOnly("SAME");
        assertThat(post(again, "/adoption", Map.of()).id()).isEqualTo(plan);
        assertThat(ledger(plan)).hasSize(2);
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void aPersonSaysOfWhichPlanItIsTheNewerVersionOrOfNone() {
        units();
        UUID plan = post(uploaded(MECHANISM), "/adoption", Map.of()).id();
        Api.Answer again = uploaded(MECHANISM);
        Map<String, Object> none = new HashMap<>();
        none.put("previousPlanId", null);
        Api.Answer own = patch(again, "", none);
        assertThat(own.body().path("previous").isNull()).isTrue();
        assertThat(tasks(own).getFirst().path("sameAs").isNull()).isTrue();
        Api.Answer named = patch(own, "", Map.of("previousPlanId", plan));
        assertThat(named.body().path("previous").path("decided").asBoolean()).isTrue();
        assertThat(tasks(named).getFirst().path("sameAs").path("change").asString())
                .isEqualTo("SAME");
        assertThat(supervisor
                        .patch(
                                "/api/plan-readings/{id}",
                                named.etag(),
                                Map.of("previousPlanId", UUID.randomUUID()),
                                named.id())
                        .text("type"))
                .isEqualTo("urn:duban:problem:no-such-plan");
        UUID other = post(patch(named, "", none), "/adoption", Map.of()).id();
        assertThat(other).isNotEqualTo(plan);
    }

    @Test
    void twoReadingsOfOneDocumentAdoptedAtOnceMakeOnePlan() throws Exception {
        units();
        List<Api.Answer> readings = List.of(uploaded(MECHANISM, MONEY), uploaded(MECHANISM, MONEY));
        try (var people = Executors.newFixedThreadPool(2)) {
            List<UUID> plans = new ArrayList<>();
            for (var plan : people.invokeAll(readings.stream()
                    .map(reading -> (Callable<UUID>)
                            () -> post(reading, "/adoption", Map.of()).id())
                    .toList())) {
                plans.add(plan.get());
            }
            assertThat(plans.get(0)).isEqualTo(plans.get(1));
            assertThat(ledger(plans.getFirst())).hasSize(2);
        }
    }

    @Test
    void theAnyuePlanInItsOtherFormChangesNothing() throws IOException {
        Api.As countys = api.as("SUPERVISOR", null, county.id());
        Api.Answer reading =
                countys.upload("实施方案.txt", Files.readAllBytes(SharedPlans.file("anyue-demonstration-county.txt")));
        TreeSet<String> names = new TreeSet<>(texts(Api.list(reading.body().path("units")), "name"));
        api.register(county, names.toArray(String[]::new));
        for (JsonNode doubt : openDoubts(reading)) {
            reading = countys.patch(
                    "/api/plan-readings/{id}/tasks/{ordinal}",
                    reading.etag(),
                    Map.of("wildcards", List.of(), "cooperators", List.of(names.first())),
                    reading.id(),
                    doubt.path("taskOrdinal").asInt());
        }
        Api.Answer plan = countys.post("/api/plan-readings/{id}/adoption", null, Map.of(), reading.id());
        assertThat(plan.status()).as("%s", plan.body()).isEqualTo(201);
        int events = events();
        Api.Answer word =
                countys.upload("实施方案.docx", Files.readAllBytes(SharedPlans.file("anyue-demonstration-county.docx")));
        assertThat(tasks(word))
                .hasSize(24)
                .allSatisfy(
                        task -> assertThat(task.path("sameAs").path("change").asString())
                                .as("%s", task.path("sameAs"))
                                .isEqualTo("SAME"));
        assertThat(word.body().path("gone").size()).isZero();
        assertThat(countys.post("/api/plan-readings/{id}/adoption", null, Map.of(), word.id())
                        .id())
                .isEqualTo(plan.id());
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void aDraftFromBeforeItsTasksKnewTheirWordsIsReadOn() throws IOException {
        Api.Answer reading = uploaded(MECHANISM, TALENT);
        jdbc.sql("""
                        update plan_reading set draft = jsonb_set(draft, '{tasks}', (
                            select jsonb_agg(task - '{readAs,source,spans,confidence,resolved,carried,taskId}'::text[])
                            from jsonb_array_elements(draft -> 'tasks') as task))
                        where id = :id
                        """).param("id", reading.id()).update();
        String migration = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/db/migration/V4__review.sql"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        jdbc.sql(migration.substring(0, migration.indexOf(';'))).update();
        assertThat(again(reading).body().path("tasks")).isEqualTo(reading.body().path("tasks"));
    }

    // ---- suggestions

    @Test
    void aPhraseOnceResolvedIsOfferedAgain() {
        units();
        String second = TALENT.replace("人才培养", "队伍建设").replace("培训", "轮训");
        Api.Answer reading = uploaded(TALENT, second);
        reading = patch(reading, "/tasks/1", Map.of("wildcards", List.of(), "cooperators", List.of("县财政局", "县教育局")));
        JsonNode doubt = openDoubts(reading).getFirst();
        assertThat(doubt.path("taskOrdinal").asInt()).isEqualTo(2);
        JsonNode inThis = doubt.path("suggestions").path(0);
        assertThat(Api.strings(inThis.path("cooperators"))).containsExactly("县财政局", "县教育局");
        assertThat(inThis.path("words").asString()).isEqualTo("本文件第1项的“各相关部门”已确定为县财政局、县教育局");

        Api.Answer other = supervisor.upload(
                "另.txt", Api.document(county.name(), MECHANISM, TALENT).replace("中医药服务", "公共卫生"));
        JsonNode before = openDoubts(other).getFirst().path("suggestions").path(0);
        assertThat(Api.strings(before.path("cooperators"))).containsExactly("县财政局", "县教育局");
        assertThat(before.path("words").asString())
                .startsWith("上次（2026年3月13日，《")
                .endsWith("确定为县财政局、县教育局");
        Api.Answer elsewhere = supervisor.upload("方案.txt", Api.document("别处" + county.name(), TALENT));
        assertThat(openDoubts(elsewhere).getFirst().path("suggestions").size()).isZero();
    }

    private static List<JsonNode> openDoubts(Api.Answer reading) {
        return Api.list(reading.body().path("findings")).stream()
                .filter(finding -> finding.path("needsPerson").asBoolean()
                        && finding.path("state").asString().equals("OPEN"))
                .toList();
    }

    @Test
    void anAbbreviationIsSuggestedWithItsReasonAndNeverTakenForGranted() {
        api.register(county, "县医疗保障局", "县卫生健康局");
        Api.Answer reading = uploaded("完善医保支付。（牵头单位：县医保局；配合单位：卫生健康局）");
        List<JsonNode> names = Api.list(reading.body().path("units"));
        assertThat(names).extracting(name -> name.path("state").asString()).containsOnly("UNKNOWN");
        assertThat(names)
                .extracting(
                        name -> name.path("suggestions")
                                .path(0)
                                .path("unit")
                                .path("shortName")
                                .asString(),
                        name -> name.path("suggestions").path(0).path("reason").asString())
                .containsExactly(
                        tuple("县医疗保障局", "“县医保局”是“县医疗保障局”的简称"), tuple("县卫生健康局", "“卫生健康局”没有写明级别，本县对应的是“县卫生健康局”"));
        assertThat(post(reading, "/adoption", Map.of()).text("type")).isEqualTo("urn:duban:problem:unknown-units");
    }

    @Test
    void aTaskWithoutUnitsIsOfferedThoseWhoseDutiesFit() {
        units();
        String document = Api.document(county.name(), "落实经费保障。将中医药事业发展经费列入年度预算，及时拨付到位。", "开展中医药文化进校园活动。") + """

                三、职责分工

                县卫生健康局：负责中医药工作的组织实施和业务指导，建立健全工作台账。

                县财政局：负责中医药事业发展经费保障，将所需经费列入年度预算并及时拨付。

                县教育局：负责推进中医药文化进校园，丰富中小学中医药科普教育。
                """;
        Api.Answer reading = supervisor.upload("方案.txt", document);
        assertThat(tasks(reading)).hasSize(2);
        JsonNode best = tasks(reading).get(0).path("suggestedUnits").path(0);
        assertThat(best.path("name").asString()).isEqualTo("县财政局");
        assertThat(best.path("unit").path("shortName").asString()).isEqualTo("县财政局");
        assertThat(best.path("role").asString()).isEqualTo("LEAD");
        assertThat(best.path("sentence").asString()).contains("列入年度预算");
        assertThat(tasks(reading)
                        .get(1)
                        .path("suggestedUnits")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("县教育局");
        JsonNode doubt = openDoubts(reading).getFirst();
        assertThat(doubt.path("code").asString()).isEqualTo("NO_UNIT");
        assertThat(Api.strings(doubt.path("suggestions").path(0).path("leads"))).containsExactly("县财政局");

        Api.Answer decided = patch(reading, "/tasks/1", Map.of("leads", List.of("县财政局")));
        decided = patch(decided, "/tasks/2", Map.of("leads", List.of("县教育局")));
        assertThat(post(decided, "/adoption", Map.of()).status()).isEqualTo(201);

        Api.Answer byText =
                api.as("SECRETARY", null, county.id()).get("/api/duty-suggestions?text={text}", "各乡镇要把年度预算和经费拨付落实到位");
        assertThat(byText.status()).as("%s", byText.body()).isEqualTo(200);
        assertThat(byText.items().getFirst().path("name").asString()).isEqualTo("县财政局");
        assertThat(byText.items().getFirst().path("source").asString()).contains("实施方案");
        assertThat(supervisor
                        .get("/api/duty-suggestions?text={text}", "年度预算和经费拨付")
                        .items())
                .isEmpty();
        assertThat(api.liaison(UUID.randomUUID())
                        .get("/api/duty-suggestions?text={text}", "预算")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theJinganPlanWhoseTasksNameNobodyIsAdoptedByWhatItsDutiesSuggest() throws IOException {
        clock.set("2024-09-02T09:00");
        Api.As countys = api.as("SUPERVISOR", null, county.id());
        Api.Answer reading =
                countys.upload("方案.docx", Files.readAllBytes(SharedPlans.file("jingan-demonstration-district.docx")));
        assertThat(reading.body().path("provenance").path("forwardedFor").asString())
                .isEqualTo("区卫生健康委");
        assertThat(reading.body().path("provenance").path("copiedTo").size()).isPositive();
        List<JsonNode> doubts = openDoubts(reading);
        assertThat(doubts).hasSize(6);
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode doubt : doubts) {
            JsonNode suggested = doubt.path("suggestions").path(0);
            assertThat(suggested.path("words").asString()).startsWith("按职责建议：");
            names.addAll(Api.strings(suggested.path("leads")));
            names.addAll(Api.strings(suggested.path("cooperators")));
            reading = countys.patch(
                    "/api/plan-readings/{id}/tasks/{ordinal}",
                    reading.etag(),
                    Map.of("leads", suggested.path("leads"), "cooperators", suggested.path("cooperators")),
                    reading.id(),
                    doubt.path("taskOrdinal").asInt());
            assertThat(reading.status()).isEqualTo(200);
        }
        api.register(county, names.toArray(String[]::new));
        Api.Answer plan = countys.post("/api/plan-readings/{id}/adoption", null, Map.of(), reading.id());
        assertThat(plan.status()).as("%s", plan.body()).isEqualTo(201);
        assertThat(ledger(plan.id()))
                .hasSize(6)
                .allSatisfy(task -> assertThat(task.path("leads").size()).isEqualTo(1));
    }

    // ---- phases long past (E2)

    @Test
    void aDocumentWhosePhasesHavePassedIsLoadedWithoutAnAlertForEachTask() {
        units();
        clock.set("2027-05-10T09:00");
        Api.Answer reading = uploaded(MECHANISM, MONEY, CULTURE);
        UUID plan = post(reading, "/adoption", Map.of()).id();
        for (JsonNode task : ledger(plan)) {
            assertThat(payload(task.path("id").asString(), "duban.task.task-assigned.v1")
                            .path("quiet")
                            .asBoolean())
                    .isTrue();
        }
    }

    private int events() {
        return jdbc.sql("select count(*) from outbox").query(Integer.class).single();
    }

    private List<String> told(String key) {
        return jdbc.sql("select type from outbox where key = :key order by id")
                .param("key", key)
                .query(String.class)
                .list();
    }

    private JsonNode payload(String key, String type) {
        return JsonMapper.builder()
                .build()
                .readTree(jdbc.sql("select payload from outbox where key = :key and type = :type")
                        .param("key", key)
                        .param("type", type)
                        .query(byte[].class)
                        .single());
    }
}
