package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A month's supervision of a real plan, through the gateway only: from the document to the closed books. The business clock
 * starts on the plan's own day.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonthOfSupervisionTest {

    private static final String PLAN = "anyue-demonstration-county";
    private static final String LATE_UNIT = "县财政局";
    private static final String RETURNED_UNIT = "县委组织部";
    private static final String COUNTY_OFFICE = "县卫生健康局";

    private Running running;
    private City city;
    private Caller supervisor;
    private Map<String, String> units = new LinkedHashMap<>();
    private List<JsonNode> expected = new ArrayList<>();
    private String commission;

    @BeforeAll
    void startOnThePlansOwnDay() throws IOException {
        // Asked for first: without it nothing needs to be started.
        Running.plan(PLAN + ".txt");
        running = begin("2023-03-13T09:00");
        new JsonMapper()
                .readTree(Files.readString(Running.plan("expected/" + PLAN + ".json")))
                .get("tasks")
                .forEach(expected::add);
    }

    Running begin(String moment) {
        return Launched.start("--empty", "--at", moment);
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void fromThePlanDocumentToTheMonthsNumbers() throws IOException {
        theCommissionIsSetUp();
        String planId = theSupervisorImportsThePlanResolvesWhatMustBeResolvedAndAdoptsIt();
        eachUnitFindsItsTasksAndAlerts();
        unitsAcknowledgeAndReportExceptOne(planId);
        theCountyOfficeReportsByApiAndItsRetryCountsOnce();
        aUnitCanSeeNothingOfAnothers();
        theLateUnitIsAlertedOnceADayAndShowsRed();
        theSupervisorReturnsOneReportAndAcceptsTheRest();
        theSecretaryIssuesMinutesWithTwoResolutionsAndTheUnitsHaveThemAsTasks();
        theOverviewsNumbersEqualWhatWasDone(planId);
    }

    private void theCommissionIsSetUp() {
        city = new City(running);
        commission = city.registerCityUnit("云江市卫生健康委员会", "市卫生健康委").get("id").asString();
        supervisor = city.official(commission, "督导科科长", "SUPERVISOR", "周明远", "supervisor");
    }

    private String theSupervisorImportsThePlanResolvesWhatMustBeResolvedAndAdoptsIt() throws IOException {
        var reading = supervisor
                .upload("/api/plan-readings", PLAN + ".txt", Files.readAllBytes(Running.plan(PLAN + ".txt")))
                .is(201)
                .json();
        var tasks = reading.get("tasks");
        assertThat(tasks).hasSize(24);
        for (int i = 0; i < 24; i++) {
            for (var field : List.of("ordinal", "startsWith", "leads", "cooperators", "wildcards", "dueOn")) {
                assertThat(tasks.get(i).get(field))
                        .as("task %d %s", i + 1, field)
                        .isEqualTo(expected.get(i).get(field));
            }
        }
        String here = "/api/plan-readings/" + reading.get("id").asString();
        supervisor.post(here + "/adoption", Map.of()).isProblem(409, 428);

        String county = reading.get("suggestedCounty").get("name").asString();
        assertThat(county).isEqualTo("安岳县");
        var unknown = new ArrayList<String>();
        reading.get("units").forEach(unit -> unknown.add(unit.get("name").asString()));
        unknown.remove("县医保局");
        supervisor
                .post("/api/units/registrations", Map.of("county", Map.of("name", county), "names", unknown))
                .is(201)
                .json()
                .get("units")
                .forEach(unit -> units.put(
                        unit.get("shortName").asString(), unit.get("id").asString()));
        units.put("县医保局", units.get("县医疗保障局"));
        await("the reading hears of the registered units")
                .atMost(Duration.ofSeconds(20))
                .until(() -> namesNotMatched(here).equals(List.of("县医保局")));
        supervisor
                .change("PUT", here, here + "/aliases", Map.of("name", "县医保局", "unitId", units.get("县医保局")))
                .succeeds();
        assertThat(namesNotMatched(here)).isEmpty();

        supervisor.change("POST", here, here + "/adoption", Map.of()).isProblem(409);
        supervisor
                .change(
                        "PATCH",
                        here,
                        here + "/tasks/18",
                        Map.of("wildcards", List.of(), "cooperators", List.of("县发展和改革局", "县财政局")))
                .succeeds();
        var plan = supervisor
                .change("POST", here, here + "/adoption", Map.of())
                .is(201)
                .json();
        assertThat(plan.get("tasks").asInt()).isEqualTo(24);
        supervisor.change("POST", here, here + "/adoption", Map.of()).isProblem(409);
        return plan.get("id").asString();
    }

    private List<String> namesNotMatched(String reading) {
        var names = new ArrayList<String>();
        supervisor.get(reading).is(200).json().get("units").forEach(unit -> {
            if (!unit.get("state").asString().equals("MATCHED")) {
                names.add(unit.get("name").asString());
            }
        });
        return names;
    }

    private Caller softwareOf(String unit) {
        return city.softwareOf(units.get(unit), unit.equals(COUNTY_OFFICE) ? "COUNTY_OFFICE" : "LIAISON");
    }

    /** How many tasks each unit has, counted from the expected reading and the two decisions taken above. */
    private Map<String, Integer> tasksPerUnit() {
        var counts = new TreeMap<String, Integer>();
        for (var task : expected) {
            task.get("leads").forEach(unit -> counts.merge(canonical(unit.asString()), 1, Integer::sum));
            task.get("cooperators").forEach(unit -> counts.merge(canonical(unit.asString()), 1, Integer::sum));
        }
        counts.merge("县发展和改革局", 1, Integer::sum);
        counts.merge("县财政局", 1, Integer::sum);
        return counts;
    }

    private Map<String, Integer> leadsPerUnit() {
        var counts = new TreeMap<String, Integer>();
        expected.forEach(task ->
                task.get("leads").forEach(unit -> counts.merge(canonical(unit.asString()), 1, Integer::sum)));
        return counts;
    }

    private static String canonical(String unit) {
        return unit.equals("县医保局") ? "县医疗保障局" : unit;
    }

    private void eachUnitFindsItsTasksAndAlerts() {
        tasksPerUnit().forEach((unit, count) -> {
            var software = softwareOf(unit);
            assertThat(software.all("/api/tasks?unit=me")).as(unit).hasSize(count);
            await(unit + " is told")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(alerts(software, "TASK_ASSIGNED"))
                            .as(unit)
                            .hasSize(count));
        });
    }

    private static List<JsonNode> alerts(Caller caller, String kind) {
        return caller.all("/api/alerts?state=all").stream()
                .filter(alert -> alert.get("kind").asString().equals(kind))
                .toList();
    }

    private void unitsAcknowledgeAndReportExceptOne(String planId) {
        var round = supervisor
                .get("/api/rounds?period=2023-03&plan=" + planId)
                .is(200)
                .json()
                .get("items")
                .get(0);
        // The 25th is a Saturday; the Monday after it is worked.
        assertThat(round.get("dueOn").asString()).isEqualTo("2023-03-27");
        int owed = leadsPerUnit().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(round.get("owed").asInt()).isEqualTo(owed);
        assertThat(supervisor
                        .post("/api/rounds", Map.of("planId", planId, "period", "2023-03"))
                        .succeeds()
                        .json()
                        .get("id"))
                .as("a round is never opened twice")
                .isEqualTo(round.get("id"));

        leadsPerUnit().forEach((unit, count) -> {
            var software = softwareOf(unit);
            for (var task : software.all("/api/tasks?unit=me&part=LEAD")) {
                var path = "/api/tasks/" + task.get("id").asString();
                software.change("POST", path, path + "/acknowledgement", Map.of())
                        .succeeds();
            }
            var reports = software.all("/api/reports?unit=me&state=due");
            assertThat(reports).as(unit).hasSize(count);
            if (!unit.equals(LATE_UNIT) && !unit.equals(COUNTY_OFFICE)) {
                reports.forEach(report -> submit(software, report, 40).succeeds());
            }
        });
    }

    private static Caller.Answer submit(Caller caller, JsonNode report, int progress) {
        var path = "/api/reports/" + report.get("id").asString();
        return caller.change("PUT", path, path, report(progress));
    }

    private static Map<String, Object> report(int progress) {
        return Map.of(
                "progress",
                progress,
                "done",
                "已召开部署会，印发年度计划。",
                "problems",
                "无",
                "next",
                "下月开展督导检查。",
                "indicators",
                List.of(),
                "evidence",
                List.of());
    }

    private void theCountyOfficeReportsByApiAndItsRetryCountsOnce() {
        var office = softwareOf(COUNTY_OFFICE);
        var mine = office.all("/api/reports?unit=" + units.get(COUNTY_OFFICE) + "&state=due");
        assertThat(mine).hasSize(leadsPerUnit().get(COUNTY_OFFICE));
        var first = mine.getFirst();
        var path = "/api/reports/" + first.get("id").asString();
        var etag = office.get(path).is(200).etag();
        var key = UUID.randomUUID().toString();
        int before = submittedInOverview();
        var answer = office.change("PUT", path, report(55), etag, key).is(200);
        await("seen within a second").atMost(Duration.ofSeconds(1)).until(() -> submittedInOverview() == before + 1);
        var again = office.change("PUT", path, report(55), etag, key).is(200);
        assertThat(again.json()).isEqualTo(answer.json());
        assertThat(submittedInOverview()).isEqualTo(before + 1);
        office.change("PUT", path, report(60), etag, key).isProblem(422);
        office.change("PUT", path, report(60), etag, UUID.randomUUID().toString())
                .isProblem(412);
        office.put(path, report(60)).isProblem(428);
        mine.stream().skip(1).forEach(report -> submit(office, report, 55).succeeds());
    }

    private int submittedInOverview() {
        return supervisor
                .get("/api/overview?period=2023-03")
                .is(200)
                .json()
                .get("totals")
                .get("submitted")
                .asInt();
    }

    private void aUnitCanSeeNothingOfAnothers() {
        var culture = softwareOf("县文化广播电视和旅游局");
        var organisation = softwareOf(RETURNED_UNIT);
        for (var report : organisation.all("/api/reports?unit=me")) {
            var path = "/api/reports/" + report.get("id").asString();
            culture.get(path).isProblem(404, 403);
            culture.change("PUT", path, report(99), "\"1\"", UUID.randomUUID().toString())
                    .isProblem(404, 403);
        }
        for (var task : organisation.all("/api/tasks?unit=me&part=LEAD")) {
            culture.get("/api/tasks/" + task.get("id").asString()).isProblem(404, 403);
            culture.get("/api/tasks/" + task.get("id").asString() + "/history").isProblem(404, 403);
        }
        assertThat(culture.all("/api/tasks")).hasSize(tasksPerUnit().get("县文化广播电视和旅游局"));
        assertThat(culture.all("/api/tasks?unit=" + units.get(RETURNED_UNIT)))
                .allSatisfy(task -> assertThat(task.toString()).contains("县文化广播电视和旅游局"));
        assertThat(culture.all("/api/reports?unit=" + units.get(RETURNED_UNIT))).isEmpty();
        assertThat(culture.get("/api/overview?period=2023-03").is(200).json().get("units"))
                .allSatisfy(
                        row -> assertThat(row.get("unit").get("id").asString()).isEqualTo(units.get("县文化广播电视和旅游局")));
        culture.get("/api/plan-readings").isProblem(403, 404);
        running.visitor().get("/api/tasks").isProblem(401);
    }

    private void theLateUnitIsAlertedOnceADayAndShowsRed() {
        var late = softwareOf(LATE_UNIT);
        int owed = leadsPerUnit().get(LATE_UNIT);
        city.clockTo("2023-03-27T10:00");
        expectAlerts(late, "REPORT_DUE", "2023-03-27", owed);
        int overdueDays = 0;
        // The 1st and 2nd of April are a weekend: nobody is alerted on them.
        for (var day : List.of(
                "2023-03-28", "2023-03-29", "2023-03-30", "2023-03-31", "2023-04-01", "2023-04-02", "2023-04-03")) {
            city.clockTo(day + "T10:00");
            boolean worked = !day.equals("2023-04-01") && !day.equals("2023-04-02");
            if (worked) {
                overdueDays++;
                expectAlerts(late, "REPORT_OVERDUE", day, owed);
            }
        }
        assertThat(alerts(late, "REPORT_OVERDUE")).hasSize(owed * overdueDays);
        assertThat(alerts(softwareOf(RETURNED_UNIT), "REPORT_OVERDUE")).isEmpty();
        assertThat(late.all("/api/reports?unit=me&state=due&period=2023-03"))
                .hasSize(owed)
                .allSatisfy(report -> {
                    assertThat(report.get("light").asString()).isEqualTo("RED");
                    assertThat(report.get("lightReason").asString()).contains("逾期");
                });
        assertThat(late.all("/api/tasks?unit=me&part=LEAD&light=RED")).hasSize(owed);
    }

    private static void expectAlerts(Caller unit, String kind, String day, int count) {
        await(kind + " on " + day)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alerts(unit, kind).stream()
                                .filter(alert -> alert.get("day").asString().equals(day)))
                        .hasSize(count));
    }

    private void theSupervisorReturnsOneReportAndAcceptsTheRest() {
        var late = softwareOf(LATE_UNIT);
        late.all("/api/reports?unit=me&state=due&period=2023-03")
                .forEach(report -> submit(late, report, 20).succeeds());
        await("what was asked for is done")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(late.all("/api/alerts?state=unread"))
                        .noneMatch(alert -> alert.get("kind").asString().equals("REPORT_OVERDUE")));

        var submitted = supervisor.all("/api/reports?state=submitted&period=2023-03");
        var returned = submitted.stream()
                .filter(report -> report.get("unit").get("id").asString().equals(units.get(RETURNED_UNIT)))
                .findFirst()
                .orElseThrow();
        for (var report : submitted) {
            var path = "/api/reports/" + report.get("id").asString();
            if (report == returned) {
                supervisor
                        .change("POST", path, path + "/return", Map.of("reason", "请补充人才引进的具体数字。"))
                        .succeeds();
            } else {
                supervisor.change("POST", path, path + "/acceptance", Map.of()).succeeds();
            }
        }
        var unit = softwareOf(RETURNED_UNIT);
        await("the unit is told")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alerts(unit, "REPORT_RETURNED")).hasSize(1));
        assertThat(unit.all("/api/reports?unit=me&state=returned"))
                .singleElement()
                .satisfies(report ->
                        assertThat(report.get("returnReason").asString()).contains("人才引进"));
    }

    private void theSecretaryIssuesMinutesWithTwoResolutionsAndTheUnitsHaveThemAsTasks() {
        var secretary = city.official(commission, "联席会议办公室主任", "SECRETARY", "林知夏", "secretary");
        var convenerPost = city.post(commission, "召集人", "CONVENER");
        var convener = city.official(convenerPost, "沈怀山", "convener");
        var members = List.of("县卫生健康局", "县财政局", "县委宣传部").stream()
                .map(name -> Map.of("unitId", (Object) units.get(name), "duty", "按职责分工落实"))
                .toList();
        var mechanism = secretary
                .post(
                        "/api/mechanisms",
                        Map.of(
                                "name",
                                "中医药工作联席会议",
                                "convenerPostId",
                                convenerPost,
                                "delegatePostIds",
                                List.of(),
                                "officeUnitId",
                                commission,
                                "members",
                                members,
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
                                "title", "2023年第一次联席会议",
                                "kind", "REGULAR",
                                "startsAt", "2023-04-04T09:00:00+08:00",
                                "place", "第三会议室"))
                .is(201)
                .json();
        var path = "/api/meetings/" + meeting.get("id").asString();
        secretary
                .change("POST", path, path + "/agenda-items", Map.of("topic", "示范县创建推进情况"))
                .succeeds();
        convener.change("POST", path, path + "/consent", Map.of()).succeeds();
        var item =
                convener.get(path).is(200).json().get("agenda").get(0).get("id").asString();
        convener.change("POST", path, path + "/agenda-items/" + item + "/consent", Map.of())
                .succeeds();
        city.clockTo("2023-04-04T11:00");
        secretary
                .change(
                        "POST",
                        path,
                        path + "/attendance",
                        Map.of("present", List.of(units.get("县卫生健康局"), units.get("县财政局"))))
                .succeeds();
        var first = new HashMap<String, Object>(Map.of(
                "text",
                "县财政局牵头，县卫生健康局配合，落实中医药专项经费。",
                "leadUnitIds",
                List.of(units.get("县财政局")),
                "cooperatingUnitIds",
                List.of(units.get("县卫生健康局")),
                "dueOn",
                "2023-05-31"));
        var second = Map.of(
                "text", "县委宣传部牵头开展中医药文化宣传月活动。",
                "leadUnitIds", List.of(units.get("县委宣传部")),
                "cooperatingUnitIds", List.of());
        secretary
                .change(
                        "PUT",
                        path,
                        path + "/minutes",
                        Map.of("text", "会议听取了创建工作情况汇报。", "resolutions", List.of(first, second)))
                .succeeds();
        secretary.change("POST", path, path + "/minutes/issue", Map.of()).succeeds();

        for (var unit : List.of("县财政局", "县卫生健康局", "县委宣传部")) {
            await(unit + " has its resolution as a task")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(softwareOf(unit).all("/api/tasks?unit=me"))
                            .filteredOn(task -> task.get("source").asString().equals("MINUTES"))
                            .hasSize(1));
            await(unit + " is told of the minutes")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(alerts(softwareOf(unit), "MINUTES_ISSUED"))
                            .hasSize(1));
        }
        var byDefault = softwareOf("县委宣传部").all("/api/tasks?unit=me").stream()
                .filter(task -> task.get("source").asString().equals("MINUTES"))
                .findFirst()
                .orElseThrow();
        // Ten working days after 4 April 2023, the 5th being a feast.
        assertThat(byDefault.get("dueOn").asString()).isEqualTo("2023-04-19");
    }

    private void theOverviewsNumbersEqualWhatWasDone(String planId) {
        var overview = supervisor
                .get("/api/overview?period=2023-03&plan=" + planId)
                .is(200)
                .json();
        var totals = overview.get("totals");
        int owed = leadsPerUnit().values().stream().mapToInt(Integer::intValue).sum();
        int late = leadsPerUnit().get(LATE_UNIT);
        assertThat(totals.get("tasks").asInt()).isEqualTo(24);
        assertThat(totals.get("owed").asInt()).isEqualTo(owed);
        assertThat(totals.get("accepted").asInt()).isEqualTo(owed - 1);
        assertThat(totals.get("returned").asInt()).isEqualTo(1);
        assertThat(totals.get("late").asInt()).isEqualTo(late);
        // What was returned is not handed in until it is handed in again.
        int onTime = owed - late - 1;
        assertThat(totals.get("submitted").asInt()).isEqualTo(owed - 1);
        assertThat(totals.get("onTime").asInt()).isEqualTo(onTime);
        assertThat(totals.get("onTimeRate").asDouble()).isEqualTo(Math.round(1000.0 * onTime / owed) / 10.0);
        assertThat(overview.get("units")).hasSize(leadsPerUnit().size()).allSatisfy(row -> {
            var name = row.get("unit").get("shortName").asString();
            assertThat(row.get("owed").asInt())
                    .as(name)
                    .isEqualTo(leadsPerUnit().get(name));
            assertThat(row.get("onTimeRate").asDouble())
                    .as(name)
                    .isEqualTo(name.equals(LATE_UNIT) || name.equals(RETURNED_UNIT) ? 0.0 : 100.0);
        });
        var ledger = supervisor.all("/api/tasks?plan=" + planId);
        assertThat(ledger).hasSize(24);
        var page = supervisor.get("/api/tasks?limit=10&plan=" + planId).is(200);
        assertThat(page.json().get("items")).hasSize(10);
        assertThat(page.response().headers().firstValue("Link").orElse("")).contains("rel=\"next\"");
    }
}
