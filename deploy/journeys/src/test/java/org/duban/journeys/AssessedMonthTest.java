package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * What a plan and a meeting ask of one unit is reported once. The month, with one report late, is scored, settled, appealed against and
 * corrected; whoever is concerned is told each time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessedMonthTest {
    private static final String MARCH = "/api/assessments/2026-03";

    private Running running;
    private City city;
    private Caller supervisor;
    private Caller finance;
    private Caller welfare;
    private String health;
    private String financeId;
    private String welfareId;
    private String followUps;

    @BeforeAll
    void aCity() {
        running = Launched.start("--empty", "--at", "2026-03-13T09:00");
        city = new City(running);
        health = registered("市卫生健康委");
        financeId = registered("市财政局");
        welfareId = registered("市民政局");
        supervisor = city.official(health, "督导科科长", "SUPERVISOR", "周明远", "supervisor");
        finance = city.softwareOf(financeId, "LIAISON");
        welfare = city.softwareOf(welfareId, "LIAISON");
    }

    private String registered(String name) {
        return city.registerCityUnit("云江市" + name.substring(1), name).get("id").asString();
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void fromTheFactsToTheCorrectedScore() {
        aTaskIsGivenToTwoUnits();
        aMeetingAsksOneOfThemForTheSame();
        theSupervisorConfirmsThatItIsTheSame();
        oneReportsInTimeAndOneLate();
        theMonthIsSettledOnceItsRoundIsClosed();
        theLateUnitAppealsAndIsHeard();
    }

    private void aTaskIsGivenToTwoUnits() {
        var task = Map.of(
                "title", "开展专项资金清理",
                "text", "清理结余资金并提出整改意见。",
                "dueOn", "2026-06-30",
                "leads", List.of(financeId, welfareId));
        await("the ledger hears of the units")
                .atMost(Duration.ofSeconds(30))
                .until(() -> supervisor
                                .post("/api/tasks", Map.of("assign", true, "task", task))
                                .response()
                                .statusCode()
                        == 201);
    }

    private void aMeetingAsksOneOfThemForTheSame() {
        var secretary = city.official(health, "联席会议办公室主任", "SECRETARY", "林知夏", "secretary");
        var convenerPost = city.post(health, "召集人", "CONVENER");
        var convener = city.official(convenerPost, "沈怀山", "convener");
        var mechanism = secretary
                .post(
                        "/api/mechanisms",
                        Map.of(
                                "name",
                                "资金监管联席会议",
                                "convenerPostId",
                                convenerPost,
                                "delegatePostIds",
                                List.of(),
                                "officeUnitId",
                                health,
                                "members",
                                List.of(Map.of("unitId", financeId, "duty", "按职责分工落实")),
                                "cadence",
                                "QUARTER",
                                "defaultDueDays",
                                10))
                .is(201)
                .json();
        var meeting = secretary
                .post(
                        "/api/meetings",
                        Map.of(
                                "mechanismId", mechanism.get("id").asString(),
                                "title", "2026年第一次联席会议",
                                "kind", "REGULAR",
                                "startsAt", "2026-03-16T08:00:00+08:00",
                                "place", "第三会议室"))
                .is(201)
                .json()
                .get("id")
                .asString();
        var path = "/api/meetings/" + meeting;
        secretary
                .change("POST", path, path + "/agenda-items", Map.of("topic", "专项资金清理"))
                .succeeds();
        convener.change("POST", path, path + "/consent", Map.of()).succeeds();
        var item =
                convener.get(path).is(200).json().get("agenda").get(0).get("id").asString();
        convener.change("POST", path, path + "/agenda-items/" + item + "/consent", Map.of())
                .succeeds();
        city.clockTo("2026-03-16T09:00");
        secretary
                .change("POST", path, path + "/attendance", Map.of("present", List.of(financeId)))
                .succeeds();
        var resolution = Map.of(
                "text",
                "开展专项资金清理，清理结余资金并提出整改意见。",
                "leadUnitIds",
                List.of(financeId),
                "cooperatingUnitIds",
                List.of(),
                "dueOn",
                "2026-05-29");
        secretary
                .change(
                        "PUT",
                        path,
                        path + "/minutes",
                        Map.of("text", "会议听取了专项资金清理情况汇报。", "resolutions", List.of(resolution)))
                .succeeds();
        secretary.change("POST", path, path + "/minutes/issue", Map.of()).succeeds();
        await("this month's rounds ask one unit once, the other twice")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    assertThat(owed(welfare)).hasSize(1);
                    assertThat(owed(finance)).hasSize(2);
                });
        followUps = "/api/tasks/follow-ups?meeting=" + meeting;
        assertThat(reported(supervisor.get(followUps).is(200).json())).isZero();
    }

    private static long reported(JsonNode followUps) {
        return followUps
                .get("items")
                .valueStream()
                .filter(one -> one.hasNonNull("reportId"))
                .count();
    }

    private void theSupervisorConfirmsThatItIsTheSame() {
        String path = "/api/tasks/" + owed(welfare).getFirst().get("taskId").asString() + "/same";
        var likely = supervisor.get(path).is(200).json().get("likely");
        assertThat(likely).hasSize(1);
        String other = likely.get(0).get("task").get("id").asString();
        var same =
                supervisor.put(path + "/" + other, Map.of("same", true)).is(200).json();
        assertThat(same.get("same")).hasSize(1);
        assertThat(same.get("likely")).isEmpty();
    }

    private static List<JsonNode> owed(Caller unit) {
        return unit.all("/api/reports?unit=me&period=2026-03&state=due");
    }

    private static String report(Caller unit) {
        String path = "/api/reports/" + owed(unit).getFirst().get("id").asString();
        unit.change("PUT", path, path, Map.of("progress", 40, "done", "已完成清理方案"))
                .succeeds();
        return path;
    }

    private void oneReportsInTimeAndOneLate() {
        var answers = finance.get(report(finance) + "/answers").is(200).json();
        assertThat(answers.get("answers")
                        .valueStream()
                        .map(one -> one.get("kind").asString()))
                .containsExactlyInAnyOrder("ROUND", "SAME_TASK", "MEETING");
        assertThat(owed(finance)).isEmpty();
        assertThat(reported(supervisor.get(followUps).is(200).json())).isOne();
        var spared = finance.get("/api/reports/spared?unit=me").is(200).json().get("total");
        assertThat(spared.get("filled").asInt()).isOne();
        assertThat(spared.get("spared").asInt()).isEqualTo(2);
        city.clockTo("2026-03-26T09:00");
        report(welfare);
        assertThat(welfare.get(MARCH + "/units/me").is(200).json().get("total").asDouble())
                .isEqualTo(98);
        welfare.get(MARCH + "/units/" + financeId).isProblem(404);
        supervisor.post(MARCH + "/settlement", Map.of()).isProblem(409);
    }

    private void theMonthIsSettledOnceItsRoundIsClosed() {
        city.clockTo("2026-04-20T09:00");
        await("the round is closed")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        supervisor.get(MARCH).is(200).json().get("maySettle").asBoolean());
        var board = supervisor.post(MARCH + "/settlement", Map.of()).is(200).json();
        assertThat(board.get("state").asString()).isEqualTo("SETTLED");
        assertThat(board.get("units")).hasSize(2);
        assertThat(board.get("units").get(0).get("unit").get("shortName").asString())
                .isEqualTo("市财政局");
        told(finance, "SCORE_ANNOUNCED", 1);
        told(welfare, "SCORE_ANNOUNCED", 1);
    }

    private void theLateUnitAppealsAndIsHeard() {
        var sheet = welfare.get(MARCH + "/units/me").is(200).json();
        var late = sheet.get("parts").get(0).get("items").get(0).get("lines").get(0);
        welfare.get("/api/reports/" + late.get("factId").asString()).is(200);
        String appeal = "/api/assessment-appeals/"
                + welfare.post(
                                "/api/assessment-appeals",
                                Map.of("lineId", late.get("id").asString(), "words", "当日系统停机，次日一早补报。"))
                        .is(201)
                        .json()
                        .get("id")
                        .asString();
        told(supervisor, "SCORE_APPEALED", 1);
        finance.get(appeal).isProblem(404);
        supervisor
                .change("POST", appeal, appeal + "/decision", Map.of("upheld", true, "words", "情况属实。"))
                .succeeds();
        told(supervisor, "SCORE_APPEALED", 0);
        told(welfare, "SCORE_APPEAL_DECIDED", 1);
        var corrected = welfare.get("/api/assessment-sheets/" + sheet.get("id").asString())
                .is(200)
                .json();
        assertThat(corrected.get("total").asDouble()).isEqualTo(100);
        assertThat(corrected.get("announced").asDouble()).isEqualTo(98);
    }

    private static void told(Caller who, String kind, long times) {
        await(kind)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(who.all("/api/alerts?state=unread").stream()
                                .filter(alert -> alert.get("kind").asString().equals(kind)))
                        .hasSize((int) times));
    }
}
