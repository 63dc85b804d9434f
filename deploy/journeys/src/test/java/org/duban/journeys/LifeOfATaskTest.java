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

/** Work given by hand to two lead units, put off, resumed by the calendar, given more time, returned to one of them and closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeOfATaskTest {

    private Running running;
    private City city;
    private Caller supervisor;
    private Caller finance;
    private Caller welfare;
    private String financeId;
    private String welfareId;
    private String task;

    @BeforeAll
    void aCity() {
        running = Launched.start("--empty", "--at", "2026-03-13T09:00");
        city = new City(running);
        var health = registered("市卫生健康委");
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
    void fromTheDraftToTheClosedTask() {
        aDraftThatItsUnitsDoNotSee();
        itIsGivenToThemAndPutOff();
        itResumesOnItsDay();
        itIsGivenMoreTime();
        eachLeadUnitSubmitsItsPartAndOneHasToDoMore();
        itIsClosedAndReopened();
    }

    private JsonNode seen() {
        return supervisor.get("/api/tasks/" + task).is(200).json();
    }

    private JsonNode act(Caller who, String action, Map<String, ?> body) {
        String path = "/api/tasks/" + task;
        return who.change("POST", path, path + "/" + action, body).succeeds().json();
    }

    private static long alerts(Caller unit, String kind) {
        return unit.all("/api/alerts?state=unread").stream()
                .filter(alert -> alert.get("kind").asString().equals(kind))
                .count();
    }

    private static void told(Caller unit, String kind, long times) {
        await(kind)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alerts(unit, kind)).isEqualTo(times));
    }

    private void aDraftThatItsUnitsDoNotSee() {
        var asked = Map.of(
                "task",
                Map.of(
                        "title", "开展专项资金清理",
                        "text", "清理结余资金并提出整改意见。",
                        "dueOn", "2026-06-30",
                        "leads", List.of(financeId, welfareId)));
        await("the ledger hears of the units")
                .atMost(Duration.ofSeconds(30))
                .until(() -> supervisor.post("/api/tasks", asked).response().statusCode() == 201);
        var drafted = supervisor.all("/api/tasks").getFirst();
        task = drafted.get("id").asString();
        assertThat(drafted.get("state").asString()).isEqualTo("DRAFTED");
        assertThat(drafted.get("planTitle").asString()).isEqualTo("2026年临时交办事项");
        finance.get("/api/tasks/" + task).isProblem(404);
    }

    private void itIsGivenToThemAndPutOff() {
        act(supervisor, "assignment", Map.of());
        told(finance, "TASK_ASSIGNED", 1);
        act(finance, "acknowledgement", Map.of());
        act(supervisor, "suspension", Map.of("reason", "等待上级政策明确", "resumesOn", "2026-04-07"));
        told(welfare, "TASK_ASSIGNED", 0);
        told(welfare, "TASK_CHANGED", 1);
        assertThat(finance.all("/api/reports?unit=me&state=due")).isEmpty();
    }

    private void itResumesOnItsDay() {
        city.clockTo("2026-04-07T09:00");
        await("it goes on")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(seen().get("state").asString()).isEqualTo("ASSIGNED"));
        await("the month's round asks for it")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(finance.all("/api/reports?unit=me&state=due"))
                        .singleElement()
                        .satisfies(report ->
                                assertThat(report.get("period").asString()).isEqualTo("2026-04")));
    }

    private void itIsGivenMoreTime() {
        act(finance, "extension-requests", Map.of("wantedDay", "2026-09-30", "reason", "审计尚未结束"));
        told(supervisor, "EXTENSION_REQUESTED", 1);
        String request = seen().get("extensions").get(0).get("id").asString();
        act(
                supervisor,
                "extension-requests/" + request + "/decision",
                Map.of("granted", true, "day", "2026-08-31", "opinion", "同意延至8月底"));
        told(supervisor, "EXTENSION_REQUESTED", 0);
        told(finance, "EXTENSION_DECIDED", 1);
        assertThat(seen().get("dueOn").asString()).isEqualTo("2026-08-31");
        assertThat(seen().get("originalDueOn").asString()).isEqualTo("2026-06-30");
    }

    private void eachLeadUnitSubmitsItsPartAndOneHasToDoMore() {
        act(finance, "completion", Map.of("statement", "结余资金已清理。"));
        assertThat(alerts(supervisor, "COMPLETION_SUBMITTED")).isZero();
        act(welfare, "acknowledgement", Map.of());
        act(welfare, "completion", Map.of("statement", "整改意见已提出。"));
        told(supervisor, "COMPLETION_SUBMITTED", 1);
        act(supervisor, "return", Map.of("reason", "缺少整改清单", "units", List.of(welfareId)));
        told(welfare, "COMPLETION_RETURNED", 1);
        assertThat(alerts(finance, "COMPLETION_RETURNED")).isZero();
        act(welfare, "completion", Map.of("statement", "清单已补充。"));
    }

    private void itIsClosedAndReopened() {
        assertThat(act(supervisor, "verification", Map.of("opinion", "同意销号。"))
                        .get("state")
                        .asString())
                .isEqualTo("CLOSED");
        assertThat(finance.all("/api/reports?unit=me&state=due")).isEmpty();
        var reopened = act(supervisor, "reopening", Map.of("reason", "抽查发现仍有结余"));
        assertThat(reopened.get("state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(supervisor
                        .get("/api/tasks/" + task + "/history")
                        .is(200)
                        .json()
                        .get("items")
                        .get(0)
                        .get("action")
                        .asString())
                .isEqualTo("REOPEN");
    }
}
