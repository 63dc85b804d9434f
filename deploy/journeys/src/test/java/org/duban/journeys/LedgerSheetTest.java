package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A ledger that an office keeps as a sheet comes in, is worked on, goes out and comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(EmptyCity.Shared.class)
// It looks at the whole ledger, and wants to be the first to fill it.
@Order(1)
class LedgerSheetTest {

    private static final String FILE = "2026年重点工作台账.xlsx";

    private Running running;
    private Caller supervisor;
    private Caller countySupervisor;
    private Caller finance;

    @BeforeAll
    void aCityWithACounty(EmptyCity empty) {
        running = empty.running();
        supervisor = empty.supervisor();
        empty.unit("市民政局");
        finance = empty.city().softwareOf(empty.unit("市财政局"), "LIAISON");
        var county = empty.city()
                .admin()
                .post("/api/units/registrations", Map.of("county", Map.of("name", "临江县"), "names", List.of("县卫生健康局")))
                .is(201)
                .json()
                .get("units");
        for (var unit : county) {
            if (unit.get("shortName").asString().equals("县卫生健康局")) {
                countySupervisor =
                        empty.city().official(unit.get("id").asString(), "县督导办主任", "SUPERVISOR", "韩江雪", "county");
            }
        }
    }

    private static Workbook ledger() {
        return new Workbook()
                .row("序号", "重点任务", "工作内容", "牵头单位", "配合单位", "完成时限", "备注")
                .row("1", "健全制度", "建立联席会议制度。", "市卫生健康委", "市财政局", "2026年6月底前", "")
                .row("2", "保障经费", "落实年度经费，到位率达到100%。", "市财政局", "市卫生健康委、市民政局", "三季度", "=1+1")
                .row("3", "日常监管", "开展日常监督检查。", "市民政局", "", "长期坚持", "")
                .row("4", "", "没有名称和单位。", "", "", "2026年底", "")
                .row("5", "写错单位", "单位不在册。", "市卫健委员会", "", "2026年底", "");
    }

    @Test
    void fromAnOfficesSheetToTheLedgerAndBack() {
        theUnitsAreKnownToTheLedger();
        String plan = theSheetComesInAndItsErrorsGoBack();
        theUnitsFindTheirTasksAndAlerts();
        importingItAgainChangesNothing();
        whatGoesOutComesBackUnchanged();
        anEditedSheetChangesWhatWasEditedAndTellsTheUnits();
        nobodyElseCanSeeOrChangeIt(plan);
    }

    private void theUnitsAreKnownToTheLedger() {
        await("the ledger hears of the units").atMost(Duration.ofSeconds(30)).until(() -> {
            var opened = upload(supervisor, ledger().bytes());
            return opened.get("counts").get("create").asInt() == 3;
        });
    }

    private static JsonNode upload(Caller caller, byte[] file) {
        return caller.upload("/api/ledger-imports", FILE, file).is(201).json();
    }

    private static String path(JsonNode opened) {
        return "/api/ledger-imports/" + opened.get("id").asString();
    }

    private static JsonNode adopt(Caller caller, JsonNode opened, boolean dryRun) {
        return caller.change("POST", path(opened), path(opened) + "/adoption", Map.of("dryRun", dryRun))
                .is(200)
                .json();
    }

