package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Somebody complains without signing in; it is answered and rated, becomes a rectification, is closed and looked at again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintToRectificationTest {

    private Running running;
    private City city;
    private Caller supervisor;
    private Caller hospital;
    private String hospitalId;
    private String countyId;

    @BeforeAll
    void aCityWithACounty() {
        running = Launched.start("--empty", "--at", "2026-03-13T09:00");
        city = new City(running);
        String commission =
                city.registerCityUnit("云江市卫生健康委", "市卫生健康委").get("id").asString();
        JsonNode registered = city.admin()
                .post("/api/units/registrations", Map.of("county", Map.of("name", "临江县"), "names", List.of("县中医院")))
                .is(201)
                .json();
        hospitalId = registered.get("units").get(0).get("id").asString();
        countyId = registered.get("county").get("id").asString();
        supervisor = city.official(commission, "督导科科长", "SUPERVISOR", "周明远", "supervisor");
        hospital = city.softwareOf(hospitalId, "LIAISON");
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void fromSomebodysComplaintToTheCheckAfterwards() {
        String code = somebodyComplains();
        String complaint = itIsTakenUpAndGivenToTheHospital();
        theHospitalAnswersAndSomebodyIsContent(complaint, code);
        String item = itBecomesARectification(complaint);
        theProblemIsPutRightAndClosed(item);
        halfAYearLaterTheSupervisorIsRemindedToLookAgain(item);
    }

    private String somebodyComplains() {
        Caller visitor = running.visitor();
        JsonNode form = await("the form knows the county")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> visitor.get("/api/feedback/form").json(),
                        it -> it.path("counties").size() == 1);
        String challenge = form.get("challenge").asString();
        var filing = Map.of(
                "kind",
                "COMPLAINT",
                "countyId",
                countyId,
                "unitId",
                hospitalId,
                "content",
                "在县中医院就诊时被多收了检查费，请核查。",
                "contactPhone",
                "13800000000",
                "challenge",
                challenge,
                "proof",
                proof(challenge, form.get("difficulty").asInt()),
                "retryKey",
                UUID.randomUUID().toString());
        var receipt = await("the form has been open for a moment")
                .pollInterval(Duration.ofSeconds(2)) // an address may file only so often
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> visitor.post("/api/feedback", filing),
                        answer -> answer.response().statusCode() == 201)
                .json();
        assertThat(receipt.get("number").asString()).isEqualTo("投诉〔2026〕1号");
        visitor.get("/api/complaints").isProblem(401);
        visitor.post("/api/feedback/query", Map.of("code", "2222-2222-2222")).isProblem(404);
        return receipt.get("code").asString();
    }

    private static String proof(String challenge, int difficulty) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (long proof = 0; ; proof++) {
                byte[] hash = sha.digest((challenge + "." + proof).getBytes(StandardCharsets.UTF_8));
                if (ByteBuffer.wrap(hash).getInt() >>> (32 - difficulty) == 0) {
                    return Long.toString(proof);
                }
            }
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private String itIsTakenUpAndGivenToTheHospital() {
        JsonNode alert = told(supervisor, "COMPLAINT_RECEIVED");
        String id = alert.get("link").get("id").asString();
        String here = "/api/complaints/" + id;
        supervisor.change("POST", here, here + "/verification", Map.of()).is(200);
        assertThat(supervisor.get(here + "/contact").is(200).json().get("phone").asString())
                .isEqualTo("13800000000");
        hospital.get(here).isProblem(404);
        supervisor
                .change("POST", here, here + "/giving", Map.of("unitId", hospitalId))
                .is(200);
        told(hospital, "COMPLAINT_GIVEN");
        assertThat(hospital.get(here).is(200).json().get("dueOn").asString()).isEqualTo("2026-04-03");
        return id;
    }

    private void theHospitalAnswersAndSomebodyIsContent(String complaint, String code) {
        String here = "/api/complaints/" + complaint;
        Caller visitor = running.visitor();
        hospital.change("POST", here, here + "/answer", Map.of("answer", "经核查，多收的120元已退还。"))
                .is(200);
        told(supervisor, "COMPLAINT_TO_REVIEW");
        assertThat(visitor.post("/api/feedback/query", Map.of("code", code))
                        .is(200)
                        .json()
                        .get("answer")
                        .isNull())
                .isTrue();
        supervisor.change("POST", here, here + "/answer/approval", Map.of()).is(200);
        assertThat(visitor.post("/api/feedback/query", Map.of("code", code.toLowerCase()))
                        .is(200)
                        .json()
                        .get("answer")
                        .asString())
                .contains("120元");
        visitor.post("/api/feedback/rating", Map.of("code", code, "rating", 5)).is(200);
        visitor.post("/api/feedback/rating", Map.of("code", code, "rating", 1)).isProblem(409);
        JsonNode satisfaction =
                supervisor.get("/api/complaints/satisfaction").is(200).json();
        assertThat(satisfaction.get("total").get("rate").asDouble()).isEqualTo(100.0);
    }

    private String itBecomesARectification(String complaint) {
        JsonNode opened = supervisor
                .post(
                        "/api/complaints/" + complaint + "/rectification",
                        Map.of("problem", "检查费收费不规范", "dueOn", "2026-05-29"))
                .is(201)
                .json();
        told(hospital, "RECTIFICATION_OPENED");
        return opened.get("rectificationIds").get(0).asString();
    }

    private void theProblemIsPutRightAndClosed(String item) {
        String here = "/api/rectifications/" + item;
        hospital.change(
                        "POST",
                        here,
                        here + "/plan",
                        Map.of("cause", "收费项目未及时更新", "measure", "全面核对收费项目", "dueOn", "2026-05-29"))
                .is(200);
        told(supervisor, "RECTIFICATION_TO_REVIEW");
        supervisor.change("POST", here, here + "/plan/agreement", Map.of()).is(200);
        hospital.change("POST", here, here + "/completion", Map.of("statement", "已核对并公示"))
                .is(200);
        JsonNode closed = supervisor
                .change("POST", here, here + "/reinspection", Map.of("passed", true))
                .is(200)
                .json();
        assertThat(closed.get("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.get("onTime").asBoolean()).isTrue();
        assertThat(closed.get("followUpOn").asString()).isEqualTo("2026-09-14");
    }

    private void halfAYearLaterTheSupervisorIsRemindedToLookAgain(String item) {
        city.clockTo("2026-09-14T09:00");
        JsonNode alert = told(supervisor, "RECTIFICATION_FOLLOW_UP");
        assertThat(alert.get("link").get("id").asString()).isEqualTo(item);
        String here = "/api/rectifications/" + item;
        supervisor
                .change("POST", here, here + "/follow-up", Map.of("held", true, "words", "抽查三个月收费，未见反弹"))
                .is(200);
        JsonNode counts = supervisor.get("/api/rectifications/counts").is(200).json();
        assertThat(counts.get("held").asInt()).isOne();
        assertThat(counts.get("open").asInt()).isZero();
    }

    private static JsonNode told(Caller caller, String kind) {
        return await(kind)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> caller.all("/api/alerts?state=unread").stream()
                                .filter(alert -> alert.get("kind").asString().equals(kind))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
