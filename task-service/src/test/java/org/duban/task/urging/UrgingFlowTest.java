package org.duban.task.urging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.kit.test.Tokens;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Plan;
import org.duban.task.paper.IssuedNumbers;
import org.duban.task.paper.OfficialPaper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** A unit that does not report, as it is reminded, noticed, bulletined and talked to (behaviours.md P9). */
@ServiceTest
class UrgingFlowTest {
    private static final Map<String, Object> USUAL = Map.of(
            "urgingsAWeek",
            3,
            "steps",
            List.of(
                    rule("REMINDER", 1, 1),
                    rule("NOTICE_BLUE", 3, 2),
                    rule("NOTICE_YELLOW", 6, 2),
                    rule("NOTICE_RED", 10, 3)));

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
    IssuedNumbers numbers;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    AuditTrail audit;

    private final County county = Api.county("青山县");
    private final County otherCounty = Api.county("绿水县");
    private Api api;
    private Api.As supervisor;
    private Api.As countys;
    private UUID health;
    private UUID finance;
    private UUID stranger;
    private UUID plan;
    private UUID task;

    @BeforeEach
    void aPlanWhoseReportsAreDueOnTheTwentySeventh() {
        jdbc.sql("truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report,"
                        + " outbox, notice, escalation_rule, escalation_version, issued_number, urging")
                .update();
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        countys = api.as("SUPERVISOR", null, county.id());
        List<UUID> units = api.register(county, "县卫生健康局", "县财政局");
        health = units.get(0);
        finance = units.get(1);
        stranger = api.register(otherCounty, "县林业局").getFirst();
        clock.set("2023-03-13T09:00");
        plan = adopt(null);
        task = taskOf(plan);
    }

