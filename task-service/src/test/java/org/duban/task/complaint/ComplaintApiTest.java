package org.duban.task.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duban.kit.audit.AuditTrail;
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

/** What the public files and how it is answered, through the service's own doors (behaviours.md B7). */
@ServiceTest
class ComplaintApiTest {
    private static final String HERE = "/api/complaints/{id}";

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
    Satisfactions satisfactions;

    private Api api;
    private Api.As anybody;
    private Api.As supervisor;
    private final County county = Api.county("临江县");
    private final County other = Api.county("望山县");
    private UUID hospital;
    private UUID health;
    private UUID elsewhere;

    @BeforeEach
    void noComplaints() {
        jdbc.sql("truncate complaint, complaint_contact, complaint_history, complaint_number, rectification, outbox,"
                        + " directory_unit")
                .update();
        api = new Api(mvc, directory);
        clock.set("2026-11-23T09:00");
        List<UUID> units = api.register(county, "县中医院", "县卫生健康局");
        hospital = units.get(0);
        health = units.get(1);
        elsewhere = api.register(other, "县中医院").getFirst();
        // As the gateway passes a visitor on: known to it, entitled to nothing.
        anybody = api.as("VISITOR", null, null, "none");
        supervisor = api.supervisor();
    }

    private record Receipt(String number, String code) {}

