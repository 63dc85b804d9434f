package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.kit.test.DayTurns;
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

/** Tasks that come again each cycle, and tasks that are closed by their targets. */
@ServiceTest
class KindsApiTest {
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

    private final County county = Api.county("临江县");
    private Api.As supervisor;
    private Api.As liaison;
    private UUID health;

    @BeforeEach
    void aCounty() {
        Api api = new Api(mvc, directory);
        supervisor = api.as("SUPERVISOR", null, county.id());
        clock.set("2026-05-13T09:00");
        health = api.register(county, "县卫生健康局").getFirst();
        liaison = api.liaison(health);
    }

    private Api.Answer given(String kind, Map<String, ?> more) {
        return given(true, kind, more);
    }

    private Api.Answer given(boolean assign, String kind, Map<String, ?> more) {
        Map<String, Object> asked = new HashMap<>(more);
        asked.put("title", "开展督导检查");
        asked.put("text", "对基层机构开展督导检查。");
        asked.put("kind", kind);
        asked.put("leads", List.of(health));
        return supervisor.post("/api/tasks", null, Map.of("assign", assign, "task", asked));
    }

    private Api.Answer seen(UUID task) {
        return supervisor.get("/api/tasks/{id}", task);
    }

    private Api.Answer act(Api.As who, UUID task, String action, Map<String, ?> body) {
        return who.post("/api/tasks/{id}/" + action, seen(task).etag(), body, task);
    }

    private void report(UUID task, String period, String... values) {
        assertThat(reported(task, period, 70, values).status()).isEqualTo(200);
    }

    private Api.Answer reported(UUID task, String period, int progress, String... values) {
        JsonNode owed = Api.list(seen(task).body().path("reports")).stream()
                .filter(report -> report.path("period").asString().equals(period))
                .findFirst()
                .orElseThrow();
        Map<String, ?> words = Map.of(
                "progress",
                progress,
                "done",
                "检查了八家机构",
                "indicators",
                Stream.of(values)
                        .map(value -> Map.of("text", "覆盖率达到90%以上", "value", value))
                        .toList(),
                "evidence",
                List.of());
        String id = owed.path("id").asString();
        String etag = liaison.get("/api/reports/{id}", id).etag();
        return liaison.put("/api/reports/{id}", etag, words, id);
    }

