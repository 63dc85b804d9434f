package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What was given and reported is found again: by two characters, by a view that somebody shares, by the number that counts it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(EmptyCity.Shared.class)
class FindingAgainTest {

    private static final String FILE = "2026年气象灾害防御台账.xlsx";

    private Caller supervisor;
    private Caller weather;
    private Caller water;
    private String weatherUnit;
    private String plan;

    @BeforeAll
    void aPlanOfTwoUnits(EmptyCity empty) {
        supervisor = empty.supervisor();
        weatherUnit = empty.unit("市气象局");
        weather = empty.city().softwareOf(weatherUnit, "LIAISON");
        water = empty.city().softwareOf(empty.unit("市水利局"), "LIAISON");
        var sheet = new Workbook()
                .row("序号", "重点任务", "工作内容", "牵头单位", "配合单位", "完成时限", "备注")
                .row("1", "完善预警发布", "暴雨红色预警十分钟内发布。", "市气象局", "市水利局", "2026年6月底前", "")
                .row("2", "加固堤防", "完成险工险段除险加固。", "市水利局", "", "2026年底", "");
        var opened = await("the ledger hears of the units")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> supervisor
                                .upload("/api/ledger-imports", FILE, sheet.bytes())
                                .is(201)
                                .json(),
                        one -> one.get("counts").get("create").asInt() == 2);
        var path = "/api/ledger-imports/" + opened.get("id").asString();
        plan = supervisor
                .change("POST", path, path + "/adoption", Map.of())
                .is(200)
                .json()
                .get("plans")
                .get(0)
                .asString();
    }

    private static List<JsonNode> found(Caller caller, String kind, String words) {
        return caller.all("/api/search?kind=" + kind + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    @Test
    void twoCharactersFindTheTaskAndWhatWasReportedOnIt() {
        assertThat(found(supervisor, "TASK", "红色")).singleElement().satisfies(hit -> {
            assertThat(hit.get("title").asString()).isEqualTo("完善预警发布");
            assertThat(hit.get("snippet").get("text").asString()).contains("暴雨红色预警");
        });
        assertThat(found(water, "TASK", "堤防")).hasSize(1);
        assertThat(found(weather, "TASK", "堤防")).isEmpty();
        supervisor
                .get("/api/search?q=" + URLEncoder.encode("雨", StandardCharsets.UTF_8))
                .isProblem(400, 422);

        var report = await("the month's round asks")
                .atMost(Duration.ofSeconds(30))
                .until(() -> weather.all("/api/reports?unit=me&state=due&plan=" + plan), asked -> !asked.isEmpty())
                .getFirst();
        var path = "/api/reports/" + report.get("id").asString();
        weather.change("PUT", path, path, Map.of("progress", 30, "done", "已建成 雷达 三部", "next", "开展联调"))
                .is(200);

        await("what was reported is read")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !found(supervisor, "REPORT", "雷达三部").isEmpty());
        assertThat(found(weather, "REPORT", "联调")).hasSize(1);
        assertThat(found(water, "REPORT", "联调")).isEmpty();
        everyNumberOpensItsRows();
    }

    private void everyNumberOpensItsRows() {
        var overview = supervisor.get("/api/overview?plan=" + plan).is(200).json();
        var period = overview.get("period").asString();
        var totals = overview.get("totals");
        var month = "/api/reports?plan=" + plan + "&period=" + period;
        assertThat(supervisor.all(month + "&state=DUE,SUBMITTED,RETURNED,ACCEPTED,LAPSED"))
                .hasSize(totals.get("owed").asInt());
        assertThat(supervisor.all(month + "&state=SUBMITTED,ACCEPTED"))
                .hasSize(totals.get("submitted").asInt())
                .hasSize(1);
        assertThat(supervisor.all("/api/tasks?plan=" + plan))
                .hasSize(totals.get("tasks").asInt());
        for (var unit : overview.get("units")) {
            var id = unit.get("unit").get("id").asString();
            assertThat(supervisor.all("/api/tasks?part=LEAD&plan=" + plan + "&unit=" + id))
                    .hasSize(unit.get("tasks").asInt());
            var own = supervisor
                    .get("/api/overview?plan=" + plan + "&unit=" + id)
                    .is(200)
                    .json()
                    .get("totals");
            assertThat(own.get("owed")).isEqualTo(unit.get("owed"));
            assertThat(own.get("lights")).isEqualTo(unit.get("lights"));
        }
        assertThat(supervisor.get("/api/overview/plans").is(200).json().get("items"))
                .anySatisfy(row -> {
                    assertThat(row.get("planId").asString()).isEqualTo(plan);
                    assertThat(row.get("owed")).isEqualTo(totals.get("owed"));
                });
    }

    @Test
    void aSharedViewShowsEachReaderTheirOwnRows() {
        var view = supervisor
                .post(
                        "/api/ledger-views",
                        Map.of(
                                "name",
                                "防御台账",
                                "audience",
                                "EVERYONE",
                                "filter",
                                Map.of("plan", plan),
                                "columns",
                                List.of("light", "title"),
                                "grouping",
                                "unit"))
                .is(201)
                .json();
        var seen = weather.all("/api/ledger-views").stream()
                .filter(one -> one.get("id").equals(view.get("id")))
                .findFirst()
                .orElseThrow();
        assertThat(seen.get("mine").asBoolean()).isFalse();
        assertThat(seen.get("filter").get("plan").asString()).isEqualTo(plan);

        var groups = "/api/tasks/groups?by=unit&plan=" + plan;
        assertThat(supervisor.get(groups).is(200).json().get("items")).hasSize(2);
        assertThat(weather.get(groups).is(200).json().get("items"))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.get("key").asString()).isEqualTo(weatherUnit);
                    assertThat(group.get("tasks").asInt()).isEqualTo(1);
                });
        var path = "/api/ledger-views/" + view.get("id").asString();
        weather.change("DELETE", path, path, Map.of()).isProblem(403);
        supervisor.change("DELETE", path, path, Map.of()).is(204);
    }
}
