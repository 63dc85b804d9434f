package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/** The parts of a task's life beside acknowledging, reporting and closing (behaviours.md P5, P7). */
@ServiceTest
class LifeApiTest {
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

    @Autowired
    LedgerProgress progress;

    @Autowired
    TransactionOperations transactions;

    private final County county = Api.county("临江县");
    private Api api;
    private Api.As supervisor;
    private UUID health;
    private UUID finance;
    private UUID culture;
    private UUID cityHealth;
    private UUID plan;
    private UUID task;

    @BeforeEach
    void aTaskOfTwoLeadUnits() {
        api = new Api(mvc, directory);
        supervisor = api.as("SUPERVISOR", null, county.id());
        clock.set("2026-03-13T09:00");
        List<UUID> units = api.register(county, "县卫生健康局", "县财政局", "县文化局");
        health = units.get(0);
        finance = units.get(1);
        culture = units.get(2);
        cityHealth = api.register(null, "市卫生健康委").getFirst();
        plan = ledger.adopt(
                        new NewPlan(
                                "临江县实施方案",
                                null,
                                null,
                                null,
                                "IMPLEMENTATION_PLAN",
                                Plan.Source.DOCUMENT,
                                null,
                                county.id(),
                                25,
                                List.of()),
                        List.of(new NewTask(
                                1,
                                "健全联席会议制度",
                                "健全制度。",
                                LocalDate.of(2026, 6, 30),
                                false,
                                List.of(),
                                List.of(health, finance),
                                List.of(culture),
                                null)))
                .id();
        task = jdbc.sql("select id from task where plan_id = :plan")
                .param("plan", plan)
                .query(UUID.class)
                .single();
    }

    private Api.Answer act(Api.As who, String action, Map<String, ?> body) {
        return who.post(
                "/api/tasks/{id}/" + action, who.get("/api/tasks/{id}", task).etag(), body, task);
    }

    private Api.Answer seen() {
        return supervisor.get("/api/tasks/{id}", task);
    }

    private List<String> partStates() {
        return Api.list(seen().body().path("parts")).stream()
                .map(part -> part.path("state").asString())
                .toList();
    }

    private List<String> reportStates() {
        return Api.list(seen().body().path("reports")).stream()
                .map(report -> report.path("period").asString() + " "
                        + report.path("state").asString())
                .distinct()
                .toList();
    }

    @Test
    void severalLeadUnitsEachSubmitTheirPartAndOneMayHaveToDoMore() {
        Api.As one = api.liaison(health);
        Api.As other = api.liaison(finance);
        act(one, "acknowledgement", Map.of());
        Api.Answer first = act(one, "completion", Map.of("statement", "本单位部分已完成。"));
        assertThat(first.text("state")).isEqualTo("IN_PROGRESS");
        assertThat(Api.strings(first.body().path("allowed"))).doesNotContain("SUBMIT_COMPLETION");
        assertThat(Api.strings(seen().body().path("allowed")))
                .contains("RETURN")
                .doesNotContain("VERIFY");
        act(other, "acknowledgement", Map.of());
        assertThat(act(other, "completion", Map.of("statement", "已完成。")).text("state"))
                .isEqualTo("COMPLETION_SUBMITTED");
        assertThat(partStates()).containsExactly("COMPLETED", "COMPLETED", "ASSIGNED");
        Api.Answer returned = act(supervisor, "return", Map.of("reason", "缺决算表", "units", List.of(finance)));
        assertThat(returned.text("state")).isEqualTo("IN_PROGRESS");
        assertThat(partStates()).containsExactly("COMPLETED", "IN_PROGRESS", "ASSIGNED");
        assertThat(act(supervisor, "return", Map.of("reason", "理由", "units", List.of(culture)))
                        .status())
                .isEqualTo(409);
        assertThat(act(other, "completion", Map.of("statement", "已补。")).text("state"))
                .isEqualTo("COMPLETION_SUBMITTED");
    }

