package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * A city's task reaches two counties in one step; one county's own software decomposes it, reports and names a reform item, each
 * call sent twice; the city sees each county and the whole (behaviours.md D3, D5, D6, D8).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CityToCountiesTest {

    private Running running;
    private City city;
    private Caller supervisor;
    private Caller health;
    private Caller office;
    private Caller clinic;
    private String healthId;
    private String officeId;
    private String clinicId;
    private String riverId;
    private String task;
    private String plan;

    @BeforeAll
    void aCityOfTwoCounties() {
        running = Launched.start("--empty", "--at", "2026-03-13T09:00");
        city = new City(running);
        healthId = city.registerCityUnit("云江市卫生健康委员会", "市卫生健康委").get("id").asString();
        supervisor = city.official(healthId, "督导科科长", "SUPERVISOR", "周明远", "supervisor");
        health = city.softwareOf(healthId, "LIAISON");
        var river = registered("临江县", "县卫生健康局", "县中医院");
        riverId = river.get("county").get("id").asString();
        officeId = id(river, 0);
        clinicId = id(river, 1);
        city.official(officeId, "县督导办主任", "COUNTY_OFFICE", "骆行舟", "river");
        city.official(id(registered("云山县", "县卫生健康局"), 0), "县督导办主任", "COUNTY_OFFICE", "简溪亭", "cloud");
        office = city.softwareOf(officeId, "COUNTY_OFFICE");
        clinic = city.softwareOf(clinicId, "LIAISON");
    }

    private JsonNode registered(String county, String... names) {
        return city.admin()
                .post("/api/units/registrations", Map.of("county", Map.of("name", county), "names", List.of(names)))
                .is(201)
                .json();
    }

    private static String id(JsonNode registered, int unit) {
        return registered.get("units").get(unit).get("id").asString();
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void fromTheCityToTheCountiesAndBack() {
        aTaskIsSharedByEveryCountyInOneStep();
        aCountysSoftwareDecomposesIt();
        aUnitReportsAndTheCitySeesEachCountyAndTheWhole();
        aCountyNamesAnItemOfItsOwn();
        aYearlyGoalIsSetAndAssessed();
    }

    private void aTaskIsSharedByEveryCountyInOneStep() {
        var asked = Map.of(
                "assign",
                true,
                "task",
                Map.of(
                        "title", "建成县域中医药中心",
                        "text", "各县建成县域中医药中心。",
                        "dueOn", "2026-10-31",
                        "leads", List.of(healthId)));
        await("the ledger hears of the units")
                .atMost(Duration.ofSeconds(30))
                .until(() -> supervisor.post("/api/tasks", asked).response().statusCode() == 201);
        var row = supervisor.all("/api/tasks").getFirst();
        task = "/api/tasks/" + row.get("id").asString();
        plan = row.get("planId").asString();
        await("the ledger hears of both offices")
                .atMost(Duration.ofSeconds(30))
                .until(() -> standings().size() == 2
                        && standings().stream().allMatch(county -> county.hasNonNull("office")));
        assertThat(health.get(task + "/cascade").is(200).json().get("items").size())
                .as("its lead unit may share it too, and is offered both")
                .isEqualTo(2);
        var shared = supervisor
                .change("POST", task, task + "/cascade", Map.of())
                .is(200)
                .json();
        assertThat(shared.get("pieces").size()).isEqualTo(2);
        await("the county's office is told")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(office.all("/api/alerts?state=unread"))
                        .extracting(alert -> alert.get("kind").asString())
                        .contains("TASK_ASSIGNED"));
    }

    private List<JsonNode> standings() {
        return List.copyOf(supervisor
                .get("/api/plans/" + plan + "/counties")
                .is(200)
                .json()
                .get("items")
                .valueStream()
                .toList());
    }

    private void aCountysSoftwareDecomposesIt() {
        var share =
                "/api/tasks/" + office.all("/api/tasks").getFirst().get("id").asString();
        twice(share + "/acknowledgement", share, Map.of());
        var piece = Map.of("weight", 1, "task", Map.of("title", "改造门诊楼", "text", "改造门诊楼。", "leads", List.of(clinicId)));
        twice(share + "/subtasks", share, piece);
        assertThat(office.get(share).is(200).json().get("pieces").size()).isEqualTo(1);
        assertThat(clinic.all("/api/tasks"))
                .extracting(one -> one.get("title").asString())
                .containsExactly("改造门诊楼");
        health.get(task).is(200);
        clinic.get(task).isProblem(404);
    }

    /** The answer got lost and the software asks again with the same key. */
    private void twice(String path, String resource, Map<String, ?> body) {
        var etag = office.get(resource).is(200).etag();
        var key = UUID.randomUUID().toString();
        var first = office.change("POST", path, body, etag, key).succeeds();
        var again = office.change("POST", path, body, etag, key).succeeds();
        assertThat(again.response().body()).isEqualTo(first.response().body());
    }

    private void aUnitReportsAndTheCitySeesEachCountyAndTheWhole() {
        var due = await("the month's round asks for it")
                .atMost(Duration.ofSeconds(20))
                .until(() -> clinic.all("/api/reports?unit=me&state=due"), reports -> !reports.isEmpty());
        var report = "/api/reports/" + due.getFirst().get("id").asString();
        clinic.change("PUT", report, report, Map.of("progress", 60, "done", "主体完工", "problems", "", "next", "装修"))
                .succeeds();
        var line = supervisor.all("/api/plans/" + plan + "/county-tasks").getFirst();
        assertThat(line.get("progress").asInt()).isEqualTo(30);
        var cells = line.get("cells").valueStream().toList();
        assertThat(cells).extracting(cell -> cell.get("progress").asInt()).containsExactlyInAnyOrder(60, 0);
        assertThat(office.all("/api/plans/" + plan + "/county-tasks")
                        .getFirst()
                        .get("cells")
                        .valueStream()
                        .map(cell -> cell.get("county").asString()))
                .containsExactly(riverId);
    }

    private void aCountyNamesAnItemOfItsOwn() {
        var call = "/api/feature-calls/" + plan;
        supervisor.change("PUT", call, call, Map.of("dueOn", "2026-04-30")).succeeds();
        assertThat(lacking()).containsExactlyInAnyOrder("临江县", "云山县");
        await("the county's office is asked")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(office.all("/api/alerts?state=unread"))
                        .extracting(alert -> alert.get("kind").asString())
                        .contains("FEATURE_ASKED"));
        twice(call + "/items", call, Map.of("title", "探索人才县管乡用", "text", "建立县管乡用机制。"));
        assertThat(lacking()).containsExactly("云山县");
        assertThat(office.all("/api/tasks"))
                .extracting(one -> one.get("title").asString())
                .containsExactlyInAnyOrder("建成县域中医药中心", "探索人才县管乡用");
    }

    private List<String> lacking() {
        return supervisor
                .all("/api/feature-calls")
                .getFirst()
                .get("lacking")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private void aYearlyGoalIsSetAndAssessed() {
        var set = supervisor
                .post("/api/goals", Map.of("unitId", officeId, "year", 2026, "goal", Map.of("text", "建成20家示范中医馆")))
                .is(201)
                .json();
        var goal = "/api/goals/" + set.get("id").asString();
        office.change("POST", goal, goal + "/assessment", Map.of("done", 90, "statement", "18家已验收"))
                .isProblem(409);
        city.clockTo("2026-12-02T09:00");
        office.change("POST", goal, goal + "/assessment", Map.of("done", 90, "statement", "18家已验收"))
                .succeeds();
        clinic.get(goal).isProblem(404);
        var reviewed = supervisor
                .change("POST", goal, goal + "/review", Map.of("verdict", "PARTLY_MET", "opinion", "2家未验收"))
                .succeeds()
                .json();
        assertThat(reviewed.get("state").asString()).isEqualTo("REVIEWED");
    }
}
