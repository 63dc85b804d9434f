package org.duban.task.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.id.Ids;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.Indicator;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.LedgerEntries;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Plan;
import org.duban.task.ledger.PlanStatesGoals;
import org.duban.task.ledger.TaskContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Indicators from the plan that states them to the forecast, through the service's own doors (behaviours.md B5, D7, X5, X8). */
@ServiceTest
class IndicatorApiTest {
    private static final String HERE = "/api/indicators/{id}";
    private static final String VALUES = "/api/indicators/{id}/values/{period}";

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
    LedgerEntries entries;

    @Autowired
    ApplicationEventPublisher listeners;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    AuditTrail audit;

    private Api api;
    private Api.As supervisor;
    private Api.As liaison;
    private final County county = Api.county("临江县");
    private final County other = Api.county("望山县");
    private UUID health;
    private UUID finance;
    private UUID elsewhere;

    @BeforeEach
    void anEmptyLedger() {
        jdbc.sql("""
                        truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, outbox,
                            directory_unit, complaint, indicator_target, indicator_source, indicator_unit, indicator_apart,
                            indicator_value, indicator_value_history
                        """).update();
        jdbc.sql("delete from indicator where origin = 'REPORTED'").update();
        api = new Api(mvc, directory);
        clock.set("2026-11-03T09:00");
        List<UUID> units = api.register(county, "县卫生健康局", "县财政局");
        health = units.get(0);
        finance = units.get(1);
        elsewhere = api.register(other, "县卫生健康局").getFirst();
        supervisor = api.supervisor();
        liaison = api.liaison(health);
    }

    private static Indicator target(String text, String operator, double value, String measure) {
        return new Indicator(text, operator, BigDecimal.valueOf(value), null, measure);
    }

    private static Indicator rate(String text) {
        return target(text, ">=", 90, "%");
    }

    private static NewTask task(int ordinal, List<UUID> leads, Indicator... indicators) {
        return new NewTask(
                ordinal,
                "任务" + ordinal,
                "办好第%d项任务。".formatted(ordinal),
                LocalDate.of(2027, 6, 30),
                false,
                List.of(indicators),
                leads,
                List.of(),
                null);
    }

    private UUID plan(String title, @Nullable UUID county, NewTask... tasks) {
        return ledger.adopt(
                        new NewPlan(
                                title,
                                null,
                                null,
                                LocalDate.of(2026, 11, 1),
                                "IMPLEMENTATION_PLAN",
                                Plan.Source.DOCUMENT,
                                null,
                                county,
                                25,
                                List.of()),
                        List.of(tasks))
                .id();
    }

    private List<JsonNode> listed(Api.As who, String query) {
        return who.get("/api/indicators?" + query).items().stream()
                .filter(row -> row.path("origin").asString().equals("REPORTED"))
                .toList();
    }

    private List<String> names(Api.As who, String query) {
        return listed(who, query).stream()
                .map(row -> row.path("name").asString())
                .toList();
    }

