package org.duban.task.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class PlanReviewTest {
    private static final AtomicInteger COUNTIES = new AtomicInteger();

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
        county = Api.county("临" + "江河湖海山川林原溪泉岭峰谷".charAt(number / 13) + "甲乙丙丁戊己庚辛壬癸子丑寅".charAt(number % 13) + "县");
        clock.set("2026-03-13T09:00");
    }

    private Api.Answer uploaded(String... tasks) {
        return supervisor.upload("方案.txt", Api.document(county.name(), tasks));
    }

    private static final String FIRST = "健全工作机制。建立联席会议制度，每季度召开一次会议。（牵头单位：县卫生健康局；配合单位：县财政局）";
    private static final String SECOND = "加强人才培养。2026年6月底前完成培训。（牵头单位：县人力资源社会保障局；配合单位：各相关部门）";

    @Test
    void aDocumentIsReadWithItsUnitsAndItsCounty() {
        Api.Answer reading = uploaded(FIRST, SECOND);
        assertThat(reading.status()).isEqualTo(201);
        assertThat(reading.location()).isEqualTo("/api/plan-readings/" + reading.id());
        assertThat(reading.etag()).isEqualTo("\"1\"");
        JsonNode tasks = reading.body().path("tasks");
        assertThat(tasks.size()).isEqualTo(2);
        assertThat(Api.strings(tasks.path(0).path("leads"))).containsExactly("县卫生健康局");
        assertThat(Api.strings(tasks.path(0).path("cooperators"))).containsExactly("县财政局");
        assertThat(Api.strings(tasks.path(1).path("wildcards"))).containsExactly("各相关部门");
        assertThat(tasks.path(1).path("dueOn").asString()).isEqualTo("2026-06-30");
        JsonNode source = tasks.path(0).path("source");
        assertThat(reading.text("text")
                        .substring(
                                source.path("start").asInt(), source.path("end").asInt()))
                .contains("健全工作机制");
        assertThat(reading.body().path("suggestedCounty").path("name").asString())
                .isEqualTo(county.name());
        assertThat(reading.body().path("suggestedCounty").path("id").isNull()).isTrue();
        assertThat(Api.list(reading.body().path("units")))
                .extracting(unit ->
                        unit.path("name").asString() + " " + unit.path("state").asString())
                .containsExactly("县卫生健康局 UNKNOWN", "县财政局 UNKNOWN", "县人力资源社会保障局 UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reportDay\": 99999999999999999999}",
                "{\"reportDay\": -1}",
                "{\"reportDay\": 2.5}",
                "{\"title\": \"健全\\u0000机制\"}"
            })
    void aValueThatCannotBeIsRefusedByName(String patch) {
        Api.Answer refused = supervisor.patch(
                "/api/plan-readings/{id}", "\"1\"", patch, uploaded(FIRST).id());
        assertThat(refused.status()).as(refused.body().toString()).isBetween(400, 422);
        assertThat(refused.text("detail")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e100000", "1e300", "0.00000000001", "99999999999999999999999999"})
    void anIndicatorThatNobodyCouldMeanIsRefused(String value) {
        Api.Answer reading = uploaded(FIRST);
        Api.Answer refused = supervisor.patch(
                "/api/plan-readings/{id}/tasks/1",
                "\"1\"",
                "{\"indicators\": [{\"text\": \"覆盖率\", \"operator\": \">=\", \"measure\": \"%\", \"value\": " + value
                        + "}]}",
                reading.id());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/indicators/0/value");
        assertThat(supervisor.get("/api/plan-readings/{id}", reading.id()).status())
                .isEqualTo(200);
    }

    @Test
    void aPlanIsNotAdoptedForACountyThatNobodyRegistered() {
        api.register(null, county.name() + "以外市卫生健康委");
        Api.Answer reading = uploaded("健全工作机制。建立联席会议制度，每季度召开一次会议。（牵头单位：" + county.name() + "以外市卫生健康委）");
        Api.Answer given = supervisor.patch(
                "/api/plan-readings/{id}", "\"1\"", Map.of("countyId", UUID.randomUUID()), reading.id());
        assertThat(given.status()).isEqualTo(200);
        assertThat(supervisor
                        .post("/api/plan-readings/{id}/adoption", null, Api.nothing(), reading.id())
                        .text("type"))
                .isEqualTo("urn:duban:problem:no-such-county");
    }

    @Test
    void aCountysReadingStaysTheCountys() {
        api.register(county, "县卫生健康局");
        Api.As countys = api.as("SUPERVISOR", null, county.id());
        Api.Answer own = countys.upload("方案.txt", Api.document(county.name(), FIRST));
        Map<String, Object> nobodys = new java.util.HashMap<>();
        nobodys.put("countyId", null);
        countys.patch("/api/plan-readings/{id}", "\"1\"", nobodys, own.id());
        assertThat(countys.get("/api/plan-readings/{id}", own.id()).status()).isEqualTo(200);
    }

    @Test
    void unitsRegisteredMeanwhileAreMatchedByThemselves() {
        Api.Answer reading = uploaded(FIRST);
        UUID health = api.register(county, "县卫生健康局", "县财政局").getFirst();
        Api.Answer again = supervisor.get("/api/plan-readings/{id}", reading.id());
        assertThat(again.text("countyId")).isEqualTo(county.id().toString());
        assertThat(again.text("countyName")).isEqualTo(county.name());
        JsonNode unit = again.body().path("units").path(0);
        assertThat(unit.path("state").asString()).isEqualTo("MATCHED");
        assertThat(unit.path("unit").path("id").asString()).isEqualTo(health.toString());
        assertThat(again.etag()).isEqualTo(reading.etag());
    }

    @Test
    void aMatchThatAPersonMadeIsRememberedForTheCounty() {
        List<UUID> units = api.register(county, "县卫健局", "县财政局");
        Api.Answer reading = uploaded(FIRST);
        Api.Answer matched = supervisor.put(
                "/api/plan-readings/{id}/aliases",
                null,
                Map.of("name", "县卫生健康局", "unitId", units.getFirst()),
                reading.id());
        assertThat(matched.status()).isEqualTo(200);
        assertThat(matched.body().path("units").path(0).path("state").asString())
                .isEqualTo("MATCHED");
        assertThat(uploaded(FIRST).body().path("units").path(0).path("state").asString())
                .isEqualTo("MATCHED");
        UUID stranger = api.register(Api.county("别县"), "县卫生健康局").getFirst();
        Api.Answer refused = supervisor.put(
                "/api/plan-readings/{id}/aliases", null, Map.of("name", "县财政局", "unitId", stranger), reading.id());
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void isAdoptedOnceNothingNeedsAPersonAnyMore() {
        Api.Answer reading = uploaded(FIRST, SECOND);
        Api.Answer blocked = supervisor.post("/api/plan-readings/{id}/adoption", null, Api.nothing(), reading.id());
        assertThat(blocked.status()).isEqualTo(409);
        assertThat(blocked.text("type")).isEqualTo("urn:duban:problem:open-findings");
        assertThat(blocked.body().path("errors").path(0).path("detail").asString())
                .contains("第2项任务");

        Api.Answer resolved = supervisor.patch(
                "/api/plan-readings/{id}/tasks/2",
                reading.etag(),
                Map.of("wildcards", List.of(), "cooperators", List.of("县教育局")),
                reading.id());
        assertThat(resolved.status()).isEqualTo(200);
        assertThat(resolved.etag()).isEqualTo("\"2\"");
        assertThat(Api.list(resolved.body().path("findings")))
                .filteredOn(finding -> finding.path("code").asString().equals("WILDCARD_UNIT"))
                .extracting(finding -> finding.path("state").asString())
                .containsOnly("RESOLVED");

        Api.Answer unknown = supervisor.post("/api/plan-readings/{id}/adoption", null, Api.nothing(), reading.id());
        assertThat(unknown.status()).isEqualTo(409);
        assertThat(unknown.text("type")).isEqualTo("urn:duban:problem:unknown-units");
        assertThat(unknown.body().path("errors").size()).isEqualTo(4);

        List<UUID> units = api.register(county, "县卫生健康局", "县财政局", "县人力资源社会保障局", "县教育局");
        Api.Answer plan = supervisor.post("/api/plan-readings/{id}/adoption", null, Api.nothing(), reading.id());
        assertThat(plan.status()).isEqualTo(201);
        assertThat(plan.location()).isEqualTo("/api/plans/" + plan.id());
        assertThat(plan.text("countyName")).isEqualTo(county.name());
        assertThat(plan.body().path("tasks").asInt()).isEqualTo(2);
        assertThat(Api.list(plan.body().path("phases")))
                .extracting(phase -> phase.path("to").asString())
                .containsExactly("2026-05-31", "2026-12-31");

        Api.Answer tasks = supervisor.get("/api/tasks?plan={plan}", plan.id());
        assertThat(tasks.items())
                .extracting(task -> task.path("dueOn").asString())
                .containsExactly("2026-12-31", "2026-06-30");
        assertThat(api.liaison(units.get(3)).get("/api/tasks?unit=me").items())
                .extracting(task -> task.path("ordinal").asInt())
                .containsExactly(2);

        Api.Answer twice = supervisor.post("/api/plan-readings/{id}/adoption", null, Api.nothing(), reading.id());
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text("type")).isEqualTo("urn:duban:problem:already-adopted");
        assertThat(supervisor.get("/api/plan-readings/{id}", reading.id()).text("planId"))
                .isEqualTo(plan.id().toString());
    }

    @Test
    void twoPeopleWhoAdoptAtOnceMakeOnePlan() throws Exception {
        api.register(county, "县卫生健康局", "县财政局");
        Api.Answer reading = uploaded(FIRST);
        Callable<Integer> adoption = () -> supervisor
                .post("/api/plan-readings/{id}/adoption", null, Api.nothing(), reading.id())
                .status();
        try (var people = Executors.newFixedThreadPool(2)) {
            List<Integer> answers = people.invokeAll(List.of(adoption, adoption)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(201, 409);
        }
        assertThat(jdbc.sql("select count(*) from plan where county_id = :county")
                        .param("county", county.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void adoptionTellsOfThePlanAndOfEachTaskInItsTransaction() {
        api.register(county, "县卫生健康局", "县财政局");
        Api.Answer plan = supervisor.post(
                "/api/plan-readings/{id}/adoption",
                null,
                Api.nothing(),
                uploaded(FIRST).id());
        String task = supervisor
                .get("/api/tasks?plan={plan}", plan.id())
                .items()
                .getFirst()
                .path("id")
                .asString();
        assertThat(told(plan.text("id"))).containsExactly("duban.task.plan-adopted.v1");
        assertThat(told(task)).startsWith("duban.task.task-assigned.v1");
        JsonNode assigned = payload(task, "duban.task.task-assigned.v1");
        assertThat(assigned.path("acknowledgeBy").asString()).isEqualTo("2026-03-18");
        assertThat(assigned.path("quiet").asBoolean()).isFalse();
        assertThat(assigned.path("assignees").size()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'plan-adopted' and subject = :plan")
                        .param("plan", plan.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aTaskThatWasOverBeforeTheAdoptionIsAssignedQuietly() {
        clock.set("2026-07-01T09:00");
        api.register(county, "县卫生健康局", "县财政局", "县人力资源社会保障局");
        String over = "加强人才培养。2026年6月底前完成培训。（牵头单位：县人力资源社会保障局）";
        Api.Answer plan = supervisor.post(
                "/api/plan-readings/{id}/adoption",
                null,
                Api.nothing(),
                uploaded(FIRST, over).id());
        List<Boolean> quiet = supervisor.get("/api/tasks?plan={plan}", plan.id()).items().stream()
                .map(task -> payload(task.path("id").asString(), "duban.task.task-assigned.v1")
                        .path("quiet")
                        .asBoolean())
                .toList();
        assertThat(quiet).containsExactly(false, true);
    }

    @Test
    void aCorrectionNeedsTheVersionThatWasSeen() {
        Api.Answer reading = uploaded(FIRST);
        Map<String, Object> change = Map.of("title", "健全机制");
        assertThat(supervisor
                        .patch("/api/plan-readings/{id}/tasks/1", null, change, reading.id())
                        .status())
                .isEqualTo(428);
        assertThat(supervisor
                        .patch("/api/plan-readings/{id}/tasks/1", "\"9\"", change, reading.id())
                        .status())
                .isEqualTo(412);
        Api.Answer corrected = supervisor.patch("/api/plan-readings/{id}/tasks/1", "\"1\"", change, reading.id());
        assertThat(corrected.body().path("tasks").path(0).path("title").asString())
                .isEqualTo("健全机制");
        assertThat(corrected.body().path("tasks").path(0).path("corrected").asBoolean())
                .isTrue();
        assertThat(supervisor
                        .patch("/api/plan-readings/{id}/tasks/1", "\"1\"", change, reading.id())
                        .status())
                .isEqualTo(412);
        assertThat(supervisor
                        .patch("/api/plan-readings/{id}/tasks/77", "\"2\"", change, reading.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everyWrongValueIsNamed() {
        Api.Answer reading = uploaded(FIRST);
        assertWrong(reading, "tasks/1", Map.of("dueOn", "六月底"), "/dueOn");
        assertWrong(reading, "tasks/1", Map.of("leads", "县财政局"), "/leads");
        assertWrong(reading, "tasks/1", Map.of("leads", List.of("县财政局", "")), "/leads/1");
        assertWrong(reading, "tasks/1", Map.of("decision", "MAYBE"), "/decision");
        assertWrong(
                reading,
                "tasks/1",
                Map.of("indicators", List.of(Map.of("text", "达到", "operator", ">", "value", 90, "measure", "%"))),
                "/indicators/0/operator");
        assertThat(supervisor
                        .patch("/api/plan-readings/{id}", "\"1\"", Map.of("reportDay", 31), reading.id())
                        .status())
                .isEqualTo(400);
        assertThat(supervisor
                        .patch("/api/plan-readings/{id}", "\"1\"", "{\"title\":", reading.id())
                        .status())
                .isEqualTo(400);
        assertThat(supervisor
                        .patch("/api/plan-readings/{id}", "\"1\"", "[]", reading.id())
                        .status())
                .isEqualTo(400);
    }

    private void assertWrong(Api.Answer reading, String what, Map<String, Object> change, String pointer) {
        Api.Answer refused = supervisor.patch("/api/plan-readings/{id}/" + what, "\"1\"", change, reading.id());
        assertThat(refused.status()).as("%s", change).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void theDocumentsOwnFieldsAreCorrectedAndCleared() {
        Api.Answer reading = uploaded(FIRST);
        Map<String, Object> change = new HashMap<>();
        change.put("documentNumber", "临政办发〔2026〕3号");
        change.put("issuedOn", null);
        change.put("reportDay", 20);
        change.put("phases", List.of(Map.of("name", "实施阶段", "from", "2026-04-01", "to", "2026-10-31")));
        Api.Answer corrected = supervisor.patch("/api/plan-readings/{id}", "\"1\"", change, reading.id());
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.text("documentNumber")).isEqualTo("临政办发〔2026〕3号");
        assertThat(corrected.body().path("issuedOn").isNull()).isTrue();
        assertThat(corrected.body().path("reportDay").asInt()).isEqualTo(20);
        assertThat(corrected.body().path("phases").path(0).path("to").asString())
                .isEqualTo("2026-10-31");
    }

    @Test
    void aReadingIsTheSupervisorsAffairAndACountysStaffSeeTheirOwn() {
        Api.Answer reading = uploaded(FIRST);
        assertThat(api.liaison(UUID.randomUUID())
                        .get("/api/plan-readings/{id}", reading.id())
                        .status())
                .isEqualTo(403);
        assertThat(api.as("SUPERVISOR", null, null, "ledger:read")
                        .get("/api/plan-readings")
                        .status())
                .isEqualTo(403);
        Api.As countys = api.as("SUPERVISOR", null, UUID.randomUUID());
        assertThat(countys.get("/api/plan-readings/{id}", reading.id()).status())
                .isEqualTo(404);
        assertThat(countys.get("/api/plan-readings").items()).isEmpty();
        Api.Answer own = countys.upload("方案.txt", Api.document(county.name(), FIRST));
        assertThat(own.status()).isEqualTo(201);
        assertThat(countys.get("/api/plan-readings").items()).hasSize(1);
        assertThat(countys.patch("/api/plan-readings/{id}", "\"1\"", Map.of("countyId", county.id()), own.id())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatWasGivenUpIsNotListedAndNotAdopted() {
        Api.Answer reading = uploaded(FIRST);
        assertThat(supervisor
                        .delete("/api/plan-readings/{id}", "\"1\"", reading.id())
                        .status())
                .isEqualTo(204);
        assertThat(supervisor.get("/api/plan-readings?limit=200").items())
                .extracting(item -> item.path("id").asString())
                .doesNotContain(reading.text("id"));
        assertThat(supervisor
                        .post("/api/plan-readings/{id}/adoption", null, Api.nothing(), reading.id())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void theListGoesOnWhereItStopped() {
        uploaded(FIRST);
        uploaded(FIRST);
        Api.Answer first = supervisor.get("/api/plan-readings?limit=1");
        Api.Answer second = supervisor.get("/api/plan-readings?limit=1&cursor={cursor}", first.text("next"));
        assertThat(second.items()).hasSize(1);
        assertThat(second.items().getFirst().path("id").asString())
                .isLessThan(first.items().getFirst().path("id").asString());
        assertThat(supervisor.get("/api/plan-readings?cursor=xyz").status()).isEqualTo(400);
    }

    @Test
    void aFileThatIsNoDocumentIsRefusedInWords() throws IOException {
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0};
        assertRefused(supervisor.upload("空.docx", new byte[0]), 422);
        assertRefused(supervisor.upload("空.txt", "   \n"), 422);
        assertRefused(supervisor.upload("图片.docx", image), 422);
        assertRefused(supervisor.upload("炸弹.docx", bomb()), 422);
        assertRefused(supervisor.upload("程序.exe", new byte[] {'M', 'Z', 0, 1, 2}), 415);
        assertRefused(supervisor.upload("乱码.txt", new byte[] {0, 1, 2, 0, (byte) 0xff, (byte) 0xfe, 0}), 422);
        assertRefused(supervisor.post("/api/plan-readings", null, Map.of("file", "x")), 415);
    }

    @Test
    void textWithoutAnyTaskIsReadButHasNothingToAdopt() {
        Api.Answer reading = supervisor.upload("来信.txt", "今天天气很好。\n");
        assertThat(reading.status()).isEqualTo(201);
        assertThat(supervisor
                        .post("/api/plan-readings/{id}/adoption", null, Api.nothing(), reading.id())
                        .text("type"))
                .isEqualTo("urn:duban:problem:nothing-to-adopt");
    }

    @Test
    void aTextOfABooksLengthIsNoPlan() {
        assertRefused(supervisor.upload("书.txt", "推进工作。\n".repeat(100_000)), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"（一）", "牵头单位：", "（牵头单位：县卫生健康局；配合单位：", "2026年", "县卫生健康局、", "（（（（", "不低于90%，", "一、一、\n"})
    void aTextMadeToTireTheReaderIsReadOrRefusedInTime(String repeated) {
        String text = Api.document(county.name(), FIRST) + repeated.repeat(100_000 / repeated.length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(supervisor.upload("方案.txt", text).status()).isIn(201, 422));
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".getBytes());
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(Api.Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.text("detail")).matches("(?s).*\\p{IsHan}.*");
        assertThat(answer.text("traceId")).isNotEmpty();
    }

    @Test
    void theAnyuePlanIsAdoptedWithEveryUnitWhereTheDocumentPutsIt() throws IOException {
        clock.set("2023-03-13T09:00");
        Api.Answer reading = supervisor.upload(
                "安岳县实施方案.txt", Files.readAllBytes(SharedPlans.file("anyue-demonstration-county.txt")));
        JsonNode expected = JsonMapper.builder()
                .build()
                .readTree(SharedPlans.file("expected/anyue-demonstration-county.json")
                        .toFile());
        assertThat(reading.body().path("tasks").size()).isEqualTo(24);
        for (int i = 0; i < 24; i++) {
            JsonNode task = reading.body().path("tasks").path(i);
            for (String field : List.of("startsWith", "leads", "cooperators", "wildcards", "dueOn")) {
                assertThat(task.path(field))
                        .as("task %d, %s", i + 1, field)
                        .isEqualTo(expected.path("tasks").path(i).path(field));
            }
        }
        assertThat(reading.body().path("suggestedCounty").path("name").asString())
                .isEqualTo("安岳县");
        County anyue = Api.county("安岳县");
        String etag = reading.etag();
        for (JsonNode finding : reading.body().path("findings")) {
            if (finding.path("needsPerson").asBoolean()) {
                Api.Answer resolved = supervisor.patch(
                        "/api/plan-readings/{id}/tasks/{ordinal}",
                        etag,
                        Map.of("wildcards", List.of()),
                        reading.id(),
                        finding.path("taskOrdinal").asInt());
                assertThat(resolved.status()).isEqualTo(200);
                etag = resolved.etag();
            }
        }
        TreeSet<String> names = new TreeSet<>();
        reading.body().path("units").forEach(unit -> names.add(unit.path("name").asString()));
        api.register(anyue, names.toArray(String[]::new));
        Api.Answer plan = supervisor.post("/api/plan-readings/{id}/adoption", etag, Api.nothing(), reading.id());
        assertThat(plan.status()).as("%s", plan.body()).isEqualTo(201);
        List<JsonNode> tasks =
                supervisor.get("/api/tasks?plan={plan}&limit=200", plan.id()).items();
        assertThat(tasks).hasSize(24);
        for (int i = 0; i < 24; i++) {
            assertThat(Api.list(tasks.get(i).path("leads")))
                    .extracting(unit -> unit.path("shortName").asString())
                    .containsExactlyElementsOf(
                            Api.strings(expected.path("tasks").path(i).path("leads")));
            assertThat(LocalDate.parse(tasks.get(i).path("dueOn").asString())).isEqualTo(LocalDate.of(2024, 9, 30));
        }
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
