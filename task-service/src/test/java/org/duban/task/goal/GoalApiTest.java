package org.duban.task.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Units' yearly goals, from being set to being reviewed, and who sees them (behaviours.md D5, P21). */
@ServiceTest
class GoalApiTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    Ledger ledger;

    private final County river = Api.county("临江县");
    private Api api;
    private Api.As supervisor;
    private Api.As finance;
    private Api.As office;
    private UUID cityFinance;
    private UUID riverHealth;

    @BeforeEach
    void units() {
        clock.set("2026-03-13T09:00");
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        cityFinance = api.register(null, "市财政局").getFirst();
        riverHealth = api.register(river, "县卫生健康局").getFirst();
        finance = api.liaison(cityFinance);
        office = api.as("COUNTY_OFFICE", riverHealth, river.id());
    }

    private static Map<String, Object> words(String text) {
        return Map.of("text", text, "measure", "拨付文件和到账凭证");
    }

    private Api.Answer set(Api.As who, UUID unit) {
        return who.post("/api/goals", null, Map.of("unitId", unit, "year", 2026, "goal", words("全年经费足额到位")));
    }

    private Api.Answer act(Api.As who, UUID goal, String action, Map<String, ?> body) {
        return who.post(
                "/api/goals/{id}/" + action,
                supervisor.get("/api/goals/{id}", goal).etag(),
                body,
                goal);
    }

    @Test
    void aGoalIsSetAssessedByItsUnitAndReviewed() {
        UUID goal = set(supervisor, cityFinance).id();
        Api.Answer early = act(finance, goal, "assessment", Map.of("done", 100, "statement", "已到位"));
        assertThat(early.text("type")).isEqualTo("urn:duban:problem:too-early");
        assertThat(Api.strings(finance.get("/api/goals/{id}", goal).body().path("allowed")))
                .containsExactly("REVISE", "DROP");
        clock.set("2026-12-02T09:00");
        assertThat(act(supervisor, goal, "assessment", Map.of("done", 100, "statement", "已到位"))
                        .status())
                .isEqualTo(403);
        assertThat(act(finance, goal, "assessment", Map.of("done", 90, "statement", "已到位九成"))
                        .text("state"))
                .isEqualTo("ASSESSED");
        assertThat(finance.put("/api/goals/{id}", "\"2\"", words("换一个"), goal).status())
                .isEqualTo(409);
        Api.Answer returned = act(supervisor, goal, "return", Map.of("reason", "请附凭证"));
        assertThat(returned.text("returnReason")).isEqualTo("请附凭证");
        assertThat(returned.body().path("done").isNull()).isTrue();
        act(finance, goal, "assessment", Map.of("done", 90, "statement", "凭证附后"));
        assertThat(act(supervisor, goal, "review", Map.of("verdict", "PARTLY_MET"))
                        .text("type"))
                .isEqualTo("urn:duban:problem:opinion-needed");
        Api.Answer reviewed = act(supervisor, goal, "review", Map.of("verdict", "PARTLY_MET", "opinion", "一成未到账"));
        assertThat(reviewed.text("state")).isEqualTo("REVIEWED");
        assertThat(reviewed.body().path("version").asLong()).isEqualTo(5);
        assertThat(reviewed.body().path("allowed").size()).isZero();
    }

    @Test
    void aUnitSetsItsOwnGoalsAndNobodyElses() {
        assertThat(finance.post("/api/goals", null, Map.of("year", 2026, "goal", words("自己定的")))
                        .body()
                        .path("unit")
                        .path("id")
                        .asString())
                .isEqualTo(cityFinance.toString());
        assertThat(set(finance, riverHealth).text("type")).isEqualTo("urn:duban:problem:no-such-unit");
        assertThat(set(api.as("SUPERVISOR", null, river.id()), cityFinance).text("type"))
                .isEqualTo("urn:duban:problem:no-such-unit");
        assertThat(finance.post("/api/goals", null, Map.of("year", 2019, "goal", words("旧年")))
                        .text("type"))
                .isEqualTo("urn:duban:problem:which-year");
        UUID dropped = set(office, riverHealth).id();
        assertThat(office.delete("/api/goals/{id}", null, dropped).status()).isEqualTo(428);
        assertThat(office.delete("/api/goals/{id}", "\"1\"", dropped).status()).isEqualTo(204);
        assertThat(supervisor.get("/api/goals/{id}", dropped).status()).isEqualTo(404);
    }

    @Test
    void aUnitRevisesAGoalThatServesAPlanWhichItDoesNotSee() {
        UUID plan = plan();
        UUID goal = supervisor
                .post(
                        "/api/goals",
                        null,
                        Map.of(
                                "unitId",
                                riverHealth,
                                "year",
                                2026,
                                "goal",
                                Map.of("text", "建成20家示范中医馆", "planId", plan)))
                .id();
        Api.Answer revised = office.put("/api/goals/{id}", "\"1\"", Map.of("text", "建成22家示范中医馆", "planId", plan), goal);
        assertThat(revised.status()).as("%s", revised.body()).isEqualTo(200);
        assertThat(revised.text("planId")).isEqualTo(plan.toString());
        assertThat(office.put("/api/goals/{id}", "\"2\"", Map.of("text", "另一份方案", "planId", plan()), goal)
                        .text("type"))
                .isEqualTo("urn:duban:problem:plan-not-found");
    }

    private UUID plan() {
        return ledger.adopt(
                        new NewPlan("市实施方案", null, null, null, "LEDGER", Plan.Source.LEDGER, null, null, 25, List.of()),
                        List.of())
                .id();
    }

    @Test
    void eachSeesItsOwnThroughEveryEndpoint() {
        UUID citys = set(supervisor, cityFinance).id();
        UUID countys = set(supervisor, riverHealth).id();
        assertThat(ids(finance)).contains(citys.toString()).doesNotContain(countys.toString());
        assertThat(ids(office)).contains(countys.toString()).doesNotContain(citys.toString());
        assertThat(ids(supervisor)).contains(countys.toString(), citys.toString());
        for (Api.As stranger : List.of(office, api.as("SUPERVISOR", null, river.id()))) {
            assertThat(stranger.get("/api/goals/{id}", citys).status()).isEqualTo(404);
            assertThat(stranger.put("/api/goals/{id}", "\"1\"", words("改"), citys)
                            .status())
                    .isEqualTo(404);
            assertThat(stranger.delete("/api/goals/{id}", "\"1\"", citys).status())
                    .isEqualTo(404);
            assertThat(stranger.post("/api/goals/{id}/assessment", "\"1\"", Map.of("done", 1, "statement", "x"), citys)
                            .status())
                    .isIn(403, 404);
            assertThat(stranger.post("/api/goals/{id}/return", "\"1\"", Map.of("reason", "x"), citys)
                            .status())
                    .isIn(403, 404);
            assertThat(stranger.post("/api/goals/{id}/review", "\"1\"", Map.of("verdict", "MET"), citys)
                            .status())
                    .isIn(403, 404);
        }
        assertThat(supervisor
                        .get("/api/goals/{id}", citys)
                        .body()
                        .path("version")
                        .asLong())
                .isEqualTo(1);
    }

    private static List<String> ids(Api.As who) {
        return who.get("/api/goals?year=2026&limit=200").items().stream()
                .map(goal -> goal.path("id").asString())
                .toList();
    }

    @Test
    void theListGoesOnWhereItStopped() {
        UUID unit = api.register(null, "市民政局").getFirst();
        for (int i = 0; i < 3; i++) {
            set(supervisor, unit);
        }
        Api.Answer first = supervisor.get("/api/goals?limit=2&unit=" + unit);
        assertThat(first.items()).hasSize(2);
        Api.Answer rest = supervisor.get("/api/goals?limit=2&unit=" + unit + "&cursor=" + first.text("next"));
        assertThat(rest.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
    }
}