    private Map<String, Object> filing(Object... more) {
        JsonNode form = anybody.get("/api/feedback/form").body();
        String challenge = form.path("challenge").asString();
        Map<String, Object> body = new HashMap<>(Map.of(
                "kind",
                "COMPLAINT",
                "countyId",
                county.id(),
                "content",
                "在县中医院就诊时被多收了检查费，请核查。",
                "challenge",
                challenge,
                "proof",
                CodesTest.proof(challenge),
                "retryKey",
                UUID.randomUUID().toString()));
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i].toString(), more[i + 1]);
        }
        clock.advance(Duration.ofSeconds(form.path("delaySeconds").asLong()));
        return body;
    }

    private Receipt file(Object... more) {
        Api.Answer filed = anybody.post("/api/feedback", null, filing(more));
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        return new Receipt(filed.text("number"), filed.text("code"));
    }

    private UUID newest() {
        return UUID.fromString(
                supervisor.get("/api/complaints").items().getFirst().path("id").asString());
    }

    private Api.Answer act(Api.As who, String action, UUID id, Object body) {
        return who.post(HERE + "/" + action, supervisor.get(HERE, id).etag(), body, id);
    }

    private UUID answered(UUID unit) {
        UUID id = newest();
        act(supervisor, "verification", id, null);
        act(supervisor, "giving", id, Map.of("unitId", unit));
        act(api.liaison(unit), "answer", id, Map.of("answer", "经核查，多收120元已退还。"));
        assertThat(act(supervisor, "answer/approval", id, null).text("state")).isEqualTo("ANSWERED");
        return id;
    }

    private Api.Answer look(String code) {
        return anybody.post("/api/feedback/query", null, Map.of("code", code));
    }

    private Api.Answer rate(String code, int stars) {
        return anybody.post("/api/feedback/rating", null, Map.of("code", code, "rating", stars));
    }

    private int told(String type) {
        return jdbc.sql("select count(*) from outbox where type = :type")
                .param("type", "duban.task." + type + ".v1")
                .query(Integer.class)
                .single();
    }

    @Test
    void complaintIsVerifiedGivenAnsweredAndRated() {
        Receipt receipt = file("unitId", hospital, "contactName", "李某", "contactPhone", "13800000000");
        assertThat(receipt.number()).isEqualTo("投诉〔2026〕1号");
        assertThat(receipt.code()).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(look(receipt.code()).text("state")).isEqualTo("RECEIVED");
        UUID id = newest();
        Api.Answer seen = supervisor.get(HERE, id);
        assertThat(seen.body().path("subject").path("shortName").asString()).isEqualTo("县中医院");
        assertThat(seen.text("countyName")).isEqualTo("临江县");
        assertThat(Api.strings(seen.body().path("allowed"))).containsExactly("VERIFY", "REJECT");

        assertThat(act(supervisor, "verification", id, null).text("state")).isEqualTo("VERIFIED");
        Api.Answer given = act(supervisor, "giving", id, Map.of("unitId", health, "workingDays", 5, "words", "请属地核查"));
        assertThat(given.text("dueOn")).isEqualTo("2026-11-30");
        Api.As liaison = api.liaison(health);
        assertThat(liaison.get("/api/complaints?unit=me").items()).hasSize(1);
        assertThat(look(receipt.code()).text("unit")).isEqualTo("临江县卫生健康局");

        clock.set("2026-12-01T09:00");
        assertThat(supervisor.get("/api/complaints?overdue=true").items()).hasSize(1);
        act(liaison, "answer", id, Map.of("answer", "已退费。"));
        assertThat(look(receipt.code()).body().path("answer").isNull()).isTrue();
        Api.Answer back = act(supervisor, "answer/return", id, Map.of("reason", "请写明金额"));
        assertThat(back.text("dueOn")).isEqualTo("2026-12-04");
        assertThat(look(receipt.code()).body().path("reason").isNull()).isTrue();
        act(liaison, "answer", id, Map.of("answer", "经核查，多收120元已退还。"));
        act(supervisor, "answer/approval", id, null);

        Api.Answer shown = look(receipt.code().toLowerCase().replace("-", " "));
        assertThat(shown.text("answer")).isEqualTo("经核查，多收120元已退还。");
        assertThat(shown.text("answeredOn")).isEqualTo("2026-12-01");
        assertThat(rate(receipt.code(), 5).text("state")).isEqualTo("RATED");
        assertThat(rate(receipt.code(), 1).status()).isEqualTo(409);
        assertThat(supervisor.get(HERE, id).body().path("rating").asInt()).isEqualTo(5);

        for (String type : List.of(
                "complaint-received",
                "complaint-verified",
                "complaint-given",
                "complaint-answer-returned",
                "complaint-answered",
                "complaint-rated")) {
            assertThat(told(type)).as(type).isOne();
        }
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void whoFiledItIsToldToItsHandlerOnlyAndEachLookIsKept() {
        file("contactName", "李某", "contactPhone", "13800000000");
        UUID id = newest();
        assertThat(supervisor.get(HERE + "/contact", id).status()).isEqualTo(403);
        act(supervisor, "verification", id, null);
        Api.Answer contact = supervisor.get(HERE + "/contact", id);
        assertThat(contact.text("phone")).isEqualTo("13800000000");
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where action = 'complaint-contact-seen' and subject = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isOne();
        Api.As colleague = api.as("SUPERVISOR", health, null);
        assertThat(colleague.get(HERE + "/contact", id).status()).isEqualTo(403);
        assertThat(act(colleague, "handling", id, null).status()).isEqualTo(200);
        assertThat(colleague.get(HERE + "/contact", id).text("name")).isEqualTo("李某");
        assertThat(supervisor.get(HERE + "/contact", id).status()).isEqualTo(403);
        act(supervisor, "giving", id, Map.of("unitId", hospital));
        Api.As liaison = api.liaison(hospital);
        assertThat(liaison.get(HERE + "/contact", id).status()).isEqualTo(403);
        assertThat(liaison.get(HERE, id).body().toString()).doesNotContain("13800000000", "李某");
        assertThat(supervisor.get(HERE, id).body().toString()).doesNotContain("13800000000");
        assertThat(jdbc.sql("select convert_from(payload, 'UTF8') from outbox")
                        .query(String.class)
                        .list())
                .noneMatch(payload -> payload.contains("李某") || payload.contains("检查费"));
    }

    @Test
    void codeIsKeptAsAHashOnly() {
        Receipt receipt = file();
        String plain = receipt.code().replace("-", "");
        assertThat(jdbc.sql("select to_jsonb(c)::text from complaint c")
                        .query(String.class)
                        .single())
                .doesNotContain(plain, receipt.code());
        assertThat(look("2222-2222-2222").status()).isEqualTo(404);
        assertThat(look("x").status()).isEqualTo(404);
    }

    @Test
    void whatIsSentAgainUnderItsKeyIsFiledOnce() {
        Map<String, Object> body = filing();
        Api.Answer first = anybody.post("/api/feedback", null, body);
        Api.Answer again = anybody.post("/api/feedback", null, body);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(supervisor.get("/api/complaints").items()).hasSize(1);
        Map<String, Object> others = new HashMap<>(body);
        others.put("retryKey", UUID.randomUUID().toString());
        assertThat(anybody.post("/api/feedback", null, others).status()).isEqualTo(422);
        Map<String, Object> changed = new HashMap<>(body);
        changed.put("content", "同一校验串下的另一件事，不应被接收。");
        assertThat(anybody.post("/api/feedback", null, changed).status()).isEqualTo(422);
    }

    @Test
    void whatIsSentTwiceAtOnceIsFiledOnceAndBothAreToldTheCode() throws Exception {
        Map<String, Object> body = filing();
        Callable<Api.Answer> files = () -> anybody.post("/api/feedback", null, body);
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Api.Answer> answers = pool.invokeAll(Collections.nCopies(4, files)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
            assertThat(answers)
                    .extracting(Api.Answer::body)
                    .containsOnly(answers.getFirst().body());
        }
        assertThat(supervisor.get("/api/complaints").items()).hasSize(1);
    }

    @Test
    void floodIsSlowedAndRobotsAreCaught() {
        Map<String, Object> lazy = filing("proof", "0");
        boolean lucky = Codes.worked(lazy.get("challenge").toString(), "0");
        assertThat(anybody.post("/api/feedback", null, lazy).status()).isEqualTo(lucky ? 201 : 422);
        assertThat(anybody.post("/api/feedback", null, filing("website", "http://spam"))
                        .status())
                .isEqualTo(400);
        assertThat(anybody.post("/api/feedback", null, filing("content", "太短")).status())
                .isEqualTo(400);
        assertThat(anybody.post("/api/feedback", null, filing("countyId", UUID.randomUUID()))
                        .status())
                .isEqualTo(422);
        assertThat(anybody.post("/api/feedback", null, filing("unitId", UUID.randomUUID()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void formOffersNamesAndNothingElseOfTheDirectory() {
        JsonNode form = anybody.get("/api/feedback/form").body();
        assertThat(Api.list(form.path("counties")))
                .extracting(one -> one.path("name").asString())
                .containsExactlyInAnyOrder("临江县", "望山县");
        assertThat(Api.list(form.path("units")))
                .hasSize(3)
                .allSatisfy(
                        unit -> assertThat(unit.propertyNames()).containsExactlyInAnyOrder("id", "name", "countyId"));
    }

    @Test
    void whatIsNotTakenUpIsToldWithItsReason() {
        Receipt receipt = file("kind", "SUGGESTION");
        assertThat(receipt.number()).isEqualTo("建议〔2026〕1号");
        assertThat(act(supervisor, "rejection", newest(), Map.of("reason", "不属于卫生健康部门职责，请向医保部门反映。"))
                        .text("state"))
                .isEqualTo("REJECTED");
        assertThat(look(receipt.code()).text("reason")).contains("医保部门");
        assertThat(rate(receipt.code(), 1).status()).isEqualTo(409);
    }

    @Test
    void complaintOfOthersDoesNotExist() {
        file();
        UUID id = newest();
        Map<String, Map<String, Object>> acts = Map.of(
                "verification", Map.of(),
                "rejection", Map.of("reason", "理由"),
                "handling", Map.of(),
                "giving", Map.of("unitId", hospital),
                "answer", Map.of("answer", "答复"),
                "answer/approval", Map.of(),
                "answer/return", Map.of("reason", "理由"));
        Api.As stranger = api.liaison(hospital);
        Api.As otherCounty = api.as("SUPERVISOR", null, other.id());
        for (Api.As who : List.of(stranger, otherCounty)) {
            assertThat(who.get("/api/complaints").items()).isEmpty();
            assertThat(who.get(HERE, id).status()).isEqualTo(404);
        }
        assertThat(otherCounty.get(HERE + "/contact", id).status()).isEqualTo(404);
        assertThat(otherCounty
                        .post(HERE + "/rectification", null, Map.of("problem", "问题"), id)
                        .status())
                .isEqualTo(404);
        acts.forEach((action, body) -> {
            boolean forUnits = action.equals("answer");
            assertThat((forUnits ? stranger : otherCounty)
                            .post(HERE + "/" + action, "\"1\"", body, id)
                            .status())
                    .as(action)
                    .isEqualTo(404);
            assertThat((forUnits ? supervisor : stranger)
                            .post(HERE + "/" + action, "\"1\"", body, id)
                            .status())
                    .as(action + " by the other side")
                    .isEqualTo(403);
            if (!forUnits) {
                assertThat(supervisor.post(HERE + "/" + action, null, body, id).status())
                        .as(action + " without If-Match")
                        .isEqualTo(428);
            }
        });
        for (String path : List.of("/api/complaints", "/api/complaints/satisfaction", "/api/rectifications")) {
            assertThat(anybody.get(path).status()).as(path).isEqualTo(403);
        }
        Api.As ofCounty = api.as("SUPERVISOR", null, county.id());
        assertThat(act(ofCounty, "verification", id, null).status()).isEqualTo(200);
        assertThat(act(ofCounty, "giving", id, Map.of("unitId", elsewhere)).status())
                .isEqualTo(422);
    }

    @Test
    void complaintToTheCityIsDecidedByTheCity() {
        Map<String, Object> toCity = filing();
        toCity.remove("countyId");
        anybody.post("/api/feedback", null, toCity);
        UUID id = newest();
        act(supervisor, "verification", id, null);
        act(supervisor, "giving", id, Map.of("unitId", hospital));
        Api.As ofCounty = api.as("SUPERVISOR", null, county.id());
        assertThat(ofCounty.get(HERE, id).status()).isEqualTo(200);
        assertThat(Api.list(ofCounty.get(HERE, id).body().path("allowed"))).isEmpty();
        act(api.liaison(hospital), "answer", id, Map.of("answer", "已处理。"));
        assertThat(act(ofCounty, "answer/approval", id, null).status()).isEqualTo(403);
    }

    @Test
    void complaintMayOpenARectification() {
        file();
        UUID id = answered(hospital);
        Api.Answer opened = supervisor.post(
                HERE + "/rectification", null, Map.of("problem", "检查费收费不规范", "dueOn", "2026-12-31"), id);
        assertThat(opened.status()).isEqualTo(201);
        String item = Api.strings(opened.body().path("rectificationIds")).getFirst();
        Api.Answer shown = supervisor.get("/api/rectifications/{id}", item);
        assertThat(shown.text("source")).isEqualTo("COMPLAINT");
        assertThat(shown.text("complaintId")).isEqualTo(id.toString());
        assertThat(shown.body().path("unit").path("id").asString()).isEqualTo(hospital.toString());
    }

    @Test
    void complaintThatNobodyHasTakenUpOpensNone() {
        file();
        UUID id = newest();
        Map<String, Object> asked = Map.of("problem", "检查费收费不规范", "unitId", hospital);
        for (String state : List.of("RECEIVED", "REJECTED")) {
            assertThat(supervisor.get(HERE, id).text("state")).isEqualTo(state);
            assertThat(supervisor.get(HERE, id).body().path("mayRectify").asBoolean())
                    .isFalse();
            assertThat(supervisor.post(HERE + "/rectification", null, asked, id).text("type"))
                    .isEqualTo("urn:duban:problem:not-taken-up");
            act(supervisor, "rejection", id, Map.of("reason", "不属于卫生健康部门职责。"));
        }
        assertThat(supervisor.get("/api/rectifications").items()).isEmpty();
    }

    @Test
    void satisfactionIsCountedByMonthCountyAndUnit() {
        int[] stars = {5, 4, 3};
        for (int star : stars) {
            Receipt receipt = file();
            answered(hospital);
            rate(receipt.code(), star);
        }
        Receipt unrated = file();
        answered(health);
        clock.set("2026-12-10T09:00");
        Receipt december = file("countyId", other.id());
        answered(elsewhere);
        rate(december.code(), 5);

        JsonNode all = supervisor.get("/api/complaints/satisfaction").body();
        assertThat(all.path("target").asInt()).isEqualTo(90);
        assertThat(all.path("total").path("rated").asInt()).isEqualTo(4);
        assertThat(all.path("total").path("rate").asDouble()).isEqualTo(75.0);
        assertThat(all.path("total").path("reached").asBoolean()).isFalse();
        assertThat(Api.list(all.path("months")))
                .extracting(month -> month.path("period").asString())
                .containsExactly("2026-11", "2026-12");
        assertThat(Api.list(all.path("counties")))
                .extracting(one -> one.path("countyName").asString() + " "
                        + one.path("satisfaction").path("rate").asString())
                .containsExactlyInAnyOrder("临江县 66.7", "望山县 100.0");
        assertThat(supervisor
                        .get("/api/complaints/satisfaction?from=2026-12&to=2026-12")
                        .body()
                        .path("total")
                        .path("rated")
                        .asInt())
                .isOne();
        assertThat(api.as("SUPERVISOR", null, other.id())
                        .get("/api/complaints/satisfaction")
                        .body()
                        .path("total")
                        .path("rated")
                        .asInt())
                .isOne();
        assertThat(api.liaison(hospital)
                        .get("/api/complaints/satisfaction")
                        .body()
                        .path("units")
                        .size())
                .isOne();
        assertThat(supervisor
                        .get("/api/complaints/satisfaction?from=2026-12&to=2026-11")
                        .status())
                .isEqualTo(400);
        assertThat(satisfactions.measured(YearMonth.of(2026, 11), YearMonth.of(2026, 11)))
                .containsExactly(new Satisfactions.Measured(YearMonth.of(2026, 11), county.id(), hospital, 3, 2));
        assertThat(look(unrated.code()).text("state")).isEqualTo("ANSWERED");
    }

    @Test
    void listNarrowsAndGoesOn() {
        file("content", "挂号排队时间太长，建议增设自助机。", "kind", "SUGGESTION");
        file();
        file();
        assertThat(supervisor.get("/api/complaints?q=自助机").items()).hasSize(1);
        assertThat(supervisor.get("/api/complaints?kind=SUGGESTION").items()).hasSize(1);
        assertThat(supervisor.get("/api/complaints?state=GIVEN").items()).isEmpty();
        assertThat(supervisor.get("/api/complaints?county=" + other.id()).items())
                .isEmpty();
        Api.Answer page = supervisor.get("/api/complaints?limit=2");
        assertThat(page.items()).hasSize(2);
        assertThat(supervisor
                        .get("/api/complaints?limit=2&cursor={cursor}", page.text("next"))
                        .items())
                .hasSize(1);
    }
}
