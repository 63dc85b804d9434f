package org.duban.task.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** A lead unit gives pieces of its part to others; what they do is its progress (behaviours.md P6). */
@ServiceTest
class PiecesApiTest {
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
    LedgerProgress progress;

    @Autowired
    TransactionOperations transactions;

    private final County county = Api.county("临江县");
    private final County elsewhere = Api.county("安澜县");
    private Api api;
    private Api.As supervisor;
    private Api.As giver;
    private UUID cityHealth;
    private UUID cityFinance;
    private UUID health;
    private UUID clinic;
    private UUID plan;
    private UUID task;

    @BeforeEach
    void aCitysTask() {
        api = new Api(mvc, directory);
        supervisor = api.as("SUPERVISOR", null, null);
        clock.set("2026-03-13T09:00");
        cityHealth = api.register(null, "市卫生健康委").getFirst();
        cityFinance = api.register(null, "市财政局").getFirst();
        health = api.register(county, "县卫生健康局").getFirst();
        clinic = api.register(county, "县中医院").getFirst();
        giver = api.liaison(cityHealth);
        plan = ledger.adopt(
                        new NewPlan("市实施方案", null, null, null, "LEDGER", Plan.Source.LEDGER, null, null, 25, List.of()),
                        List.of(new NewTask(
                                1,
                                "建成县域中医药中心",
                                "各县建成中医药中心。",
                                LocalDate.of(2026, 10, 31),
                                false,
                                List.of(),
                                List.of(cityHealth),
                                List.of(cityFinance),
                                null)))
                .id();
        task = jdbc.sql("select id from task where plan_id = :plan")
                .param("plan", plan)
                .query(UUID.class)
                .single();
        act(giver, task, "acknowledgement", Map.of());
    }

    private Api.Answer act(Api.As who, UUID id, String action, Map<String, ?> body) {
        return who.post(
                "/api/tasks/{id}/" + action,
                supervisor.get("/api/tasks/{id}", id).etag(),
                body,
                id);
    }

    private Api.Answer give(Api.As who, UUID parent, int weight, UUID lead, Map<String, ?> more) {
        Map<String, Object> asked = new HashMap<>(more);
        asked.put("title", "建成一家中心");
        asked.put("text", "建成一家中医药中心。");
        asked.put("leads", List.of(lead));
        return act(who, parent, "subtasks", Map.of("weight", weight, "task", asked));
    }

    private Api.Answer seen(UUID id) {
        return supervisor.get("/api/tasks/{id}", id);
    }

    private int progressOf(UUID id) {
        return seen(id).body().path("progress").asInt();
    }

    private void report(UUID piece, UUID unit, int percent) {
        transactions.executeWithoutResult(status -> progress.reported(piece, unit, UUID.randomUUID(), percent));
    }

    private List<String> titles(Api.As who, String filter) {
        return who.get("/api/tasks?plan=" + plan + filter).items().stream()
                .map(row -> row.path("title").asString())
                .toList();
    }

