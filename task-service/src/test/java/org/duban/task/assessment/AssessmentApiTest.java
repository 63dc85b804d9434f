package org.duban.task.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.duban.kit.audit.AuditTrail;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** A month is scored, settled and appealed against, through the service's own doors (behaviours.md P16). */
@ServiceTest
class AssessmentApiTest {
    private static final String MARCH = "/api/assessments/2023-03";

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

    @Autowired
    AuditTrail audit;

    private Api api;
    private Api.As supervisor;
    private Api.As healthLiaison;
    private Api.As financeLiaison;
    private final County county = Api.county("青山县");
    private UUID health;
    private UUID finance;

    @BeforeEach
    void anEmptyLedgerOnTheDayOfThePlan() {
        jdbc.sql("""
                        truncate plan, plan_phase, task, task_unit, task_unit_released, task_indicator, task_history, task_cycle, round, report,
                            outbox, directory_unit, urging, notice, rectification, scoring_rules, assessment_month,
                            assessment_score, assessment_line, assessment_award, assessment_appeal
                        """).update();
        api = new Api(mvc, directory);
        clock.set("2023-03-13T09:00");
        health = api.register(county, "县卫生健康局").getFirst();
        finance = api.register(null, "市财政局").getFirst();
        supervisor = api.supervisor();
        healthLiaison = api.as("LIAISON", health, county.id());
        financeLiaison = api.liaison(finance);
    }

    private static NewTask task(int ordinal, LocalDate dueOn, UUID... leads) {
        return new NewTask(
                ordinal,
                "任务" + ordinal,
                "办好第%d项任务。".formatted(ordinal),
                dueOn,
                false,
                List.of(),
                List.of(leads),
                List.of(),
                null);
    }

    private UUID plan(NewTask... tasks) {
        return ledger.adopt(
                        new NewPlan(
                                "年度方案",
                                null,
                                null,
                                LocalDate.of(2023, 3, 10),
                                "IMPLEMENTATION_PLAN",
                                Plan.Source.DOCUMENT,
                                null,
                                null,
                                25,
                                List.of()),
                        List.of(tasks))
                .id();
    }

    private JsonNode reportOf(Api.As who, int ordinal) {
        return who.get("/api/reports?unit=me&period=2023-03").items().stream()
                .filter(report -> report.path("taskOrdinal").asInt() == ordinal)
                .findFirst()
                .orElseThrow();
    }

    private void submit(Api.As who, int ordinal) {
        JsonNode report = reportOf(who, ordinal);
        Api.Answer sent = who.put(
                "/api/reports/{id}",
                "\"" + report.path("version").asLong() + "\"",
                Map.of("progress", 40, "done", "按计划推进"),
                report.path("id").asString());
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(200);
    }

    /** Health is late once, misses once and leads an overdue task; finance has a report returned. All rounds are closed. */
    private void aMonthWithItsFaults() {
        plan(
                task(1, LocalDate.of(2023, 12, 31), health, finance),
                task(2, LocalDate.of(2023, 12, 31), health),
                task(3, LocalDate.of(2023, 3, 20), health));
        clock.set("2023-03-24T09:00");
        submit(healthLiaison, 3);
        submit(financeLiaison, 1);
        JsonNode returned = reportOf(financeLiaison, 1);
        assertThat(supervisor
                        .post(
                                "/api/reports/{id}/return",
                                "\"" + returned.path("version").asLong() + "\"",
                                Map.of("reason", "数据不全"),
                                returned.path("id").asString())
                        .status())
                .isEqualTo(200);
        clock.set("2023-03-27T09:00");
        submit(financeLiaison, 1);
        clock.set("2023-03-28T09:00");
        submit(healthLiaison, 1);
        clock.set("2023-04-12T00:10");
        days.now();
    }

    private void settle() {
        Api.Answer settled = supervisor.post(MARCH + "/settlement", null, null);
        assertThat(settled.status()).as(settled.body().toString()).isEqualTo(200);
    }

    private JsonNode sheet(Api.As who, String unit) {
        Api.Answer sheet = who.get(MARCH + "/units/{unit}", unit);
        assertThat(sheet.status()).as(sheet.body().toString()).isEqualTo(200);
        return sheet.body();
    }

    private static List<JsonNode> lines(JsonNode sheet) {
        return sheet.findValues("lines").stream()
                .flatMap(lines -> Api.list(lines).stream())
                .toList();
    }

