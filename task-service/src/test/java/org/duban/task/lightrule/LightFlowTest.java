package org.duban.task.lightrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Plan;
import org.duban.task.light.RuleSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Lights of tasks as days pass and things happen, and their rules as they are tried and adopted (behaviours.md P8, X5, X6). */
@ServiceTest
class LightFlowTest {
    private static final List<Map<String, Object>> ONLY_OVERDUE = List.of(line("RED", "OVERDUE", 0));

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

    @Autowired
    Ledger ledger;

    private final County county = Api.county("青山县");
    private final County otherCounty = Api.county("绿水县");
    private Api api;
    private Api.As supervisor;
    private UUID health;
    private UUID finance;
    private UUID stranger;

    @BeforeEach
    void aCityInJanuary() {
        empty();
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        List<UUID> units = api.register(county, "县卫生健康局", "县财政局");
        health = units.get(0);
        finance = units.get(1);
        stranger = api.register(otherCounty, "县林业局").getFirst();
        clock.set("2023-01-09T09:00");
    }

    /** Rules of the city light the tasks of whoever comes next, too. */
    @AfterEach
    void empty() {
        jdbc.sql("truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, outbox,"
                        + " light_rule_set, task_milestone, task_extension")
                .update();
    }

    // ---- judged at each change and each turn of a day

    @Test
    void aTaskFallsBehindAsDaysPassAndCatchesUpWhenItsUnitReports() {
        UUID task = only(adopt(null, task(1, "2023-04-19"))); // a hundred days
        JsonNode first = seen(task);
        assertThat(first.path("light").asString()).isEqualTo("GREEN");
        assertThat(first.path("lightReason").asString()).isEqualTo("推进正常，办结期限2023年4月19日");
        assertThat(first.path("lightSince").asString()).isEqualTo("2023-01-09");
        clock.set("2023-01-16T09:00");
        handIn(task, "2023-01", 5);
        assertThat(told()).as("its first light is no change").isEmpty();

        turn("2023-01-31T09:00");
        JsonNode behind = seen(task);
        assertThat(behind.path("light").asString()).isEqualTo("YELLOW");
        assertThat(behind.path("lightReason").asString()).isEqualTo("进度5%，序时进度22%，落后17个百分点");
        assertThat(behind.path("lightSince").asString()).isEqualTo("2023-01-31");
        assertThat(listed("light=YELLOW")).containsExactly(task);
        assertThat(listed("light=GREEN,RED")).isEmpty();
        turn("2023-01-31T15:00");
        turn("2023-02-01T09:00");
        assertThat(seen(task).path("lightReason").asString())
                .as("the numbers go with the day")
                .contains("落后18个百分点");
        assertThat(seen(task).path("lightSince").asString()).isEqualTo("2023-01-31");
        assertThat(seen(task).path("version").asLong())
                .as("what it asks has not changed")
                .isEqualTo(behind.path("version").asLong());
        assertThat(told()).containsExactly("GREEN YELLOW BEHIND");

        handIn(task, "2023-02", 30);
        assertThat(seen(task).path("light").asString()).as("at once").isEqualTo("GREEN");
        assertThat(told()).containsExactly("GREEN YELLOW BEHIND", "YELLOW GREEN null");
    }

    @Test
    void aReturnedReportAndARoundThatClosesChangeTheLight() {
        UUID task = only(adopt(null, task(1, null)));
        clock.set("2023-01-16T09:00");
        handIn(task, "2023-01", 5);
        JsonNode report = report(task, "2023-01");
        assertThat(supervisor
                        .post("/api/reports/{id}/return", etag(report), Map.of("reason", "数据不全"), id(report))
                        .status())
                .isEqualTo(200);
        assertThat(seen(task).path("lightReason").asString()).isEqualTo("报送被退回，尚未重报");
        turn("2023-02-03T09:00");
        assertThat(seen(task).path("light").asString()).isEqualTo("RED");
        assertThat(seen(task).path("lightReason").asString()).startsWith("报送已逾期");
        String round = report.path("roundId").asString();
        assertThat(supervisor
                        .post("/api/rounds/" + round + "/close", null, Api.nothing())
                        .status())
                .isLessThan(300);
        assertThat(seen(task).path("light").asString())
                .as("nothing is owed any more")
                .isEqualTo("GREEN");
    }

