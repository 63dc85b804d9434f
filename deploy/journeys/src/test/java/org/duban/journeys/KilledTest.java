package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} of each process while reports are being sent: nothing acknowledged is lost, nothing is done twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(EmptyCity.Shared.class)
class KilledTest {

    private static final List<String> VICTIMS =
            List.of("task-service", "gateway", "kafka", "postgres", "notification-service", "meeting-service");
    private static final int REPORTS_PER_VICTIM = 10;

    private Launched running;
    private Caller supervisor;
    private Caller unit;
    private String plan;

    @BeforeAll
    void adoptOnePlan(EmptyCity empty) {
        running = empty.running();
        supervisor = empty.supervisor();
        var owing = empty.unit("市医保局");
        var reading = supervisor
                .upload("/api/plan-readings", "计划.txt", text().getBytes(StandardCharsets.UTF_8))
                .is(201)
                .json();
        var here = "/api/plan-readings/" + reading.get("id").asString();
        await("the unit is known").atMost(Duration.ofSeconds(20)).until(() -> {
            var units = supervisor.get(here).is(200).json().get("units");
            return units.get(0).get("state").asString().equals("MATCHED");
        });
        plan = supervisor
                .change("POST", here, here + "/adoption", Map.of())
                .is(201)
                .json()
                .get("id")
                .asString();
        unit = empty.city().softwareOf(owing, "LIAISON");
    }

    /** A made-up plan with as many tasks as reports are wanted. */
    private static String text() {
        var numerals = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九");
        var text = new StringBuilder("云江市基层卫生能力提升实施方案\n\n一、重点任务\n");
        for (int i = 1; i <= VICTIMS.size() * REPORTS_PER_VICTIM; i++) {
            var tens = i / 10 == 0 ? "" : (i / 10 == 1 ? "" : numerals.get(i / 10 - 1)) + "十";
            var ones = i % 10 == 0 ? "" : numerals.get(i % 10 - 1);
            text.append("（%s%s）完成第%d片区家庭医生签约服务点建设。（牵头单位：市医保局）\n".formatted(tens, ones, i));
        }
        return text.append("二、实施步骤\n（一）实施阶段（2026年3月-2026年12月）。按照分工组织实施。\n").toString();
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsDoneTwice() throws Exception {
        var owed = new ArrayDeque<>(unit.all("/api/reports?unit=me&state=due"));
        assertThat(owed).hasSize(VICTIMS.size() * REPORTS_PER_VICTIM);
        var acknowledged = new ConcurrentHashMap<String, Integer>();

        for (var victim : VICTIMS) {
            var batch = new ArrayList<JsonNode>();
            for (int i = 0; i < REPORTS_PER_VICTIM; i++) {
                batch.add(owed.pop());
            }
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                var sent = new ArrayList<Future<?>>();
                for (int i = 0; i < batch.size(); i++) {
                    var report = batch.get(i).get("id").asString();
                    int progress = 10 + i;
                    var etag = unit.get("/api/reports/" + report).is(200).etag();
                    sent.add(senders.submit(() -> {
                        sendUntilAcknowledged(report, etag, progress);
                        acknowledged.put(report, progress);
                    }));
                }
                kill(victim);
                running.launch();
                for (var one : sent) {
                    one.get();
                }
            }
        }

        assertThat(acknowledged).hasSize(VICTIMS.size() * REPORTS_PER_VICTIM);
        acknowledged.forEach((report, progress) -> {
            var found = unit.get("/api/reports/" + report).is(200).json();
            assertThat(found.get("state").asString()).isEqualTo("SUBMITTED");
            assertThat(found.get("progress").asInt()).isEqualTo(progress);
            var task = found.get("taskId").asString();
            assertThat(unit.get("/api/tasks/" + task + "/history")
                            .is(200)
                            .json()
                            .get("items"))
                    .filteredOn(entry -> entry.get("action").asString().equals("REPORT"))
                    .as("one submission of %s", report)
                    .hasSize(1);
        });
        var totals = supervisor
                .get("/api/overview?period=2026-03&plan=" + plan)
                .is(200)
                .json()
                .get("totals");
        assertThat(totals.get("submitted").asInt()).isEqualTo(acknowledged.size());
        await("each assignment is said once")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(unit.all("/api/alerts?state=all"))
                        .filteredOn(alert -> alert.get("kind").asString().equals("TASK_ASSIGNED"))
                        .hasSize(acknowledged.size())
                        .extracting(alert -> alert.get("link").get("id").asString())
                        .doesNotHaveDuplicates());
    }

    /** A client as it should be: the same key until there is an answer. */
    private void sendUntilAcknowledged(String report, String etag, int progress) {
        var path = "/api/reports/" + report;
        var key = UUID.randomUUID().toString();
        var body = Map.of(
                "progress", progress, "done", "完成选址和装修。", "problems", "无", "next", "组织验收。", "indicators", List.of());
        await("acknowledged: " + report)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> {
                    var answer = unit.change("PUT", path, body, etag, key);
                    int status = answer.response().statusCode();
                    assertThat(status).as(answer::toString).isNotIn(400, 404, 412, 422, 428);
                    return status == 200;
                });
    }

    private void kill(String victim) throws IOException {
        try (var files = Files.walk(running.data())) {
            Path pidFile = files.filter(file -> file.getFileName().toString().equals(victim + ".pid"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no pid file of " + victim));
            long pid = Long.parseLong(Files.readString(pidFile).trim().split("\\s+")[0]);
            ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
            // A database's children die with it only when it is told so; its own crash recovery is what is looked at
            // here.
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
