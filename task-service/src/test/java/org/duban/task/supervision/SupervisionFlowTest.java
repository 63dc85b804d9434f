package org.duban.task.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.kit.test.Tokens;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.NothingIsOwed;
import org.duban.task.ledger.Plan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** A plan's months as its units and supervisors live them, through the service's own doors. */
@ServiceTest
class SupervisionFlowTest {

    private static final String DONE = """
            {"progress": %d, "done": "完成两次督导", "problems": null, "next": "继续推进", "indicators": [], "evidence": []}
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestClock clock;

    @Autowired
    DayTurns days;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ledger ledger;

    @Autowired
    ApplicationEventPublisher listeners;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    AuditTrail audit;

    private final UUID county = UUID.randomUUID();
    private final UUID health = UUID.randomUUID();
    private final UUID finance = UUID.randomUUID();
    private final String supervisor = Tokens.bearer("SUPERVISOR", null, null);
    private final String healthLiaison = Tokens.bearer("LIAISON", health, county);
    private final String financeLiaison = Tokens.bearer("LIAISON", finance, null);

    @BeforeEach
    void anEmptyLedgerOnTheDayOfThePlan() {
        jdbc.sql("truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, outbox")
                .update();
        clock.set("2023-03-13T09:00");
        unit(health, "县卫生健康局", county, "青山县");
        unit(finance, "市财政局", null, null);
    }

    @Test
    void aMonthOfSupervision() {
        var plan = aPlan(aTask(1, health, finance), aTask(2, health));

        var round = only(get("/api/rounds?period=2023-03", supervisor), "$.items[*].id");
        assertThat(get("/api/rounds/" + round, supervisor)).bodyJson().isLenientlyEqualTo("""
                        {"planId": "%s", "period": "2023-03", "opensOn": "2023-03-01", "dueOn": "2023-03-27",
                         "closesOn": "2023-04-11", "state": "OPEN", "owed": 3, "submitted": 0, "overdue": 0}
                        """.formatted(plan));
        assertThat(told("duban.task.round-opened.v1")).isOne();
        assertThat(told("duban.task.reports-requested.v1"))
                .as("each unit once, whatever it owes")
                .isEqualTo(2);

        assertThat(get("/api/reports?unit=me&state=due", healthLiaison))
                .bodyJson()
                .extractingPath("$.items[*].taskOrdinal")
                .isEqualTo(List.of(1, 2));
        var financeReport = only(get("/api/reports?unit=me&state=due", financeLiaison), "$.items[*].id");
        var first = reportOf(health, 1);

        clock.set("2023-03-24T09:00");
        assertThat(get("/api/reports/" + first, healthLiaison)).bodyJson().isLenientlyEqualTo("""
                        {"state": "DUE", "light": "YELLOW", "lightReason": "距截止还有3天", "allowed": ["SUBMIT"]}
                        """);
        assertThat(put(first, healthLiaison, "\"0\"", DONE.formatted(40)))
                .hasStatusOk()
                .hasHeader(HttpHeaders.ETAG, "\"1\"")
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"state": "SUBMITTED", "progress": 40, "onTime": true, "light": "GREEN", "submittedBy": "测试·LIAISON"}
                        """);
        assertThat(told("duban.task.report-submitted.v1")).isOne();
        assertThat(get("/api/overview?period=2023-03", supervisor))
                .bodyJson()
                .extractingPath("$.totals")
                .asMap()
                .containsEntry("tasks", 2)
                .containsEntry("owed", 3)
                .containsEntry("submitted", 1)
                .containsEntry("onTime", 1)
                .containsEntry("submissionRate", 33.3)
                .containsEntry("onTimeRate", 33.3);

        assertThat(post("/api/reports/" + first + "/return", supervisor, "\"1\"", "{\"reason\": \"数据不全\"}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"state": "RETURNED", "dueOn": "2023-03-28", "returnReason": "数据不全", "light": "YELLOW"}
                        """);
        clock.set("2023-03-28T09:00");
        assertThat(put(first, healthLiaison, "\"2\"", DONE.formatted(45)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"state\": \"SUBMITTED\", \"onTime\": true, \"returnReason\": null}");
        assertThat(put(financeReport, financeLiaison, "\"0\"", DONE.formatted(10)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"onTime": false, "light": "DONE_LATE", "lightReason": "迟报1个工作日"}
                        """);
        assertThat(post("/api/reports/" + first + "/acceptance", supervisor, "\"3\"", "{}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("ACCEPTED");
        assertThat(put(first, healthLiaison, "\"4\"", DONE.formatted(50))).satisfies(problem(409, "report-accepted"));

        assertThat(get("/api/overview?period=2023-03&plan=" + plan, supervisor))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"totals": {"owed": 3, "submitted": 2, "accepted": 1, "returned": 0, "onTime": 1, "late": 1, "overdue": 1,
                                    "lights": {"GREEN": 1, "BLUE": 0, "YELLOW": 0, "RED": 1, "DONE_LATE": 1}},
                         "units": [{"unit": {"shortName": "县卫生健康局"}, "onTimeRate": 50.0, "tasks": 2},
                                   {"unit": {"shortName": "市财政局"}, "onTimeRate": 0.0, "tasks": 1}],
                         "counties": [{"countyId": null, "countyName": "市本级"}, {"countyName": "青山县"}],
                         "trend": [{"period": "2023-03", "owed": 3, "submitted": 2, "onTime": 1}]}
                        """);

        clock.set("2023-04-12T00:10");
        days.now();
        days.now();
        assertThat(get("/api/rounds", supervisor)).bodyJson().isLenientlyEqualTo("""
                        {"items": [{"period": "2023-04", "state": "OPEN", "owed": 3},
                                   {"period": "2023-03", "state": "CLOSED", "owed": 3, "submitted": 2, "overdue": 1}]}
                        """);
        var missed = reportOf(health, 2, "2023-03");
        assertThat(get("/api/reports/" + missed, healthLiaison))
                .bodyJson()
                .isLenientlyEqualTo("{\"state\": \"LAPSED\", \"light\": \"RED\", \"allowed\": []}");
        assertThat(put(missed, healthLiaison, "\"1\"", DONE.formatted(50))).satisfies(problem(409, "round-closed"));
        assertThat(told("duban.task.report-waived.v1")).isOne();
        assertThat(told("duban.task.round-closed.v1")).isOne();
        assertThat(get("/api/reports/" + reportOf(health, 1, "2023-04"), healthLiaison))
                .bodyJson()
                .extractingPath("$.previous")
                .asMap()
                .containsEntry("period", "2023-03")
                .containsEntry("progress", 45);
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void anotherUnitsReportDoesNotExist() {
        aPlan(aTask(1, health));
        var report = reportOf(health, 1);
        assertThat(get("/api/reports/" + report, financeLiaison)).satisfies(problem(404, "report-not-found"));
        assertThat(put(report, financeLiaison, "\"0\"", DONE.formatted(40)))
                .satisfies(problem(404, "report-not-found"));
        assertThat(get("/api/reports", financeLiaison))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(get("/api/reports?unit=" + health, financeLiaison))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(get("/api/rounds", financeLiaison))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(get("/api/overview?period=2023-03", financeLiaison))
                .bodyJson()
                .isLenientlyEqualTo("{\"totals\": {\"tasks\": 0, \"owed\": 0}, \"units\": [], \"counties\": []}");
        var otherCounty = Tokens.bearer("COUNTY_OFFICE", UUID.randomUUID(), UUID.randomUUID());
        assertThat(get("/api/reports/" + report, otherCounty)).satisfies(problem(404, "report-not-found"));
    }

    @Test
    void aCountyOfficeSeesItsCountyAndReportsOnlyForItself() {
        aPlan(aTask(1, health, finance));
        var office = Tokens.bearer("COUNTY_OFFICE", UUID.randomUUID(), county);
        var report = reportOf(health, 1);
        assertThat(get("/api/reports", office))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
        assertThat(put(report, office, "\"0\"", DONE.formatted(40))).satisfies(problem(403, "not-your-report"));
        assertThat(post("/api/reports/" + report + "/acceptance", office, "\"0\"", "{}"))
                .hasStatus(403);
        assertThat(put(report, supervisor, "\"0\"", DONE.formatted(40))).hasStatus(403);
    }

    @Test
    void aReportIsChangedOnlyOnItsLatestVersionAndWithSense() {
        aPlan(aTask(1, health));
        var report = reportOf(health, 1);
        assertThat(put(report, healthLiaison, null, DONE.formatted(40))).hasStatus(428);
        assertThat(put(report, healthLiaison, "\"7\"", DONE.formatted(40))).hasStatus(412);
        assertThat(put(report, healthLiaison, "\"0\"", DONE.formatted(101)))
                .satisfies(
                        result -> assertThat(result).hasStatus(400).bodyText().contains("/progress", "进度须在"));
        assertThat(put(report, healthLiaison, "\"0\"", "{\"progress\": 40, \"done\": \" \"}"))
                .satisfies(
                        result -> assertThat(result).hasStatus(400).bodyText().contains("/done"));
        assertThat(put(report, healthLiaison, "\"0\"", "{\"progress\": \"四十\"}"))
                .hasStatus(400);
        assertThat(put(UUID.randomUUID().toString(), healthLiaison, "\"0\"", DONE.formatted(40)))
                .satisfies(problem(404, "report-not-found"));
        assertThat(put("0198-broken", healthLiaison, "\"0\"", DONE.formatted(40)))
                .hasStatus(400);
        assertThat(get("/api/reports?state=open", healthLiaison)).hasStatus(400);
        assertThat(get("/api/reports?cursor=broken", healthLiaison)).hasStatus(400);
        assertThat(get("/api/overview?period=2023-13", supervisor)).hasStatus(400);
        assertThat(put(report, healthLiaison, "\"0\"", DONE.formatted(40))).hasStatusOk();
        clock.set("2023-04-03T09:00");
        days.now();
        assertThat(put(reportOf(health, 1, "2023-04"), healthLiaison, "\"0\"", DONE.formatted(30)))
                .satisfies(problem(422, "progress-fell"));
    }

    @Test
    void aRetriedSubmissionCountsOnce() {
        aPlan(aTask(1, health));
        var report = reportOf(health, 1);
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(mvc.put()
                            .uri("/api/reports/" + report)
                            .header(HttpHeaders.AUTHORIZATION, healthLiaison)
                            .header(HttpHeaders.IF_MATCH, "\"0\"")
                            .header("Idempotency-Key", report)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(DONE.formatted(40)))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.version")
                    .isEqualTo(1);
        }
        assertThat(told("duban.task.report-submitted.v1")).isOne();
    }

    @Test
    void oneOfTwoSimultaneousSubmissionsWins() throws Exception {
        aPlan(aTask(1, health));
        var report = reportOf(health, 1);
        var answers = atOnce(() -> put(report, healthLiaison, "\"0\"", DONE.formatted(40)));
        assertThat(answers)
                .extracting(answer -> answer.getResponse().getStatus())
                .containsExactlyInAnyOrder(200, 412, 412);
        assertThat(told("duban.task.report-submitted.v1")).isOne();
    }

    @Test
    void aListGoesOnWhereItStopped() {
        aPlan(aTask(1, health), aTask(2, health), aTask(3, health));
        clock.set("2023-05-04T09:00");
        days.now();
        var seen = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = get("/api/reports?limit=2" + (cursor == null ? "" : "&cursor=" + cursor), healthLiaison);
            var body = body(page);
            JsonPath.<List<String>>read(body, "$.items[*].period").forEach(seen::add);
            cursor = JsonPath.read(body, "$.next");
            assertThat(page.getResponse().getHeader(HttpHeaders.LINK) != null).isEqualTo(cursor != null);
        } while (cursor != null);
        assertThat(seen)
                .containsExactly(
                        "2023-05", "2023-05", "2023-05", "2023-04", "2023-04", "2023-04", "2023-03", "2023-03",
                        "2023-03");
    }

    @Test
    void aRoundOpenedTwiceIsTheSameRound() throws Exception {
        var plan = aPlan(aTask(1, health));
        clock.set("2023-04-03T09:00");
        var body = "{\"planId\": \"%s\", \"period\": \"2023-04\"}".formatted(plan);
        var answers = atOnce(() -> post("/api/rounds", supervisor, null, body));
        assertThat(answers)
                .extracting(answer -> answer.getResponse().getStatus())
                .containsExactlyInAnyOrder(201, 200, 200);
        assertThat(answers)
                .extracting(answer -> JsonPath.<String>read(body(answer), "$.id"))
                .containsOnly(JsonPath.<String>read(body(answers.getFirst()), "$.id"));
        days.now();
        assertThat(jdbc.sql("select count(*) from report").query(Integer.class).single())
                .isEqualTo(2);
        assertThat(post("/api/rounds", supervisor, null, body.replace("2023-04", "2022-12")))
                .satisfies(problem(422, "period-out-of-range"));
        assertThat(post("/api/rounds", healthLiaison, null, body)).hasStatus(403);
        assertThat(post(
                        "/api/rounds",
                        supervisor,
                        null,
                        body.replace(plan.toString(), UUID.randomUUID().toString())))
                .satisfies(problem(404, "plan-not-found"));
    }

    @Test
    void aSupervisorClosesARoundOnceAndNobodyElseDoes() {
        aPlan(aTask(1, health, finance));
        var round = only(get("/api/rounds", supervisor), "$.items[*].id");
        var ofTheCounty = Tokens.bearer("SUPERVISOR", null, county);
        assertThat(get("/api/rounds/" + round, ofTheCounty))
                .bodyJson()
                .extractingPath("$.owed")
                .isEqualTo(1);
        assertThat(post("/api/rounds/" + round + "/close", ofTheCounty, null, "{}"))
                .satisfies(problem(404, "round-not-found"));
        assertThat(post("/api/rounds/" + round + "/close", healthLiaison, null, "{}"))
                .hasStatus(403);
        for (int again = 0; again < 2; again++) {
            assertThat(post("/api/rounds/" + round + "/close", supervisor, null, "{}"))
                    .hasStatusOk()
                    .bodyJson()
                    .isLenientlyEqualTo("{\"state\": \"CLOSED\", \"owed\": 2, \"overdue\": 2}");
        }
        assertThat(told("duban.task.round-closed.v1")).isOne();
        assertThat(told("duban.task.report-waived.v1")).isEqualTo(2);
    }

    @Test
    void aClosedTaskOwesNothingMore() {
        aPlan(aTask(1, health), aTask(2, health));
        var task = jdbc.sql("select id from task where ordinal = 1")
                .query(UUID.class)
                .single();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update task set state = 'CLOSED', closed_on = :today, progress = 100 where id = :id")
                    .param("today", LocalDate.of(2023, 3, 13))
                    .param("id", task)
                    .update();
            listeners.publishEvent(new NothingIsOwed(task, true));
        });
        assertThat(get("/api/reports?task=" + task, healthLiaison))
                .bodyJson()
                .extractingPath("$.items[*].state")
                .isEqualTo(List.of("WAIVED"));
        assertThat(get("/api/overview?period=2023-03", supervisor)).bodyJson().isLenientlyEqualTo("""
                        {"totals": {"tasks": 2, "closedTasks": 1, "completionRate": 50.0, "owed": 1}}
                        """);
        assertThat(told("duban.task.report-waived.v1")).isOne();
        clock.set("2023-04-03T09:00");
        days.now();
        assertThat(get("/api/rounds?period=2023-04", supervisor))
                .bodyJson()
                .extractingPath("$.items[0].owed")
                .isEqualTo(1);
    }

    @Test
    void myWorkIsCounted() {
        aPlan(aTask(1, health, finance), aTask(2, health));
        clock.set("2023-03-24T09:00");
        assertThat(get("/api/tasks/counts?unit=me", healthLiaison)).bodyJson().isStrictlyEqualTo("""
                        {"overdue": 0, "dueWithin7Days": 2, "returned": 0, "toAcknowledge": 2, "toReview": 0, "toVerify": 0,
                         "toExtend": 0, "toSignOff": 0}
                        """);
        put(reportOf(health, 1), healthLiaison, "\"0\"", DONE.formatted(40));
        clock.set("2023-03-28T09:00");
        days.now();
        assertThat(get("/api/tasks/counts?unit=me", healthLiaison))
                .bodyJson()
                .isLenientlyEqualTo("{\"overdue\": 2, \"dueWithin7Days\": 0, \"toAcknowledge\": 1}");
        assertThat(get("/api/tasks/counts", supervisor))
                .bodyJson()
                .isLenientlyEqualTo("{\"overdue\": 2, \"toReview\": 1}");
    }

    /** Tasks 1 and 3 are late by a report, 2 by its own day; 3 ends in four days; a report on 4 was returned. */
    @Test
    void everyNumberOfMyWorkOpensAsManyRows() {
        aPlan(
                aTask(1, health, finance),
                aTask(2, LocalDate.of(2023, 3, 27), finance),
                aTask(3, LocalDate.of(2023, 4, 1), health),
                aTask(4, finance));
        clock.set("2023-03-24T09:00");
        for (int ordinal : List.of(2, 4)) {
            put(reportOf(finance, ordinal), financeLiaison, "\"0\"", DONE.formatted(40));
        }
        put(reportOf(health, 1), healthLiaison, "\"0\"", DONE.formatted(40));
        post("/api/reports/" + reportOf(finance, 4) + "/return", supervisor, "\"1\"", "{\"reason\": \"请补充数据\"}");
        clock.set("2023-03-28T09:00");
        days.now();

        numbersOpenTheirRows(supervisor, "");
        assertThat(get("/api/tasks/counts", supervisor)).bodyJson().isStrictlyEqualTo("""
                        {"overdue": 3, "dueWithin7Days": 1, "returned": 1, "toAcknowledge": 2, "toReview": 2, "toVerify": 0,
                         "toExtend": 0, "toSignOff": 0}
                        """);
        numbersOpenTheirRows(healthLiaison, "unit=me&");
        assertThat(get("/api/tasks/counts?unit=me", healthLiaison))
                .bodyJson()
                .isLenientlyEqualTo("{\"overdue\": 2, \"toAcknowledge\": 1, \"returned\": 0, \"toReview\": 0}");
        numbersOpenTheirRows(financeLiaison, "unit=me&");
        assertThat(get("/api/tasks/counts?unit=me", financeLiaison))
                .bodyJson()
                .isLenientlyEqualTo("{\"overdue\": 2, \"dueWithin7Days\": 1, \"returned\": 1}");
    }

    private void numbersOpenTheirRows(String bearer, String unit) {
        var soon = "due-from=2023-03-28&due-before=2023-04-05";
        var open = "state=ASSIGNED,ACKNOWLEDGED,IN_PROGRESS,COMPLETION_SUBMITTED";
        var rows = java.util.Map.of(
                "overdue", "/api/tasks?" + unit + "light=RED",
                "dueWithin7Days",
                        unit.isEmpty()
                                ? "/api/tasks?" + open + "&" + soon
                                : "/api/reports?" + unit + "state=DUE,RETURNED&" + soon,
                "returned", "/api/reports?" + unit + "state=RETURNED",
                "toAcknowledge", "/api/tasks?" + unit + "to-acknowledge=true");
        var counts = get("/api/tasks/counts?" + unit, bearer);
        rows.forEach((name, uri) -> assertThat((List<?>) JsonPath.read(body(get(uri, bearer)), "$.items"))
                .as(name)
                .hasSize(JsonPath.<Integer>read(body(counts), "$." + name)));
    }

    @Test
    void workingDaysAreToldOnceAndShown() {
        days.now();
        days.now();
        assertThat(jdbc.sql("select count(*) from calendar_published")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        assertThat(get("/api/working-days?year=2023", healthLiaison))
                .bodyJson()
                .extractingPath("$.makeUpDays")
                .asArray()
                .contains("2023-04-23")
                .hasSize(7);
        assertThat(get("/api/working-days?year=2031", healthLiaison))
                .bodyJson()
                .isStrictlyEqualTo("{\"year\": 2031, \"provisional\": true, \"holidays\": [], \"makeUpDays\": []}");
    }

    @Test
    void whatAUnitWroteForAnIndicatorIsShownWithItsTask() {
        aPlan(aTask(1, health));
        var body = """
                {"progress": 40, "done": "完成两次督导", "indicators": [{"text": "覆盖率达到90%以上", "value": "85%"}]}
                """;
        assertThat(put(reportOf(health, 1), healthLiaison, "\"0\"", body)).hasStatusOk();
        assertThat(get("/api/tasks/" + taskOf(1), supervisor))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.reports[0].indicators[0].value")
                .isEqualTo("85%");
    }

    @Test
    void aPercentageIsAWholeNumber() {
        aPlan(aTask(1, health));
        var body = "{\"progress\": 99.6, \"done\": \"完成两次督导\"}";
        assertThat(put(reportOf(health, 1), healthLiaison, "\"0\"", body))
                .satisfies(
                        result -> assertThat(result).hasStatus(400).bodyText().contains("/progress"));
    }

    @Test
    void aCountysSupervisorReviewsItsOwnPlansAndNotTheCitys() {
        aPlan(aTask(1, health));
        var report = reportOf(health, 1);
        assertThat(put(report, healthLiaison, "\"0\"", DONE.formatted(40))).hasStatusOk();
        var countys = Tokens.bearer("SUPERVISOR", null, county);
        assertThat(get("/api/reports/" + report, countys))
                .bodyJson()
                .extractingPath("$.allowed")
                .asArray()
                .isEmpty();
        assertThat(get("/api/tasks/counts", countys)).bodyJson().isLenientlyEqualTo("{\"toReview\": 0}");
        assertThat(get("/api/reports?state=SUBMITTED&own-plans=true", countys))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(post("/api/reports/" + report + "/acceptance", countys, "\"1\"", "{}"))
                .satisfies(problem(403, "not-your-plan"));
        assertThat(post("/api/reports/" + report + "/return", countys, "\"1\"", "{\"reason\": \"数据不全\"}"))
                .satisfies(problem(403, "not-your-plan"));
        jdbc.sql("update plan set county_id = :county").param("county", county).update();
        jdbc.sql("update round set county_id = :county").param("county", county).update();
        assertThat(get("/api/tasks/counts", countys)).bodyJson().isLenientlyEqualTo("{\"toReview\": 1}");
        assertThat(get("/api/reports?state=SUBMITTED&own-plans=true", countys))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .hasSize(1);
        assertThat(post("/api/reports/" + report + "/acceptance", countys, "\"1\"", "{}"))
                .hasStatusOk();
    }

    @Test
    void aReportOnAClosedTaskIsNotReturnedForNobodyCouldHandItInAgain() {
        aPlan(aTask(1, health));
        var report = reportOf(health, 1);
        assertThat(put(report, healthLiaison, "\"0\"", DONE.formatted(100))).hasStatusOk();
        jdbc.sql("update task set state = 'CLOSED', closed_on = '2023-03-13'").update();
        assertThat(get("/api/reports/" + report, supervisor))
                .bodyJson()
                .extractingPath("$.allowed")
                .isEqualTo(List.of("ACCEPT"));
        assertThat(post("/api/reports/" + report + "/return", supervisor, "\"1\"", "{\"reason\": \"数据不全\"}"))
                .satisfies(problem(409, "task-closed"));
    }

    @Test
    void aReturnThatIsUnderWayIsSeenByWhoeverClosesTheRound() throws Exception {
        aPlan(aTask(1, health));
        var report = reportOf(health, 1);
        assertThat(put(report, healthLiaison, "\"0\"", DONE.formatted(40))).hasStatusOk();
        var round = only(get("/api/rounds?period=2023-03", supervisor), "$.items[*].id");
        try (var closer = Executors.newSingleThreadExecutor()) {
            var closing = transaction.execute(status -> {
                assertThat(post("/api/reports/" + report + "/return", supervisor, "\"1\"", "{\"reason\": \"数据不全\"}"))
                        .hasStatusOk();
                var close = closer.submit(() -> post("/api/rounds/" + round + "/close", supervisor, null, "{}"));
                org.awaitility.Awaitility.await()
                        .until(() -> close.isDone()
                                || jdbc.sql("select count(*) from pg_locks where not granted")
                                                .query(Integer.class)
                                                .single()
                                        > 0);
                return close;
            });
            assertThat(closing.get()).hasStatusOk();
        }
        assertThat(get("/api/reports/" + report, supervisor))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("LAPSED");
    }

    private UUID aPlan(NewTask... tasks) {
        return ledger.adopt(
                        new NewPlan(
                                "健康城市建设实施方案",
                                null,
                                null,
                                null,
                                "IMPLEMENTATION_PLAN",
                                Plan.Source.DOCUMENT,
                                null,
                                null,
                                25,
                                List.of()),
                        List.of(tasks))
                .id();
    }

    private static NewTask aTask(int ordinal, UUID... leads) {
        return aTask(ordinal, null, leads);
    }

    private static NewTask aTask(int ordinal, @Nullable LocalDate dueOn, UUID... leads) {
        return new NewTask(ordinal, "任务" + ordinal, "正文", dueOn, false, List.of(), List.of(leads), List.of(), null);
    }

    private void unit(UUID id, String name, @Nullable UUID countyId, @Nullable String countyName) {
        jdbc.sql("""
                        insert into directory_unit (id, name, short_name, level, county_id, county_name, retired, version)
                        values (:id, :name, :name, 'COUNTY', cast(:county as uuid), :countyName, false, 0)
                        """)
                .param("id", id)
                .param("name", name)
                .param("county", countyId == null ? null : countyId.toString())
                .param("countyName", countyName)
                .update();
    }

    private UUID taskOf(int ordinal) {
        return jdbc.sql("select id from task where ordinal = :ordinal")
                .param("ordinal", ordinal)
                .query(UUID.class)
                .single();
    }

    private String reportOf(UUID unit, int ordinal) {
        return reportOf(unit, ordinal, "2023-03");
    }

    private String reportOf(UUID unit, int ordinal, String period) {
        return jdbc.sql("""
                        select r.id::text from report r join task t on t.id = r.task_id
                        where r.unit_id = :unit and t.ordinal = :ordinal and r.period = :period
                        """)
                .param("unit", unit)
                .param("ordinal", ordinal)
                .param("period", LocalDate.parse(period + "-01"))
                .query(String.class)
                .single();
    }

    private int told(String type) {
        return jdbc.sql("select count(*) from outbox where type = :type")
                .param("type", type)
                .query(Integer.class)
                .single();
    }

    private MvcTestResult get(String uri, String bearer) {
        return mvc.get().uri(uri).header(HttpHeaders.AUTHORIZATION, bearer).exchange();
    }

    private MvcTestResult put(String report, String bearer, @Nullable String ifMatch, String body) {
        var request = mvc.put()
                .uri("/api/reports/" + report)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (ifMatch == null ? request : request.header(HttpHeaders.IF_MATCH, ifMatch)).exchange();
    }

    private MvcTestResult post(String uri, String bearer, @Nullable String ifMatch, String body) {
        var request = mvc.post()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (ifMatch == null ? request : request.header(HttpHeaders.IF_MATCH, ifMatch)).exchange();
    }

    private static java.util.function.Consumer<MvcTestResult> problem(int status, String code) {
        return result -> assertThat(result)
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:duban:problem:" + code);
    }

    private static String only(MvcTestResult result, String path) {
        List<String> found = JsonPath.read(body(result), path);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        var barrier = new CyclicBarrier(3);
        Callable<T> together = () -> {
            barrier.await();
            return work.call();
        };
        try (var pool = Executors.newFixedThreadPool(3)) {
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(List.of(together, together, together))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