    @Test
    void aQuarterlyTaskIsSettledAtTheEndOfEachQuarterAndBeginsAnew() {
        Api.Answer given = given("PERIODIC", Map.of("repeats", "QUARTER"));
        UUID task = given.id();
        assertThat(given.status()).isEqualTo(201);
        assertThat(given.text("dueOn")).isEqualTo("2026-06-30");
        assertThat(supervisor.get("/api/tasks?kind=periodic&own-plans=true").items())
                .extracting(row -> row.path("id").asString())
                .contains(task.toString());
        assertThat(supervisor.get("/api/tasks?kind=standing&q=督导检查").items()).isEmpty();
        act(liaison, task, "acknowledgement", Map.of());
        act(liaison, task, "completion", Map.of("statement", "本季度已检查"));
        assertThat(act(supervisor, task, "verification", Map.of()).text("state"))
                .isEqualTo("CLOSED");

        clock.set("2026-07-01T09:00");
        days.now();
        days.now();
        Api.Answer again = seen(task);
        assertThat(again.text("state")).isEqualTo("ACKNOWLEDGED");
        assertThat(again.text("dueOn")).isEqualTo("2026-09-30");
        assertThat(again.text("originalDueOn")).isEqualTo("2026-09-30");
        assertThat(again.body().path("progress").asInt()).isZero();
        assertThat(again.body().path("cycle").path("from").asString()).isEqualTo("2026-07-01");
        assertThat(again.text("assignedOn")).isEqualTo("2026-07-01");
        assertThat(cycles(again)).containsExactly("2026-04-01 2026-06-30 2026-05-13 100");
        assertThat(Api.list(again.body().path("reports")))
                .extracting(report -> report.path("period").asString())
                .contains("2026-07");

        report(task, "2026-07");
        clock.set("2026-10-01T09:00");
        days.now();
        assertThat(cycles(seen(task)))
                .containsExactly("2026-07-01 2026-09-30 null 70", "2026-04-01 2026-06-30 2026-05-13 100");
        assertThat(jdbc.sql("select count(*) from outbox where key = :key and type = 'duban.task.cycle-begun.v1'")
                        .param("key", task.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(supervisor.get("/api/tasks/{id}/history", task).items())
                .extracting(line -> line.path("action").asString())
                .startsWith("RENEW");
    }

    @Test
    void aCycleOwesNothingToTheProgressOfTheOneBefore() {
        UUID task = given("PERIODIC", Map.of("repeats", "QUARTER", "dueOn", "2026-06-20"))
                .id();
        days.now();
        assertThat(reported(task, "2026-05", 90).status()).isEqualTo(200);
        clock.set("2026-06-02T09:00");
        days.now();
        Map<String, ?> later = Map.of("wantedDay", "2026-06-28", "reason", "协调需要时间");
        assertThat(act(liaison, task, "extension-requests", later).status()).isEqualTo(201);
        clock.set("2026-07-01T09:00");
        days.now();
        assertThat(reported(task, "2026-06", 100).status()).isEqualTo(200);
        assertThat(seen(task).body().path("progress").asInt())
                .as("late words of the last cycle")
                .isZero();
        Api.Answer begun = reported(task, "2026-07", 5);
        assertThat(begun.status()).isEqualTo(200);
        assertThat(seen(task).body().path("progress").asInt()).isEqualTo(5);
        assertThat(act(liaison, task, "extension-requests", Map.of("wantedDay", "2026-09-28", "reason", "协调需要时间"))
                        .status())
                .as("what was asked for the last cycle is decided no more")
                .isEqualTo(201);
    }

    @Test
    void aTaskWhoseRhythmChangesIsSettledAllTheSame() {
        clock.set("2026-02-10T09:00");
        UUID task = given("PERIODIC", Map.of("repeats", "QUARTER")).id();
        clock.set("2026-04-01T09:00");
        days.now();
        assertThat(revised(task, "QUARTER", "2026-03-31").status()).isEqualTo(409);
        assertThat(revised(task, "YEAR", "2026-12-31").status()).isEqualTo(200);
        clock.set("2027-01-01T09:00");
        days.now();
        assertThat(cycles(seen(task)))
                .containsExactlyInAnyOrder("2026-01-01 2026-12-31 null 0", "2026-01-01 2026-03-31 null 0");
        assertThat(seen(task).body().path("cycle").path("from").asString()).isEqualTo("2027-01-01");
    }

    private Api.Answer revised(UUID task, String repeats, String dueOn) {
        Map<String, ?> asked = Map.of(
                "title",
                "开展督导检查",
                "text",
                "对基层机构开展督导检查。",
                "kind",
                "PERIODIC",
                "repeats",
                repeats,
                "dueOn",
                dueOn,
                "leads",
                List.of(health));
        return supervisor.put("/api/tasks/{id}", seen(task).etag(), Map.of("reason", "调整周期", "task", asked), task);
    }

    private static List<String> cycles(Api.Answer task) {
        return Api.list(task.body().path("cycles")).stream()
                .map(cycle -> String.join(
                        " ",
                        cycle.path("from").asString(),
                        cycle.path("to").asString(),
                        cycle.path("closedOn").isNull()
                                ? "null"
                                : cycle.path("closedOn").asString(),
                        String.valueOf(cycle.path("progress").asInt())))
                .toList();
    }

    @Test
    void anIndicatorTaskIsNotClosedBeforeItsTargetIsReportedAsReached() {
        Map<String, ?> coverage = Map.of("text", "覆盖率达到90%以上", "operator", ">=", "value", 90, "measure", "%");
        UUID task = given("INDICATOR", Map.of("dueOn", "2026-12-31", "indicators", List.of(coverage)))
                .id();
        days.now();
        report(task, "2026-05", "85%");
        act(liaison, task, "completion", Map.of("statement", "请核验"));
        Api.Answer refused = act(supervisor, task, "verification", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("覆盖率达到90%以上", "85%");
        act(supervisor, task, "return", Map.of("reason", "未达标"));

        clock.set("2026-06-01T09:00");
        days.now();
        report(task, "2026-06", "91.5%");
        act(liaison, task, "completion", Map.of("statement", "已达标"));
        JsonNode target = seen(task).body().path("targets").path(0);
        assertThat(target.path("reported").asString()).isEqualTo("91.5%");
        assertThat(target.path("reached").asBoolean()).isTrue();
        assertThat(act(supervisor, task, "verification", Map.of()).text("state"))
                .isEqualTo("CLOSED");
    }

    @Test
    void theTargetsOfADraftAreTrackedOnceItIsGivenToItsUnits() {
        Map<String, ?> coverage = Map.of("text", "覆盖率达到90%以上", "operator", ">=", "value", 90, "measure", "%");
        UUID task = given(false, "INDICATOR", Map.of("dueOn", "2026-12-31", "indicators", List.of(coverage)))
                .id();
        days.now();
        assertThat(supervisor.get("/api/indicators?task={task}", task).items()).isEmpty();
        act(supervisor, task, "assignment", Map.of());
        assertThat(liaison.get("/api/indicators?task={task}", task).items()).hasSize(1);
    }

    @Test
    void aKindSaysWhatItNeeds() {
        assertThat(given("PERIODIC", Map.of()).status()).isEqualTo(400);
        assertThat(given("ONE_OFF", Map.of("repeats", "YEAR")).status()).isEqualTo(400);
        assertThat(given("INDICATOR", Map.of("dueOn", "2026-12-31")).status()).isEqualTo(400);
        Api.Answer standing = given("STANDING", Map.of("dueOn", "2026-12-31"));
        assertThat(standing.body().path("dueOn").isNull()).isTrue();
        assertThat(standing.body().path("standing").asBoolean()).isTrue();
    }
}
