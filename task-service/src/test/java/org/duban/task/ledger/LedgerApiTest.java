package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duban.kit.audit.AuditTrail;
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
import tools.jackson.databind.JsonNode;

@ServiceTest
class LedgerApiTest {
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
    LedgerProgress progress;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionOperations transactions;

    private Api api;
    private Api.As supervisor;
    private final County county = Api.county("临江县");
    private UUID health;
    private UUID finance;
    private UUID stranger;
    private UUID cityHealth;
    private Plan plan;

    @BeforeEach
    void aPlanOfTwoTasks() {
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        clock.set("2026-03-13T09:00");
        List<UUID> units = api.register(county, "县卫生健康局", "县财政局", "县林业局");
        health = units.get(0);
        finance = units.get(1);
        stranger = units.get(2);
        cityHealth = api.register(null, "市卫生健康委").getFirst();
        plan = adopt(
                county.id(),
                task(1, "健全联席会议制度", LocalDate.of(2026, 6, 30), List.of(health), List.of(finance)),
                task(2, "培训中医药人才", LocalDate.of(2026, 3, 15), List.of(health, finance), List.of()));
    }

    private Plan adopt(@org.jspecify.annotations.Nullable UUID countyId, NewTask... tasks) {
        return ledger.adopt(
                new NewPlan(
                        "临江县实施方案",
                        null,
                        null,
                        null,
                        "IMPLEMENTATION_PLAN",
                        Plan.Source.DOCUMENT,
                        null,
                        countyId,
                        25,
                        List.of(new Phase("实施阶段", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 12, 31)))),
                List.of(tasks));
    }

    private static NewTask task(int ordinal, String title, LocalDate dueOn, List<UUID> leads, List<UUID> cooperators) {
        return new NewTask(
                ordinal,
                title,
                title + "，并按季度报告。",
                dueOn,
                false,
                List.of(new Indicator("覆盖率达到90%以上", ">=", new java.math.BigDecimal("90"), null, "%")),
                leads,
                cooperators,
                null);
    }

    private UUID id(int ordinal) {
        return jdbc.sql("select id from task where plan_id = :plan and ordinal = :ordinal")
                .param("plan", plan.id())
                .param("ordinal", ordinal)
                .query(UUID.class)
                .single();
    }

    private List<Integer> ordinals(Api.As who, String query) {
        return who.get("/api/tasks?plan=" + plan.id() + query).items().stream()
                .map(task -> task.path("ordinal").asInt())
                .toList();
    }

    @Test
    void aRowSaysWhoOwesWhatUntilWhenAndHowItStands() {
        JsonNode row =
                supervisor.get("/api/tasks?plan={plan}", plan.id()).items().get(1);
        assertThat(row.path("title").asString()).isEqualTo("培训中医药人才");
        assertThat(row.path("planTitle").asString()).isEqualTo("临江县实施方案");
        assertThat(row.path("countyName").asString()).isEqualTo("临江县");
        assertThat(row.path("state").asString()).isEqualTo("ASSIGNED");
        assertThat(row.path("light").asString()).isEqualTo("YELLOW");
        assertThat(row.path("lightReason").asString()).contains("2天");
        assertThat(row.path("updatedAt").asString()).isEqualTo("2026-03-13T09:00:00+08:00");
        assertThat(Api.list(row.path("leads")))
                .extracting(unit -> unit.path("shortName").asString())
                .containsExactly("县卫生健康局", "县财政局");
        assertThat(row.path("lastReport").isNull()).isTrue();
    }

    @Test
    void eachFilterNarrowsTheLedger() {
        assertThat(ordinals(supervisor, "")).containsExactly(1, 2);
        assertThat(ordinals(supervisor, "&unit=" + finance)).containsExactly(1, 2);
        assertThat(ordinals(supervisor, "&unit=" + finance + "&part=lead")).containsExactly(2);
        assertThat(ordinals(supervisor, "&unit=" + finance + "&part=COOPERATING"))
                .containsExactly(1);
        assertThat(ordinals(supervisor, "&county=" + county.id())).containsExactly(1, 2);
        assertThat(ordinals(supervisor, "&county=" + UUID.randomUUID())).isEmpty();
        assertThat(ordinals(supervisor, "&due-before=2026-04-01")).containsExactly(2);
        assertThat(ordinals(supervisor, "&light=yellow,red")).containsExactly(2);
        assertThat(ordinals(supervisor, "&light=GREEN")).containsExactly(1);
        assertThat(ordinals(supervisor, "&state=CLOSED")).isEmpty();
        assertThat(ordinals(supervisor, "&state=assigned,CLOSED")).containsExactly(1, 2);
        assertThat(supervisor.get("/api/tasks?light=PURPLE").status()).isEqualTo(400);
        assertThat(supervisor.get("/api/tasks?unit=nobody").status()).isEqualTo(400);
        assertThat(supervisor.get("/api/tasks?unit=me").status()).isEqualTo(400);
        assertThat(supervisor.get("/api/tasks?plan=1").status()).isEqualTo(400);
        assertThat(supervisor.get("/api/tasks?limit=201").status()).isEqualTo(400);
    }

    @Test
    void twoCharactersAreEnoughToFindATask() {
        assertThat(ordinals(supervisor, "&q=人才")).containsExactly(2);
        assertThat(ordinals(supervisor, "&q=联席会议")).containsExactly(1);
        assertThat(ordinals(supervisor, "&q=会")).containsExactly(1);
        assertThat(ordinals(supervisor, "&q=季度报告")).containsExactly(1, 2);
        assertThat(ordinals(supervisor, "&q=人 才")).containsExactly(2);
        // Both of its pairs occur, but not next to each other.
        assertThat(ordinals(supervisor, "&q=中医人才")).isEmpty();
        assertThat(ordinals(supervisor, "&q=%25")).isEmpty();
    }

    @Test
    void pagesFollowOnEachOtherWithoutGapOrDouble() {
        Plan later = adopt(
                null,
                IntStream.rangeClosed(1, 5)
                        .mapToObj(n -> task(n, "任务" + n, null, List.of(cityHealth), List.of()))
                        .toArray(NewTask[]::new));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            Api.Answer page = cursor == null
                    ? supervisor.get("/api/tasks?limit=3")
                    : supervisor.get("/api/tasks?limit=3&cursor={cursor}", cursor);
            page.items().forEach(task -> seen.add(task.path("id").asString()));
            cursor = page.body().path("next").isNull() ? null : page.text("next");
            pages++;
        } while (cursor != null && pages < 500);
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .hasSize(jdbc.sql("select count(*) from task where parent_id is null")
                        .query(Integer.class)
                        .single());
        assertThat(seen.subList(0, 5))
                .containsExactlyElementsOf(jdbc.sql("select id::text from task where plan_id = :plan order by ordinal")
                        .param("plan", later.id())
                        .query(String.class)
                        .list());
        assertThat(supervisor.get("/api/tasks?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void aTaskShowsItsPartsIndicatorsAndPhase() {
        JsonNode task = supervisor.get("/api/tasks/{id}", id(1)).body();
        assertThat(task.path("text").asString()).isEqualTo("健全联席会议制度，并按季度报告。");
        assertThat(task.path("phase").path("name").asString()).isEqualTo("实施阶段");
        assertThat(task.path("indicators").path(0).path("operator").asString()).isEqualTo(">=");
        assertThat(Api.list(task.path("parts")))
                .extracting(
                        part -> part.path("part").asString(),
                        part -> part.path("acknowledgeBy").asString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("LEAD", "2026-03-18"),
                        org.assertj.core.groups.Tuple.tuple("COOPERATING", "2026-03-18"));
        assertThat(task.path("originalDueOn").asString()).isEqualTo("2026-06-30");
    }

    @Test
    void theRoundThatOpensWithThePlanIsSeenOnTheTask() {
        JsonNode reports = supervisor.get("/api/tasks/{id}", id(2)).body().path("reports");
        assertThat(Api.list(reports))
                .extracting(report -> report.path("period").asString() + " "
                        + report.path("state").asString())
                .containsExactly("2026-03 DUE", "2026-03 DUE");
        JsonNode own = api.liaison(finance).get("/api/tasks/{id}", id(2)).body().path("reports");
        assertThat(Api.list(own))
                .extracting(report -> report.path("unit").path("id").asString())
                .containsExactly(finance.toString());
    }

    @Test
    void aUnitSeesItsOwnTasksAndNothingOfOthers() {
        UUID task = id(1);
        Api.As other = api.liaison(stranger);
        assertThat(other.get("/api/tasks?limit=200").items()).isEmpty();
        assertThat(other.get("/api/tasks?unit={unit}", health).items()).isEmpty();
        assertThat(other.get("/api/tasks/{id}", task).status()).isEqualTo(404);
        assertThat(other.get("/api/tasks/{id}/history", task).status()).isEqualTo(404);
        assertThat(other.post("/api/tasks/{id}/acknowledgement", "\"1\"", Api.nothing(), task)
                        .status())
                .isEqualTo(404);
        assertThat(other.post("/api/tasks/{id}/completion", "\"1\"", Map.of("statement", "完成"), task)
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/api/plans").items()).isEmpty();
        assertThat(other.get("/api/plans/{id}", plan.id()).status()).isEqualTo(404);
        Api.As otherCounty = api.as("SUPERVISOR", null, UUID.randomUUID());
        assertThat(otherCounty.get("/api/tasks?limit=200").items()).isEmpty();
        assertThat(otherCounty.get("/api/plans").items()).isEmpty();
        assertThat(otherCounty.get("/api/plans/{id}", plan.id()).status()).isEqualTo(404);
        for (String action : List.of("verification", "return", "urging")) {
            assertThat(otherCounty
                            .post("/api/tasks/{id}/" + action, "\"1\"", Map.of("reason", "理由"), task)
                            .status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(api.liaison(health).get("/api/plans").items()).hasSize(1);
        assertThat(api.as("COUNTY_OFFICE", health, county.id())
                        .get("/api/plans/{id}", plan.id())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everyActionNeedsItsRoleAndItsScope() {
        UUID task = id(1);
        Api.As liaison = api.liaison(health);
        for (String action : List.of("verification", "return", "urging")) {
            assertThat(liaison.post("/api/tasks/{id}/" + action, "\"1\"", Map.of("reason", "理由"), task)
                            .status())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(supervisor
                        .post("/api/tasks/{id}/acknowledgement", "\"1\"", Api.nothing(), task)
                        .status())
                .isEqualTo(403);
        assertThat(api.as("LIAISON", health, null, "ledger:read")
                        .post("/api/tasks/{id}/acknowledgement", "\"1\"", Api.nothing(), task)
                        .status())
                .isEqualTo(403);
        assertThat(api.as("LIAISON", health, null, "report:write")
                        .get("/api/tasks")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theLifeOfATaskFromAssignedToClosed() {
        UUID task = id(1);
        Api.As liaison = api.liaison(health);
        Api.Answer assigned = liaison.get("/api/tasks/{id}", task);
        assertThat(Api.strings(assigned.body().path("allowed")))
                .containsExactly("ACKNOWLEDGE", "REQUEST_EXTENSION", "PROPOSE_MILESTONES");
        assertThat(liaison.post("/api/tasks/{id}/acknowledgement", null, Api.nothing(), task)
                        .status())
                .isEqualTo(428);
        assertThat(liaison.post("/api/tasks/{id}/acknowledgement", "\"7\"", Api.nothing(), task)
                        .status())
                .isEqualTo(412);
        assertThat(liaison.post("/api/tasks/{id}/completion", assigned.etag(), Map.of("statement", "完成"), task)
                        .text("type"))
                .isEqualTo("urn:duban:problem:not-allowed-now");

        Api.Answer acknowledged = liaison.post("/api/tasks/{id}/acknowledgement", assigned.etag(), Api.nothing(), task);
        assertThat(acknowledged.status()).isEqualTo(200);
        assertThat(acknowledged.text("state")).isEqualTo("ACKNOWLEDGED");
        assertThat(Api.strings(acknowledged.body().path("allowed")))
                .containsExactly("SUBMIT_COMPLETION", "REQUEST_EXTENSION", "DECOMPOSE", "PROPOSE_MILESTONES");
        assertThat(liaison.post("/api/tasks/{id}/acknowledgement", acknowledged.etag(), Api.nothing(), task)
                        .status())
                .isEqualTo(409);

        assertThat(liaison.post("/api/tasks/{id}/completion", acknowledged.etag(), Map.of("statement", " "), task)
                        .status())
                .isEqualTo(400);
        Api.Answer submitted =
                liaison.post("/api/tasks/{id}/completion", acknowledged.etag(), Map.of("statement", "制度已印发。"), task);
        assertThat(submitted.text("state")).isEqualTo("COMPLETION_SUBMITTED");

        Api.Answer seen = supervisor.get("/api/tasks/{id}", task);
        assertThat(Api.strings(seen.body().path("allowed")))
                .containsExactly("VERIFY", "RETURN", "REVISE", "SUSPEND", "SET_CADENCE");
        Api.Answer returned =
                supervisor.post("/api/tasks/{id}/return", seen.etag(), Map.of("reason", "请补充佐证材料。"), task);
        assertThat(returned.text("state")).isEqualTo("IN_PROGRESS");
        assertThat(returned.text("light")).isEqualTo("YELLOW");

        Api.Answer again =
                liaison.post("/api/tasks/{id}/completion", returned.etag(), Map.of("statement", "材料已补充。"), task);
        Api.Answer closed =
                supervisor.post("/api/tasks/{id}/verification", again.etag(), Map.of("opinion", "同意。"), task);
        assertThat(closed.text("state")).isEqualTo("CLOSED");
        assertThat(closed.body().path("progress").asInt()).isEqualTo(100);
        assertThat(Api.strings(closed.body().path("allowed"))).containsExactly("REOPEN");
        assertThat(Api.list(closed.body().path("reports")))
                .extracting(report -> report.path("state").asString())
                .containsExactly("WAIVED");
        assertThat(supervisor
                        .get("/api/plans/{id}", plan.id())
                        .body()
                        .path("closedTasks")
                        .asInt())
                .isEqualTo(1);

        assertThat(supervisor.get("/api/tasks/{id}/history", task).items())
                .extracting(line -> line.path("action").asString() + ": "
                        + line.path("words").asString(""))
                .containsExactly(
                        "VERIFY: 同意。",
                        "SUBMIT_COMPLETION: 材料已补充。",
                        "RETURN: 请补充佐证材料。",
                        "SUBMIT_COMPLETION: 制度已印发。",
                        "ACKNOWLEDGE: ",
                        "ASSIGN: ");
        assertThat(told(task))
                .containsSubsequence(
                        "duban.task.task-assigned.v1",
                        "duban.task.task-acknowledged.v1",
                        "duban.task.completion-submitted.v1",
                        "duban.task.completion-returned.v1",
                        "duban.task.completion-submitted.v1",
                        "duban.task.task-closed.v1");
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void aCountysSupervisorSeesTheCitysTaskButDoesNotDecideOnIt() {
        plan = adopt(
                null, task(1, "健全联席会议制度", LocalDate.of(2026, 6, 30), List.of(health, cityHealth), List.of(finance)));
        Api.As countys = api.as("SUPERVISOR", null, county.id());
        Api.Answer seen = countys.get("/api/tasks/{id}", id(1));
        assertThat(Api.strings(seen.body().path("allowed"))).isEmpty();
        for (String step : List.of("verification", "return", "urging")) {
            Api.Answer refused = countys.post("/api/tasks/{id}/" + step, seen.etag(), Map.of("reason", "材料不全"), id(1));
            assertThat(refused.status()).as(step).isEqualTo(403);
            assertThat(refused.text("type")).isEqualTo("urn:duban:problem:not-your-plan");
        }
        Api.As ownPlan = api.as("SUPERVISOR", null, county.id());
        plan = adopt(county.id(), task(1, "健全联席会议制度", null, List.of(health), List.of()));
        Api.Answer own = ownPlan.get("/api/tasks/{id}", id(1));
        assertThat(Api.strings(own.body().path("allowed"))).contains("URGE");
        assertThat(ownPlan.post("/api/tasks/{id}/urging", own.etag(), Api.nothing(), id(1))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void urgingCountsOncePerUnitAndDay() {
        UUID task = id(2);
        String etag = supervisor.get("/api/tasks/{id}", task).etag();
        Api.Answer urged = supervisor.post("/api/tasks/{id}/urging", etag, Map.of("unitId", health), task);
        assertThat(urged.status()).isEqualTo(200);
        assertThat(supervisor
                        .post("/api/tasks/{id}/urging", urged.etag(), Map.of("unitId", health), task)
                        .text("type"))
                .isEqualTo("urn:duban:problem:urged-already");
        Api.Answer rest = supervisor.post("/api/tasks/{id}/urging", urged.etag(), Map.of("words", "请今天报送。"), task);
        assertThat(rest.status()).isEqualTo(200);
        assertThat(supervisor
                        .post("/api/tasks/{id}/urging", rest.etag(), Api.nothing(), task)
                        .status())
                .isEqualTo(409);
        assertThat(supervisor
                        .post("/api/tasks/{id}/urging", rest.etag(), Map.of("unitId", stranger), task)
                        .status())
                .isEqualTo(422);
        clock.set("2026-03-16T09:00");
        assertThat(supervisor
                        .post("/api/tasks/{id}/urging", rest.etag(), Api.nothing(), task)
                        .status())
                .isEqualTo(200);
        assertThat(told(task).stream().filter("duban.task.unit-urged.v1"::equals))
                .hasSize(4);
    }

    @Test
    void aReportedProgressIsSeenAtOnce() {
        transactions.executeWithoutResult(status -> progress.reported(id(2), health, UUID.randomUUID(), 50));
        JsonNode task = supervisor.get("/api/tasks/{id}", id(2)).body();
        assertThat(task.path("state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(task.path("progress").asInt()).isEqualTo(25);
        assertThat(task.path("parts").path(0).path("progress").asInt()).isEqualTo(50);
        assertThat(task.path("parts").path(0).path("acknowledgedAt").isNull()).isFalse();
        assertThat(supervisor
                        .get("/api/plans/{id}", plan.id())
                        .body()
                        .path("progress")
                        .asInt())
                .isEqualTo(13);
    }

    private List<String> told(UUID task) {
        return jdbc.sql("select type from outbox where key = :key order by id")
                .param("key", task.toString())
                .query(String.class)
                .list();
    }
}
