package org.duban.task.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The head of a unit signs its reports off, where the plan asks for it (behaviours.md P10). */
@ServiceTest
class SignOffFlowTest {

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

    private Api api;
    private Api.As supervisor;
    private Api.As liaison;
    private Api.As head;
    private UUID health;
    private String report;

    @BeforeEach
    void aPlanThatAsksForTheHeadsSignature() {
        jdbc.sql("truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, outbox")
                .update();
        clock.set("2023-03-13T09:00");
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        health = api.register(null, "市卫生健康委").getFirst();
        liaison = api.liaison(health);
        head = api.as("UNIT_HEAD", health, null);
        UUID plan = ledger.adopt(
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
                        List.of(new NewTask(1, "任务1", "正文", null, true, List.of(), List.of(health), List.of(), null)))
                .id();
        assertThat(supervisor
                        .put("/api/plans/" + plan + "/round-rules", "\"0\"", Api.roundRules(Map.of("signOff", true)))
                        .status())
                .isEqualTo(200);
        report = "/api/reports/"
                + jdbc.sql("select id from report").query(UUID.class).single();
    }

    @Test
    void whatTheLiaisonWritesLeavesTheUnitOnlyWithTheHeadsSignature() {
        Api.Answer written = liaison.put(report, "\"0\"", words(40));
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.text("state")).isEqualTo("DUE");
        assertThat(written.body().path("awaitsSignOff").asBoolean()).isTrue();
        assertThat(written.body().path("pending").path("progress").asInt()).isEqualTo(40);
        assertThat(written.body().path("progress").isNull()).isTrue();
        assertThat(Api.strings(written.body().path("allowed"))).containsExactly("SUBMIT");
        assertThat(told("report-awaits-sign-off")).isOne();
        assertThat(told("report-submitted")).isZero();
        assertThat(progress()).isZero();

        Api.Answer outside = supervisor.get(report);
        assertThat(outside.body().path("pending").isNull())
                .as("nobody outside reads it yet")
                .isTrue();
        assertThat(outside.body().path("awaitsSignOff").asBoolean()).isTrue();
        assertThat(overview("submitted")).isZero();

        assertThat(head.get("/api/tasks/counts").body().path("toSignOff").asInt())
                .isOne();
        assertThat(liaison.get("/api/tasks/counts?unit=me")
                        .body()
                        .path("toSignOff")
                        .asInt())
                .isZero();
        assertThat(head.get("/api/reports?unit=me&to-sign-off=true").items()).hasSize(1);
        assertThat(Api.strings(head.get(report).body().path("allowed")))
                .containsExactly("SUBMIT", "SIGN_OFF", "REFUSE_SIGN_OFF");

        clock.set("2023-03-28T09:00");
        Api.Answer signed = head.post(report + "/sign-off", "\"1\"", Map.of());
        assertThat(signed.status()).isEqualTo(200);
        assertThat(signed.text("state")).isEqualTo("SUBMITTED");
        assertThat(signed.text("submittedBy")).isEqualTo("测试·LIAISON");
        assertThat(signed.text("signedBy")).isEqualTo("测试·UNIT_HEAD");
        assertThat(signed.body().path("onTime").asBoolean())
                .as("the signature came a day late")
                .isFalse();
        assertThat(told("report-submitted")).isOne();
        assertThat(told("report-signed-off")).isOne();
        assertThat(progress()).isEqualTo(40);
        assertThat(overview("submitted")).isOne();
        assertThat(head.get("/api/tasks/counts").body().path("toSignOff").asInt())
                .isZero();

        assertThat(liaison.put(report, signed.etag(), words(50)).status())
                .as("what the head has signed, nobody else corrects")
                .isEqualTo(409);
        assertThat(head.put(report, signed.etag(), words(45)).status()).isEqualTo(200);
    }

    @Test
    void theHeadGivesItBackInsideTheUnit() {
        liaison.put(report, "\"0\"", words(40));
        assertThat(head.post(report + "/sign-off-refusal", "\"1\"", Map.of("reason", " "))
                        .status())
                .isEqualTo(400);
        Api.Answer refused = head.post(report + "/sign-off-refusal", "\"1\"", Map.of("reason", "请补充数据"));
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body().path("awaitsSignOff").asBoolean()).isFalse();
        assertThat(liaison.get(report).body().path("pending").path("refusal").asString())
                .isEqualTo("请补充数据");
        assertThat(told("report-sign-off-refused")).isOne();
        assertThat(head.post(report + "/sign-off", "\"2\"", Map.of()).status()).isEqualTo(409);
        assertThat(supervisor.get("/api/reports?state=returned").items())
                .as("it was not returned by the supervisor")
                .isEmpty();
        liaison.put(report, "\"2\"", words(45));
        assertThat(head.post(report + "/sign-off", "\"3\"", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void whatIsWrittenAnewAfterAReturnWasReturnedOnce() {
        Api.Answer handedIn = head.put(report, "\"0\"", words(40));
        Api.Answer returned = supervisor.post(report + "/return", handedIn.etag(), Map.of("reason", "请补充数据"));
        assertThat(returned.status()).isEqualTo(200);
        Api.Answer written = liaison.put(report, returned.etag(), words(45));
        assertThat(head.post(report + "/sign-off-refusal", written.etag(), Map.of("reason", "请再核实"))
                        .status())
                .isEqualTo(200);
        assertThat(jdbc.sql("select cardinality(returned) from report where cardinality(handed_in) > 0")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void onlyTheHeadOfTheUnitSigns() {
        liaison.put(report, "\"0\"", words(40));
        var other = api.as("UNIT_HEAD", api.register(null, "市财政局").getFirst(), null);
        assertThat(other.post(report + "/sign-off", "\"1\"", Map.of()).status()).isEqualTo(404);
        assertThat(other.get("/api/reports?to-sign-off=true").items()).isEmpty();
        assertThat(liaison.post(report + "/sign-off", "\"1\"", Map.of()).status())
                .isEqualTo(403);
        assertThat(supervisor.post(report + "/sign-off", "\"1\"", Map.of()).status())
                .isEqualTo(403);
        assertThat(head.post(report + "/sign-off", null, Map.of()).status()).isEqualTo(428);
        assertThat(head.post(report + "/sign-off", "\"0\"", Map.of()).status()).isEqualTo(412);
        assertThat(supervisor.post(report + "/acceptance", "\"1\"", Map.of()).status())
                .as("there is nothing to review yet")
                .isEqualTo(409);
    }

    @Test
    void theHeadsOwnReportNeedsNoSecondSignature() {
        Api.Answer handedIn = head.put(report, "\"0\"", words(40));
        assertThat(handedIn.text("state")).isEqualTo("SUBMITTED");
        assertThat(handedIn.text("signedBy")).isEqualTo("测试·UNIT_HEAD");
        assertThat(told("report-awaits-sign-off")).isZero();
    }

    private static Map<String, Object> words(int progress) {
        return Map.of("progress", progress, "done", "完成两次督导", "indicators", List.of());
    }

    private int overview(String number) {
        return supervisor
                .get("/api/overview?period=2023-03")
                .body()
                .path("totals")
                .path(number)
                .asInt();
    }

    private int progress() {
        return jdbc.sql("select progress from task").query(Integer.class).single();
    }

    private int told(String type) {
        return jdbc.sql("select count(*) from outbox where type = :type")
                .param("type", "duban.task." + type + ".v1")
                .query(Integer.class)
                .single();
    }
}