    private static JsonNode line(JsonNode sheet, String measure) {
        return sheet.path("parts").findParents("measure").stream()
                .filter(item -> item.path("measure").asString().equals(measure))
                .map(item -> item.path("lines").path(0))
                .findFirst()
                .orElseThrow();
    }

    private List<String> totals(Api.As who, String month) {
        return Api.list(who.get("/api/assessments/" + month).body().path("units")).stream()
                .map(unit -> "%d %s %s"
                        .formatted(
                                unit.path("place").asInt(),
                                unit.path("unit").path("shortName").asString(),
                                unit.path("total").asString()))
                .toList();
    }

    private long told(String type) {
        return jdbc.sql("select count(*) from outbox where type = :type")
                .param("type", type)
                .query(Long.class)
                .single();
    }

    @Test
    void aMonthIsScoredFromItsFactsAndEveryLineNamesItsOwn() {
        aMonthWithItsFaults();
        assertThat(totals(supervisor, "2023-03")).containsExactly("1 市财政局 98.8", "2 县卫生健康局 91");
        JsonNode board = supervisor.get(MARCH).body();
        assertThat(board.path("state").asString()).isEqualTo("ENDED");
        assertThat(board.path("assessed").asInt()).isEqualTo(2);
        assertThat(board.path("average").asDouble()).isEqualTo(94.9);
        assertThat(board.path("maySettle").asBoolean()).isTrue();

        JsonNode sheet = sheet(supervisor, health.toString());
        assertThat(sheet.path("id").isNull()).isTrue();
        assertThat(lines(sheet)).hasSize(3);
        assertThat(line(sheet, "LATE_REPORT").path("factId").asString())
                .isEqualTo(reportOf(healthLiaison, 1).path("id").asString());
        assertThat(line(sheet, "LATE_REPORT").path("day").asString()).isEqualTo("2023-03-28");
        assertThat(line(sheet, "LATE_REPORT").path("points").asDouble()).isEqualTo(-5);
        assertThat(line(sheet, "MISSED_REPORT").path("factId").asString())
                .isEqualTo(reportOf(healthLiaison, 2).path("id").asString());
        JsonNode overdue = line(sheet, "OVERDUE_TASK");
        assertThat(overdue.path("opens").asString()).isEqualTo("TASK");
        assertThat(healthLiaison
                        .get("/api/tasks/{id}", overdue.path("factId").asString())
                        .text("title"))
                .isEqualTo("任务3");
        JsonNode returned = line(sheet(financeLiaison, "me"), "RETURNED_REPORT");
        assertThat(returned.path("factId").asString())
                .isEqualTo(reportOf(financeLiaison, 1).path("id").asString());
        assertThat(returned.path("day").asString()).isEqualTo("2023-03-24");
        // In April nothing is due yet, but the task is overdue still.
        assertThat(totals(supervisor, "2023-04")).containsExactly("1 市财政局 100", "2 县卫生健康局 97");
    }

