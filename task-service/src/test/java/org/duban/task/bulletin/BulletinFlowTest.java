package org.duban.task.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
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
import org.duban.task.paper.OfficialPaper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** Two months of three tasks, told to everyone (behaviours.md P15, X4). */
@ServiceTest
class BulletinFlowTest {
    private static final String MARCH_WORDS = "召开联席会议一次，印发工作要点，督导两个县区";

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

    private final County county = Api.county("青山县");
    private Api api;
    private Api.As supervisor;
    private UUID education;
    private UUID finance;
    private UUID health;
    private UUID stranger;
    private UUID plan;

    @BeforeEach
    void twoMonthsOfAPlan() {
        jdbc.sql(
                        "truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, outbox, bulletin, "
                                + "issued_number")
                .update();
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        List<UUID> city = api.register(null, "市教育局", "市财政局", "市林业局");
        education = city.get(0);
        finance = city.get(1);
        stranger = city.get(2);
        health = api.register(county, "县卫生健康局").getFirst();
        clock.set("2023-03-13T09:00");
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
                        List.of(task(1, "建设健康学校", education), task(2, "落实专项经费", finance), task(3, "建设标准化中医馆", health)))
                .id();
        clock.set("2023-03-20T09:00");
        report(education, "2023-03", 30, MARCH_WORDS, null);
        report(finance, "2023-03", 50, "拨付专项经费一百二十万元，开展绩效评价", null);
        clock.set("2023-04-03T09:00");
        days.now();
        clock.set("2023-04-20T09:00");
        report(education, "2023-04", 30, MARCH_WORDS + "。", "两所学校场地不足");
        clock.set("2023-04-27T09:00");
    }

    @Test
    void itsNumbersAreTheDashboards() {
        JsonNode facts = supervisor.get(path("2023-04")).body().path("facts");
        JsonNode overview =
                supervisor.get("/api/overview?period=2023-04&plan=" + plan).body();
        assertThat(facts.path("totals")).isEqualTo(overview.path("totals"));
        assertThat(facts.path("units")).isEqualTo(overview.path("units"));
        assertThat(facts.path("counties")).isEqualTo(overview.path("counties"));
        assertThat(facts.path("before").path("period").asString()).isEqualTo("2023-03");
    }

    @Test
    void itNamesWhoIsMissingWhatStandsInTheWayWhoRepeatsAndWhatStandsStill() {
        JsonNode facts = supervisor.get(path("2023-04")).body().path("facts");
        assertThat(Api.list(facts.path("missing")).stream()
                        .map(it -> it.path("unit").asString()))
                .containsExactlyInAnyOrder("市财政局", "青山县卫生健康局");
        assertThat(Api.list(facts.path("problems"))).singleElement().satisfies(problem -> {
            assertThat(problem.path("unit").asString()).isEqualTo("市教育局");
            assertThat(problem.path("words").asString()).isEqualTo("两所学校场地不足");
        });
        assertThat(Api.list(facts.path("repeated")))
                .singleElement()
                .satisfies(
                        repeated -> assertThat(repeated.path("percent").asInt()).isEqualTo(100));
        assertThat(Api.list(facts.path("still"))).singleElement().satisfies(still -> {
            assertThat(still.path("task").asString()).isEqualTo("建设健康学校");
            assertThat(still.path("progress").asInt()).isEqualTo(30);
            assertThat(still.path("months").asInt()).isEqualTo(2);
        });
        JsonNode march = supervisor.get(path("2023-03")).body().path("facts");
        assertThat(march.path("before").isNull()).isTrue();
        assertThat(march.path("repeated").size() + march.path("still").size()).isZero();
    }

    @Test
    void theNumbersInItsWordsMoveWithTheFactsUntilItIsIssued() {
        Api.Answer draft = supervisor.get(path("2023-04"));
        assertThat(opening(draft)).contains("应报送进展3份，已报送1份，报送率33.3%", "逾期未报2份", "报送率较上期下降33.4个百分点");
        report(finance, "2023-04", 80, "完成全部资金拨付并通过审计", null);
        assertThat(opening(supervisor.get(path("2023-04")))).contains("已报送2份，报送率66.7%", "报送率较上期持平");

        Api.Answer stale =
                supervisor.post(path("2023-04") + "/issue", draft.etag(), Map.of("mark", draft.text("mark")));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("type")).isEqualTo("urn:duban:problem:numbers-changed");

        Api.Answer seen = supervisor.get(path("2023-04"));
        Api.Answer issued = supervisor.post(path("2023-04") + "/issue", seen.etag(), Map.of("mark", seen.text("mark")));
        assertThat(issued.status()).isEqualTo(200);
        assertThat(issued.text("number")).isEqualTo("督通〔2023〕1号");
        report(health, "2023-04", 20, "完成三个中医馆的选址", null);
        Api.Answer frozen = supervisor.get(path("2023-04"));
        assertThat(opening(frozen)).contains("已报送2份");
        assertThat(frozen.body().path("facts")).isEqualTo(issued.body().path("facts"));
        assertThat(frozen.text("mark")).isEqualTo(issued.text("mark"));
        assertThat(write(frozen, Map.of("remarks", "补充")).text("type")).isEqualTo("urn:duban:problem:bulletin-issued");
    }

    @Test
    void peopleWriteTheWordsAndChooseWhatIsListed() {
        Api.Answer draft = supervisor.get(path("2023-04"));
        Api.Answer written = write(
                draft,
                Map.of(
                        "remarks",
                        "个别单位重视不够，{逾期}份进展未按时报送。",
                        "copiedTo",
                        List.of("市委办公室"),
                        "sections",
                        List.of("MISSING")));
        assertThat(written.status()).isEqualTo(200);
        String text = preview(written);
        assertThat(text).contains("个别单位重视不够，2份进展未按时报送。", "（一）未按时报送").doesNotContain("雷同", "两所学校");
        assertThat(write(draft, Map.of("remarks", "过时")).status()).isEqualTo(412);
        Api.Answer unknown = write(written, Map.of("remarks", "共{不存在}项"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("detail")).contains("{不存在}");
        assertThat(unknown.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/remarks");
    }

    @Test
    void aDraftIsItsSupervisorsAloneAndAnIssuedOneIsForWhoWasAsked() {
        Api.As countys = api.as("SUPERVISOR", null, county.id());
        Api.As office = api.as("COUNTY_OFFICE", health, county.id());
        for (Api.As other : List.of(api.liaison(education), office, countys, api.as("SECRETARY", null, null))) {
            assertThat(other.get(path("2023-04")).status()).isEqualTo(404);
        }
        assertThat(countys.post(path("2023-04") + "/issue", "\"0\"", Map.of("mark", "x"))
                        .text("type"))
                .isEqualTo("urn:duban:problem:not-your-plan");
        assertThat(api.liaison(education)
                        .post(path("2023-04") + "/issue", "\"0\"", Map.of("mark", "x"))
                        .status())
                .isEqualTo(403);
        Api.Answer read = api.as("SUPERVISOR", null, null, "ledger:read").get(path("2023-04"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().path("mayEdit").asBoolean()).isFalse();
        Api.Answer seen = supervisor.get(path("2023-04"));
        assertThat(seen.body().path("mayEdit").asBoolean()).isTrue();
        supervisor.post(path("2023-04") + "/issue", seen.etag(), Map.of("mark", seen.text("mark")));
        for (Api.As other : List.of(api.liaison(education), api.liaison(health), office, countys)) {
            Api.Answer issued = other.get(path("2023-04"));
            assertThat(issued.status()).isEqualTo(200);
            assertThat(issued.body().path("mayEdit").asBoolean()).isFalse();
        }
        assertThat(api.liaison(stranger).get(path("2023-04")).status()).isEqualTo(404);
    }

    @Test
    void itLeavesTheHouseAsAnOfficialDocument() throws Exception {
        Api.Answer seen = supervisor.get(path("2023-04"));
        supervisor.post(path("2023-04") + "/issue", seen.etag(), Map.of("mark", seen.text("mark")));
        var answer = mvc.perform(MockMvcRequestBuilders.get(path("2023-04"))
                        .header(HttpHeaders.AUTHORIZATION, Tokens.bearer("SUPERVISOR", null, null))
                        .accept(OfficialPaper.MEDIA_TYPE))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            String text = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining("\n"));
            assertThat(text)
                    .contains("督通〔2023〕1号", "各成员单位：", "一、总体情况", "二、单位报送情况", "1.市财政局：1项未报，“落实专项经费”。", "2023年4月27日");
            XWPFTable ranking = document.getTables().getFirst();
            assertThat(ranking.getRow(0).getCell(1).getText()).isEqualTo("单位");
            assertThat(ranking.getRow(1).getCell(1).getText()).isEqualTo("市教育局");
            assertThat(ranking.getRow(1).getCell(6).getText()).isEqualTo("100.0%");
            assertThat(ranking.getRows()).hasSize(4);
        }
    }

    @Test
    void unitsOfTwoCountiesAreToldApartByTheirFullNamesInTheCitysPlan() {
        County neighbour = Api.county("临江县");
        UUID here = api.register(county, "县中医院").getFirst();
        UUID there = api.register(neighbour, "县中医院").getFirst();
        clock.set("2023-05-08T09:00");
        UUID citys = adopted(null, task(1, "建成标准中药房", here), task(2, "培育中医骨干", there));
        clock.set("2023-05-27T09:00");
        String round = path(citys, "2023-05");
        assertThat(ranked(supervisor.get(round))).containsExactlyInAnyOrder("青山县中医院", "临江县中医院");
        assertThat(preview(supervisor.get(round))).contains("青山县中医院：1项未报，“建成标准中药房”。", "临江县中医院：1项未报，“培育中医骨干”。");
    }

    @Test
    void aCountysPlanNamesItsUnitsAsTheCountyDoes() {
        clock.set("2023-05-08T09:00");
        UUID countys = adopted(county.id(), task(1, "建成标准中药房", health));
        clock.set("2023-05-27T09:00");
        Api.Answer draft = api.as("SUPERVISOR", null, county.id()).get(path(countys, "2023-05"));
        assertThat(ranked(draft)).containsExactly("县卫生健康局");
        assertThat(preview(draft)).contains("1.县卫生健康局：1项未报，“建成标准中药房”。");
    }

    @Test
    void whatARoundClosedBeforeItsDayNeverGotIsListedAsItIsCounted() {
        clock.set("2023-05-08T09:00");
        days.now();
        report(education, "2023-05", 40, "两个县区完成场地改造", null);
        String round = path("2023-05").replace("/bulletin", "");
        assertThat(supervisor.post(round + "/close", null, null).status()).isEqualTo(200);
        JsonNode facts = supervisor.get(path("2023-05")).body().path("facts");
        assertThat(facts.path("totals").path("overdue").asInt()).isEqualTo(2);
        assertThat(Api.list(facts.path("missing")).stream()
                        .map(it -> it.path("unit").asString()))
                .containsExactlyInAnyOrder("市财政局", "青山县卫生健康局");
    }

    private UUID adopted(@Nullable UUID county, NewTask... tasks) {
        return ledger.adopt(
                        new NewPlan(
                                "中医药服务能力提升方案",
                                null,
                                null,
                                null,
                                "IMPLEMENTATION_PLAN",
                                Plan.Source.DOCUMENT,
                                null,
                                county,
                                25,
                                List.of()),
                        List.of(tasks))
                .id();
    }

    /** The units of the first table, in its order. */
    private static List<String> ranked(Api.Answer bulletin) {
        JsonNode table = Api.list(bulletin.body().path("preview")).stream()
                .filter(block -> block.path("kind").asString().equals("TABLE"))
                .findFirst()
                .orElseThrow();
        return Api.list(table.path("rows")).stream()
                .skip(1)
                .map(row -> row.path(1).asString())
                .toList();
    }

    private Api.Answer write(Api.Answer on, Map<String, Object> change) {
        JsonNode texts = on.body().path("texts");
        Map<String, Object> words = new HashMap<>();
        for (String field : List.of("title", "addressee", "opening", "remarks", "demands")) {
            words.put(field, texts.path(field).asString());
        }
        words.put("copiedTo", new ArrayList<>(Api.strings(texts.path("copiedTo"))));
        words.put("sections", new ArrayList<>(Api.strings(texts.path("sections"))));
        words.putAll(change);
        return supervisor.put(path("2023-04"), on.etag(), words);
    }

    private static String opening(Api.Answer bulletin) {
        return bulletin.body().path("preview").get(1).path("text").asString();
    }

    private static String preview(Api.Answer bulletin) {
        return Api.list(bulletin.body().path("preview")).stream()
                .map(block -> block.path("text").asString())
                .collect(Collectors.joining("\n"));
    }

    private String path(String period) {
        return path(plan, period);
    }

    private String path(UUID plan, String period) {
        return "/api/rounds/"
                + jdbc.sql("select id::text from round where plan_id = :plan and period = :period")
                        .param("plan", plan)
                        .param("period", LocalDate.parse(period + "-01"))
                        .query(String.class)
                        .single()
                + "/bulletin";
    }

    private void report(UUID unit, String period, int progress, String done, @Nullable String problems) {
        String id = jdbc.sql("select id::text from report where unit_id = :unit and period = :period")
                .param("unit", unit)
                .param("period", LocalDate.parse(period + "-01"))
                .query(String.class)
                .single();
        Map<String, Object> words = new HashMap<>();
        words.put("progress", progress);
        words.put("done", done);
        words.put("problems", problems);
        words.put("indicators", List.of());
        assertThat(api.liaison(unit).put("/api/reports/" + id, "\"0\"", words).status())
                .isEqualTo(200);
    }

    private static NewTask task(int ordinal, String title, UUID lead) {
        return new NewTask(
                ordinal,
                title,
                title + "，按月报送进展。",
                LocalDate.of(2023, 12, 31),
                false,
                List.of(),
                List.of(lead),
                List.of(),
                null);
    }
}