    @Test
    void whatItsPiecesDoIsTheProgressOfThePart() {
        UUID countys = give(giver, task, 3, health, Map.of()).id();
        UUID own =
                give(giver, task, 1, cityHealth, Map.of("dueOn", "2026-06-30")).id();
        assertThat(seen(countys).text("dueOn")).isEqualTo("2026-10-31");
        assertThat(seen(task).body().path("pieces").size()).isEqualTo(2);
        report(countys, health, 40);
        assertThat(progressOf(task)).isEqualTo(30);
        assertThat(seen(task).text("state")).isEqualTo("IN_PROGRESS");
        // What the unit says of the whole is how far its pieces are.
        report(task, cityHealth, 90);
        assertThat(progressOf(task)).isEqualTo(30);

        act(api.liaison(health), countys, "completion", Map.of("statement", "已建成"));
        Api.Answer refused = act(giver, task, "completion", Map.of("statement", "完成"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("2项分解事项");
        assertThat(Api.strings(giver.get("/api/tasks/{id}", countys).body().path("allowed")))
                .contains("VERIFY", "RETURN");
        assertThat(act(api.liaison(health), countys, "verification", Map.of()).status())
                .isEqualTo(403);
        assertThat(act(giver, countys, "verification", Map.of("opinion", "同意")).text("state"))
                .isEqualTo("CLOSED");
        assertThat(progressOf(task)).isEqualTo(75);
        act(giver, own, "acknowledgement", Map.of());
        act(giver, own, "completion", Map.of("statement", "已建成"));
        act(giver, own, "verification", Map.of());
        assertThat(progressOf(task)).isEqualTo(100);
        assertThat(act(giver, task, "completion", Map.of("statement", "全部建成")).text("state"))
                .isEqualTo("COMPLETION_SUBMITTED");
        assertThat(act(giver, countys, "reopening", Map.of("reason", "复查")).status())
                .isEqualTo(409);
        assertThat(versions(task)).isEqualTo(seen(task).body().path("version").asInt());
    }

    /** Every version has its line. */
    private int versions(UUID id) {
        return jdbc.sql("select count(distinct version) from task_history where task_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Test
    void aCountysUnitGoesOnDividingButNotWithoutEnd() {
        UUID piece = give(giver, task, 1, health, Map.of()).id();
        Api.As countys = api.liaison(health);
        act(countys, piece, "acknowledgement", Map.of());
        assertThat(give(countys, piece, 1, cityFinance, Map.of()).text("type"))
                .isEqualTo("urn:duban:problem:unit-out-of-reach");
        UUID deepest = give(countys, piece, 1, clinic, Map.of()).id();
        report(deepest, clinic, 60);
        assertThat(progressOf(piece)).isEqualTo(60);
        assertThat(progressOf(task)).isEqualTo(60);
        act(api.liaison(clinic), deepest, "acknowledgement", Map.of());
        assertThat(give(api.liaison(clinic), deepest, 1, clinic, Map.of()).text("type"))
                .isEqualTo("urn:duban:problem:too-deep");
    }

    @Test
    void piecesAreListedWithTheirTaskAndToWhoseWorkTheyAre() {
        give(giver, task, 1, health, Map.of());
        assertThat(titles(supervisor, "")).containsExactly("建成县域中医药中心");
        assertThat(titles(supervisor, "&subtasks=true")).containsExactly("建成县域中医药中心", "建成一家中心");
        assertThat(titles(supervisor, "&unit=" + health)).containsExactly("建成一家中心");
        assertThat(titles(api.liaison(health), "")).containsExactly("建成一家中心");
        assertThat(titles(giver, "")).containsExactly("建成县域中医药中心");
        assertThat(titles(api.as("SUPERVISOR", null, county.id()), "")).containsExactly("建成一家中心");
        assertThat(titles(api.as("SUPERVISOR", null, elsewhere.id()), "&subtasks=true"))
                .isEmpty();
        assertThat(titles(api.liaison(cityFinance), "")).containsExactly("建成县域中医药中心");
        assertThat(supervisor.get("/api/plans/{id}", plan).body().path("tasks").asInt())
                .isEqualTo(1);
    }

    @Test
    void eachSeesThePiecesThatAreTheirs() {
        UUID piece = give(giver, task, 2, health, Map.of()).id();
        days.now();
        JsonNode toCounty =
                api.liaison(health).get("/api/tasks/{id}", piece).body().path("pieceOf");
        assertThat(toCounty.path("title").asString()).isEqualTo("建成县域中医药中心");
        assertThat(toCounty.path("taskId").isNull()).isTrue();
        assertThat(toCounty.path("weight").asInt()).isEqualTo(2);
        JsonNode toGiver = giver.get("/api/tasks/{id}", piece).body();
        assertThat(toGiver.path("pieceOf").path("taskId").asString()).isEqualTo(task.toString());
        assertThat(toGiver.path("reports").size()).isEqualTo(1);
        assertThat(api.liaison(cityFinance)
                        .get("/api/tasks/{id}", task)
                        .body()
                        .path("pieces")
                        .size())
                .isZero();
        assertThat(api.liaison(cityFinance).get("/api/tasks/{id}", piece).status())
                .isEqualTo(404);
        assertThat(act(api.liaison(cityFinance), task, "subtasks", Map.of("weight", 1, "task", Map.of()))
                        .status())
                .isEqualTo(400);
        assertThat(give(api.liaison(cityFinance), task, 1, cityFinance, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(give(giver, task, 1, health, Map.of("dueOn", "2026-12-31")).text("type"))
                .isEqualTo("urn:duban:problem:later-than-parent");
        assertThat(give(giver, task, 1, health, Map.of("kind", "STANDING")).text("type"))
                .isEqualTo("urn:duban:problem:piece-must-end");
    }

    @Test
    void piecesAreSuspendedAndResumedWithTheirTask() {
        UUID one = give(giver, task, 1, health, Map.of()).id();
        UUID other = give(giver, task, 1, clinic, Map.of()).id();
        report(one, health, 50);
        act(giver, other, "suspension", Map.of("reason", "选址未定"));
        assertThat(progressOf(task)).as("what is suspended does not count").isEqualTo(50);
        act(supervisor, task, "suspension", Map.of("reason", "政策调整"));
        assertThat(seen(one).text("state")).isEqualTo("SUSPENDED");
        assertThat(act(giver, one, "resumption", Map.of("reason", "继续")).status())
                .isEqualTo(409);
        act(supervisor, task, "resumption", Map.of("reason", "政策已明确"));
        assertThat(seen(one).text("state")).isEqualTo("IN_PROGRESS");
        assertThat(seen(other).text("state")).isEqualTo("SUSPENDED");
        assertThat(progressOf(task)).isEqualTo(50);
    }

    private Api.Answer milestone(int percent) {
        return supervisor.put(
                "/api/tasks/{id}/milestones",
                seen(task).etag(),
                Map.of("milestones", List.of(Map.of("name", "过半", "dueOn", "2026-06-30", "percent", percent))),
                task);
    }

    private JsonNode reachedOn() {
        return seen(task).body().path("milestones").get(0).path("reachedOn");
    }

    private void close(UUID piece, UUID unit) {
        close(piece, unit, giver);
    }

    private void close(UUID piece, UUID unit, Api.As decides) {
        act(api.liaison(unit), piece, "acknowledgement", Map.of());
        act(api.liaison(unit), piece, "completion", Map.of("statement", "已建成"));
        assertThat(act(decides, piece, "verification", Map.of()).text("state")).isEqualTo("CLOSED");
    }

    @Test
    void resumingMovesNothingThatNobodyReported() {
        UUID done = give(giver, task, 1, health, Map.of()).id();
        UUID begun = give(giver, task, 1, clinic, Map.of()).id();
        assertThat(milestone(80).status()).isEqualTo(200);
        close(done, health);
        report(begun, clinic, 10);
        assertThat(progressOf(task)).isEqualTo(55);
        act(supervisor, task, "suspension", Map.of("reason", "政策调整"));
        int versions = versions(task);
        assertThat(act(supervisor, task, "resumption", Map.of("reason", "政策已明确"))
                        .text("state"))
                .isEqualTo("IN_PROGRESS");
        assertThat(progressOf(task)).isEqualTo(55);
        assertThat(reachedOn().isNull())
                .as("four fifths, which nobody reported")
                .isTrue();
        assertThat(versions(task)).as("it was resumed, and that is all").isEqualTo(versions + 1);
        report(begun, clinic, 70);
        assertThat(reachedOn().isNull()).as("85 as reported").isFalse();
    }

    @Test
    void whatIsSuspendedReachesNoMilestone() {
        UUID one = give(giver, task, 1, health, Map.of()).id();
        UUID other = give(giver, task, 1, clinic, Map.of()).id();
        milestone(50);
        report(one, health, 60);
        act(giver, other, "suspension", Map.of("reason", "选址未定"));
        assertThat(progressOf(task)).isEqualTo(60);
        assertThat(reachedOn().isNull()).isTrue();
        report(one, health, 65);
        assertThat(reachedOn().isNull()).isFalse();
    }

    @Test
    void aPieceIsNotResumedByItsDayWhileItsTaskIsSuspended() {
        UUID piece = give(giver, task, 1, health, Map.of()).id();
        report(piece, health, 30);
        act(giver, piece, "suspension", Map.of("reason", "选址未定", "resumesOn", "2026-03-20"));
        act(supervisor, task, "suspension", Map.of("reason", "政策调整"));
        clock.set("2026-03-20T06:00");
        days.now();
        assertThat(seen(piece).text("state")).isEqualTo("SUSPENDED");
        act(supervisor, task, "resumption", Map.of("reason", "政策已明确"));
        clock.set("2026-03-21T06:00");
        days.now();
        assertThat(seen(piece).text("state")).isEqualTo("IN_PROGRESS");
    }

    private Api.Answer revise(List<UUID> leads, List<UUID> cooperators) {
        return supervisor.put(
                "/api/tasks/{id}",
                seen(task).etag(),
                Map.of(
                        "reason",
                        "职能调整",
                        "task",
                        Map.of(
                                "title",
                                "建成县域中医药中心",
                                "text",
                                "各县建成中医药中心。",
                                "dueOn",
                                "2026-10-31",
                                "leads",
                                leads,
                                "cooperators",
                                cooperators)),
                task);
    }

    @Test
    void whoeverLeadsInsteadTakesOverWhatWasGiven() {
        UUID insurance = api.register(null, "市医保局").getFirst();
        UUID waiting = give(giver, task, 1, health, Map.of()).id();
        UUID closed = give(giver, task, 1, clinic, Map.of()).id();
        close(closed, clinic);
        act(api.liaison(health), waiting, "acknowledgement", Map.of());
        act(api.liaison(health), waiting, "completion", Map.of("statement", "已建成"));
        assertThat(revise(List.of(insurance), List.of(cityFinance)).status()).isEqualTo(200);
        assertThat(progressOf(task)).as("what the pieces had reached").isEqualTo(50);

        Api.As heir = api.liaison(insurance);
        assertThat(giver.get("/api/tasks/{id}", waiting).status()).isEqualTo(404);
        assertThat(act(giver, waiting, "verification", Map.of()).status()).isEqualTo(404);
        JsonNode taken = heir.get("/api/tasks/{id}", waiting).body();
        assertThat(taken.path("pieceOf").path("givenBy").path("id").asString()).isEqualTo(insurance.toString());
        assertThat(Api.strings(taken.path("allowed"))).contains("VERIFY", "RETURN", "SUSPEND");
        assertThat(heir.get("/api/tasks/{id}", closed).status()).isEqualTo(200);
        JsonNode step = heir.get("/api/tasks/{id}/history", waiting).items().getFirst();
        assertThat(step.path("action").asString()).isEqualTo("HAND_OVER");
        assertThat(step.path("words").asString()).isEqualTo("职能调整");
        assertThat(step.path("details").path("changes").get(0).path("to").asString())
                .isEqualTo("市医保局");
        assertThat(versions(waiting)).isEqualTo(taken.path("version").asInt());
        assertThat(askedToVerify(waiting)).containsExactly(cityHealth.toString(), insurance.toString());

        assertThat(act(heir, waiting, "verification", Map.of()).text("state")).isEqualTo("CLOSED");
        assertThat(progressOf(task)).isEqualTo(100);
        act(heir, task, "acknowledgement", Map.of());
        assertThat(act(heir, task, "completion", Map.of("statement", "全部建成")).text("state"))
                .isEqualTo("COMPLETION_SUBMITTED");
    }

    private List<String> askedToVerify(UUID piece) {
        return jdbc.sql("""
                        select convert_from(payload, 'UTF8')::jsonb ->> 'givenBy' from outbox
                        where key = :piece and type = 'duban.task.completion-submitted.v1'
                        order by id
                        """)
                .param("piece", piece.toString())
                .query(String.class)
                .list();
    }

    @Test
    void whoHadDoneItsPartHasToDoMoreOnceItTakesOverWhatStillRuns() {
        UUID insurance = api.register(null, "市医保局").getFirst();
        revise(List.of(cityHealth, insurance), List.of());
        UUID piece = give(giver, task, 1, health, Map.of()).id();
        act(api.liaison(insurance), task, "acknowledgement", Map.of());
        act(api.liaison(insurance), task, "completion", Map.of("statement", "本单位已完成"));
        assertThat(revise(List.of(insurance), List.of()).text("state")).isEqualTo("IN_PROGRESS");
        assertThat(act(supervisor, task, "verification", Map.of()).status()).isEqualTo(409);
        close(piece, health, api.liaison(insurance));
        assertThat(act(api.liaison(insurance), task, "completion", Map.of("statement", "全部建成"))
                        .text("state"))
                .isEqualTo("COMPLETION_SUBMITTED");
    }

    @Test
    void whatWasGivenStaysWithWhoStillLeads() {
        UUID insurance = api.register(null, "市医保局").getFirst();
        UUID piece = give(giver, task, 1, health, Map.of()).id();
        revise(List.of(insurance, cityHealth), List.of(cityFinance));
        assertThat(giver.get("/api/tasks/{id}", piece).body().path("version").asInt())
                .isEqualTo(1);
        revise(List.of(insurance), List.of(cityHealth));
        assertThat(giver.get("/api/tasks/{id}", piece).status())
                .as("it only cooperates from now on")
                .isEqualTo(404);
        assertThat(api.liaison(insurance).get("/api/tasks/{id}", piece).status())
                .isEqualTo(200);
    }

    @Test
    void aDayIsWaitedForByWhoeverTookOver() {
        UUID insurance = api.register(null, "市医保局").getFirst();
        UUID piece = give(giver, task, 1, health, Map.of("dueOn", "2026-06-30")).id();
        UUID request = UUID.fromString(act(
                        api.liaison(health),
                        piece,
                        "extension-requests",
                        Map.of("wantedDay", "2026-07-31", "reason", "选址未定"))
                .body()
                .path("extensions")
                .get(0)
                .path("id")
                .asString());
        revise(List.of(insurance), List.of());
        assertThat(act(
                                api.liaison(insurance),
                                piece,
                                "extension-requests/" + request + "/decision",
                                Map.of("granted", true))
                        .text("dueOn"))
                .isEqualTo("2026-07-31");
    }

    @Test
    void aPieceIsNotPutOffBeyondTheDayOfItsTask() {
        UUID piece = give(giver, task, 1, health, Map.of("dueOn", "2026-06-30")).id();
        Api.As countys = api.liaison(health);
        assertThat(act(countys, piece, "extension-requests", Map.of("wantedDay", "2026-12-31", "reason", "选址未定"))
                        .text("type"))
                .isEqualTo("urn:duban:problem:later-than-parent");
        Api.Answer asked =
                act(countys, piece, "extension-requests", Map.of("wantedDay", "2026-09-30", "reason", "选址未定"));
        String decision = "extension-requests/"
                + asked.body().path("extensions").get(0).path("id").asString() + "/decision";
        assertThat(act(giver, piece, decision, Map.of("granted", true, "day", "2026-11-30"))
                        .text("type"))
                .isEqualTo("urn:duban:problem:later-than-parent");
        assertThat(act(giver, piece, decision, Map.of("granted", true, "day", "2026-10-31"))
                        .text("dueOn"))
                .isEqualTo("2026-10-31");
    }

    @Test
    void piecesThatWereLeftBehindAreGivenToWhoeverLeads() throws Exception {
        UUID insurance = api.register(null, "市医保局").getFirst();
        UUID piece = give(giver, task, 1, health, Map.of()).id();
        revise(List.of(insurance), List.of());
        jdbc.sql("update task set given_by = :left where id = :piece")
                .param("left", cityHealth)
                .param("piece", piece)
                .update();
        jdbc.sql(new ClassPathResource("db/migration/V23__orphaned_pieces.sql").getContentAsString(UTF_8))
                .update();
        assertThat(api.liaison(insurance).get("/api/tasks/{id}", piece).status())
                .isEqualTo(200);
        assertThat(giver.get("/api/tasks/{id}", piece).status()).isEqualTo(404);
    }
}