    @Test
    void aSuspendedTaskOwesNothingAndResumesByItselfOnItsDay() {
        assertThat(reportStates()).containsExactly("2026-03 DUE");
        assertThat(act(supervisor, "suspension", Map.of("reason", " ")).status())
                .isEqualTo(400);
        assertThat(act(supervisor, "suspension", Map.of("reason", "政策调整", "resumesOn", "2026-03-13"))
                        .status())
                .isEqualTo(422);
        Api.Answer suspended = act(supervisor, "suspension", Map.of("reason", "政策调整", "resumesOn", "2026-07-01"));
        assertThat(suspended.text("state")).isEqualTo("SUSPENDED");
        assertThat(suspended.body().path("suspension").path("resumesOn").asString())
                .isEqualTo("2026-07-01");
        assertThat(reportStates()).containsExactly("2026-03 WAIVED");
        assertThat(act(api.liaison(health), "acknowledgement", Map.of()).status())
                .isEqualTo(409);
        clock.set("2026-06-30T09:00");
        days.now();
        assertThat(seen().text("state")).isEqualTo("SUSPENDED");
        assertThat(seen().text("light")).isEqualTo("GREEN");
        assertThat(reportStates()).containsExactly("2026-03 WAIVED");
        clock.set("2026-07-01T09:00");
        days.now();
        Api.Answer resumed = seen();
        assertThat(resumed.text("state")).isEqualTo("ASSIGNED");
        assertThat(resumed.body().path("suspension").isNull()).isTrue();
        assertThat(resumed.text("light")).isEqualTo("RED");
        assertThat(reportStates()).contains("2026-07 DUE");
        assertThat(history()).startsWith("RESUME 系统", "SUSPEND test");
    }

    private List<String> history() {
        return supervisor.get("/api/tasks/{id}/history", task).items().stream()
                .map(line -> line.path("action").asString()
                        + (line.path("by").asString().equals("系统") ? " 系统" : " test"))
                .toList();
    }

    @Test
    void aClosedTaskIsReopenedAsFarAsItsUnitsWere() {
        for (UUID unit : List.of(health, finance)) {
            act(api.liaison(unit), "acknowledgement", Map.of());
            act(api.liaison(unit), "completion", Map.of("statement", "完成"));
        }
        assertThat(act(supervisor, "verification", Map.of()).text("state")).isEqualTo("CLOSED");
        assertThat(act(supervisor, "suspension", Map.of("reason", "理由")).status())
                .isEqualTo(409);
        Api.Answer reopened = act(supervisor, "reopening", Map.of("reason", "复核发现制度未执行"));
        assertThat(reopened.text("state")).isEqualTo("IN_PROGRESS");
        assertThat(reopened.body().path("progress").asInt()).isZero();
        assertThat(partStates()).startsWith("IN_PROGRESS", "IN_PROGRESS");
        clock.set("2026-04-01T09:00");
        days.now();
        assertThat(reportStates()).containsExactly("2026-04 DUE", "2026-03 WAIVED");
        assertThat(told()).containsSubsequence("duban.task.task-closed.v1", "duban.task.task-reopened.v1");
    }