    private UUID idOf(String name) {
        return listed(supervisor, "").stream()
                .filter(row -> row.path("name").asString().equals(name))
                .map(row -> UUID.fromString(row.path("id").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> entry(double value, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of("value", value));
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i].toString(), more[i + 1]);
        }
        return body;
    }

    private Api.Answer measure(Api.As who, UUID id, String period, Map<String, Object> body) {
        Api.Answer answer = who.put(VALUES, null, body, id, period);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    private JsonNode detail(UUID id) {
        return supervisor.get(HERE, id).body();
    }

    private int told() {
        return jdbc.sql("select count(*) from outbox where type = 'duban.task.indicator-measured.v1'")
                .query(Integer.class)
                .single();
    }

    private Api.As countyOffice(UUID unit, County of) {
        return api.as("COUNTY_OFFICE", unit, of.id());
    }

    private static List<String> pointers(Api.Answer refused) {
        return Api.list(refused.body().path("errors")).stream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    private static Map<String, Object> definition(String name, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                name,
                "measure",
                "%",
                "operator",
                ">=",
                "value",
                90,
                "soft",
                false,
                "cycle",
                "MONTH",
                "rollUp",
                "WEIGHTED_MEAN"));
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i].toString(), more[i + 1]);
        }
        return body;
    }

    @Test
    void whatAPlanStatesIsTrackedFromItsAdoptionOn() {
        UUID plan = plan(
                "医改方案",
                county.id(),
                task(1, List.of(health), rate("到2027年县域内就诊率达到90%以上"), target("力争建成健康村80个", "=", 80, "个")),
                task(
                        2,
                        List.of(health, finance),
                        new Indicator("医护比控制在0.6至0.8", "between", new BigDecimal("0.6"), new BigDecimal("0.8"), "")));
        transaction.executeWithoutResult(
                status -> listeners.publishEvent(new PlanStatesGoals(plan, List.of(rate("群众满意率不低于90%")))));

        assertThat(names(supervisor, "")).containsExactlyInAnyOrder("县域内就诊率", "建成健康村", "医护比", "群众满意率");
        JsonNode visits = detail(idOf("县域内就诊率"));
        assertThat(visits.path("target").path("words").asString()).isEqualTo("不低于90%");
        assertThat(visits.path("dueOn").asString()).isEqualTo("2027-12-31");
        assertThat(visits.path("rollUp").asString()).isEqualTo("WEIGHTED_MEAN");
        assertThat(visits.path("standing").asString()).isEqualTo("NO_DATA");
        assertThat(visits.path("countyName").asString()).isEqualTo("临江县");
        assertThat(Api.list(visits.path("sources"))).singleElement().satisfies(source -> {
            assertThat(source.path("planTitle").asString()).isEqualTo("医改方案");
            assertThat(source.path("taskOrdinal").asInt()).isOne();
            assertThat(source.path("text").asString()).isEqualTo("到2027年县域内就诊率达到90%以上");
        });
        JsonNode villages = detail(idOf("建成健康村"));
        assertThat(villages.path("target").path("words").asString()).isEqualTo("力争80个");
        assertThat(villages.path("rollUp").asString()).isEqualTo("SUM");
        assertThat(villages.path("dueOn").asString()).isEqualTo("2027-06-30");
        assertThat(detail(idOf("医护比")).path("measuring").size()).isEqualTo(2);
        // Nobody leads a goal of the whole plan: a person says who measures it.
        assertThat(detail(idOf("群众满意率")).path("measuring").size()).isZero();
        assertThat(names(liaison, "")).containsExactlyInAnyOrder("县域内就诊率", "建成健康村", "医护比");
        assertThat(names(supervisor, "plan=" + plan)).hasSize(4);
        assertThat(names(supervisor, "q=就诊")).containsExactly("县域内就诊率");
        assertThat(names(supervisor, "unit=" + finance)).containsExactly("医护比");
    }

    @Test
    void valueIsSaidCorrectedAndSentTwiceWithoutHarm() {
        plan("医改方案", county.id(), task(1, List.of(health), rate("县域内就诊率达到90%")));
        UUID id = idOf("县域内就诊率");
        Api.Answer first = measure(liaison, id, "2026-10", entry(91.5, "note", "医保结算数据"));
        assertThat(first.etag()).isEqualTo("\"1\"");
        assertThat(first.body().path("enteredBy").asString()).isEqualTo("ENTRY");
        assertThat(told()).isOne();
        measure(liaison, id, "2026-10", entry(91.5, "note", "医保结算数据"));
        assertThat(told()).isOne();

        Api.Answer corrected = liaison.put(VALUES, "\"1\"", entry(88, "note", "补传后更正"), id, "2026-10");
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.etag()).isEqualTo("\"2\"");
        assertThat(liaison.put(VALUES, "\"1\"", entry(89), id, "2026-10").status())
                .isEqualTo(412);
        assertThat(told()).isEqualTo(2);

        List<JsonNode> history = liaison.get(HERE + "/history", id).items();
        assertThat(history).hasSize(2);
        assertThat(history.getFirst().path("before").asDouble()).isEqualTo(91.5);
        assertThat(history.getFirst().path("after").asDouble()).isEqualTo(88);
        assertThat(history.getFirst().path("note").asString()).isEqualTo("补传后更正");
        assertThat(history.getLast().path("before").isNull()).isTrue();
        assertThat(Api.list(detail(id).path("periods")))
                .extracting(period -> period.path("period").asString())
                .containsExactly("2026-11", "2026-10");
        assertThat(detail(id).path("standingWords").asString()).isEqualTo("88%，距目标还差2个百分点");
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void wrongValueIsRefusedWithWords() {
        plan("医改方案", county.id(), task(1, List.of(health), rate("县域内就诊率达到90%")));
        UUID id = idOf("县域内就诊率");
        assertThat(liaison.put(VALUES, null, entry(90), id, "2026-Q4").status()).isEqualTo(400);
        assertThat(liaison.put(VALUES, null, entry(90), id, "2026-12").status()).isEqualTo(422);
        assertThat(liaison.put(VALUES, null, entry(0.12345678), id, "2026-10").status())
                .isEqualTo(422);
        assertThat(liaison.put(VALUES, null, Map.of(), id, "2026-10").status()).isEqualTo(400);
        assertThat(liaison.put(VALUES, null, entry(90, "weight", 0), id, "2026-10")
                        .status())
                .isEqualTo(400);
        assertThat(supervisor.put(VALUES, null, entry(90), id, "2026-10").status())
                .isEqualTo(422);
        assertThat(supervisor
                        .put(VALUES, null, entry(90, "unitId", finance), id, "2026-10")
                        .status())
                .isEqualTo(403);
        assertThat(told()).isZero();
    }

    @Test
    void unitMeasuresItselfACountyItsUnitsASupervisorAny() {
        plan("医改方案", null, task(1, List.of(health, finance, elsewhere), rate("县域内就诊率达到90%")));
        UUID id = idOf("县域内就诊率");
        measure(liaison, id, "2026-10", entry(90));
        assertThat(liaison.put(VALUES, null, entry(90, "unitId", finance), id, "2026-10")
                        .status())
                .isEqualTo(403);
        Api.As office = countyOffice(health, county);
        measure(office, id, "2026-10", entry(80, "unitId", finance));
        assertThat(office.put(VALUES, null, entry(90, "unitId", elsewhere), id, "2026-10")
                        .status())
                .isEqualTo(403);
        measure(supervisor, id, "2026-10", entry(70, "unitId", elsewhere));
        assertThat(api.as("LIAISON", health, null, "ledger:read")
                        .put(VALUES, null, entry(1), id, "2026-10")
                        .status())
                .isEqualTo(403);
        assertThat(api.as("CONVENER", null, null)
                        .put(VALUES, null, entry(1, "unitId", health), id, "2026-10")
                        .status())
                .isEqualTo(403);
        // Equal weights: 90, 80 and 70.
        assertThat(detail(id).path("latest").path("value").asDouble()).isEqualTo(80);
        assertThat(detail(id).path("measurable").size()).isEqualTo(3);
        assertThat(office.get(HERE, id).body().path("measurable").size()).isEqualTo(2);
        assertThat(Api.strings(liaison.get(HERE, id).body().path("measurable"))).containsExactly(health.toString());
    }

    @Test
    void eachSeesItsOwnShareAndNothingOfOthers() {
        plan("市方案", null, task(1, List.of(health, elsewhere), rate("县域内就诊率达到90%")));
        plan("临江方案", county.id(), task(1, List.of(finance), target("建成健康村80个", "=", 80, "个")));
        UUID shared = idOf("县域内就诊率");
        UUID own = idOf("建成健康村");
        measure(liaison, shared, "2026-10", entry(95));
        measure(api.liaison(elsewhere), shared, "2026-10", entry(55));
        measure(api.liaison(finance), own, "2026-10", entry(10));

        assertThat(detail(shared).path("latest").path("value").asDouble()).isEqualTo(75);
        assertThat(detail(shared).path("counties").size()).isEqualTo(2);
        for (Api.As seen : List.of(liaison, countyOffice(health, county), api.as("SUPERVISOR", null, county.id()))) {
            JsonNode share = seen.get(HERE, shared).body();
            assertThat(share.path("latest").path("value").asDouble()).isEqualTo(95);
            assertThat(share.path("measuring").size()).isOne();
            assertThat(share.path("values").size()).isOne();
            assertThat(share.path("counties").size()).isZero();
            assertThat(share.toString()).doesNotContain(elsewhere.toString(), "望山");
            assertThat(seen.get(HERE + "/history", shared).items()).hasSize(1);
        }
        assertThat(names(liaison, "")).containsExactly("县域内就诊率");
        assertThat(names(api.as("SUPERVISOR", null, county.id()), "")).containsExactly("建成健康村", "县域内就诊率");
        Api.As stranger = api.liaison(elsewhere);
        Api.As otherCounty = api.as("SUPERVISOR", null, other.id());
        for (Api.As who : List.of(stranger, otherCounty, liaison)) {
            assertThat(who.get(HERE, own).status()).isEqualTo(404);
            assertThat(who.get(HERE + "/history", own).status()).isEqualTo(404);
            assertThat(who.put(VALUES, null, entry(1, "unitId", finance), own, "2026-10")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(otherCounty.put(HERE, "\"1\"", definition("别人的"), own).status())
                .isEqualTo(404);
        assertThat(otherCounty
                        .post(HERE + "/joining", "\"1\"", Map.of("otherId", shared), own)
                        .status())
                .isEqualTo(404);
        assertThat(otherCounty
                        .post(HERE + "/parting", null, Map.of("otherId", shared), own)
                        .status())
                .isEqualTo(404);
        assertThat(otherCounty
                        .get("/api/indicators/counts")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(liaison.get("/api/indicators/same").status()).isEqualTo(403);
        assertThat(api.as("LIAISON", health, null, "report:write")
                        .get(HERE, shared)
                        .status())
                .isEqualTo(403);
        // A county sees the city's indicator and does not change what it is.
        Api.As ofCounty = api.as("SUPERVISOR", null, county.id());
        assertThat(ofCounty.put(HERE, "\"1\"", definition("改名"), shared).status())
                .isEqualTo(403);
        assertThat(Api.strings(ofCounty.get(HERE, shared).body().path("allowed")))
                .containsExactly("MEASURE");
    }

    @Test
    void targetThatTwoPlansStateIsOneOnceAPersonSaysSo() {
        plan("医改方案", county.id(), task(1, List.of(health), rate("县域内就诊率达到90%以上")));
        plan("健康县方案", county.id(), task(1, List.of(health), rate("县域内就诊率不低于90%"), rate("群众满意率达到90%")));
        plan("望山方案", other.id(), task(1, List.of(elsewhere), rate("县域内就诊率不低于90%")));
        assertThat(supervisor.get("/api/indicators/counts").body().path("same").asInt())
                .isOne();
        JsonNode pair = supervisor.get("/api/indicators/same").items().getFirst();
        assertThat(pair.path("likeness").asDouble()).isEqualTo(1);
        UUID stays = UUID.fromString(pair.path("one").path("id").asString());
        UUID goes = UUID.fromString(pair.path("other").path("id").asString());
        assertThat(Api.strings(pair.path("one").path("plans"))).containsExactly("医改方案");
        assertThat(detail(stays).path("same").path(0).path("id").asString()).isEqualTo(goes.toString());
        measure(liaison, stays, "2026-09", entry(80));
        measure(liaison, stays, "2026-10", entry(81));
        clock.set("2026-11-04T09:00");
        measure(liaison, goes, "2026-10", entry(82));

        assertThat(supervisor
                        .post(HERE + "/joining", null, Map.of("otherId", goes), stays)
                        .status())
                .isEqualTo(428);
        Api.Answer joined = supervisor.post(HERE + "/joining", "\"1\"", Map.of("otherId", goes), stays);
        assertThat(joined.status()).as(joined.body().toString()).isEqualTo(200);
        assertThat(joined.body().path("sources").size()).isEqualTo(2);
        assertThat(Api.strings(joined.body().path("plans"))).containsExactly("医改方案", "健康县方案");
        // Said later, for the same unit and month.
        assertThat(joined.body().path("latest").path("value").asDouble()).isEqualTo(82);
        assertThat(supervisor.get(HERE, goes).status()).isEqualTo(404);
        assertThat(supervisor.get(HERE + "/history", stays).items()).hasSize(3);
        assertThat(supervisor.get("/api/indicators/same").items()).isEmpty();
        assertThat(supervisor
                        .post(HERE + "/joining", "\"2\"", Map.of("otherId", stays), stays)
                        .status())
                .isEqualTo(422);
        assertThat(supervisor
                        .post(HERE + "/joining", "\"2\"", Map.of("otherId", UUID.randomUUID()), stays)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pairThatAPersonToldApartIsNotShownAgain() {
        plan("医改方案", county.id(), task(1, List.of(health), rate("县域内就诊率达到90%"), rate("县域内就诊率不低于90%")));
        JsonNode pair = supervisor.get("/api/indicators/same").items().getFirst();
        UUID one = UUID.fromString(pair.path("one").path("id").asString());
        UUID twin = UUID.fromString(pair.path("other").path("id").asString());
        assertThat(supervisor
                        .post(HERE + "/parting", null, Map.of("otherId", twin), one)
                        .status())
                .isEqualTo(200);
        assertThat(supervisor.get("/api/indicators/same").items()).isEmpty();
        assertThat(detail(twin).path("same").size()).isZero();
    }

    @Test
    void oneReportAnswersForWhatTwoPlansAsk() {
        UUID first = plan("医改方案", county.id(), task(1, List.of(health), rate("县域内就诊率达到90%以上")));
        UUID second = plan("健康县方案", county.id(), task(1, List.of(health), rate("县域内就诊率不低于90%")));
        JsonNode pair = supervisor.get("/api/indicators/same").items().getFirst();
        UUID id = UUID.fromString(pair.path("one").path("id").asString());
        supervisor.post(
                HERE + "/joining",
                "\"1\"",
                Map.of("otherId", pair.path("other").path("id").asString()),
                id);

        JsonNode report = reportOf(first);
        assertThat(asked(report).path("value").isNull()).isTrue();
        assertThat(asked(report).path("periodWords").asString()).isEqualTo("2026年11月");
        submit(report, "县域内就诊率达到90%以上", "86.5%");
        assertThat(told()).isOne();
        JsonNode spared = asked(reportOf(second));
        assertThat(spared.path("indicatorId").asString()).isEqualTo(id.toString());
        assertThat(spared.path("value").asDouble()).isEqualTo(86.5);
        assertThat(spared.path("saidIn").asString()).isEqualTo("任务1");
        // What stands there already is sent along and changes nothing; another number corrects it.
        submit(reportOf(second), "县域内就诊率不低于90%", "86.5");
        assertThat(told()).isOne();
        submit(reportOf(second), "县域内就诊率不低于90%", "87");
        assertThat(told()).isEqualTo(2);
        JsonNode value = detail(id).path("values").path(0);
        assertThat(value.path("value").asDouble()).isEqualTo(87);
        assertThat(value.path("enteredBy").asString()).isEqualTo("REPORT");
        assertThat(value.path("version").asInt()).isEqualTo(2);
        // Words that are no number stay in the report.
        submit(reportOf(second), "县域内就诊率不低于90%", "九成左右");
        assertThat(told()).isEqualTo(2);
        assertThat(api.liaison(elsewhere)
                        .get("/api/reports/{id}/indicators", report.path("id").asString())
                        .status())
                .isEqualTo(404);
    }

    private JsonNode reportOf(UUID plan) {
        return liaison.get("/api/reports?unit=me&plan={plan}", plan).items().getFirst();
    }

    private JsonNode asked(JsonNode report) {
        return liaison.get("/api/reports/{id}/indicators", report.path("id").asString())
                .items()
                .getFirst();
    }

    private void submit(JsonNode report, String text, String value) {
        Api.Answer sent = liaison.put(
                "/api/reports/{id}",
                "\"" + report.path("version").asLong() + "\"",
                Map.of("progress", 50, "done", "按计划推进", "indicators", List.of(Map.of("text", text, "value", value))),
                report.path("id").asString());
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(200);
    }

    @Test
    void twoSentencesOfOneTaskAreAskedOnce() {
        UUID plan = plan("医改方案", county.id(), task(1, List.of(health), rate("县域内就诊率达到90%"), rate("县域内就诊率不低于90%")));
        JsonNode pair = supervisor.get("/api/indicators/same").items().getFirst();
        supervisor.post(
                HERE + "/joining",
                "\"1\"",
                Map.of("otherId", pair.path("other").path("id").asString()),
                UUID.fromString(pair.path("one").path("id").asString()));
        List<JsonNode> asked = liaison.get(
                        "/api/reports/{id}/indicators",
                        reportOf(plan).path("id").asString())
                .items();
        assertThat(asked).extracting(one -> one.path("alsoAs").asBoolean()).containsExactly(false, true);
    }

    @Test
    void courseLeadsToAForecastAndTheListIsNarrowedByIt() {
        plan(
                "医改方案",
                county.id(),
                task(
                        1,
                        List.of(health),
                        rate("县域内就诊率达到90%"),
                        target("建成健康村80个", "=", 80, "个"),
                        target("次均费用增幅不超过5%", "<=", 5, "%"),
                        rate("签约率达到90%")));
        UUID visits = idOf("县域内就诊率");
        for (int month = 6; month <= 10; month++) {
            measure(liaison, visits, "2026-%02d".formatted(month), entry(80 + month));
            measure(liaison, idOf("次均费用增幅"), "2026-%02d".formatted(month), entry(month));
        }
        measure(liaison, idOf("签约率"), "2026-10", entry(95));
        JsonNode row = detail(visits);
        assertThat(row.path("standing").asString()).isEqualTo("REACHED");
        measure(liaison, visits, "2026-10", entry(89.5, "note", "更正"));
        row = detail(visits);
        assertThat(row.path("standing").asString()).isEqualTo("ON_TRACK");
        assertThat(row.path("forecast").path("period").asString()).isEqualTo("2026-11");
        assertThat(row.path("trendWords").asString()).startsWith("近5期平均每月上升1个百分点");
        assertThat(row.path("points").size()).isEqualTo(5);

        assertThat(names(supervisor, "standing=ON_TRACK")).containsExactly("县域内就诊率");
        assertThat(names(supervisor, "standing=LAGGING,NO_DATA")).containsExactlyInAnyOrder("次均费用增幅", "建成健康村");
        JsonNode counts =
                supervisor.get("/api/indicators/counts?unit=" + health).body();
        assertThat(counts.path("total").asInt()).isEqualTo(4);
        assertThat(counts.path("reached").asInt()).isOne();
        assertThat(counts.path("onTrack").asInt()).isOne();
        assertThat(counts.path("lagging").asInt()).isOne();
        assertThat(counts.path("noData").asInt()).isOne();
        assertThat(names(liaison, "unit=me&standing=REACHED")).containsExactly("签约率");
        assertThat(supervisor.get("/api/indicators?standing=GOOD").status()).isEqualTo(400);

        List<String> paged = new ArrayList<>();
        Api.Answer page = supervisor.get("/api/indicators?unit={unit}&limit=3", health);
        page.items().forEach(item -> paged.add(item.path("name").asString()));
        Api.Answer next =
                supervisor.get("/api/indicators?unit={unit}&limit=3&cursor={cursor}", health, page.text("next"));
        next.items().forEach(item -> paged.add(item.path("name").asString()));
        assertThat(next.body().path("next").isNull()).isTrue();
        assertThat(paged).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void supervisorSaysWhatAnIndicatorIs() {
        Api.Answer created = supervisor.post(
                "/api/indicators",
                null,
                definition(
                        "电子病历共享率",
                        "units",
                        List.of(health, finance),
                        "yearly",
                        List.of(Map.of("year", 2026, "value", 60), Map.of("year", 2027, "value", 80))));
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        UUID id = created.id();
        assertThat(created.location()).isEqualTo("/api/indicators/" + id);
        // The year's target counts now.
        assertThat(created.body().path("target").path("words").asString()).isEqualTo("不低于60%");
        assertThat(created.text("dueOn")).isEqualTo("2026-12-31");
        assertThat(created.body().path("finalTarget").path("words").asString()).isEqualTo("不低于90%");
        measure(liaison, id, "2026-10", entry(65, "weight", 30));
        measure(api.liaison(finance), id, "2026-10", entry(45, "weight", 10));
        assertThat(detail(id).path("latest").path("value").asDouble()).isEqualTo(60);
        assertThat(detail(id).path("standing").asString()).isEqualTo("REACHED");
        clock.set("2027-02-01T09:00");
        assertThat(detail(id).path("target").path("words").asString()).isEqualTo("不低于80%");

        Map<String, Object> quarterly = definition(
                "共享率",
                "operator",
                "between",
                "value",
                60,
                "upper",
                70,
                "soft",
                true,
                "cycle",
                "QUARTER",
                "units",
                List.of(health));
        assertThat(supervisor.put(HERE, null, quarterly, id).status()).isEqualTo(428);
        assertThat(supervisor.put(HERE, "\"1\"", quarterly, id).status()).isEqualTo(412);
        Api.Answer defined = supervisor.put(HERE, created.etag(), quarterly, id);
        assertThat(defined.status()).as(defined.body().toString()).isEqualTo(200);
        assertThat(defined.body().path("target").path("words").asString()).isEqualTo("力争60至70%");
        assertThat(defined.body().path("latest").path("period").asString()).isEqualTo("2026-Q4");
        // Who has measured it stays in the table.
        assertThat(defined.body().path("measuring").size()).isEqualTo(2);
        measure(liaison, id, "2027-Q1", entry(66));

        Api.Answer wrong = supervisor.post(
                "/api/indicators",
                null,
                definition(
                        "区间",
                        "operator",
                        "between",
                        "value",
                        9,
                        "upper",
                        3,
                        "yearly",
                        List.of(Map.of("year", 1990, "value", 1, "upper", 2))));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(pointers(wrong)).containsExactly("/upper", "/yearly/0/year");
        assertThat(supervisor
                        .post("/api/indicators", null, definition("无此单位", "units", List.of(UUID.randomUUID())))
                        .status())
                .isEqualTo(422);
        assertThat(api.as("SUPERVISOR", null, other.id())
                        .post("/api/indicators", null, definition("越县", "units", List.of(health)))
                        .status())
                .isEqualTo(422);
        assertThat(liaison.post("/api/indicators", null, definition("单位自设")).status())
                .isEqualTo(403);
    }

    @Test
    void sameKeyCreatesOnce() {
        Api.Answer first = supervisor.postOnce("/api/indicators", "indicator-of-today", definition("共享率"));
        Api.Answer again = supervisor.postOnce("/api/indicators", "indicator-of-today", definition("共享率"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(names(supervisor, "")).containsExactly("共享率");
    }

    @Test
    void targetWordedAnewStaysTheSameIndicatorAndOneStatedNoMoreGoes() {
        UUID plan = plan(
                "医改方案",
                county.id(),
                task(1, List.of(health), rate("县域内就诊率达到90%"), target("建成健康村80个", "=", 80, "个"), rate("签约率达到90%")));
        UUID visits = idOf("县域内就诊率");
        measure(liaison, visits, "2026-10", entry(88));
        measure(liaison, idOf("签约率"), "2026-10", entry(70));
        UUID task = entries.ofPlan(plan).getFirst().id();
        TaskContent was = entries.ofPlan(plan).getFirst().content();
        ledger.revise(
                task,
                new TaskContent(
                        was.title(),
                        was.body(),
                        was.dueOn(),
                        was.standing(),
                        List.of(target("县域内就诊率提高到92%", ">=", 92, "%")),
                        List.of(finance),
                        List.of(),
                        was.number(),
                        was.remark()),
                "按新版本调整");
        JsonNode anew = detail(visits);
        assertThat(anew.path("target").path("words").asString()).isEqualTo("不低于92%");
        assertThat(anew.path("latest").path("value").asDouble()).isEqualTo(88);
        assertThat(Api.list(anew.path("measuring")))
                .extracting(unit -> unit.path("unit").path("shortName").asString())
                .containsExactlyInAnyOrder("县卫生健康局", "县财政局");
        // Nothing was measured of the villages; of the contracts something was.
        assertThat(names(supervisor, "")).containsExactlyInAnyOrder("县域内就诊率", "签约率");
        assertThat(detail(idOf("签约率")).path("sources").size()).isZero();
    }

    @Test
    void planOfOldIsTrackedWithTheNextDay() {
        plan("医改方案", county.id(), task(1, List.of(health), rate("县域内就诊率达到90%")));
        jdbc.sql("truncate indicator_source, indicator_unit").update();
        jdbc.sql("delete from indicator where origin = 'REPORTED'").update();
        assertThat(names(supervisor, "")).isEmpty();
        clock.set("2026-11-04T00:10");
        days.now();
        days.now();
        assertThat(names(supervisor, "")).containsExactly("县域内就诊率");
        assertThat(names(liaison, "")).containsExactly("县域内就诊率");
    }

    @Test
    void whatThePublicThinksIsCountedAndNotReported() {
        rated("2026-09-10", health, 5, 4, 3);
        rated("2026-10-10", health, 5);
        rated("2026-10-11", elsewhere, 1);
        JsonNode row = supervisor
                .get("/api/indicators?standing=LAGGING,SHORT,REACHED,MISSED")
                .items()
                .getFirst();
        assertThat(row.path("name").asString()).isEqualTo("投诉建议办理满意率");
        UUID id = UUID.fromString(row.path("id").asString());
        assertThat(row.path("latest").path("value").asDouble()).isEqualTo(50);
        assertThat(row.path("points").path(0).path("value").asDouble()).isEqualTo(66.66);
        JsonNode own = liaison.get(HERE, id).body();
        assertThat(own.path("latest").path("value").asDouble()).isEqualTo(100);
        assertThat(own.path("standing").asString()).isEqualTo("REACHED");
        assertThat(own.path("values").size()).isEqualTo(2);
        assertThat(own.path("values").path(0).path("note").asString()).isEqualTo("3人评价，2人满意");
        assertThat(api.as("SUPERVISOR", null, other.id())
                        .get(HERE, id)
                        .body()
                        .path("latest")
                        .path("value")
                        .asDouble())
                .isZero();
        assertThat(liaison.put(VALUES, null, entry(100), id, "2026-10").status())
                .isEqualTo(409);
    }

    private void rated(String day, UUID unit, int... stars) {
        Arrays.stream(stars)
                .forEach(rating -> jdbc.sql("""
                        insert into complaint (id, version, kind, year, number, content, code_hash, challenge_hash, state,
                            received_at, unit_id, unit_county_id, rating, rated_on, updated_at)
                        values (:id, 8, 'COMPLAINT', 2026, (select count(*) + 1 from complaint), '排队太久',
                            decode(md5(:id::text), 'hex'), decode(md5('c' || :id::text), 'hex'), 'RATED', now(), :unit,
                            (select county_id from directory_unit where id = :unit), :rating, :day, now())
                        """)
                        .param("id", Ids.next())
                        .param("unit", unit)
                        .param("rating", rating)
                        .param("day", LocalDate.parse(day))
                        .update());
    }

    @Test
    void ofValuesSaidAtOnceNoneIsLostFromHistory() throws Exception {
        plan("医改方案", county.id(), task(1, List.of(health), rate("县域内就诊率达到90%")));
        UUID id = idOf("县域内就诊率");
        List<Callable<Integer>> entries = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            double value = 80 + n;
            entries.add(
                    () -> liaison.put(VALUES, null, entry(value), id, "2026-10").status());
        }
        try (var pool = Executors.newFixedThreadPool(6)) {
            assertThat(pool.invokeAll(entries)).allMatch(answer -> answer.resultNow() == 200);
        }
        List<JsonNode> history = supervisor.get(HERE + "/history", id).items();
        assertThat(history).hasSize(6);
        // Each correction names what it replaced.
        for (int n = 0; n < 5; n++) {
            assertThat(history.get(n).path("before").asDouble())
                    .isEqualTo(history.get(n + 1).path("after").asDouble());
        }
        assertThat(detail(id).path("values").path(0).path("version").asInt()).isEqualTo(6);
        assertThat(told()).isEqualTo(6);
    }
}