    @Test
    void aTaskThatDoesNotMoveIsNamedBeforeItsLightTurns() {
        UUID task = only(adopt(null, task(1, null)));
        clock.set("2023-01-16T09:00");
        handIn(task, "2023-01", 10);
        turn("2023-02-14T09:00");
        assertThat(listed("still=true")).isEmpty();
        assertThat(seen(task).path("stillSince").isNull()).isTrue();
        turn("2023-02-15T09:00");
        assertThat(listed("still=true")).containsExactly(task);
        assertThat(seen(task).path("light").asString()).isEqualTo("GREEN");
        assertThat(seen(task).path("stillSince").asString()).isEqualTo("2023-01-16");
        handIn(task, "2023-02", 10);
        assertThat(listed("still=true"))
                .as("a report that says the same moves nothing")
                .containsExactly(task);
        turn("2023-03-01T09:00");
        handIn(task, "2023-03", 20);
        assertThat(listed("still=true")).isEmpty();
    }

    // ---- adoption

    @Test
    void rulesAreAdoptedFromALaterDayOnAndTheirHistoryIsKept() {
        UUID plan = adopt(null, task(1, "2023-04-19"));
        UUID task = only(plan);
        clock.set("2023-01-16T09:00");
        handIn(task, "2023-01", 5);
        turn("2023-01-31T09:00");
        String path = "/api/plans/" + plan + "/light-rules";
        Api.Answer before = supervisor.get(path);
        assertThat(before.text("origin")).isEqualTo("USUAL");
        assertThat(before.body().path("rules").size()).isEqualTo(9);
        assertThat(before.etag()).isEqualTo("\"0\"");
        assertThat(before.body().path("mayChange").asBoolean()).isTrue();

        Map<String, Object> change = change(ONLY_OVERDUE, 60, "2023-02-02");
        assertThat(supervisor.put(path, null, change).status()).isEqualTo(428);
        assertThat(supervisor.put(path, "\"3\"", change).status()).isEqualTo(412);
        assertThat(supervisor
                        .put(path, "\"0\"", change(ONLY_OVERDUE, 60, "2023-01-31"))
                        .status())
                .as("today has its lights")
                .isEqualTo(422);
        Api.Answer adopted = supervisor.put(path, "\"0\"", change);
        assertThat(adopted.status()).isEqualTo(200);
        assertThat(adopted.text("origin")).isEqualTo("USUAL");
        assertThat(states(adopted)).containsExactly("2023-02-02 COMING");
        turn("2023-02-01T09:00");
        assertThat(seen(task).path("light").asString()).isEqualTo("YELLOW");
        turn("2023-02-02T09:00");
        assertThat(seen(task).path("light").asString()).isEqualTo("GREEN");
        assertThat(supervisor.get(path).text("origin")).isEqualTo("PLAN");

        // what is adopted for an earlier day takes the place of what was to come later
        supervisor.put(path, "\"1\"", change(List.of(line("BLUE", "BEHIND", 1)), null, "2023-02-20"));
        Api.Answer back = supervisor.put(path, "\"2\"", change(null, null, "2023-02-10"));
        assertThat(states(back)).containsExactly("2023-02-20 SUPERSEDED", "2023-02-10 COMING", "2023-02-02 IN_FORCE");
        turn("2023-02-10T09:00");
        assertThat(seen(task).path("light").asString())
                .as("the usual ones again")
                .isEqualTo("YELLOW");
        assertThat(states(supervisor.get(path)))
                .containsExactly("2023-02-20 SUPERSEDED", "2023-02-10 IN_FORCE", "2023-02-02 PAST");
        turn("2023-02-20T09:00");
        assertThat(seen(task).path("light").asString()).isNotEqualTo("BLUE");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'light-rules-adopted' and subject = :plan")
                        .param("plan", plan)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void theCitysDefaultLightsEveryPlanThatHasNoRulesOfItsOwn() {
        UUID follows = only(adopt(null, task(1, "2023-04-19")));
        UUID ownPlan = adopt(null, task(1, "2023-04-19"));
        UUID own = only(ownPlan);
        supervisor.put("/api/plans/" + ownPlan + "/light-rules", "\"0\"", change(ONLY_OVERDUE, null, "2023-01-10"));
        assertThat(supervisor
                        .put("/api/light-rules", "\"0\"", change(null, null, "2023-01-10"))
                        .status())
                .isEqualTo(422);
        Api.Answer city = supervisor.put(
                "/api/light-rules", "\"0\"", change(List.of(line("BLUE", "BEHIND", 1)), 20, "2023-01-10"));
        assertThat(city.status()).isEqualTo(200);
        turn("2023-01-12T09:00");
        assertThat(seen(follows).path("light").asString()).isEqualTo("BLUE");
        assertThat(seen(own).path("light").asString()).isEqualTo("GREEN");
        assertThat(supervisor.get("/api/light-rules").text("origin")).isEqualTo("CITY");
        assertThat(supervisor
                        .get("/api/plans/{id}/light-rules", planOf(follows))
                        .text("origin"))
                .isEqualTo("CITY");
        JsonNode trial = trial(supervisor, null, List.of(), "2023-01", "2023-01");
        assertThat(trial.path("months").path(0).path("tasks").asInt())
                .as("a plan with rules of its own is not tried with the default")
                .isEqualTo(1);
    }

    @Test
    void rulesAreSeenByWhoTakesPartAndSetByWhoIssued() {
        UUID citys = adopt(null, task(1, "2023-04-19"));
        UUID countys = adopt(county.id(), task(1, "2023-04-19"));
        Api.As countySupervisor = api.as("SUPERVISOR", null, county.id());
        Api.As elsewhere = api.as("SUPERVISOR", null, otherCounty.id());
        Map<String, Object> change = change(ONLY_OVERDUE, 60, "2023-02-02");
        for (UUID plan : List.of(citys, countys)) {
            String path = "/api/plans/" + plan + "/light-rules";
            assertThat(api.liaison(health).get(path).status()).isEqualTo(200);
            assertThat(api.liaison(health).get(path).body().path("mayChange").asBoolean())
                    .isFalse();
            assertThat(api.liaison(health).put(path, "\"0\"", change).status()).isEqualTo(403);
            for (Api.As outsider :
                    List.of(api.liaison(stranger), elsewhere, api.as("COUNTY_OFFICE", stranger, otherCounty.id()))) {
                assertThat(outsider.get(path).status()).isEqualTo(404);
                assertThat(outsider.put(path, "\"0\"", change).status()).isIn(403, 404);
                assertThat(outsider.post("/api/light-rule-trials", null, asked(plan, List.of(), "2023-01", "2023-01"))
                                .status())
                        .isIn(403, 404);
            }
        }
        assertThat(countySupervisor
                        .put("/api/plans/" + citys + "/light-rules", "\"0\"", change)
                        .status())
                .isEqualTo(403);
        assertThat(countySupervisor.put("/api/light-rules", "\"0\"", change).status())
                .isEqualTo(403);
        assertThat(countySupervisor
                        .post("/api/light-rule-trials", null, asked(null, List.of(), "2023-01", "2023-01"))
                        .status())
                .isEqualTo(403);
        assertThat(countySupervisor
                        .put("/api/plans/" + countys + "/light-rules", "\"0\"", change)
                        .status())
                .isEqualTo(200);
        assertThat(supervisor
                        .get("/api/plans/{id}/light-rules", UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void rulesThatMakeNoSenseAreRefusedInWords() {
        Api.Answer refused = supervisor.put(
                "/api/light-rules",
                "\"0\"",
                change(List.of(line("RED", "BEHIND", 10), line("YELLOW", "BEHIND", 30)), null, "2023-02-01"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("detail")).isEqualTo("“落后序时进度”的百分点须小于更重一级的灯，否则永远不会亮黄灯。");
        for (List<String> months :
                List.of(List.of("2023-01", "2022-12"), List.of("2023-01", "2023-02"), List.of("2020-01", "2023-01"))) {
            assertThat(supervisor
                            .post("/api/light-rule-trials", null, asked(null, List.of(), months.get(0), months.get(1)))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(supervisor
                        .post("/api/light-rule-trials", null, asked(null, List.of(), "Januar", "2023-01"))
                        .status())
                .isEqualTo(400);
    }

    // ---- trial

    /** Whatever happens to tasks: the past that is tried is the past that was shown. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTrialJudgesTheMonthsAsTheyWere(long seed) {
        Random random = new Random(seed);
        UUID plan = adopt(
                null,
                task(1, "2023-04-19"),
                task(2, "2023-03-10"),
                task(3, null),
                task(4, "2023-12-31"),
                task(5, "2023-02-20"),
                task(6, "2023-06-30"));
        List<UUID> tasks = tasks(plan);
        Map<String, Map<UUID, String>> shown = new TreeMap<>();
        LocalDate day = LocalDate.of(2023, 1, 9);
        while (day.isBefore(LocalDate.of(2023, 5, 20))) {
            LocalDate end = YearMonth.from(day).atEndOfMonth();
            LocalDate next = day.plusDays(1 + random.nextInt(6));
            day = day.isBefore(end) && next.isAfter(end) ? end : next;
            turn(day + "T09:00");
            for (UUID task : tasks) {
                happens(task, random);
            }
            if (day.equals(YearMonth.from(day).atEndOfMonth())) {
                Map<UUID, String> lights = new HashMap<>();
                tasks.forEach(task -> lights.put(task, light(seen(task))));
                shown.put(YearMonth.from(day).toString(), lights);
            }
        }
        assertThat(shown).hasSize(4);

        List<Map<String, Object>> usual = RuleSet.USUAL.lines().stream()
                .map(line -> line(line.light().name(), line.when().name(), line.number()))
                .toList();
        JsonNode same = trial(supervisor, plan, usual, "2023-01", "2023-04");
        assertThat(same.path("differing").asInt()).isZero();
        // without any rule all is green: whatever was not is told with its reason
        JsonNode none = trial(supervisor, plan, List.of(), "2023-01", "2023-04");
        Map<String, String> then = new TreeMap<>();
        none.path("differences")
                .forEach(one -> then.put(
                        one.path("month").asString() + " " + one.path("taskId").asString(),
                        one.path("then").path("light").asString() + " "
                                + one.path("then").path("reason").asString()));
        Map<String, String> wasNotGreen = new TreeMap<>();
        shown.forEach((month, lights) -> lights.forEach((task, light) -> {
            if (!light.startsWith("GREEN")) {
                wasNotGreen.put(month + " " + task, light);
            }
        }));
        assertThat(then).isEqualTo(wasNotGreen).isNotEmpty();
        none.path("months").forEach(month -> {
            assertThat(month.path("tasks").asInt()).isEqualTo(6);
            assertThat(month.path("tried").path("GREEN").asInt()).isEqualTo(6);
            assertThat(month.path("then").path("GREEN").asInt()
                            + month.path("differing").asInt())
                    .isEqualTo(6);
        });
    }

    @Test
    void aTrialSaysPerTaskWhatWouldBeDifferentAndWhy() {
        UUID plan = adopt(null, task(1, "2023-04-19"), task(2, "2023-12-31"));
        clock.set("2023-01-16T09:00");
        tasks(plan).forEach(task -> handIn(task, "2023-01", 5));
        turn("2023-02-06T09:00");
        JsonNode trial = trial(supervisor, plan, List.of(line("RED", "BEHIND", 15)), "2023-01", "2023-02");
        assertThat(trial.path("months")).hasSize(2);
        assertThat(trial.path("months").path(0).path("day").asString()).isEqualTo("2023-01-31");
        assertThat(trial.path("months").path(1).path("day").asString())
                .as("until today")
                .isEqualTo("2023-02-06");
        assertThat(trial.path("differing").asInt()).isEqualTo(2);
        JsonNode january = trial.path("differences").path(1);
        assertThat(january.path("month").asString()).isEqualTo("2023-01");
        assertThat(january.path("title").asString()).isEqualTo("任务1");
        assertThat(january.path("then").path("light").asString()).isEqualTo("YELLOW");
        assertThat(january.path("tried").path("light").asString()).isEqualTo("RED");
        assertThat(january.path("tried").path("reason").asString()).isEqualTo("进度5%，序时进度22%，落后17个百分点");
    }

    // ----

    private void happens(UUID task, Random random) {
        int dice = random.nextInt(12);
        JsonNode seen = seen(task);
        String etag = etag(seen);
        switch (dice) {
            case 0, 1, 2 -> {
                List<JsonNode> owed = reports(task).stream()
                        .filter(report -> List.of("DUE", "RETURNED")
                                .contains(report.path("state").asString()))
                        .toList();
                if (!owed.isEmpty()) {
                    put(owed.getFirst(), Math.min(100, seen.path("progress").asInt() + random.nextInt(15)));
                }
            }
            case 3 ->
                reports(task).stream()
                        .filter(report -> report.path("state").asString().equals("SUBMITTED"))
                        .findFirst()
                        .ifPresent(report -> supervisor.post(
                                "/api/reports/{id}/return", etag(report), Map.of("reason", "数据不全"), id(report)));
            case 4 -> api.liaison(health).post("/api/tasks/{id}/completion", etag, Map.of("statement", "已完成。"), task);
            case 5 -> supervisor.post("/api/tasks/{id}/return", etag, Map.of("reason", "材料不全"), task);
            case 6 -> supervisor.post("/api/tasks/{id}/verification", etag, Map.of("opinion", "同意"), task);
            case 7 -> supervisor.post("/api/tasks/{id}/suspension", etag, Map.of("reason", "机构调整"), task);
            case 8, 9 -> {
                supervisor.post("/api/tasks/{id}/resumption", etag, Map.of("reason", "恢复"), task);
                supervisor.post("/api/tasks/{id}/reopening", etag, Map.of("reason", "复核未通过"), task);
            }
            default -> {}
        }
    }

    private static String light(JsonNode task) {
        return task.path("light").asString() + " " + task.path("lightReason").asString();
    }

    private List<JsonNode> reports(UUID task) {
        return Api.list(seen(task).path("reports"));
    }

    private JsonNode report(UUID task, String period) {
        return reports(task).stream()
                .filter(report -> report.path("period").asString().equals(period))
                .findFirst()
                .orElseThrow();
    }

    private void handIn(UUID task, String period, int progress) {
        assertThat(put(report(task, period), progress)).isEqualTo(200);
    }

    private int put(JsonNode report, int progress) {
        return api.liaison(health)
                .put(
                        "/api/reports/" + id(report),
                        etag(report),
                        Map.of("progress", progress, "done", "完成两次督导", "problems", "人手不足", "indicators", List.of()))
                .status();
    }

    private static String id(JsonNode node) {
        return node.path("id").asString();
    }

    private static String etag(JsonNode node) {
        return "\"" + node.path("version").asLong() + "\"";
    }

    private JsonNode trial(Api.As who, @Nullable UUID plan, List<Map<String, Object>> rules, String from, String to) {
        Api.Answer answer = who.post("/api/light-rule-trials", null, asked(plan, rules, from, to));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, Object> asked(
            @Nullable UUID plan, List<Map<String, Object>> rules, String from, String to) {
        Map<String, Object> asked = new HashMap<>(Map.of("rules", rules, "from", from, "to", to));
        if (plan != null) {
            asked.put("plan", plan);
        }
        return asked;
    }

    private static Map<String, Object> line(String light, String when, @Nullable Integer number) {
        Map<String, Object> line = new HashMap<>(Map.of("light", light, "when", when));
        if (number != null) {
            line.put("number", number);
        }
        return line;
    }

    private static Map<String, Object> change(
            @Nullable List<Map<String, Object>> rules, @Nullable Integer stillDays, String from) {
        Map<String, Object> change = new HashMap<>(Map.of("from", from, "reason", "办公会议定"));
        if (rules != null) {
            change.put("rules", rules);
        }
        if (stillDays != null) {
            change.put("stillDays", stillDays);
        }
        return change;
    }

    private static List<String> states(Api.Answer rules) {
        return Api.list(rules.body().path("adoptions")).stream()
                .map(one ->
                        one.path("from").asString() + " " + one.path("state").asString())
                .toList();
    }

    private List<UUID> listed(String query) {
        return supervisor.get("/api/tasks?" + query).items().stream()
                .map(task -> UUID.fromString(id(task)))
                .toList();
    }

    /** Each change of light that was told, in order. */
    private List<String> told() {
        return jdbc.sql("""
                        select convert_from(payload, 'UTF8')::json ->> 'from' || ' '
                               || (convert_from(payload, 'UTF8')::json ->> 'to') || ' '
                               || coalesce(convert_from(payload, 'UTF8')::json ->> 'cause', 'null')
                        from outbox where type = 'duban.task.light-changed.v1' order by id
                        """).query(String.class).list();
    }

    private void turn(String at) {
        clock.set(at);
        days.now();
    }

    private JsonNode seen(UUID task) {
        return supervisor.get("/api/tasks/{id}", task).body();
    }

    private NewTask task(int ordinal, @Nullable String dueOn) {
        return new NewTask(
                ordinal,
                "任务" + ordinal,
                "按季度召开会议。",
                dueOn == null ? null : LocalDate.parse(dueOn),
                dueOn == null,
                List.of(),
                List.of(health),
                List.of(finance),
                null);
    }

    private UUID adopt(@Nullable UUID countyId, NewTask... tasks) {
        return ledger.adopt(
                        new NewPlan(
                                "健康城市建设实施方案",
                                null,
                                null,
                                null,
                                "IMPLEMENTATION_PLAN",
                                Plan.Source.DOCUMENT,
                                null,
                                countyId,
                                25,
                                List.of()),
                        new ArrayList<>(List.of(tasks)))
                .id();
    }

    private UUID planOf(UUID task) {
        return jdbc.sql("select plan_id from task where id = :id")
                .param("id", task)
                .query(UUID.class)
                .single();
    }

    private UUID only(UUID plan) {
        return tasks(plan).getFirst();
    }

    private List<UUID> tasks(UUID plan) {
        return jdbc.sql("select id from task where plan_id = :plan order by ordinal")
                .param("plan", plan)
                .query(UUID.class)
                .list();
    }
}
