package org.duban.task.handin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.test.DayTurns;
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
import tools.jackson.databind.JsonNode;

/** What cooperating units tell the lead unit before it reports, where the plan wants it (behaviours.md B2). */
@ServiceTest
class ContributionFlowTest {

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

    private Api api;
    private Api.As supervisor;
    private UUID health;
    private UUID finance;
    private UUID sports;
    private UUID plan;

    @BeforeEach
    void aPlanWhoseCooperatingUnitsTellTheLeadUnit() {
        jdbc.sql("""
                        truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, hand_in,
                                 hand_in_owed, artefact_day, outbox
                        """).update();
        clock.set("2023-03-13T09:00");
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        List<UUID> units = api.register(null, "市卫生健康委", "市财政局", "市体育局");
        health = units.get(0);
        finance = units.get(1);
        sports = units.get(2);
        plan = ledger.adopt(
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
                        List.of(
                                new NewTask(
                                        1,
                                        "健全制度",
                                        "正文",
                                        null,
                                        true,
                                        List.of(),
                                        List.of(health),
                                        List.of(finance, sports),
                                        null),
                                new NewTask(2, "提升能力", "正文", null, true, List.of(), List.of(health), List.of(), null)))
                .id();
        assertThat(rules("TO_LEAD").status()).isEqualTo(200);
    }

    @Test
    void theLeadUnitReadsThemBesideItsReportAndNobodyIsCountedByThem() {
        JsonNode asked = only(finance);
        assertThat(asked.path("title").asString()).isEqualTo("2023年3月配合情况：健全制度");
        assertThat(asked.path("words").asString()).startsWith("报牵头单位（市卫生健康委）汇总");
        assertThat(asked.path("dueOn").asString()).isEqualTo("2023-03-27");
        assertThat(api.liaison(finance).get("/api/reports?unit=me").items()).isEmpty();
        assertThat(tell(finance, "已安排专项资金。")).isEqualTo(200);

        String report = reportOn(1);
        List<JsonNode> told = api.liaison(health)
                .get("/api/reports/" + report + "/contributions")
                .items();
        assertThat(told)
                .extracting(one -> one.path("unit").path("shortName").asString()
                        + " " + one.path("state").asString()
                        + " " + one.path("words").asString())
                .containsExactlyInAnyOrder("市财政局 HANDED_IN 已安排专项资金。", "市体育局 OWED ");
        assertThat(api.liaison(health)
                        .get("/api/reports/" + reportOn(2) + "/contributions")
                        .items())
                .isEmpty();

        JsonNode totals = supervisor.get("/api/overview?period=2023-03").body().path("totals");
        assertThat(totals.path("owed").asInt()).isEqualTo(2);
        assertThat(totals.path("submitted").asInt()).isZero();
        assertThat(supervisor
                        .get("/api/hand-ins/counts?plan=" + plan)
                        .body()
                        .path("owed")
                        .asInt())
                .isZero();
    }

    /** behaviours.md P21 */
    @Test
    void onlyWhoSeesTheReportReadsThem() {
        tell(finance, "已安排专项资金。");
        assertThat(api.liaison(finance)
                        .get("/api/reports/" + reportOn(1) + "/contributions")
                        .status())
                .isEqualTo(404);
        assertThat(api.liaison(health)
                        .get("/api/hand-ins/" + only(finance).path("id").asString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void eachRoundAsksOfItselfAndWhatWasNotToldInTimeIsAwaitedNoMore() {
        tell(finance, "已安排专项资金。");
        clock.set("2023-04-03T00:10");
        days.now();
        days.now();
        assertThat(titles(sports)).containsExactlyInAnyOrder("2023年3月配合情况：健全制度", "2023年4月配合情况：健全制度");
        clock.set("2023-04-15T00:10");
        days.now();
        assertThat(states(sports)).containsExactlyInAnyOrder("WITHDRAWN", "OWED");
        assertThat(states(finance)).containsExactlyInAnyOrder("HANDED_IN", "OWED");
    }

    @Test
    void whoIsNotToTellTheLeadUnitAnyMoreOwesNothing() {
        tell(finance, "已安排专项资金。");
        assertThat(rules("NOT").status()).isEqualTo(200);
        assertThat(states(sports)).containsExactly("WITHDRAWN");
        assertThat(states(finance)).as("what was told stays").containsExactly("HANDED_IN");
    }

    private Api.Answer rules(String cooperators) {
        String of = "/api/plans/" + plan + "/round-rules";
        return supervisor.put(of, supervisor.get(of).etag(), Api.roundRules(Map.of("cooperators", cooperators)));
    }

    private String reportOn(int ordinal) {
        return jdbc.sql("select r.id::text from report r join task t on t.id = r.task_id where t.ordinal = ?")
                .param(ordinal)
                .query(String.class)
                .single();
    }

    private int tell(UUID unit, String words) {
        JsonNode owed = only(unit);
        return api.liaison(unit)
                .put(
                        "/api/hand-ins/" + owed.path("id").asString(),
                        "\"" + owed.path("version").asInt() + "\"",
                        Map.of("words", words))
                .status();
    }

    private JsonNode only(UUID unit) {
        var found = api.liaison(unit).get("/api/hand-ins?unit=me").items();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<String> titles(UUID unit) {
        return each(unit, "title");
    }

    private List<String> states(UUID unit) {
        return each(unit, "state");
    }

    private List<String> each(UUID unit, String field) {
        return api.liaison(unit).get("/api/hand-ins?unit=me").items().stream()
                .map(one -> one.path(field).asString())
                .toList();
    }
}
