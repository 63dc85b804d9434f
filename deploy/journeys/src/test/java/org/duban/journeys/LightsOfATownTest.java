package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A task falls behind and its unit is told; milder rules are tried on that month, adopted, and light it from their day on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LightsOfATownTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Running running;
    private City city;
    private Caller supervisor;
    private Caller finance;
    private String financeId;
    private String task;
    private String plan;

    @BeforeAll
    void aCity() {
        running = Launched.start("--empty", "--at", "2026-03-13T09:00");
        city = new City(running);
        var health = registered("市卫生健康委");
        financeId = registered("市财政局");
        supervisor = city.official(health, "督导科科长", "SUPERVISOR", "周明远", "supervisor");
        finance = city.softwareOf(financeId, "LIAISON");
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
    void aLightTurnsIsToldAndItsRulesAreTriedBeforeTheyAreAdopted() {
        aTaskOfAHundredDays();
        itFallsBehindAndItsUnitIsTold();
        milderRulesAreTried();
        andAdopted();
    }

    private void aTaskOfAHundredDays() {
        var asked = Map.of(
                "assign",
                true,
                "task",
                Map.of(
                        "title", "开展专项资金清理",
                        "text", "清理结余资金并提出整改意见。",
                        "dueOn", "2026-06-21",
                        "leads", List.of(financeId)));
        await("the ledger hears of the units")
                .atMost(Duration.ofSeconds(30))
                .until(() -> supervisor.post("/api/tasks", asked).response().statusCode() == 201);
        var given = supervisor.all("/api/tasks").getFirst();
        task = given.get("id").asString();
        plan = given.get("planId").asString();
        assertThat(given.get("light").asString()).isEqualTo("GREEN");
    }

    private void itFallsBehindAndItsUnitIsTold() {
        city.clockTo("2026-03-24T09:00");
        await("it is behind").atMost(SOON).untilAsserted(() -> {
            var seen = supervisor.get("/api/tasks/" + task).is(200).json();
            assertThat(seen.get("light").asString()).isEqualTo("YELLOW");
            assertThat(seen.get("lightReason").asString()).isEqualTo("进度0%，序时进度11%，落后11个百分点");
        });
        assertThat(supervisor.all("/api/tasks?light=YELLOW")).hasSize(1);
        await("told")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(finance.all("/api/alerts?state=unread"))
                        .anySatisfy(alert ->
                                assertThat(alert.get("kind").asString()).isEqualTo("LIGHT_TURNED")));
    }

    private static final List<Map<String, Object>> MILD = List.of(
            Map.of("light", "RED", "when", "OVERDUE", "number", 0),
            Map.of("light", "BLUE", "when", "BEHIND", "number", 10));

    private void milderRulesAreTried() {
        var asked =
                new HashMap<String, Object>(Map.of("rules", MILD, "plan", plan, "from", "2026-03", "to", "2026-03"));
        JsonNode trial =
                supervisor.post("/api/light-rule-trials", asked).succeeds().json();
        assertThat(trial.get("differing").asInt()).isEqualTo(1);
        var difference = trial.get("differences").get(0);
        assertThat(difference.get("taskId").asString()).isEqualTo(task);
        assertThat(difference.get("then").get("light").asString()).isEqualTo("YELLOW");
        assertThat(difference.get("tried").get("light").asString()).isEqualTo("BLUE");
        finance.post("/api/light-rule-trials", asked).isProblem(403);
    }

    private void andAdopted() {
        String path = "/api/plans/" + plan + "/light-rules";
        var change = Map.of("rules", MILD, "stillDays", 10, "from", "2026-03-25", "reason", "经调度会研究");
        supervisor.change("PUT", path, path, change).succeeds();
        assertThat(supervisor
                        .get("/api/tasks/" + task)
                        .is(200)
                        .json()
                        .get("light")
                        .asString())
                .as("until its day")
                .isEqualTo("YELLOW");
        city.clockTo("2026-03-25T09:00");
        await("from its day on").atMost(SOON).untilAsserted(() -> {
            var seen = supervisor.get("/api/tasks/" + task).is(200).json();
            assertThat(seen.get("light").asString()).isEqualTo("BLUE");
            assertThat(seen.get("stillSince").asString()).isEqualTo("2026-03-13");
        });
        assertThat(supervisor.all("/api/tasks?still=true")).hasSize(1);
        var rules = finance.get(path).is(200).json();
        assertThat(rules.get("origin").asString()).isEqualTo("PLAN");
        assertThat(rules.get("mayChange").asBoolean()).isFalse();
        assertThat(rules.get("adoptions").get(0).get("state").asString()).isEqualTo("IN_FORCE");
    }
}
