package org.duban.task.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.Indicator;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Plan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What two plans and a meeting ask is reported once, through the service's own doors (behaviours.md X2, X8). */
@ServiceTest
class OnceApiTest {
    private static final String HALLS = "在乡镇卫生院建成中医馆12个";

    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ledger ledger;

    @Autowired
    AuditTrail audit;

    private Api api;
    private Api.As supervisor;
    private Api.As liaison;
    private final County county = Api.county("临江县");
    private UUID health;
    private UUID finance;

    @BeforeEach
    void anEmptyLedger() {
        jdbc.sql("""
                        truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, outbox,
                            directory_unit, indicator_target, indicator_source, indicator_unit, indicator_apart, indicator_value,
                            indicator_value_history, task_same, report_once
                        """).update();
        jdbc.sql("delete from indicator where origin = 'REPORTED'").update();
        api = new Api(mvc, directory);
        clock.set("2026-11-03T09:00");
        List<UUID> units = api.register(county, "县卫生健康局", "县财政局");
        health = units.get(0);
        finance = units.get(1);
        supervisor = api.supervisor();
        liaison = api.as("LIAISON", health, county.id());
    }

    private static NewTask task(int ordinal, String title, List<UUID> leads, boolean resolution, Indicator... targets) {
        return new NewTask(
                ordinal,
                title,
                title + "，配齐人员和设备。",
                LocalDate.of(2027, 6, 30),
                false,
                List.of(targets),
                leads,
                List.of(),
                resolution ? UUID.randomUUID() : null);
    }

    private UUID plan(String title, @Nullable UUID county, NewTask... tasks) {
        boolean minutes = Arrays.stream(tasks).anyMatch(task -> task.resolutionId() != null);
        return ledger.adopt(
                        new NewPlan(
                                title,
                                null,
                                null,
                                LocalDate.of(2026, 11, 1),
                                minutes ? "MINUTES" : "IMPLEMENTATION_PLAN",
                                minutes ? Plan.Source.MINUTES : Plan.Source.DOCUMENT,
                                minutes ? UUID.randomUUID() : null,
                                county,
                                25,
                                List.of()),
                        List.of(tasks))
                .id();
    }

    private UUID taskOf(UUID plan, int ordinal) {
        return jdbc.sql("select id from task where plan_id = :plan and ordinal = :ordinal")
                .param("plan", plan)
                .param("ordinal", ordinal)
                .query(UUID.class)
                .single();
    }

    private JsonNode reportOn(UUID task) {
        return liaison.get("/api/reports?unit=me&task={task}", task).items().getFirst();
    }

    private void submit(UUID task, int progress, Object... more) {
        submit(liaison, task, progress, more);
    }

    private void submit(Api.As who, UUID task, int progress, Object... more) {
        JsonNode report = reportOn(task);
        Map<String, Object> words = new HashMap<>(Map.of("progress", progress, "done", "建成" + progress));
        for (int i = 0; i < more.length; i += 2) {
            words.put((String) more[i], more[i + 1]);
        }
        Api.Answer sent = who.put(
                "/api/reports/{id}",
                "\"" + report.path("version").asLong() + "\"",
                words,
                report.path("id").asString());
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(200);
    }

    private void review(UUID task, String act, Object words) {
        JsonNode report = reportOn(task);
        Api.Answer sent = supervisor.post(
                "/api/reports/{id}/" + act,
                "\"" + report.path("version").asLong() + "\"",
                words,
                report.path("id").asString());
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(200);
    }

    private Api.Answer decide(Api.As who, UUID task, UUID other, boolean same) {
        return who.put("/api/tasks/{id}/same/{other}", null, Map.of("same", same), task, other);
    }

    private List<String> answers(UUID task) {
        JsonNode answers = liaison.get(
                        "/api/reports/{id}/answers", reportOn(task).path("id").asString())
                .body();
        return Api.list(answers.path("answers")).stream()
                .map(one ->
                        one.path("kind").asString() + " " + one.path("words").asString())
                .toList();
    }

    private JsonNode spared(Api.As who, String query) {
        return who.get("/api/reports/spared?" + query).body();
    }

