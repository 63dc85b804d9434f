package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A plan states a target; its unit's software measures it month by month until it can be told when it will be reached. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TargetToForecastTest {

    private static final String PLAN = """
            临江县人民政府办公室
            关于印发临江县医疗服务能力提升实施方案的通知

            各有关单位：

            现将方案印发给你们，请认真贯彻执行。

            临江县人民政府办公室
            2026年3月13日

            临江县医疗服务能力提升实施方案

            一、重点任务

            （一）推进紧密型县域医共体建设。健全管理机制，县域内就诊率达到90%以上。（牵头单位：县中医院）

            （二）提升服务能力。改善就医环境，县域内就诊率不低于90%。（牵头单位：县中医院）

            二、实施步骤

            （一）启动阶段（2026年3月—2026年5月）。制定方案，明确分工。

            （二）实施阶段（2026年6月—2026年12月）。全面推进各项任务。
            """;

    private Running running;
    private City city;
    private Caller supervisor;
    private Caller hospital;
    private Caller neighbour;

    @BeforeAll
    void aCityWithACounty() {
        running = Launched.start("--empty", "--at", "2026-03-13T09:00");
        city = new City(running);
        String commission =
                city.registerCityUnit("云江市卫生健康委", "市卫生健康委").get("id").asString();
        JsonNode registered = city.admin()
                .post(
                        "/api/units/registrations",
                        Map.of("county", Map.of("name", "临江县"), "names", List.of("县中医院", "县财政局")))
                .is(201)
                .json();
        supervisor = city.official(commission, "督导科科长", "SUPERVISOR", "周明远", "supervisor");
        hospital = city.softwareOf(registered.get("units").get(0).get("id").asString(), "LIAISON");
        neighbour = city.softwareOf(registered.get("units").get(1).get("id").asString(), "LIAISON");
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void fromThePlansWordsToTheMonthInWhichTheyComeTrue() {
        thePlanIsAdopted();
        String indicator = whatItStatesTwiceIsMadeOne();
        oneReportAnswersForBothTasks(indicator);
        theForecastFollowsTheMonths(indicator);
        aTargetThatIsLostAgainIsToldTheSupervisor(indicator);
        othersSeeNothingOfIt(indicator);
    }

    private void thePlanIsAdopted() {
        String here = "/api/plan-readings/"
                + supervisor
                        .upload("/api/plan-readings", "plan.txt", PLAN.getBytes(StandardCharsets.UTF_8))
                        .is(201)
                        .json()
                        .get("id")
                        .asString();
        await("the reading knows its unit")
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    JsonNode units = supervisor.get(here).is(200).json().get("units");
                    return units.size() == 1 && units.get(0).hasNonNull("unit");
                });
        supervisor.change("POST", here, here + "/adoption", Map.of()).is(201);
    }

    private String whatItStatesTwiceIsMadeOne() {
        JsonNode pair = supervisor.get("/api/indicators/same").is(200).json().get("items").get(0);
        String id = pair.get("one").get("id").asString();
        String here = "/api/indicators/" + id;
        JsonNode joined = supervisor
                .change(
                        "POST",
                        here,
                        here + "/joining",
                        Map.of("otherId", pair.get("other").get("id").asString()))
                .is(200)
                .json();
        assertThat(joined.get("name").asString()).isEqualTo("县域内就诊率");
        assertThat(joined.get("sources")).hasSize(2);
        return id;
    }

    private void oneReportAnswersForBothTasks(String indicator) {
        List<JsonNode> reports = await("the reports are asked for")
                .atMost(Duration.ofSeconds(20))
                .until(() -> hospital.all("/api/reports?unit=me&state=due"), due -> due.size() == 2);
        JsonNode first = reports.getFirst();
        String here = "/api/reports/" + first.get("id").asString();
        String text = hospital.get(here + "/indicators").is(200).json().get("items").get(0).get("text").asString();
        hospital.change(
                        "PUT",
                        here,
                        here,
                        Map.of("progress", 20, "done", "已印发章程。", "indicators", List.of(Map.of("text", text, "value", "85%"))))
                .is(200);
        JsonNode spared = hospital.get("/api/reports/" + reports.getLast().get("id").asString() + "/indicators")
                .is(200)
                .json()
                .get("items")
                .get(0);
        assertThat(spared.get("indicatorId").asString()).isEqualTo(indicator);
        assertThat(spared.get("value").asDouble()).isEqualTo(85);
        assertThat(spared.get("saidIn").asString()).isEqualTo(first.get("taskTitle").asString());
    }

    private void theForecastFollowsTheMonths(String indicator) {
        String here = "/api/indicators/" + indicator;
        city.clockTo("2026-05-12T09:00");
        measure(indicator, "2026-04", 86).is(200);
        assertThat(forecast(here).get("kind").asString()).isEqualTo("UNKNOWN");
        measure(indicator, "2026-05", 87).is(200);
        JsonNode forecast = forecast(here);
        assertThat(forecast.get("words").asString()).isEqualTo("按目前进度，预计2026年8月达到目标");
        assertThat(forecast.get("inTime").asBoolean()).isTrue();
        // Sent again after a lost answer, it is still one value.
        measure(indicator, "2026-05", 87).is(200);
        assertThat(supervisor.all(here + "/history")).hasSize(3);
    }

    private void aTargetThatIsLostAgainIsToldTheSupervisor(String indicator) {
        measure(indicator, "2026-05", 91).is(200);
        measure(indicator, "2026-05", 88).is(200);
        JsonNode alert = await("the supervisor is told")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> supervisor.all("/api/alerts?state=unread").stream()
                                .filter(one -> one.get("kind").asString().equals("INDICATOR_SLIPPED"))
                                .toList(),
                        alerts -> alerts.size() == 1)
                .getFirst();
        assertThat(alert.get("title").asString()).isEqualTo("指标回落：县域内就诊率");
        assertThat(alert.get("link").get("id").asString()).isEqualTo(indicator);
    }

    private void othersSeeNothingOfIt(String indicator) {
        neighbour.get("/api/indicators/" + indicator).isProblem(404);
        neighbour
                .put("/api/indicators/" + indicator + "/values/2026-05", Map.of("value", 1))
                .isProblem(404);
        assertThat(neighbour.all("/api/indicators"))
                .extracting(one -> one.get("origin").asString())
                .containsOnly("SATISFACTION");
        hospital.put("/api/indicators/" + UUID.randomUUID() + "/values/2026-05", Map.of("value", 1))
                .isProblem(404);
    }

    private Caller.Answer measure(String indicator, String period, int value) {
        return hospital.put("/api/indicators/" + indicator + "/values/" + period, Map.of("value", value));
    }

    private JsonNode forecast(String here) {
        return supervisor.get(here).is(200).json().get("forecast");
    }
}