    @Test
    void settledMonthStaysAsItWasAnnouncedWhateverHappensToTheFacts() {
        aMonthWithItsFaults();
        settle();
        assertThat(told("duban.task.score-announced.v1")).isEqualTo(2);
        JsonNode board = supervisor.get(MARCH).body();
        assertThat(board.path("state").asString()).isEqualTo("SETTLED");
        assertThat(board.path("appealBy").asString()).isEqualTo("2023-04-19");
        assertThat(board.path("maySettle").asBoolean()).isFalse();
        jdbc.sql("update report set on_time = true").update();
        jdbc.sql("update task set due_on = '2024-01-01'").update();
        assertThat(totals(supervisor, "2023-03")).containsExactly("1 市财政局 98.8", "2 县卫生健康局 91");
        UUID id =
                UUID.fromString(sheet(supervisor, health.toString()).path("id").asString());
        JsonNode sheet = healthLiaison.get("/api/assessment-sheets/{id}", id).body();
        assertThat(lines(sheet))
                .hasSize(3)
                .allMatch(line -> line.path("mayAppeal").asBoolean());
        assertThat(supervisor.post(MARCH + "/settlement", null, null).text("type"))
                .isEqualTo("urn:duban:problem:month-settled");
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void aMonthIsSettledOnceItIsOverAndItsRoundsAreClosed() {
        plan(task(1, LocalDate.of(2023, 12, 31), health));
        clock.set("2023-03-31T09:00");
        assertThat(supervisor.post(MARCH + "/settlement", null, null).text("type"))
                .isEqualTo("urn:duban:problem:month-still-runs");
        clock.set("2023-04-03T09:00");
        assertThat(supervisor.post(MARCH + "/settlement", null, null).text("type"))
                .isEqualTo("urn:duban:problem:rounds-still-open");
        assertThat(supervisor.get(MARCH).body().path("openRounds").asInt()).isOne();
        clock.set("2023-04-12T09:00");
        days.now();
        settle();
        assertThat(supervisor.get("/api/assessments/2023-05").status()).isEqualTo(422);
        assertThat(supervisor.get("/api/assessments/2023-13").status()).isEqualTo(400);
    }

    @Test
    void ofTwoWhoSettleAtOnceOneDoes() throws Exception {
        aMonthWithItsFaults();
        Callable<Integer> settling =
                () -> supervisor.post(MARCH + "/settlement", null, null).status();
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(settling, settling));
            assertThat(Set.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(told("duban.task.score-announced.v1")).isEqualTo(2);
    }

    @Test
    void upheldAppealCorrectsByALineOfItsOwn() {
        aMonthWithItsFaults();
        settle();
        JsonNode late = line(sheet(healthLiaison, "me"), "LATE_REPORT");
        String lineId = late.path("id").asString();
        Map<String, Object> words = Map.of("lineId", lineId, "words", "当日系统停机，次日一早补报。");
        assertThat(financeLiaison.post("/api/assessment-appeals", null, words).status())
                .isEqualTo(404);
        Api.Answer appealed = healthLiaison.post("/api/assessment-appeals", null, words);
        assertThat(appealed.status()).as(appealed.body().toString()).isEqualTo(201);
        assertThat(appealed.text("measureWords")).isEqualTo("迟报");
        assertThat(told("duban.task.score-appealed.v1")).isOne();
        assertThat(healthLiaison.post("/api/assessment-appeals", null, words).text("type"))
                .isEqualTo("urn:duban:problem:appealed-already");
        assertThat(supervisor.get(MARCH).body().path("openAppeals").asInt()).isOne();
        assertThat(supervisor
                        .get("/api/assessment-appeals?state=OPEN&month=2023-03")
                        .items())
                .hasSize(1);

        String decision = appealed.location() + "/decision";
        Map<String, Object> upheld = Map.of("upheld", true, "words", "情况属实，予以退还。");
        assertThat(supervisor.post(decision, null, upheld).status()).isEqualTo(428);
        assertThat(supervisor.post(decision, "\"7\"", upheld).status()).isEqualTo(412);
        assertThat(healthLiaison.post(decision, "\"1\"", upheld).status()).isEqualTo(403);
        assertThat(supervisor
                        .post(decision, "\"1\"", Map.of("upheld", true, "restored", 6, "words", "退还"))
                        .status())
                .isEqualTo(422);
        Api.Answer decided = supervisor.post(decision, "\"1\"", upheld);
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(200);
        assertThat(decided.text("state")).isEqualTo("UPHELD");
        assertThat(decided.body().path("restored").asDouble()).isEqualTo(5);
        assertThat(supervisor.post(decision, "\"2\"", upheld).text("type"))
                .isEqualTo("urn:duban:problem:appeal-decided");

        JsonNode sheet = sheet(healthLiaison, "me");
        assertThat(sheet.path("total").asDouble()).isEqualTo(93);
        assertThat(sheet.path("announced").asDouble()).isEqualTo(91);
        assertThat(lines(sheet)).hasSize(4);
        JsonNode taken = line(sheet, "LATE_REPORT");
        assertThat(taken.path("points").asDouble()).isEqualTo(-5);
        assertThat(taken.path("appealState").asString()).isEqualTo("UPHELD");
        assertThat(taken.path("mayAppeal").asBoolean()).isFalse();
        JsonNode back = lines(sheet).stream()
                .filter(one -> !one.path("corrects").isNull())
                .findFirst()
                .orElseThrow();
        assertThat(back.path("corrects").asString()).isEqualTo(lineId);
        assertThat(back.path("opens").asString()).isEqualTo("APPEAL");
        assertThat(back.path("points").asDouble()).isEqualTo(5);
        assertThat(told("duban.task.score-appeal-decided.v1")).isOne();
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void appealIsTakenBackAndMadeAgainUntilTheTimeIsOver() {
        aMonthWithItsFaults();
        settle();
        String lineId =
                line(sheet(healthLiaison, "me"), "MISSED_REPORT").path("id").asString();
        Map<String, Object> words = Map.of("lineId", lineId, "words", "已经报送。");
        Api.Answer first = healthLiaison.post("/api/assessment-appeals", null, words);
        assertThat(financeLiaison
                        .post(first.location() + "/withdrawal", "\"1\"", null)
                        .status())
                .isEqualTo(404);
        assertThat(healthLiaison
                        .post(first.location() + "/withdrawal", "\"1\"", null)
                        .text("state"))
                .isEqualTo("WITHDRAWN");
        assertThat(told("duban.task.score-appeal-withdrawn.v1")).isOne();
        Api.Answer second = healthLiaison.post("/api/assessment-appeals", null, words);
        assertThat(second.status()).isEqualTo(201);
        Api.Answer rejected = supervisor.post(
                second.location() + "/decision", "\"1\"", Map.of("upheld", false, "words", "系统中没有报送记录。"));
        assertThat(rejected.text("state")).isEqualTo("REJECTED");
        assertThat(sheet(healthLiaison, "me").path("total").asDouble()).isEqualTo(91);
        clock.set("2023-04-20T09:00");
        String other =
                line(sheet(healthLiaison, "me"), "OVERDUE_TASK").path("id").asString();
        assertThat(healthLiaison
                        .post("/api/assessment-appeals", null, Map.of("lineId", other, "words", "已经办结。"))
                        .text("type"))
                .isEqualTo("urn:duban:problem:appeal-too-late");
    }

    @Test
    void eachSeesItsOwnScoreAndNothingOfOthers() {
        aMonthWithItsFaults();
        Api.As countyOffice = api.as("SUPERVISOR", null, county.id());
        Api.As stranger = api.as("SUPERVISOR", null, Api.county("望山县").id());
        assertThat(totals(healthLiaison, "2023-03")).containsExactly("2 县卫生健康局 91");
        assertThat(totals(countyOffice, "2023-03")).containsExactly("2 县卫生健康局 91");
        assertThat(totals(stranger, "2023-03")).isEmpty();
        settle();
        String id = sheet(supervisor, health.toString()).path("id").asString();
        JsonNode late = line(sheet(healthLiaison, "me"), "LATE_REPORT");
        String appeal = healthLiaison
                .post(
                        "/api/assessment-appeals",
                        null,
                        Map.of("lineId", late.path("id").asString(), "words", "有误"))
                .location();
        for (Api.As who : List.of(financeLiaison, stranger)) {
            assertThat(who.get(MARCH + "/units/{unit}", health).status()).isEqualTo(404);
            assertThat(who.get("/api/assessment-sheets/{id}", id).status()).isEqualTo(404);
            assertThat(who.get(appeal).status()).isEqualTo(404);
            assertThat(who.get("/api/assessment-appeals").items()).isEmpty();
            assertThat(who.get(MARCH).body().toString()).doesNotContain(health.toString(), "县卫生健康局");
            assertThat(who.get(MARCH).body().path("openAppeals").asInt()).isZero();
        }
        for (Api.As who : List.of(healthLiaison, countyOffice)) {
            assertThat(who.get("/api/assessment-sheets/{id}", id).status()).isEqualTo(200);
            assertThat(who.get(appeal).status()).isEqualTo(200);
            assertThat(who.get(MARCH).body().toString()).doesNotContain(finance.toString());
        }
        // The city runs the assessment; a county reads.
        assertThat(countyOffice.post(MARCH + "/settlement", null, null).status())
                .isEqualTo(403);
        assertThat(countyOffice
                        .post(appeal + "/decision", "\"1\"", Map.of("upheld", true, "words", "同意"))
                        .status())
                .isEqualTo(403);
        assertThat(countyOffice
                        .put(
                                "/api/scoring-rules",
                                "\"0\"",
                                Map.of("rules", rules(5), "from", "2023-05", "reason", "从严"))
                        .status())
                .isEqualTo(403);
        assertThat(countyOffice
                        .post("/api/scoring-rule-trials", null, Map.of("rules", rules(5), "month", "2023-03"))
                        .status())
                .isEqualTo(403);
        assertThat(healthLiaison.post(MARCH + "/settlement", null, null).status())
                .isEqualTo(403);
        assertThat(api.as("LIAISON", health, county.id(), "report:write")
                        .get(MARCH)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void featurePointsAreGivenByHandUntilTheMonthIsSettled() {
        aMonthWithItsFaults();
        Map<String, Object> award = Map.of("unitId", health, "points", 3, "words", "一县一特色：流动中医馆");
        assertThat(supervisor
                        .post(MARCH + "/awards", null, with(award, "points", 4))
                        .text("type"))
                .isEqualTo("urn:duban:problem:award-too-high");
        assertThat(supervisor
                        .post(MARCH + "/awards", null, with(award, "unitId", UUID.randomUUID()))
                        .status())
                .isEqualTo(422);
        assertThat(healthLiaison.post(MARCH + "/awards", null, award).status()).isEqualTo(403);
        Api.Answer given = supervisor.post(MARCH + "/awards", null, award);
        assertThat(given.status()).as(given.body().toString()).isEqualTo(201);
        Api.Answer mistaken = supervisor.post(MARCH + "/awards", null, with(award, "points", 1));
        assertThat(totals(supervisor, "2023-03")).containsExactly("1 市财政局 98.8", "2 县卫生健康局 95");
        assertThat(supervisor.delete(mistaken.location(), null).status()).isEqualTo(204);
        assertThat(supervisor.delete(mistaken.location(), null).status()).isEqualTo(404);
        assertThat(totals(supervisor, "2023-03")).containsExactly("1 市财政局 98.8", "2 县卫生健康局 94");
        JsonNode line =
                sheet(healthLiaison, "me").path("bonus").path(1).path("lines").path(0);
        assertThat(line.path("words").asString()).isEqualTo("一县一特色：流动中医馆");
        assertThat(line.path("points").asDouble()).isEqualTo(3);
        settle();
        assertThat(supervisor.post(MARCH + "/awards", null, award).text("type"))
                .isEqualTo("urn:duban:problem:month-settled");
        assertThat(supervisor.delete(given.location(), null).text("type")).isEqualTo("urn:duban:problem:month-settled");
    }

    @Test
    void rulesAreTriedOnAMonthGoneByAndAdoptedForOneToCome() {
        aMonthWithItsFaults();
        settle();
        Api.Answer tried =
                supervisor.post("/api/scoring-rule-trials", null, Map.of("rules", rules(50), "month", "2023-03"));
        assertThat(tried.status()).as(tried.body().toString()).isEqualTo(200);
        assertThat(tried.body().path("settled").asBoolean()).isTrue();
        assertThat(tried.body().path("differing").asInt()).isEqualTo(2);
        Map<String, String> totals = Api.list(tried.body().path("units")).stream()
                .collect(Collectors.toMap(
                        row -> row.path("unit").path("shortName").asString(),
                        row -> row.path("totalThen").asString() + " "
                                + row.path("total").asString()));
        assertThat(totals).containsEntry("县卫生健康局", "91 50").containsEntry("市财政局", "98.8 100");
        assertThat(totals(supervisor, "2023-03")).containsExactly("1 市财政局 98.8", "2 县卫生健康局 91");

        Map<String, Object> change = Map.of("rules", rules(50), "from", "2023-04", "reason", "从严考核");
        assertThat(supervisor.put("/api/scoring-rules", null, change).status()).isEqualTo(428);
        Api.Answer adopted = supervisor.put("/api/scoring-rules", "\"0\"", change);
        assertThat(adopted.status()).as(adopted.body().toString()).isEqualTo(200);
        assertThat(adopted.text("since")).isEqualTo("2023-04");
        assertThat(adopted.text("earliest")).isEqualTo("2023-05");
        assertThat(supervisor.put("/api/scoring-rules", "\"0\"", change).status())
                .isEqualTo(412);
        assertThat(supervisor.put("/api/scoring-rules", "\"1\"", change).text("type"))
                .isEqualTo("urn:duban:problem:not-for-this-month");
        Map<String, Object> later = with(change, "from", "2023-06");
        supervisor.put("/api/scoring-rules", "\"1\"", later);
        Api.Answer again = supervisor.put("/api/scoring-rules", "\"2\"", with(later, "from", "2023-05"));
        assertThat(Api.list(again.body().path("adoptions")))
                .extracting(one ->
                        one.path("from").asString() + " " + one.path("state").asString())
                .containsExactly("2023-06 SUPERSEDED", "2023-05 COMING", "2023-04 IN_FORCE");
        // A settled month keeps the rules it was settled by.
        assertThat(supervisor.get(MARCH).body().path("rules").path("parts").size())
                .isEqualTo(4);
        assertThat(supervisor
                        .get("/api/assessments/2023-04")
                        .body()
                        .path("rules")
                        .path("parts")
                        .size())
                .isOne();
        assertThat(supervisor
                        .put("/api/scoring-rules", "\"3\"", with(change, "rules", rules(0)))
                        .status())
                .isEqualTo(422);
        assertThat(healthLiaison
                        .get("/api/scoring-rules")
                        .body()
                        .path("mayChange")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void everyKindOfFactCountsInItsMonthOnly() {
        UUID plan = plan(task(1, LocalDate.of(2023, 12, 31), health), task(2, LocalDate.of(2023, 3, 31), health));
        UUID task = jdbc.sql("select id from task where plan_id = :plan and ordinal = 1")
                .param("plan", plan)
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        insert into urging (id, task_id, unit_id, urged_on, words, urged_by)
                        values (gen_random_uuid(), :task, :unit, '2023-03-20', '请报送', '周明远'),
                               (gen_random_uuid(), :task, :unit, '2023-04-01', '请报送', '周明远')
                        """).param("task", task).param("unit", health).update();
        List.of("NOTICE_BLUE", "NOTICE_YELLOW", "NOTICE_RED", "BULLETIN", "TALK")
                .forEach(step -> {
                    notice(step, "ISSUED", task);
                    notice(step, "WITHDRAWN", task);
                });
        rectification("RECURRED", "2023-02-20", "2023-02-18", "2023-03-15");
        rectification("PLANNED", "2023-03-10", null, null);
        rectification("CLOSED", "2023-03-10", "2023-03-10", null);
        jdbc.sql("update task set state = 'CLOSED', closed_on = '2023-03-30' where plan_id = :plan and ordinal = 2")
                .param("plan", plan)
                .update();
        clock.set("2023-03-31T18:00");
        JsonNode sheet = sheet(supervisor, health.toString());
        Map<String, Integer> facts = new HashMap<>();
        sheet.findParents("measure").forEach(item -> {
            assertThat(item.path("facts").asInt()).isEqualTo(item.path("lines").size());
            facts.put(item.path("measure").asString(), item.path("facts").asInt());
        });
        Arrays.stream(Measure.values())
                .forEach(measure -> assertThat(facts.get(measure.name()))
                        .as(measure.words())
                        .isEqualTo(
                                switch (measure) {
                                    // Neither task was reported on by the 27th.
                                    case MISSED_REPORT -> 2;
                                    case LATE_REPORT, RETURNED_REPORT, OVERDUE_TASK, FEATURE -> 0;
                                    default -> 1;
                                }));
    }

    /** @return how many tasks the unit was overdue with, or -1 where it is not assessed at all */
    private int overdue(UUID unit, String month) {
        Api.Answer sheet = supervisor.get("/api/assessments/{month}/units/{unit}", month, unit);
        return sheet.status() == 404
                ? -1
                : sheet.body().findParents("measure").stream()
                        .filter(item -> item.path("measure").asString().equals("OVERDUE_TASK"))
                        .mapToInt(item -> item.path("facts").asInt())
                        .sum();
    }

    private UUID onlyTask(UUID plan) {
        return jdbc.sql("select id from task where plan_id = :plan")
                .param("plan", plan)
                .query(UUID.class)
                .single();
    }

    private void giveTo(UUID task, List<UUID> leads, List<UUID> cooperators) {
        Map<String, Object> asked = new HashMap<>(Map.of("title", "任务1", "text", "办好第1项任务。", "dueOn", "2023-03-20"));
        asked.put("leads", leads);
        asked.put("cooperators", cooperators);
        Api.Answer revised = supervisor.put(
                "/api/tasks/{id}",
                supervisor.get("/api/tasks/{id}", task).etag(),
                Map.of("reason", "职责调整", "task", asked),
                task);
        assertThat(revised.status()).as(revised.body().toString()).isEqualTo(200);
    }

    @Test
    void noUnitIsOverdueBeforeItWasGivenTheTaskNorInTheMonthInWhichItGotItLate() {
        clock.set("2023-04-03T09:00");
        plan(task(1, LocalDate.of(2023, 3, 20), finance));
        assertThat(overdue(finance, "2023-03")).isEqualTo(-1);
        clock.set("2023-04-28T09:00");
        assertThat(overdue(finance, "2023-04")).isZero();
        clock.set("2023-05-04T09:00");
        assertThat(overdue(finance, "2023-04")).isZero();
        assertThat(overdue(finance, "2023-05")).isOne();
    }

    @Test
    void whoLedTheTaskThenIsOverdueAndNotWhoeverLeadsItSince() {
        UUID task = onlyTask(plan(task(1, LocalDate.of(2023, 3, 20), health)));
        clock.set("2023-04-03T09:00");
        assertThat(overdue(health, "2023-03")).isOne();
        giveTo(task, List.of(finance), List.of());
        clock.set("2023-05-04T09:00");
        assertThat(List.of(overdue(health, "2023-03"), overdue(health, "2023-04")))
                .as("until it was relieved")
                .containsExactly(1, 1);
        assertThat(List.of(overdue(finance, "2023-03"), overdue(finance, "2023-04"), overdue(finance, "2023-05")))
                .as("since the month after it was given the task")
                .containsExactly(-1, 0, 1);
        assertThat(overdue(health, "2023-05")).isLessThan(1);
        assertThat(line(sheet(supervisor, health.toString()), "OVERDUE_TASK")
                        .path("taskId")
                        .asString())
                .isEqualTo(task.toString());
        assertThat(line(sheet(healthLiaison, "me"), "OVERDUE_TASK")
                        .path("taskId")
                        .isNull())
                .as("it is not its to see any more")
                .isTrue();
        assertThat(healthLiaison.get("/api/tasks/{id}", task).status()).isEqualTo(404);
    }

    @Test
    void whoLedTheTaskAndCooperatesNowWasOverdueAsLongAsItLed() {
        UUID task = onlyTask(plan(task(1, LocalDate.of(2023, 3, 20), health)));
        clock.set("2023-04-03T09:00");
        giveTo(task, List.of(finance), List.of(health));
        clock.set("2023-05-04T09:00");
        assertThat(List.of(overdue(health, "2023-03"), overdue(health, "2023-04")))
                .containsExactly(1, 1);
        assertThat(overdue(health, "2023-05")).isLessThan(1);
        giveTo(task, List.of(health), List.of(finance));
        assertThat(overdue(health, "2023-05")).as("given again after its day").isLessThan(1);
        clock.set("2023-06-01T09:00");
        assertThat(overdue(health, "2023-06")).isOne();
    }

    private void notice(String step, String state, UUID task) {
        jdbc.sql("""
                        insert into notice (id, plan_id, plan_title, task_id, task_title, unit_id, unit_name, step, cause, subject,
                            owed_on, state, taken_on, proposed_by, reason, demand, reply_by, number, issued_on, issued_by, version)
                        values (gen_random_uuid(), gen_random_uuid(), '方案', :task, '任务1', :unit, '县卫生健康局', :step, 'MANUAL',
                            gen_random_uuid(), '2023-03-10', :state, '2023-03-12', '系统', '逾期', '请报送', '2023-03-30', :number,
                            '2023-03-14', '周明远', 1)
                        """)
                .param("task", task)
                .param("unit", health)
                .param("step", step)
                .param("state", state)
                .param("number", step + state)
                .update();
    }

    private void rectification(
            String state, String dueOn, @Nullable String rectifiedOn, @Nullable String followedUpOn) {
        jdbc.sql("""
                        insert into rectification (id, version, source, found_on, problem, unit_id, county_id, state, plan_by, due_on,
                            rectified_on, followed_up_on, follow_up_months, opened_by, created_at, updated_at)
                        values (gen_random_uuid(), 1, 'INSPECTION', '2023-02-01', '台账不全', :unit, :county, :state, '2023-02-10',
                            cast(:due as date), cast(:rectified as date), cast(:followed as date), 6, '周明远', now(), now())
                        """)
                .param("unit", health)
                .param("county", county.id())
                .param("state", state)
                .param("due", dueOn)
                .param("rectified", rectifiedOn)
                .param("followed", followedUpOn)
                .update();
    }

    private static Map<String, Object> rules(int lateReport) {
        return Map.of(
                "parts",
                List.of(Map.of(
                        "name",
                        "报送",
                        "weight",
                        100,
                        "items",
                        List.of(Map.of("measure", "LATE_REPORT", "points", lateReport)))));
    }

    private static Map<String, Object> with(Map<String, Object> words, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(words);
        changed.put(name, value);
        return changed;
    }
}