    @Test
    void obligationOfAPlanAndAMeetingIsRecognisedConfirmedAndReportedOnce() {
        UUID halls = taskOf(
                plan(
                        "中医药方案",
                        null,
                        task(
                                1,
                                HALLS,
                                List.of(health),
                                false,
                                new Indicator("建成中医馆12个", "=", BigDecimal.valueOf(12), null, "个"))),
                1);
        UUID minutes = plan("联席会议纪要", null, task(1, "县卫生健康局年底前" + HALLS, List.of(health, finance), true));
        UUID resolved = taskOf(minutes, 1);

        JsonNode pair =
                supervisor.get("/api/plans/{id}/same-tasks", minutes).items().getFirst();
        assertThat(pair.path("other").path("id").asString()).isEqualTo(halls.toString());
        assertThat(pair.path("likeness").asDouble()).isBetween(0.6, 1.0);
        assertThat(pair.path("leads").path(0).path("shortName").asString()).isEqualTo("县卫生健康局");
        assertThat(pair.path("leads").size()).isOne();
        JsonNode ofTask = supervisor.get("/api/tasks/{id}/same", halls).body();
        assertThat(ofTask.path("likely").path(0).path("task").path("id").asString())
                .isEqualTo(resolved.toString());
        assertThat(liaison.get("/api/tasks/{id}/same", halls)
                        .body()
                        .path("likely")
                        .size())
                .isZero();

        Api.Answer confirmed = decide(supervisor, halls, resolved, true);
        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(200);
        assertThat(confirmed.body().path("likely").size()).isZero();
        assertThat(liaison.get("/api/tasks/{id}/same", halls)
                        .body()
                        .path("same")
                        .path(0)
                        .path("planTitle")
                        .asString())
                .isEqualTo("联席会议纪要");
        assertThat(answers(halls))
                .containsExactly(
                        "ROUND 《中医药方案》督导调度",
                        "SAME_TASK 《联席会议纪要》第1项“县卫生健康局年底前在乡镇卫生院建成中医馆12个”的本期报送",
                        "MEETING 《联席会议纪要》议定事项第1项的落实情况",
                        "INDICATOR 指标“建成中医馆”2026年11月的数值");

        submit(halls, 40, "indicators", List.of(Map.of("text", "建成中医馆12个", "value", "5")));
        JsonNode twin = reportOn(resolved);
        assertThat(twin.path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(twin.path("progress").asInt()).isEqualTo(40);
        assertThat(twin.path("done").asString()).isEqualTo("建成40");
        // The other unit owes its own report still.
        assertThat(api.as("LIAISON", finance, county.id())
                        .get("/api/reports?unit=me&state=due")
                        .items())
                .hasSize(1);
        assertThat(answers(halls)).hasSize(4);
        JsonNode ofTwin = liaison.get(
                        "/api/reports/{id}/answers", twin.path("id").asString())
                .body();
        assertThat(ofTwin.path("answeredByTask").asString()).isEqualTo(HALLS);
        UUID meeting = jdbc.sql("select meeting_id from plan where id = :plan")
                .param("plan", minutes)
                .query(UUID.class)
                .single();
        List<JsonNode> followUps = supervisor
                .get("/api/tasks/follow-ups?meeting={meeting}", meeting)
                .items();
        assertThat(followUps).extracting(one -> one.path("reportId").isNull()).containsExactlyInAnyOrder(false, true);
        assertThat(followUps)
                .filteredOn(one -> !one.path("reportId").isNull())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("unit").path("id").asString()).isEqualTo(health.toString());
                    assertThat(one.path("done").asString()).isEqualTo("建成40");
                    assertThat(one.path("answeredBy").asString())
                            .isEqualTo(reportOn(halls).path("id").asString());
                });
        assertThat(liaison.get("/api/tasks/follow-ups?meeting={meeting}", meeting)
                        .items())
                .hasSize(1);
        JsonNode spared = spared(liaison, "unit=me");
        assertThat(spared.path("total").path("filled").asInt()).isOne();
        assertThat(spared.path("total").path("spared").asInt()).isEqualTo(3);
        assertThat(spared.path("months").path(0).path("month").asString()).isEqualTo("2026-11");
        assertThat(spared.path("months").path(0).path("count").path("meetings").asInt())
                .isOne();
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void eachPlansReviewersFindAReportOfTheirOwnAndCorrectionsGoAlong() {
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID other = taskOf(plan("健康县方案", null, task(1, HALLS, List.of(health), false)), 1);
        decide(supervisor, one, other, true);
        submit(one, 30);
        submit(one, 35);
        assertThat(reportOn(other).path("progress").asInt()).isEqualTo(35);
        review(other, "return", Map.of("reason", "请写明乡镇"));
        assertThat(reportOn(one).path("state").asString()).isEqualTo("SUBMITTED");
        submit(one, 36);
        assertThat(reportOn(other).path("state").asString()).isEqualTo("SUBMITTED");
        review(other, "acceptance", Map.of());
        submit(one, 38);
        assertThat(reportOn(other).path("progress").asInt()).isEqualTo(36);
        assertThat(reportOn(other).path("state").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void threePlansTasksAreHandedInOnceEach() {
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID two = taskOf(plan("健康县方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID three = taskOf(plan("基层卫生方案", null, task(1, HALLS, List.of(health), false)), 1);
        decide(supervisor, one, two, true);
        decide(supervisor, two, three, true);
        submit(three, 30);
        submit(three, 45);
        assertThat(List.of(reportOn(one), reportOn(two)))
                .extracting(report -> report.path("progress").asInt())
                .containsExactly(45, 45);
        assertThat(jdbc.sql("select count(*) from outbox where type = 'duban.task.report-submitted.v1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
        assertThat(jdbc.sql("select distinct answered_by from report_once")
                        .query(UUID.class)
                        .single())
                .hasToString(reportOn(three).path("id").asString());
        assertThat(spared(liaison, "unit=me").path("total").path("sameTasks").asInt())
                .isEqualTo(2);
    }

    @Test
    void whatAUnitHandsInByItselfIsItsOwnFromThenOn() {
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID other = taskOf(plan("健康县方案", null, task(1, HALLS, List.of(health), false)), 1);
        decide(supervisor, one, other, true);
        submit(one, 30);
        assertThat(spared(liaison, "unit=me").path("total").path("sameTasks").asInt())
                .isOne();
        submit(other, 50);
        submit(one, 32);
        assertThat(reportOn(other).path("progress").asInt()).isEqualTo(50);
        assertThat(spared(liaison, "unit=me").path("total").path("sameTasks").asInt())
                .isZero();
    }

    @Test
    void whatAPlanWantsSignedWaitsForTheHeadAndIsCorrectedByNobodyElse() {
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID other = taskOf(plan("健康县方案", null, task(1, HALLS, List.of(health), false)), 1);
        signs(other);
        decide(supervisor, one, other, true);
        submit(one, 30);
        assertThat(reportOn(other).path("state").asString()).isEqualTo("DUE");
        assertThat(reportOn(other).path("awaitsSignOff").asBoolean()).isTrue();
        assertThat(spared(liaison, "unit=me").path("total").path("sameTasks").asInt())
                .isZero();

        submit(api.as("UNIT_HEAD", health, county.id()), one, 35);
        assertThat(reportOn(other).path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(reportOn(other).path("progress").asInt()).isEqualTo(35);
        assertThat(spared(liaison, "unit=me").path("total").path("sameTasks").asInt())
                .isOne();

        submit(one, 36);
        assertThat(reportOn(one).path("progress").asInt()).isEqualTo(36);
        assertThat(reportOn(other).path("progress").asInt())
                .as("what the head has signed")
                .isEqualTo(35);
    }

    private List<String> left(UUID task) {
        return Api.list(liaison.get(
                                "/api/reports/{id}/answers",
                                reportOn(task).path("id").asString())
                        .body()
                        .path("left"))
                .stream()
                .map(one -> one.path("words").asString())
                .toList();
    }

    private void signs(UUID task) {
        jdbc.sql("update plan set sign_off = true where id = :plan")
                .param("plan", planOf(task))
                .update();
    }

    private int pendingOn(UUID task) {
        return reportOn(task).path("pending").path("progress").asInt();
    }

    @Test
    void whatTheUnitWroteForTheOtherPlansHeadIsLeftAloneAndSaid() {
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID other = taskOf(plan("健康县方案", null, task(1, HALLS, List.of(health), false)), 1);
        signs(other);
        decide(supervisor, one, other, true);
        submit(other, 50);
        assertThat(pendingOn(other)).isEqualTo(50);
        assertThat(answers(one)).containsExactly("ROUND 《中医药方案》督导调度");
        assertThat(left(one)).singleElement().asString().contains("《健康县方案》第1项", "待单位负责人签发，不随本次报送改写");

        submit(one, 30);
        assertThat(pendingOn(other)).isEqualTo(50);
        submit(api.as("UNIT_HEAD", health, county.id()), one, 35);
        assertThat(reportOn(other).path("state").asString()).isEqualTo("DUE");
        assertThat(pendingOn(other)).isEqualTo(50);
        assertThat(left(one)).singleElement().asString().contains("不随本次报送改写");
        assertThat(left(other)).singleElement().asString().contains("《中医药方案》第1项", "已另行报送");
    }

    @Test
    void whatWasWrittenAlongAndThenByItselfIsTheUnitsOwn() {
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID other = taskOf(plan("健康县方案", null, task(1, HALLS, List.of(health), false)), 1);
        signs(other);
        decide(supervisor, one, other, true);
        submit(one, 30);
        assertThat(left(one)).singleElement().asString().contains("已随本次报送填写，待单位负责人签发");
        submit(one, 31);
        assertThat(pendingOn(other)).as("corrected with it").isEqualTo(31);
        submit(other, 50);
        submit(one, 32);
        assertThat(pendingOn(other)).isEqualTo(50);
    }

    @Test
    void whatWentAlongAndIsSignedWasNotFilledIn() {
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID other = taskOf(plan("健康县方案", null, task(1, HALLS, List.of(health), false)), 1);
        signs(other);
        decide(supervisor, one, other, true);
        submit(one, 30);
        Api.As head = api.as("UNIT_HEAD", health, county.id());
        signOff(head, other, "sign-off-refusal", Map.of("reason", "请核对数字"));
        assertThat(left(one)).singleElement().asString().contains("被单位负责人退回");
        assertThat(supervisor
                        .get(
                                "/api/reports/{id}/answers",
                                reportOn(one).path("id").asString())
                        .body()
                        .path("left")
                        .toString())
                .contains("尚未完成")
                .doesNotContain("退回");
        submit(one, 31);
        assertThat(reportOn(other).path("awaitsSignOff").asBoolean())
                .as("written anew with the correction")
                .isTrue();
        signOff(head, other, "sign-off", null);
        assertThat(reportOn(other).path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(spared(liaison, "unit=me").path("total").path("sameTasks").asInt())
                .isOne();
        assertThat(answers(one)).hasSize(2);
        assertThat(left(one)).isEmpty();
        assertThat(left(other)).isEmpty();
    }

    private void signOff(Api.As head, UUID task, String act, @Nullable Object words) {
        JsonNode report = reportOn(task);
        Api.Answer sent = head.post(
                "/api/reports/{id}/" + act,
                "\"" + report.path("version").asLong() + "\"",
                words,
                report.path("id").asString());
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(200);
    }

    @Test
    void whatTheUnitWroteByItselfAndWasReturnedIsLeftToIt() {
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID other = taskOf(plan("健康县方案", null, task(1, HALLS, List.of(health), false)), 1);
        decide(supervisor, one, other, true);
        submit(other, 40);
        assertThat(reportOn(one).path("progress").asInt()).isEqualTo(40);
        review(other, "return", Map.of("reason", "请写明乡镇"));
        submit(one, 45);
        assertThat(reportOn(other).path("state").asString()).isEqualTo("RETURNED");
        assertThat(reportOn(other).path("progress").asInt()).isEqualTo(40);
        assertThat(left(one)).singleElement().asString().contains("被退回，请单独修改");
    }

    @Test
    void whatIsOwedInAnotherCadenceIsAnotherObligation() {
        // a month and a quarter that begin on one day
        clock.set("2026-10-12T09:00");
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID other = taskOf(plan("健康县方案", null, task(1, HALLS, List.of(health), false)), 1);
        for (String table : List.of("round", "report")) {
            jdbc.sql("update " + table + " set cadence = 'QUARTERLY' where plan_id = :plan")
                    .param("plan", planOf(other))
                    .update();
        }
        decide(supervisor, one, other, true);
        submit(one, 30);
        assertThat(reportOn(other).path("state").asString()).isEqualTo("DUE");
    }

    @Test
    void reportThatWouldTurnProgressBackIsLeftToTheUnit() {
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID other = taskOf(plan("健康县方案", null, task(1, HALLS, List.of(health), false)), 1);
        submit(other, 60);
        clock.set("2026-12-03T09:00");
        supervisor.post("/api/rounds", null, Map.of("planId", planOf(one), "period", "2026-12"));
        supervisor.post("/api/rounds", null, Map.of("planId", planOf(other), "period", "2026-12"));
        decide(supervisor, one, other, true);
        submit(one, 30);
        assertThat(reportOn(one).path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(reportOn(other).path("state").asString()).isEqualTo("DUE");
        assertThat(left(one)).singleElement().asString().contains("未随本次报送完成，请单独报送");
        submit(one, 30, "problems", "部分场地未落实");
        assertThat(reportOn(other).path("state").asString()).isEqualTo("SUBMITTED");
    }

    private UUID planOf(UUID task) {
        return jdbc.sql("select plan_id from task where id = :id")
                .param("id", task)
                .query(UUID.class)
                .single();
    }

    @Test
    void pairThatAPersonToldApartIsNotShownAgainAndIsReportedTwice() {
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID plan = plan("健康县方案", null, task(1, HALLS, List.of(health), false));
        UUID other = taskOf(plan, 1);
        assertThat(decide(supervisor, one, other, false).status()).isEqualTo(200);
        assertThat(supervisor.get("/api/plans/{id}/same-tasks", plan).items()).isEmpty();
        submit(one, 30);
        assertThat(reportOn(other).path("state").asString()).isEqualTo("DUE");
    }

    @Test
    void whatWasReachedInACycleGoneByTurnsNothingBack() {
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID other = taskOf(plan("健康县方案", null, task(1, HALLS, List.of(health), false)), 1);
        submit(other, 100);
        clock.set("2026-12-03T09:00");
        jdbc.sql("""
                        update task set kind = 'PERIODIC', repeats = 'QUARTER', cycle_from = '2026-12-01', cycle_to = '2027-02-28'
                        where id = :task
                        """).param("task", other).update();
        supervisor.post("/api/rounds", null, Map.of("planId", planOf(one), "period", "2026-12"));
        supervisor.post("/api/rounds", null, Map.of("planId", planOf(other), "period", "2026-12"));
        decide(supervisor, one, other, true);
        submit(one, 30);
        assertThat(reportOn(other).path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(reportOn(other).path("progress").asInt()).isEqualTo(30);
    }

    @Test
    void twoTasksOfOnePlanAreNotJoinedByWayOfAThird() {
        UUID plan = plan(
                "中医药方案", null, task(1, HALLS, List.of(health), false), task(2, HALLS + "二期", List.of(health), false));
        UUID between = taskOf(plan("健康县方案", null, task(1, HALLS, List.of(health), false)), 1);
        assertThat(decide(supervisor, taskOf(plan, 1), between, true).status()).isEqualTo(200);
        Api.Answer refused = decide(supervisor, taskOf(plan, 2), between, true);
        assertThat(refused.text("type")).isEqualTo("urn:duban:problem:same-plan");
        assertThat(refused.text("detail")).contains("《中医药方案》中的两项任务");
        submit(taskOf(plan, 1), 30);
        assertThat(reportOn(taskOf(plan, 2)).path("state").asString()).isEqualTo("DUE");
    }

    @Test
    void whatIsSaidOfTwoAgreesWithWhatWasSaidOfOthers() {
        UUID one = taskOf(plan("中医药方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID two = taskOf(plan("健康县方案", null, task(1, HALLS + "（续）", List.of(health), false)), 1);
        UUID three = taskOf(plan("基层卫生方案", null, task(1, HALLS, List.of(health), false)), 1);
        decide(supervisor, one, two, true);
        decide(supervisor, two, three, true);
        Api.Answer parted = decide(supervisor, one, three, false);
        assertThat(parted.status()).isEqualTo(409);
        assertThat(parted.text("type")).isEqualTo("urn:duban:problem:same-through-another");
        assertThat(parted.text("detail")).contains("（续）");
        assertThat(decide(supervisor, two, three, false).status()).isEqualTo(200);
        assertThat(decide(supervisor, one, three, false).status()).isEqualTo(200);
        Api.Answer joined = decide(supervisor, two, three, true);
        assertThat(joined.status()).as("one and three were told apart").isEqualTo(409);
        assertThat(joined.text("type")).isEqualTo("urn:duban:problem:told-apart");
        assertThat(supervisor
                        .get("/api/tasks/{id}/same", two)
                        .body()
                        .path("same")
                        .size())
                .isOne();
    }

    @Test
    void aCountyDoesNotDecideOverTheCitysTaskByWayOfItsOwn() {
        UUID citys = taskOf(plan("市方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID own = taskOf(plan("县方案", county.id(), task(1, HALLS, List.of(health), false)), 1);
        UUID another = taskOf(plan("县中医药方案", county.id(), task(1, HALLS, List.of(health), false)), 1);
        Api.As ofCounty = api.as("SUPERVISOR", null, county.id());
        decide(supervisor, citys, own, true);
        assertThat(decide(ofCounty, another, own, true).status()).isEqualTo(403);
        decide(supervisor, another, own, true);
        assertThat(decide(ofCounty, another, own, false).status()).isEqualTo(403);
        submit(citys, 30);
        assertThat(reportOn(another).path("state").asString()).isEqualTo("SUBMITTED");
    }

    @Test
    void onlyWhoIssuedBothPlansSaysSoAndOnlyOfWhatAUnitReportsTwice() {
        UUID citys = taskOf(plan("市方案", null, task(1, HALLS, List.of(health), false)), 1);
        UUID countysPlan = plan(
                "县方案",
                county.id(),
                task(1, HALLS, List.of(health), false),
                task(2, HALLS + "二", List.of(finance), false));
        UUID countys = taskOf(countysPlan, 1);
        Api.As ofCounty = api.as("SUPERVISOR", null, county.id());
        Api.As stranger = api.as("SUPERVISOR", null, Api.county("望山县").id());
        assertThat(ofCounty.get("/api/plans/{id}/same-tasks", countysPlan).items())
                .isEmpty();
        assertThat(decide(ofCounty, countys, citys, true).status()).isEqualTo(403);
        assertThat(decide(stranger, countys, citys, true).status()).isEqualTo(404);
        assertThat(stranger.get("/api/tasks/{id}/same", countys).status()).isEqualTo(404);
        assertThat(stranger.get("/api/plans/{id}/same-tasks", countysPlan).status())
                .isEqualTo(404);
        assertThat(decide(liaison, countys, citys, true).status()).isEqualTo(403);
        assertThat(decide(supervisor, countys, taskOf(countysPlan, 2), true).text("type"))
                .isEqualTo("urn:duban:problem:same-plan");
        assertThat(decide(supervisor, taskOf(countysPlan, 2), citys, true).text("type"))
                .isEqualTo("urn:duban:problem:no-common-lead");
        assertThat(decide(supervisor, countys, citys, true).status()).isEqualTo(200);
        assertThat(List.of(supervisor, ofCounty))
                .extracting(who -> who.get("/api/tasks/{id}/same", countys)
                        .body()
                        .path("mayDecide")
                        .asBoolean())
                .containsExactly(true, false);

        submit(countys, 20);
        String report = reportOn(countys).path("id").asString();
        Api.As financeLiaison = api.as("LIAISON", finance, county.id());
        for (Api.As who : List.of(stranger, financeLiaison)) {
            assertThat(who.get("/api/reports/{id}/answers", report).status()).isEqualTo(404);
            assertThat(spared(who, "").path("units").size()).isZero();
        }
        assertThat(spared(ofCounty, "from=2026-11&to=2026-11").path("units").size())
                .isOne();
        assertThat(supervisor.get("/api/reports/spared?from=2026-12&to=2026-11").status())
                .isEqualTo(400);
    }
}