    @Test
    void aReportThatIsNotHandedInClimbsTheLadderStepByStep() {
        escalates(plan);
        turn("2023-03-27T09:00"); // the day it is due
        assertThat(notices(supervisor, "")).isEmpty();

        turn("2023-03-28T09:00");
        assertThat(told("unit-urged")).isOne();
        assertThat(api.liaison(health).get("/api/tasks/{id}/urgings", task).items())
                .singleElement()
                .satisfies(urging -> {
                    assertThat(urging.path("urgedBy").asString()).isEqualTo("系统");
                    assertThat(urging.path("words").asString()).contains("2023年3月进展应于2023年3月27日前报送", "已逾期1个工作日");
                });
        turn("2023-03-29T09:00");
        turn("2023-03-29T15:00"); // the same day again
        assertThat(told("unit-urged")).isOne();
        assertThat(notices(supervisor, "")).isEmpty();

        turn("2023-03-30T09:00");
        JsonNode blue = only(supervisor, "?state=PROPOSED");
        assertThat(blue.path("step").asString()).isEqualTo("NOTICE_BLUE");
        assertThat(blue.path("stillOwed").asBoolean()).isTrue();
        assertThat(blue.path("number").isNull()).isTrue();
        assertThat(Api.strings(blue.path("allowed"))).containsExactly("ISSUE", "DISMISS");
        assertThat(notices(api.liaison(health), ""))
                .as("what is not signed has not left the house")
                .isEmpty();
        assertThat(told("notice-issued")).isZero();

        Api.Answer issued = issue(supervisor, blue, "2023-04-03");
        assertThat(issued.text("number")).isEqualTo("督办〔2023〕1号");
        assertThat(told("notice-issued")).isOne();

        turn("2023-04-04T09:00"); // six working days overdue, and two since the blue one
        assertThat(only(supervisor, "?state=PROPOSED").path("step").asString()).isEqualTo("NOTICE_YELLOW");
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void theUnitSignsForItAnswersAndIsDoneWithItOnceItHasReported() {
        Api.Answer issued = issuedNotice();
        Api.As liaison = api.liaison(health);
        String path = "/api/notices/" + issued.id();
        assertThat(liaison.post(path + "/reply", issued.etag(), Map.of("words", "已办理"))
                        .text("type"))
                .isEqualTo("urn:duban:problem:not-allowed-now");
        Api.Answer received = liaison.post(path + "/receipt", issued.etag(), Api.nothing());
        assertThat(received.text("state")).isEqualTo("RECEIVED");
        assertThat(Api.strings(received.body().path("allowed"))).containsExactly("REPLY", "APPEAL");
        Api.Answer replied = liaison.post(path + "/reply", received.etag(), Map.of("words", "已落实专人，今日补报。"));
        assertThat(replied.body().path("reply").path("words").asString()).isEqualTo("已落实专人，今日补报。");
        assertThat(told("notice-answered")).isEqualTo(2);

        String report =
                jdbc.sql("select id::text from report").query(String.class).single();
        assertThat(liaison.put(
                                "/api/reports/" + report,
                                "\"0\"",
                                Map.of("progress", 40, "done", "完成两次督导", "indicators", List.of()))
                        .status())
                .isEqualTo(200);
        turn("2023-04-03T09:00");
        assertThat(liaison.get(path).text("state")).isEqualTo("SETTLED");
        assertThat(told("notice-settled")).isOne();
        turn("2023-05-08T09:00");
        assertThat(notices(supervisor, "?state=PROPOSED")).isEmpty();
    }

    @Test
    void whoReportsBeforeTheSignatureIsNotNoticed() {
        escalates(plan);
        turn("2023-03-28T09:00");
        turn("2023-03-30T09:00");
        JsonNode proposal = only(supervisor, "?state=PROPOSED");
        handIn();
        assertThat(only(supervisor, "?state=PROPOSED").path("stillOwed").asBoolean())
                .isFalse();
        Api.Answer refused = issue(supervisor, proposal, "2023-04-03");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("urn:duban:problem:no-longer-owed");
        turn("2023-03-31T09:00");
        assertThat(notices(supervisor, "?state=LAPSED")).hasSize(1);
        assertThat(told("notice-issued") + told("notice-settled")).isZero();
    }

    @Test
    void anAppealPausesTheLadderAndAWithdrawalEndsIt() {
        Api.Answer issued = issuedNotice();
        Api.As liaison = api.liaison(health);
        String path = "/api/notices/" + issued.id();
        Api.Answer appealed = liaison.post(path + "/appeal", issued.etag(), Map.of("reason", "报送系统故障，已书面报告。"));
        assertThat(appealed.text("state")).isEqualTo("APPEALED");
        turn("2023-04-20T09:00");
        assertThat(notices(supervisor, "?state=PROPOSED")).isEmpty();
        assertThat(supervisor
                        .post(path + "/appeal-decision", appealed.etag(), Map.of("withdraw", true, "opinion", " "))
                        .status())
                .isEqualTo(400);
        Api.Answer withdrawn = supervisor.post(
                path + "/appeal-decision", appealed.etag(), Map.of("withdraw", true, "opinion", "情况属实，予以撤销。"));
        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(told("notice-appeal-decided")).isOne();
        turn("2023-05-08T09:00");
        assertThat(notices(supervisor, "?state=PROPOSED")).isEmpty();
    }

    @Test
    void anAppealThatIsRefusedLetsTheLadderGoOn() {
        Api.Answer issued = issuedNotice();
        String path = "/api/notices/" + issued.id();
        Api.Answer appealed = api.liaison(health).post(path + "/appeal", issued.etag(), Map.of("reason", "已书面报告。"));
        supervisor.post(path + "/appeal-decision", appealed.etag(), Map.of("withdraw", false, "opinion", "未见报告。"));
        turn("2023-04-06T09:00");
        assertThat(only(supervisor, "?state=PROPOSED").path("step").asString()).isEqualTo("NOTICE_YELLOW");
    }

    @Test
    void aClosedTaskAndAPlanWithoutRulesPressNobody() {
        turn("2023-04-20T09:00");
        assertThat(notices(supervisor, "")).isEmpty();
        assertThat(told("unit-urged")).isZero();
        escalates(plan);
        jdbc.sql("update task set state = 'CLOSED'").update();
        turn("2023-04-21T09:00");
        assertThat(told("unit-urged")).isZero();
    }

    @Test
    void aTaskPastItsOwnDayIsOneCaseEvenWhileItsReportIsOwedToo() {
        jdbc.sql("update task set due_on = '2023-03-24'").update();
        escalates(plan);
        turn("2023-03-28T09:00");
        turn("2023-03-31T09:00");
        JsonNode proposal = only(supervisor, "?state=PROPOSED");
        assertThat(proposal.path("cause").asString()).isEqualTo("TASK");
        assertThat(proposal.path("reason").asString()).contains("应于2023年3月24日前完成", "逾期5个工作日");
    }

    @Test
    void closingTheTaskEndsItsNotices() {
        Api.Answer issued = issuedNotice();
        Api.As liaison = api.liaison(health);
        handIn();
        Api.Answer seen = liaison.get("/api/tasks/{id}", task);
        Api.Answer done = liaison.post("/api/tasks/{id}/completion", seen.etag(), Map.of("statement", "已全部完成"), task);
        assertThat(done.status()).isEqualTo(200);
        assertThat(supervisor
                        .post("/api/tasks/{id}/verification", done.etag(), Api.nothing(), task)
                        .status())
                .isEqualTo(200);
        assertThat(supervisor.get("/api/notices/{id}", issued.id()).text("state"))
                .isEqualTo("SETTLED");
    }

    @Test
    void aSupervisorMayWantANoticeWhateverTheRulesSay() {
        Map<String, Object> proposal =
                Map.of("taskId", task, "unitId", health, "step", "NOTICE_RED", "reason", "市委督查室要求限期办理。");
        Api.Answer proposed = supervisor.post("/api/notices", null, proposal);
        assertThat(proposed.status()).isEqualTo(201);
        assertThat(proposed.text("cause")).isEqualTo("MANUAL");
        assertThat(proposed.body().path("demand").asString()).contains("主要负责同志");
        assertThat(issue(supervisor, proposed.body(), "2023-03-20").status()).isEqualTo(200);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("taskId", task, "unitId", stranger, "step", "NOTICE_RED", "reason", "限期办理"),
                Map.of("taskId", task, "unitId", health, "step", "REMINDER", "reason", "限期办理"))) {
            assertThat(supervisor.post("/api/notices", null, wrong).status()).isEqualTo(422);
        }
        jdbc.sql("update task set state = 'CLOSED'").update();
        assertThat(supervisor.post("/api/notices", null, proposal).status()).isEqualTo(409);
    }

    @Test
    void eachSeesItsOwnNoticesOnly() {
        Api.Answer issued = issuedNotice();
        String path = "/api/notices/" + issued.id();
        Api.As office = api.as("COUNTY_OFFICE", finance, county.id());
        Api.As otherOffice = api.as("COUNTY_OFFICE", stranger, otherCounty.id());
        assertThat(notices(api.liaison(health), "?unit=me")).hasSize(1);
        assertThat(notices(office, "")).hasSize(1);
        assertThat(notices(countys, "")).hasSize(1);
        for (Api.As other : List.of(api.liaison(finance), api.liaison(stranger), otherOffice)) {
            assertThat(notices(other, "")).isEmpty();
            assertThat(other.get(path).status()).isEqualTo(404);
            for (String action : List.of("receipt", "reply", "appeal")) {
                assertThat(other.post(path + "/" + action, issued.etag(), Map.of("words", "已办", "reason", "理由"))
                                .status())
                        .as(action)
                        .isEqualTo(404);
            }
        }
        assertThat(office.post(path + "/receipt", issued.etag(), Api.nothing()).text("type"))
                .isEqualTo("urn:duban:problem:not-your-notice");
        assertThat(supervisor
                        .post(path + "/receipt", issued.etag(), Api.nothing())
                        .status())
                .isEqualTo(403);
        assertThat(countys.post(path + "/appeal-decision", issued.etag(), Map.of("withdraw", true, "opinion", "撤销"))
                        .text("type"))
                .isEqualTo("urn:duban:problem:not-your-plan");
        assertThat(api.liaison(stranger).get("/api/plans/{id}/escalation", plan).status())
                .isEqualTo(404);
        assertThat(countys.put("/api/plans/" + plan + "/escalation", "\"1\"", USUAL)
                        .text("type"))
                .isEqualTo("urn:duban:problem:not-your-plan");
        assertThat(api.liaison(stranger).get("/api/tasks/{id}/urgings", task).items())
                .isEmpty();
    }

    @Test
    void aProposalIsSeenByWhoeverSignsItAndByNobodyElse() {
        UUID countyPlan = adopt(county.id());
        escalates(plan);
        turn("2023-03-28T09:00");
        turn("2023-03-30T09:00");
        UUID proposal =
                UUID.fromString(only(supervisor, "?state=PROPOSED").path("id").asString());
        for (Api.As other : List.of(
                countys,
                api.as("COUNTY_OFFICE", health, county.id()),
                api.liaison(health),
                api.as("SECRETARY", null, null))) {
            assertThat(other.get("/api/notices/{id}", proposal).status()).isEqualTo(404);
            assertThat(notices(other, "")).isEmpty();
        }
        escalates(countys, countyPlan);
        turn("2023-03-31T09:00");
        turn("2023-04-03T09:00");
        assertThat(notices(countys, "?state=PROPOSED"))
                .singleElement()
                .satisfies(own -> assertThat(own.path("planId").asString()).isEqualTo(countyPlan.toString()));
        assertThat(issue(countys, only(countys, "?state=PROPOSED"), "2023-04-07")
                        .text("number"))
                .isEqualTo("青山督办〔2023〕1号");
    }

    @Test
    void whoMayOnlyReadIsOfferedNothing() {
        escalates(plan);
        turn("2023-03-28T09:00");
        turn("2023-03-30T09:00");
        Api.As reader = api.as("SUPERVISOR", null, null, "ledger:read");
        JsonNode proposal = only(reader, "?state=PROPOSED");
        assertThat(issue(reader, proposal, "2023-04-03").status()).isEqualTo(403);
        assertThat(Api.strings(proposal.path("allowed"))).isEmpty();
        assertThat(reader.get("/api/plans/{id}/escalation", plan)
                        .body()
                        .path("mayChange")
                        .asBoolean())
                .isFalse();
        issue(supervisor, proposal, "2023-04-03");
        JsonNode issued = only(api.as("LIAISON", health, null, "ledger:read"), "?unit=me");
        assertThat(Api.strings(issued.path("allowed"))).isEmpty();
    }

    @Test
    void aDecisionOnAnOutdatedVersionIsRefused() {
        Api.Answer issued = issuedNotice();
        Api.As liaison = api.liaison(health);
        String path = "/api/notices/" + issued.id() + "/receipt";
        assertThat(liaison.post(path, null, Api.nothing()).status()).isEqualTo(428);
        assertThat(liaison.post(path, "\"7\"", Api.nothing()).status()).isEqualTo(412);
    }

    @Test
    void theNoticeIsAnOfficialDocument() throws Exception {
        Api.Answer issued = issuedNotice();
        var answer = mvc.perform(MockMvcRequestBuilders.get("/api/notices/{id}", issued.id())
                        .header(HttpHeaders.AUTHORIZATION, Tokens.bearer("LIAISON", health, county.id()))
                        .accept(OfficialPaper.MEDIA_TYPE))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo(OfficialPaper.MEDIA_TYPE);
        assertThat(answer.getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains("attachment", "UTF-8''");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            String text = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining("\n"));
            assertThat(text).contains("督导调度办公室督办通知单", "督办〔2023〕1号", "县卫生健康局：", "2023年3月30日");
            assertThat(document.getTables().getFirst().getText()).contains("蓝色督办单", "请今日报送", "2023年4月3日前");
        }
    }

    @Test
    void numbersHaveNoGapsWhoeverIssuesAtOnceAndWhateverFails() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> issuing = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(i -> () -> transactions.execute(status -> {
                        int number = numbers.next(null, "督办", 2023);
                        if (i % 4 == 0) {
                            status.setRollbackOnly();
                            return 0;
                        }
                        return number;
                    }))
                    .toList();
            List<Integer> given = new ArrayList<>();
            for (var future : pool.invokeAll(issuing)) {
                given.add(future.get());
            }
            assertThat(given.stream().filter(number -> number > 0).sorted())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 30).boxed().toList());
        }
        assertThat(transactions.<Integer>execute(status -> numbers.next(county.id(), "督办", 2023)))
                .isOne();
        assertThat(transactions.<Integer>execute(status -> numbers.next(null, "督办", 2024)))
                .isOne();
    }

    @Test
    void urgingIsLimitedByTheWeekAsThePlanSays() {
        set(supervisor, plan, Map.of("urgingsAWeek", 2, "steps", List.of()));
        assertThat(urge("2023-03-14T09:00")).isEqualTo(200);
        assertThat(urge("2023-03-14T15:00")).as("the same day").isEqualTo(409);
        assertThat(urge("2023-03-15T09:00")).isEqualTo(200);
        assertThat(urge("2023-03-16T09:00")).as("a third time in the week").isEqualTo(409);
        assertThat(urge("2023-03-21T09:00")).isEqualTo(200);
        assertThat(urge("2023-03-25T09:00")).as("a Saturday").isEqualTo(200);
        assertThat(urge("2023-03-27T09:00"))
                .as("the Monday after, which is one working day with it")
                .isEqualTo(409);
    }

    @Test
    void rulesThatDoNotRiseAreRefused() {
        Map<String, Object> falling =
                Map.of("urgingsAWeek", 3, "steps", List.of(rule("NOTICE_RED", 3, 1), rule("NOTICE_BLUE", 5, 1)));
        Api.Answer refused = supervisor.put("/api/plans/" + plan + "/escalation", "\"0\"", falling);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("detail")).isEqualTo("“红色督办单”须晚于“蓝色督办单”。");
        Api.Answer rules = supervisor.get("/api/plans/{id}/escalation", plan);
        assertThat(rules.body().path("steps").size()).isZero();
        assertThat(rules.body().path("usual").size()).isEqualTo(6);
    }

    private Api.Answer issuedNotice() {
        escalates(plan);
        turn("2023-03-28T09:00");
        turn("2023-03-30T09:00");
        return issue(supervisor, only(supervisor, "?state=PROPOSED"), "2023-04-03");
    }

    private void handIn() {
        String report = jdbc.sql("select id::text from report where plan_id = :plan")
                .param("plan", plan)
                .query(String.class)
                .single();
        assertThat(api.liaison(health)
                        .put(
                                "/api/reports/" + report,
                                "\"0\"",
                                Map.of("progress", 40, "done", "完成两次督导", "indicators", List.of()))
                        .status())
                .isEqualTo(200);
    }

    private int urge(String at) {
        clock.set(at);
        Api.Answer seen = supervisor.get("/api/tasks/{id}", task);
        return supervisor
                .post("/api/tasks/{id}/urging", seen.etag(), Map.of("unitId", health), task)
                .status();
    }

    private static Api.Answer issue(Api.As who, JsonNode notice, String replyBy) {
        return who.post(
                "/api/notices/" + notice.path("id").asString() + "/issue",
                "\"" + notice.path("version").asInt() + "\"",
                Map.of("demand", "请今日报送，并说明逾期原因。", "replyBy", replyBy));
    }

    private void escalates(UUID of) {
        escalates(supervisor, of);
    }

    private static void escalates(Api.As who, UUID of) {
        set(who, of, USUAL);
    }

    private static void set(Api.As who, UUID of, Map<String, Object> rules) {
        Api.Answer before = who.get("/api/plans/{id}/escalation", of);
        assertThat(who.put("/api/plans/" + of + "/escalation", before.etag(), rules)
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, Object> rule(String step, int after, int grace) {
        return Map.of("step", step, "afterWorkingDays", after, "graceWorkingDays", grace);
    }

    private void turn(String at) {
        clock.set(at);
        days.now();
    }

    private static List<JsonNode> notices(Api.As who, String query) {
        return who.get("/api/notices" + query).items();
    }

    private static JsonNode only(Api.As who, String query) {
        List<JsonNode> found = notices(who, query);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private int told(String type) {
        return jdbc.sql("select count(*) from outbox where type = :type")
                .param("type", "duban.task." + type + ".v1")
                .query(Integer.class)
                .single();
    }

    private UUID adopt(@Nullable UUID countyId) {
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
                        List.of(new NewTask(
                                1,
                                "健全联席会议制度",
                                "健全联席会议制度，按季度召开。",
                                LocalDate.of(2023, 12, 31),
                                false,
                                List.of(),
                                List.of(health),
                                List.of(finance),
                                null)))
                .id();
    }

    private UUID taskOf(UUID of) {
        return jdbc.sql("select id from task where plan_id = :plan")
                .param("plan", of)
                .query(UUID.class)
                .single();
    }
}