    @Test
    void anExtensionIsAskedForDecidedAndMovesTheDay() {
        Api.As liaison = api.liaison(health);
        Map<String, ?> asked = Map.of("wantedDay", "2026-09-30", "reason", "征求意见未结束");
        Api.Answer request = act(liaison, "extension-requests", asked);
        assertThat(request.status()).isEqualTo(201);
        assertThat(request.location()).contains("/extension-requests/");
        assertThat(act(liaison, "extension-requests", asked).status()).isEqualTo(409);
        assertThat(act(api.liaison(culture), "extension-requests", asked).status())
                .isEqualTo(403);
        assertThat(supervisor
                        .get("/api/tasks?extension-asked=true&plan={plan}", plan)
                        .items())
                .hasSize(1);
        assertThat(supervisor.get("/api/tasks/counts").body().path("toExtend").asInt())
                .isEqualTo(1);
        String decision = "extension-requests/" + requestId() + "/decision";
        assertThat(act(supervisor, decision, Map.of("granted", false)).status()).isEqualTo(400);
        assertThat(act(supervisor, decision, Map.of("granted", true, "day", "2026-06-30"))
                        .status())
                .isEqualTo(422);
        assertThat(act(liaison, decision, Map.of("granted", true)).status()).isEqualTo(403);
        Api.Answer granted =
                act(supervisor, decision, Map.of("granted", true, "day", "2026-08-31", "opinion", "同意延至8月底"));
        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.text("dueOn")).isEqualTo("2026-08-31");
        assertThat(granted.text("originalDueOn")).isEqualTo("2026-06-30");
        assertThat(granted.body().path("extensions").path(0).path("state").asString())
                .isEqualTo("GRANTED");
        assertThat(act(supervisor, decision, Map.of("granted", true)).status()).isEqualTo(409);
        clock.set("2026-07-15T09:00");
        days.now();
        assertThat(Api.strings(seen().body().path("allowed"))).doesNotContain("EXTEND");
        assertThat(seen().text("lightReason")).doesNotContain("超办结期限");
        assertThat(told())
                .containsSubsequence(
                        "duban.task.extension-requested.v1",
                        "duban.task.task-extended.v1",
                        "duban.task.extension-decided.v1");
    }

    @Test
    void aRequestIsTakenBackByWhoMadeItAndLapsesWhereTheTaskIsSuspended() {
        Api.As liaison = api.liaison(health);
        Map<String, ?> asked = Map.of("wantedDay", "2026-09-30", "reason", "理由");
        act(liaison, "extension-requests", asked);
        String withdrawal = "extension-requests/" + requestId() + "/withdrawal";
        assertThat(act(api.liaison(finance), withdrawal, Map.of()).status()).isEqualTo(403);
        assertThat(act(liaison, withdrawal, Map.of()).status()).isEqualTo(200);
        act(liaison, "extension-requests", asked);
        Api.Answer suspended = act(supervisor, "suspension", Map.of("reason", "政策调整"));
        assertThat(Api.list(suspended.body().path("extensions")))
                .extracting(one -> one.path("state").asString())
                .containsExactly("LAPSED", "WITHDRAWN");
        act(supervisor, "resumption", Map.of("reason", "恢复"));
        act(liaison, "extension-requests", asked);
        Api.Answer refused = act(
                supervisor,
                "extension-requests/" + requestId() + "/decision",
                Map.of("granted", false, "opinion", "时限不能再延"));
        assertThat(refused.text("dueOn")).isEqualTo("2026-06-30");
        assertThat(history()).startsWith("REFUSE_EXTENSION test");
    }

    private String requestId() {
        return seen().body().path("extensions").path(0).path("id").asString();
    }

    private Map<String, Object> asked(String title, UUID... leads) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("title", title);
        asked.put("text", title + "。");
        asked.put("dueOn", "2026-05-31");
        asked.put("leads", List.of(leads));
        return asked;
    }

    @Test
    void aDraftIsNobodysBusinessUntilItIsAssigned() {
        Api.Answer drafted = supervisor.post("/api/tasks", null, Map.of("planId", plan, "task", asked("增补任务", health)));
        assertThat(drafted.status()).isEqualTo(201);
        assertThat(drafted.text("state")).isEqualTo("DRAFTED");
        task = drafted.id();
        assertThat(api.liaison(health).get("/api/tasks/{id}", task).status()).isEqualTo(404);
        assertThat(api.liaison(health).get("/api/tasks?q=增补").items()).isEmpty();
        assertThat(told()).isEmpty();
        assertThat(supervisor.get("/api/plans/{id}", plan).body().path("tasks").asInt())
                .isEqualTo(1);
        assertThat(Api.strings(drafted.body().path("allowed")))
                .containsExactly("ASSIGN", "REVISE", "SET_MILESTONES", "SET_CADENCE", "DISCARD");
        Api.Answer revised = supervisor.put(
                "/api/tasks/{id}",
                drafted.etag(),
                Map.of("reason", "改名", "task", asked("增补任务二", health, finance)),
                task);
        assertThat(revised.status()).isEqualTo(200);
        assertThat(told()).isEmpty();
        assertThat(supervisor
                        .post("/api/tasks/{id}/assignment", drafted.etag(), Map.of(), task)
                        .status())
                .isEqualTo(412);
        Api.Answer assigned = act(supervisor, "assignment", Map.of());
        assertThat(assigned.text("state")).isEqualTo("ASSIGNED");
        assertThat(told()).contains("duban.task.task-assigned.v1");
        assertThat(api.liaison(health).get("/api/tasks/{id}", task).status()).isEqualTo(200);
        assertThat(reportStates()).containsExactly("2026-03 DUE");
        assertThat(supervisor.delete("/api/tasks/{id}", assigned.etag(), task).status())
                .isEqualTo(409);
        assertThat(history()).containsExactly("ASSIGN test", "REVISE test", "DRAFT test");
    }

    @Test
    void aDiscardedDraftIsGone() {
        Api.Answer drafted = supervisor.post("/api/tasks", null, Map.of("planId", plan, "task", asked("多余任务", health)));
        assertThat(supervisor
                        .delete("/api/tasks/{id}", drafted.etag(), drafted.id())
                        .status())
                .isEqualTo(204);
        assertThat(supervisor.get("/api/tasks/{id}", drafted.id()).status()).isEqualTo(404);
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void workGivenByHandIsKeptInOnePlanAYear() {
        Api.Answer one = supervisor.post("/api/tasks", null, Map.of("assign", true, "task", asked("交办一", health)));
        Api.Answer two = supervisor.post("/api/tasks", null, Map.of("assign", true, "task", asked("交办二", finance)));
        assertThat(one.text("state")).isEqualTo("ASSIGNED");
        assertThat(one.text("source")).isEqualTo("AD_HOC");
        assertThat(two.text("planId")).isEqualTo(one.text("planId"));
        assertThat(one.text("planTitle")).isEqualTo("临江县2026年临时交办事项");
        task = one.id();
        days.now();
        assertThat(reportStates()).containsExactly("2026-03 DUE");
    }

    @Test
    void aCountyGivesWorkToItsOwnUnitsOnlyAndUnderItsOwnPlans() {
        assertThat(supervisor
                        .post("/api/tasks", null, Map.of("planId", plan, "task", asked("任务", cityHealth)))
                        .text("type"))
                .isEqualTo("urn:duban:problem:unit-out-of-reach");
        Api.As otherCounty = api.as("SUPERVISOR", null, UUID.randomUUID());
        assertThat(otherCounty
                        .post("/api/tasks", null, Map.of("planId", plan, "task", asked("任务", health)))
                        .status())
                .isEqualTo(404);
        assertThat(supervisor
                        .post("/api/tasks", null, Map.of("task", asked("任务")))
                        .status())
                .isEqualTo(400);
        assertThat(api.liaison(health)
                        .post("/api/tasks", null, Map.of("task", asked("任务", health)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobodyElseActsOnATask() {
        Api.As otherCounty = api.as("SUPERVISOR", null, UUID.randomUUID());
        Api.As liaison = api.liaison(health);
        Map<String, Object> reason = Map.of("reason", "理由");
        for (String action : List.of("suspension", "resumption", "reopening", "assignment")) {
            assertThat(otherCounty
                            .post("/api/tasks/{id}/" + action, "\"1\"", reason, task)
                            .status())
                    .as(action)
                    .isEqualTo(404);
            assertThat(liaison.post("/api/tasks/{id}/" + action, "\"1\"", reason, task)
                            .status())
                    .as(action)
                    .isEqualTo(403);
        }
        Map<String, Object> revision = Map.of("reason", "理由", "task", asked("改名", health));
        assertThat(otherCounty.put("/api/tasks/{id}", "\"1\"", revision, task).status())
                .isEqualTo(404);
        assertThat(otherCounty.delete("/api/tasks/{id}", "\"1\"", task).status())
                .isEqualTo(404);
        Api.As stranger = api.liaison(UUID.randomUUID());
        assertThat(stranger.post(
                                "/api/tasks/{id}/extension-requests",
                                "\"1\"",
                                Map.of("wantedDay", "2026-09-30", "reason", "理由"),
                                task)
                        .status())
                .isEqualTo(404);
        assertThat(supervisor
                        .post("/api/tasks/{id}/suspension", null, reason, task)
                        .status())
                .isEqualTo(428);
    }

    private Map<String, Object> milestones(Object... dayAndPercent) {
        List<Map<String, Object>> all = new java.util.ArrayList<>();
        for (int i = 0; i < dayAndPercent.length; i += 2) {
            all.add(Map.of("name", "节点" + (i / 2 + 1), "dueOn", dayAndPercent[i], "percent", dayAndPercent[i + 1]));
        }
        return Map.of("milestones", all);
    }

    private Api.Answer put(Api.As who, String what, Map<String, Object> body) {
        return who.put(
                "/api/tasks/{id}/" + what, who.get("/api/tasks/{id}", task).etag(), body, task);
    }

    @Test
    void milestonesAreProposedByALeadUnitAndSetByTheSupervisor() {
        Api.As liaison = api.liaison(health);
        Map<String, Object> wanted = milestones("2026-04-12", 50, "2026-05-31", 80);
        Api.Answer proposed = put(liaison, "milestone-proposal", wanted);
        assertThat(proposed.status()).isEqualTo(200);
        assertThat(proposed.body().path("proposedMilestones").size()).isEqualTo(2);
        assertThat(proposed.body().path("milestones").size()).isZero();
        assertThat(put(api.liaison(culture), "milestone-proposal", wanted).status())
                .isEqualTo(403);
        assertThat(put(liaison, "milestones", wanted).status()).isEqualTo(403);
        assertThat(put(supervisor, "milestones", milestones("2026-07-12", 50)).status())
                .isEqualTo(422);
        Api.Answer set = put(supervisor, "milestones", wanted);
        assertThat(set.body().path("proposedMilestones").size()).isZero();
        clock.set("2026-03-28T09:00");
        assertThat(seen().body().path("scheduled").asInt()).isEqualTo(25);
        assertThat(told()).contains("duban.task.task-changed.v1");
    }

    @Test
    void aMilestoneIsReachedOnTheDayOnWhichReportedProgressComesSoFar() {
        put(supervisor, "milestones", milestones("2026-04-12", 40, "2026-05-31", 80));
        clock.set("2026-03-20T09:00");
        for (UUID unit : List.of(health, finance)) {
            transactions.executeWithoutResult(status -> progress.reported(task, unit, UUID.randomUUID(), 45));
        }
        assertThat(Api.list(seen().body().path("milestones")))
                .extracting(one -> one.path("reachedOn").asString(""))
                .containsExactly("2026-03-20", "");
    }

    @Test
    void aReliefIsRememberedWithWhatWasDone() {
        Api.Answer revised = supervisor.put(
                "/api/tasks/{id}", seen().etag(), Map.of("reason", "职责调整", "task", asked("健全联席会议制度", health)), task);
        assertThat(Api.list(revised.body().path("released")))
                .extracting(part -> part.path("unit").path("shortName").asString())
                .containsExactlyInAnyOrder("县财政局", "县文化局");
        assertThat(api.liaison(finance).get("/api/tasks/{id}", task).status()).isEqualTo(404);
    }

    private List<String> told() {
        return jdbc.sql("select type from outbox where key = :key order by id")
                .param("key", task.toString())
                .query(String.class)
                .list();
    }
}
