package org.duban.task.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.kit.test.Tokens;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Plan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files from the upload to whoever may see them, and to the sweep (behaviours.md P11, P21). */
@ServiceTest
class EvidenceFlowTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("duban.evidence.folder", () -> folder.toString());
        settings.add("duban.evidence.largest", () -> "64KB");
        settings.add("duban.evidence.per-submission", () -> 3);
        settings.add("duban.evidence.loose-of-unit", () -> 5);
    }

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

    @Autowired
    AuditTrail audit;

    @MockitoSpyBean
    ContentStore store;

    @LocalServerPort
    int port;

    private final County county = Api.county("临江县");
    private final County other = Api.county("望山县");
    private Api api;
    private Api.As supervisor;
    private Api.As liaison;
    private UUID health;
    private UUID finance;
    private UUID clinic;
    private UUID elsewhere;
    private UUID plan;
    private UUID task;

    /** A token and what it opens. */
    private record Who(String name, String bearer) {}

    private Who unit;
    private Who city;
    private List<Who> strangers;

    @BeforeEach
    void aTaskOfTwoLeadUnits() throws IOException {
        for (Path file : stored()) {
            Files.delete(file);
        }
        jdbc.sql("""
                        truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, rectification,
                                 evidence, evidence_use, outbox
                        """).update();
        clock.set("2026-03-13T09:00");
        api = new Api(mvc, directory);
        List<UUID> units = api.register(county, "县卫生健康局", "县财政局", "县中医院");
        health = units.get(0);
        finance = units.get(1);
        clinic = units.get(2);
        elsewhere = api.register(other, "县卫生健康局").getFirst();
        supervisor = api.supervisor();
        liaison = api.as("LIAISON", health, county.id());
        unit = new Who("the unit", Tokens.bearer("LIAISON", health, county.id()));
        city = new Who("the city", Tokens.bearer("SUPERVISOR", null, null));
        strangers = List.of(
                new Who("another unit of the task", Tokens.bearer("LIAISON", finance, county.id())),
                new Who("a unit elsewhere", Tokens.bearer("UNIT_HEAD", elsewhere, other.id())),
                new Who("another county's office", Tokens.bearer("COUNTY_OFFICE", UUID.randomUUID(), other.id())),
                new Who("another county's supervisor", Tokens.bearer("SUPERVISOR", null, other.id())));
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
                        List.of(new NewTask(
                                1,
                                "任务1",
                                "正文",
                                null,
                                false,
                                List.of(),
                                List.of(health, finance),
                                List.of(clinic),
                                null)))
                .id();
        task = jdbc.sql("select id from task").query(UUID.class).single();
    }

    @Test
    void aFileGoesWithAReportAndIsSeenByWhoeverSeesTheReport() throws Exception {
        var content = Samples.pdf("验收报告");
        var uploaded = upload(unit, "C:\\资料\\验收报告.doc", content);
        assertThat(uploaded.getStatus()).as(body(uploaded).toString()).isEqualTo(201);
        assertThat(uploaded.getHeader(HttpHeaders.LOCATION))
                .isEqualTo("/api/evidence/" + body(uploaded).path("id").asString());
        assertThat(body(uploaded).path("name").asString())
                .as("called what it is")
                .isEqualTo("验收报告.pdf");
        assertThat(body(uploaded).path("type").asString()).isEqualTo("PDF");
        assertThat(body(uploaded).path("size").asInt()).isEqualTo(content.length);
        UUID file = id(uploaded);
        assertSeenBy(file, unit);

        Api.Answer reported = report(40, file);
        assertThat(reported.status()).as(reported.body().toString()).isEqualTo(200);
        assertThat(names(reported.body().path("evidence"))).containsExactly("验收报告.pdf");
        assertSeenBy(
                file,
                unit,
                city,
                new Who("the county's office", Tokens.bearer("COUNTY_OFFICE", UUID.randomUUID(), county.id())),
                new Who("the county's supervisor", Tokens.bearer("SUPERVISOR", null, county.id())));

        assertThat(supervisor.get("/api/reports?state=submitted").items())
                .as("the reviewer's list")
                .singleElement()
                .satisfies(report -> assertThat(names(report.path("evidence"))).containsExactly("验收报告.pdf"));
        var ofTask = Api.list(supervisor.get("/api/tasks/{id}", task).body().path("reports")).stream()
                .filter(report -> report.path("state").asString().equals("SUBMITTED"))
                .toList();
        assertThat(ofTask)
                .singleElement()
                .satisfies(report -> assertThat(names(report.path("evidence"))).containsExactly("验收报告.pdf"));
        assertThat(audit.verify().holds()).isTrue();
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where action in ('evidence-uploaded', 'evidence-handed-in')")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void aFileIsGivenOutAsWhatItIsAndRunsNothing() throws Exception {
        var pdf = id(upload(unit, "验收报告.pdf", Samples.pdf("一")));
        var shown = content(unit, pdf, "");
        assertThat(shown.getContentType()).isEqualTo("application/pdf");
        assertThat(shown.getContentAsByteArray()).isEqualTo(Samples.pdf("一"));
        assertThat(shown.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("inline;")
                .contains("filename*=UTF-8''");
        assertThat(shown.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(shown.getHeader("Content-Security-Policy"))
                .contains("sandbox")
                .contains("default-src 'none'");
        assertThat(shown.getHeader(HttpHeaders.CACHE_CONTROL))
                .contains("private")
                .contains("no-cache");
        assertThat(content(unit, pdf, "?download=true").getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment;");
        assertThat(mvc.perform(get("/api/evidence/{id}/content", pdf)
                                .header(HttpHeaders.AUTHORIZATION, unit.bearer())
                                .header(HttpHeaders.IF_NONE_MATCH, String.valueOf(shown.getHeader(HttpHeaders.ETAG))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(304);

        var word = id(upload(unit, "总结.docx", Samples.word("<w:p><w:r><w:t>完成 9 家验收</w:t></w:r></w:p>")));
        assertThat(content(unit, word, "").getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .as("nothing but PDF and pictures is shown as it is")
                .startsWith("attachment;");
        assertThat(liaison.get("/api/evidence/{id}/text", word).text("text")).isEqualTo("完成 9 家验收");
        assertThat(liaison.get("/api/evidence/{id}/text", pdf).text("type")).endsWith("no-text");

        Files.delete(stored().stream()
                .filter(file -> holds(file, Samples.pdf("一")))
                .findFirst()
                .orElseThrow());
        assertThat(content(unit, pdf, "").getStatus()).isEqualTo(404);
        assertThat(liaison.get("/api/evidence/{id}/content", pdf).text("type")).endsWith("evidence-lost");
    }

    @Test
    void whatIsNotTakenIsRefusedInChinese() throws Exception {
        assertRefused(upload(unit, "大.pdf", Arrays.copyOf(Samples.pdf("大"), 65 * 1024)), 413, "too-large", "64 KB");
        assertRefused(
                upload(unit, "假.pdf", "<html></html>".getBytes(StandardCharsets.UTF_8)),
                415,
                "unsupported-file",
                "不接收");
        assertRefused(upload(unit, "空.pdf", new byte[0]), 422, "empty-file", "空的");
        assertRefused(upload(unit, "坏.docx", Samples.half(Samples.word("<w:p/>"))), 422, "broken-file", "损坏");
        assertThat(upload(city, "好.pdf", Samples.pdf("好")).getStatus())
                .as("who supervises proves nothing")
                .isEqualTo(403);
        assertThat(stored()).as("nothing is left of it").isEmpty();

        assertThat(liaison.get("/api/evidence/limits").body().path("largest").asInt())
                .isEqualTo(64 * 1024);
        assertThat(liaison.get("/api/evidence/limits")
                        .body()
                        .path("perSubmission")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void aRetriedUploadIsOneFile() throws Exception {
        var first = upload(unit, "照片.png", Samples.png(), "key-" + health);
        var again = upload(unit, "照片.png", Samples.png(), "key-" + health);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(id(again)).isEqualTo(id(first));
        assertThat(stored()).hasSize(1);
    }

    @Test
    void anUploadWithAKeyIsWrittenDownBeforeItsTransactionBegins() throws Exception {
        List<Boolean> inTransaction = new ArrayList<>();
        doAnswer(call -> {
                    inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
                    return call.callRealMethod();
                })
                .when(store)
                .take(any(), anyLong());
        var key = "slow " + health;
        var sent = send(unit, key, "验收报告.pdf", Samples.pdf("慢盘"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(inTransaction).containsExactly(false);

        assertThat(send(unit, key, "验收报告.pdf", Samples.pdf("慢盘")).body()).isEqualTo(sent.body());
        // which is answered a moment before it is cleared away
        await().untilAsserted(() ->
                assertThat(stored()).as("nothing is left of the retry").hasSize(1));
        assertThat(send(unit, "kind", "假.pdf", "<html></html>".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(unit, "size", "大.pdf", Arrays.copyOf(Samples.pdf("大"), 65 * 1024))
                        .statusCode())
                .isEqualTo(413);
        inTransaction.clear();
        assertThat(send(city, "right", "好.pdf", Samples.pdf("好")).statusCode()).isEqualTo(403);
        assertThat(inTransaction).as("nothing is written for who may not").isEmpty();
        await().untilAsserted(() -> assertThat(stored()).hasSize(1));
    }

    @Test
    void uploadsAtTheSameMomentAreCountedTogether() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var uploads = many.invokeAll(IntStream.range(0, 12)
                    .<Callable<Integer>>mapToObj(n -> () ->
                            upload(unit, n + ".pdf", Samples.pdf("同时" + n)).getStatus())
                    .toList());
            var answers = new ArrayList<Integer>();
            for (var upload : uploads) {
                answers.add(upload.get());
            }
            assertThat(answers)
                    .containsOnly(201, 409)
                    .filteredOn(status -> status == 201)
                    .hasSize(5);
        }
    }

    /** More of them than there are connections. */
    @Test
    void uploadsThatComeSlowlyHoldNoConnection() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 24; i++) {
                var socket = new Socket("127.0.0.1", port);
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST /api/evidence HTTP/1.1\r\nHost: x\r\nAuthorization: " + unit.bearer()
                                        + "\r\nIdempotency-Key: slow-" + i + "-" + health
                                        + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 60000\r\n\r\n"
                                        + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-")
                                .getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
            var sent = send(unit, "among the slow " + health, "快.pdf", Samples.pdf("快"));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Through the real server, which alone reads parts. */
    private HttpResponse<String> send(Who who, String key, String name, byte[] content) throws Exception {
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/evidence"))
                            .version(HttpClient.Version.HTTP_1_1)
                            .timeout(Duration.ofSeconds(9))
                            .header(HttpHeaders.AUTHORIZATION, who.bearer())
                            .header("Idempotency-Key", key.replace(' ', '-'))
                            .header(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=x")
                            .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void onlyTheUnitsOwnFilesAreHandedInAndNotTooMany() throws Exception {
        var theirs = id(upload(strangers.getFirst(), "他人.png", Samples.png()));
        Api.Answer stolen = report(40, theirs);
        assertThat(stolen.status()).isEqualTo(422);
        assertThat(stolen.text("type")).endsWith("evidence-gone");
        assertThat(stolen.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/evidence/0");
        assertThat(report(40, UUID.randomUUID()).text("type"))
                .as("whether there is one is not told")
                .endsWith("evidence-gone");

        var own = IntStream.range(0, 4)
                .mapToObj(n -> id(upload(unit, n + ".pdf", Samples.pdf("第" + n))))
                .toArray(UUID[]::new);
        assertThat(report(40, own).text("type")).endsWith("too-many-files");
        assertThat(report(40, own[0], own[1], own[0]).body().path("evidence").size())
                .as("named twice it is there once")
                .isEqualTo(2);

        assertThat(completion(theirs).text("type")).endsWith("evidence-gone");

        assertThat(IntStream.range(0, 3)
                        .map(n -> upload(unit, "多" + n + ".pdf", Samples.pdf("多" + n))
                                .getStatus()))
                .containsExactly(201, 201, 201);
        assertRefused(upload(unit, "再多.pdf", Samples.pdf("再多")), 409, "too-many-loose-files", "尚未提交");
    }

    @Test
    void whatWaitsForTheHeadHasNotLeftTheUnit() {
        assertThat(supervisor
                        .put("/api/plans/" + plan + "/round-rules", "\"0\"", Api.roundRules(Map.of("signOff", true)))
                        .status())
                .isEqualTo(200);
        var file = id(upload(unit, "验收报告.pdf", Samples.pdf("二")));
        Api.Answer written = report(40, file);
        assertThat(names(written.body().path("pending").path("evidence"))).containsExactly("验收报告.pdf");
        assertThat(written.body().path("evidence").isEmpty()).isTrue();
        assertSeenBy(file, unit);
        sweep();
        assertSeenBy(file, unit);

        var head = api.as("UNIT_HEAD", health, county.id());
        Api.Answer signed = head.post("/api/reports/" + reportId() + "/sign-off", written.etag(), null);
        assertThat(names(signed.body().path("evidence"))).containsExactly("验收报告.pdf");
        assertSeenBy(file, unit, city);
    }

    @Test
    void aCorrectedReportLetsGoOfWhatItNamesNoMore() throws Exception {
        var first = id(upload(unit, "旧.pdf", Samples.pdf("旧")));
        var second = id(upload(unit, "新.pdf", Samples.pdf("新")));
        report(40, first);
        Api.Answer corrected = report(45, second);
        assertThat(names(corrected.body().path("evidence"))).containsExactly("新.pdf");
        assertSeenBy(first, unit);
        sweep();
        assertThat(liaison.get("/api/evidence/{id}", first).status()).isEqualTo(404);
        assertSeenBy(second, unit, city);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void filesOfACompletionAreTheUnitsAndStayWhenItIsReturned() {
        assertThat(liaison.post("/api/tasks/{id}/acknowledgement", version(), null, task)
                        .status())
                .isEqualTo(200);
        var first = id(upload(unit, "办结报告.pdf", Samples.pdf("三")));
        Api.Answer completed = completion(first);
        assertThat(completed.status()).as(completed.body().toString()).isEqualTo(200);
        assertThat(completions(liaison)).containsExactly("办结报告.pdf true");
        assertThat(completions(supervisor)).containsExactly("办结报告.pdf true");
        assertThat(completions(api.as("LIAISON", finance, county.id())))
                .as("another lead unit sees the task, not its files")
                .isEmpty();
        assertSeenBy(first, unit, city);

        assertThat(supervisor
                        .post("/api/tasks/{id}/return", version(), Map.of("reason", "缺少盖章件"), task)
                        .status())
                .isEqualTo(200);
        var second = id(upload(unit, "盖章件.png", Samples.png()));
        completion(second);
        sweep();
        assertThat(completions(supervisor)).containsExactly("盖章件.png true", "办结报告.pdf false");
        assertSeenBy(first, unit, city);
    }

    @Test
    void whoGaveAPieceOfItsTaskReadsWhatProvesThatPiece() {
        liaison.post("/api/tasks/{id}/acknowledgement", version(), null, task);
        Api.Answer given = liaison.post(
                "/api/tasks/{id}/subtasks",
                version(),
                Map.of(
                        "weight",
                        100,
                        "task",
                        Map.of("title", "建成一家中心", "text", "建成一家中医药中心。", "leads", List.of(clinic))),
                task);
        assertThat(given.status()).as(given.body().toString()).isEqualTo(201);
        UUID piece = given.id();
        var doctors = new Who("the unit of the piece", Tokens.bearer("LIAISON", clinic, county.id()));
        var asDoctors = api.as("LIAISON", clinic, county.id());
        asDoctors.post(
                "/api/tasks/{id}/acknowledgement",
                asDoctors.get("/api/tasks/{id}", piece).etag(),
                null,
                piece);
        var file = id(upload(doctors, "中心照片.png", Samples.png()));
        Api.Answer completed = asDoctors.post(
                "/api/tasks/{id}/completion",
                asDoctors.get("/api/tasks/{id}", piece).etag(),
                Map.of("statement", "已建成", "evidence", List.of(file)),
                piece);
        assertThat(completed.status()).as(completed.body().toString()).isEqualTo(200);
        assertThat(liaison.get("/api/tasks/{id}", piece)
                        .body()
                        .path("completionEvidence")
                        .size())
                .isEqualTo(1);
        assertSeenBy(file, doctors, unit, city);
    }

    @Test
    void filesOfARectificationAreSeenWithIt() {
        Map<String, Object> found = new HashMap<>(
                Map.of("source", "INSPECTION", "foundOn", "2026-03-10", "problem", "验收记录不全", "unitId", health));
        found.put("cooperatorIds", List.of(finance));
        UUID item = supervisor.post("/api/rectifications", null, found).id();
        act(liaison, "plan", item, Map.of("cause", "无人盘点", "measure", "每周盘点", "dueOn", "2026-12-31"));
        act(supervisor, "plan/agreement", item, Map.of());
        var file = id(upload(unit, "整改照片.jpg", Samples.jpeg()));
        Api.Answer completed = act(liaison, "completion", item, Map.of("statement", "已补齐", "evidence", List.of(file)));
        assertThat(completed.status()).as(completed.body().toString()).isEqualTo(200);
        assertThat(names(completed.body().path("evidenceFiles").path(0).path("files")))
                .containsExactly("整改照片.jpg");
        assertThat(metadata(strangers.getFirst(), file).getStatus())
                .as("the cooperating unit sees the item")
                .isEqualTo(200);
        for (Who stranger : strangers.subList(1, strangers.size())) {
            assertThat(metadata(stranger, file).getStatus()).as(stranger.name()).isEqualTo(404);
        }
        assertThat(metadata(city, file).getStatus()).isEqualTo(200);
    }

    @Test
    void whatIsNeverHandedInGoesAfterADay() throws Exception {
        var loose = id(upload(unit, "一.pdf", Samples.pdf("一")));
        var handedIn = id(upload(unit, "二.pdf", Samples.pdf("二")));
        report(40, handedIn);
        // the same words by another unit: one content, two files
        var shared = id(upload(strangers.getFirst(), "同.pdf", Samples.pdf("一")));
        assertThat(stored()).hasSize(2);

        clock.advance(Duration.ofHours(23));
        days.now();
        assertThat(metadata(unit, loose).getStatus()).isEqualTo(200);
        var renewed = id(upload(strangers.getFirst(), "同.pdf", Samples.pdf("一")));
        clock.advance(Duration.ofHours(2));
        days.now();
        assertThat(metadata(unit, loose).getStatus()).isEqualTo(404);
        assertThat(metadata(strangers.getFirst(), shared).getStatus()).isEqualTo(404);
        assertThat(content(strangers.getFirst(), renewed, "").getContentAsByteArray())
                .as("whose content another file still is")
                .isEqualTo(Samples.pdf("一"));
        assertThat(content(city, handedIn, "").getStatus()).isEqualTo(200);

        sweep();
        days.now();
        assertThat(stored()).hasSize(1);
        assertThat(report(50, loose).text("type")).endsWith("evidence-gone");
    }

    @Test
    void whatWaitedForASignatureThatNeverCameGoesAfterADay() throws Exception {
        assertThat(supervisor
                        .put("/api/plans/" + plan + "/round-rules", "\"0\"", Api.roundRules(Map.of("signOff", true)))
                        .status())
                .isEqualTo(200);
        var file = id(upload(unit, "未签发.pdf", Samples.pdf("未签发")));
        report(40, file);
        sweep();
        days.now();
        assertThat(metadata(unit, file).getStatus()).as("while it waits").isEqualTo(200);

        jdbc.sql("update report set state = 'LAPSED' where id = cast(:id as uuid)")
                .param("id", reportId())
                .update();
        days.now();
        assertThat(metadata(unit, file).getStatus())
                .as("may be handed in with another")
                .isEqualTo(200);
        sweep();
        days.now();
        assertThat(metadata(unit, file).getStatus()).isEqualTo(404);
        assertThat(stored()).isEmpty();
    }

    @Test
    void aContentWithoutAFileGoes() throws IOException {
        var orphan = folder.resolve("files/ab/" + "ab".repeat(32));
        Files.createDirectories(orphan.getParent());
        Files.writeString(orphan, "of an upload that was broken off");
        days.now();
        assertThat(orphan).doesNotExist();
    }

    private void sweep() {
        clock.advance(Duration.ofHours(25));
        days.now();
    }

    /** By each of these, and by nobody else of those around, through whatever endpoint there is. */
    private void assertSeenBy(UUID file, Who... seeing) {
        for (Who who : seeing) {
            assertThat(metadata(who, file).getStatus()).as(who.name()).isEqualTo(200);
            assertThat(content(who, file, "").getStatus()).as(who.name()).isEqualTo(200);
            assertThat(ask(who, "/api/evidence/" + file + "/text").getStatus())
                    .as(who.name())
                    .isEqualTo(409);
        }
        List<Who> others = new ArrayList<>(strangers);
        if (!List.of(seeing).contains(city)) {
            others.add(city);
        }
        for (Who who : others) {
            for (String path : List.of("", "/content", "/content?download=true", "/text")) {
                assertThat(ask(who, "/api/evidence/" + file + path).getStatus())
                        .as(who.name() + " at " + path)
                        .isEqualTo(404);
            }
        }
    }

    private Api.Answer report(int progress, UUID... files) {
        var report = "/api/reports/" + reportId();
        return liaison.put(
                report,
                liaison.get(report).etag(),
                Map.of("progress", progress, "done", "完成验收", "evidence", List.of(files)));
    }

    private String reportId() {
        return jdbc.sql("select id::text from report where unit_id = :unit order by period limit 1")
                .param("unit", health)
                .query(String.class)
                .single();
    }

    private Api.Answer completion(UUID... files) {
        return liaison.post(
                "/api/tasks/{id}/completion", version(), Map.of("statement", "已办结", "evidence", List.of(files)), task);
    }

    private @Nullable String version() {
        return supervisor.get("/api/tasks/{id}", task).etag();
    }

    private List<String> completions(Api.As who) {
        return Api.list(who.get("/api/tasks/{id}", task).body().path("completionEvidence")).stream()
                .map(one -> String.join("、", names(one.path("files"))) + " "
                        + one.path("current").asBoolean())
                .toList();
    }

    private Api.Answer act(Api.As who, String action, UUID item, Object body) {
        return who.post(
                "/api/rectifications/{id}/" + action,
                supervisor.get("/api/rectifications/{id}", item).etag(),
                body,
                item);
    }

    private static List<String> names(JsonNode files) {
        return Api.list(files).stream()
                .map(file -> file.path("name").asString())
                .toList();
    }

    private MockHttpServletResponse upload(Who who, String name, byte[] content) {
        return upload(who, name, content, null);
    }

    private MockHttpServletResponse upload(Who who, String name, byte[] content, @Nullable String key) {
        var call = multipart("/api/evidence")
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .header(HttpHeaders.AUTHORIZATION, who.bearer());
        try {
            return mvc.perform(key == null ? call : call.header("Idempotency-Key", key))
                    .andReturn()
                    .getResponse();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private MockHttpServletResponse metadata(Who who, UUID file) {
        return ask(who, "/api/evidence/" + file);
    }

    private MockHttpServletResponse content(Who who, UUID file, String query) {
        return ask(who, "/api/evidence/" + file + "/content" + query);
    }

    private MockHttpServletResponse ask(Who who, String path) {
        try {
            return mvc.perform(get(path).header(HttpHeaders.AUTHORIZATION, who.bearer()))
                    .andReturn()
                    .getResponse();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void assertRefused(MockHttpServletResponse answer, int status, String code, String words) {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(body(answer).path("type").asString()).isEqualTo("urn:duban:problem:" + code);
        assertThat(body(answer).path("detail").asString()).contains(words);
    }

    private static UUID id(MockHttpServletResponse answer) {
        return UUID.fromString(body(answer).path("id").asString());
    }

    private static JsonNode body(MockHttpServletResponse answer) {
        return JSON.readTree(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    /** What lies in the folder, whatever part of it. */
    private static List<Path> stored() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean holds(Path file, byte[] content) {
        try {
            return Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