    private String theSheetComesInAndItsErrorsGoBack() {
        var opened = upload(supervisor, ledger().bytes());
        assertThat(opened.get("target").get("title").asString()).isEqualTo("2026年重点工作台账");
        assertThat(opened.get("counts").get("error").asInt()).isEqualTo(2);
        var errors = Workbook.read(supervisor.download(path(opened) + "/errors.xlsx"));
        assertThat(errors).hasSize(3);
        assertThat(errors.getFirst()).endsWith("退回原因");
        assertThat(errors.get(1)).last().asString().contains("没有填写牵头单位");
        assertThat(errors.get(2)).last().asString().contains("“市卫健委员会”不是在册单位");

        assertThat(adopt(supervisor, opened, true).get("created").asInt()).isEqualTo(3);
        assertThat(supervisor.all("/api/tasks")).isEmpty();
        supervisor.post(path(opened) + "/adoption", Map.of()).isProblem(428);

        var key = UUID.randomUUID().toString();
        var etag = supervisor.get(path(opened)).is(200).etag();
        var first = supervisor
                .change("POST", path(opened) + "/adoption", Map.of(), etag, key)
                .is(200);
        var again = supervisor
                .change("POST", path(opened) + "/adoption", Map.of(), etag, key)
                .is(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(supervisor.all("/api/tasks")).hasSize(3);
        return first.json().get("plans").get(0).asString();
    }

    private void theUnitsFindTheirTasksAndAlerts() {
        assertThat(finance.all("/api/tasks?unit=me")).hasSize(2);
        await("the unit is told").atMost(Duration.ofSeconds(20)).until(() -> alerts("TASK_ASSIGNED") == 2);
        assertThat(finance.all("/api/reports?unit=me&state=due")).hasSize(1);
    }

    private long alerts(String kind) {
        return finance.all("/api/alerts?state=all").stream()
                .filter(alert -> alert.get("kind").asString().equals(kind))
                .count();
    }

    private void importingItAgainChangesNothing() {
        var outcome = adopt(supervisor, upload(supervisor, ledger().bytes()), false);
        assertThat(outcome.get("unchanged").asInt()).isEqualTo(3);
        assertThat(outcome.get("created").asInt() + outcome.get("updated").asInt())
                .isZero();
        assertThat(supervisor.all("/api/tasks")).hasSize(3);
    }

    private void whatGoesOutComesBackUnchanged() {
        var sheet = supervisor.download("/api/ledger.xlsx");
        assertThat(Workbook.read(sheet)).hasSize(4);
        var outcome = adopt(supervisor, upload(supervisor, sheet), false);
        assertThat(outcome.get("unchanged").asInt()).isEqualTo(3);
        assertThat(outcome.get("created").asInt()
                        + outcome.get("updated").asInt()
                        + outcome.get("errors").asInt())
                .isZero();
        assertThat(Workbook.read(finance.download("/api/ledger.xlsx?columns=title&q=经费"))
                        .getLast())
                .last()
                .isEqualTo("保障经费");
    }

    private void anEditedSheetChangesWhatWasEditedAndTellsTheUnits() {
        var edited = new Workbook();
        for (var row : Workbook.read(supervisor.download("/api/ledger.xlsx?columns=title,leads"))) {
            edited.row(row.stream()
                    .map(words -> words.equals("保障经费") ? "保障专项经费" : words)
                    .toArray(String[]::new));
        }
        var opened = upload(supervisor, edited.bytes());
        assertThat(opened.get("counts").get("update").asInt()).isEqualTo(1);
        adopt(supervisor, opened, false);
        var task = finance.all("/api/tasks?q=专项经费").getFirst();
        var history = finance.get("/api/tasks/" + task.get("id").asString() + "/history")
                .is(200)
                .json()
                .get("items")
                .get(0);
        assertThat(history.get("action").asString()).isEqualTo("REVISE");
        assertThat(history.get("words").asString()).contains(FILE);
        await("the unit is told of the change").atMost(Duration.ofSeconds(20)).until(() -> alerts("TASK_CHANGED") == 1);
    }

    private void nobodyElseCanSeeOrChangeIt(String plan) {
        var opened = upload(supervisor, ledger().bytes());
        for (var stranger : List.of(countySupervisor, finance)) {
            stranger.get(path(opened)).isProblem(403, 404);
            stranger.get(path(opened) + "/rows").isProblem(403, 404);
            stranger.get(path(opened) + "/errors.xlsx").isProblem(403, 404);
            stranger.change(
                            "POST",
                            path(opened) + "/adoption",
                            Map.of(),
                            "\"1\"",
                            UUID.randomUUID().toString())
                    .isProblem(403, 404);
        }
        finance.upload("/api/ledger-imports", FILE, ledger().bytes()).isProblem(403);
        running.visitor().get("/api/ledger.xlsx").isProblem(401);
        assertThat(Workbook.read(countySupervisor.download("/api/ledger.xlsx"))).hasSize(1);
        assertThat(Workbook.read(finance.download("/api/ledger.xlsx"))).hasSize(3);

        // The county's supervisor holds the city's sheet in hands, and can do nothing with it.
        var stolen = upload(countySupervisor, supervisor.download("/api/ledger.xlsx"));
        assertThat(stolen.get("counts").get("error").asInt()).isEqualTo(3);
        countySupervisor
                .change("PATCH", path(stolen), path(stolen), Map.of("planId", plan))
                .isProblem(422);
        countySupervisor
                .change("POST", path(stolen), path(stolen) + "/adoption", Map.of())
                .isProblem(409);
    }
}
