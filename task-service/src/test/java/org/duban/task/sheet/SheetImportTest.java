package org.duban.task.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.kit.test.Tokens;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.sheet.SheetCalls.Answer;
import org.duban.task.sheet.xlsx.Book;
import org.duban.task.sheet.xlsx.Grid;
import org.duban.task.sheet.xlsx.XlsxReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SheetImportTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Api api;
    private SheetCalls calls;
    private String supervisor;
    private final County county = Api.county("临江县");
    private UUID health;
    private UUID cityHealth;

    @BeforeEach
    void anEmptyLedger() {
        jdbc.sql("truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, outbox, "
                        + "ledger_import, unit_alias, directory_unit")
                .update();
        clock.set("2026-03-13T09:00");
        api = new Api(mvc, directory);
        calls = new SheetCalls(mvc);
        supervisor = Tokens.bearer("SUPERVISOR", null, null);
        cityHealth = api.register(null, "市卫生健康委", "市财政局", "市民政局").getFirst();
        health = api.register(county, "县卫生健康局", "县财政局").getFirst();
    }

    private static Book foreign() {
        return Book.of("台账")
                .row("2026年度重点工作台账")
                .row("序号", "重点任务", "工作内容", "牵头单位", "配合单位", "完成时限", "工作目标", "进度", "状态", "备注")
                .row(
                        1,
                        "健全制度",
                        "建立联席会议制度，每季度召开一次会议。",
                        "市卫生健康委",
                        "市财政局、市民政局",
                        LocalDate.of(2026, 6, 30),
                        "覆盖率达到90%以上",
                        0.3,
                        "进行中",
                        "已印发")
                .row(2, "培训人才", "培训基层人员。", "市卫生健康委牵头，市民政局配合", null, "9月底前", "培训不少于100人", null, null, null)
                .row(3, "长效监管", "开展日常监督检查。", "市民政局", null, "长期坚持", null, null, null, null)
                .row(4, "印发方案", "印发年度方案。", "市财政局", null, "2026年2月", null, 1.0, "已完成", null)
                .row(5, "没有牵头", "没有单位。", null, null, "2026年底", null, null, null, null)
                .row(6, "不认得的单位", "单位写错。", "市卫健委", null, "2026年底", null, null, null, null)
                .row(7, "日子不对", "日子写错。", "市财政局", null, "2026年13月", null, null, null, null)
                .row(8, "健全制度", "建立联席会议制度，每季度召开一次会议。", "市卫生健康委", null, "2026年底", null, null, null, null)
                .row("填表说明：每月25日前更新。", null, null, null, null, null, null, null, null, null);
    }

    private Answer upload(Book book) {
        return calls.upload(supervisor, "重点工作.xlsx", book.bytes(), null);
    }

    private List<String> states(Answer opened, String filter) {
        return calls.get(supervisor, opened.path() + "/rows" + filter).items().stream()
                .map(row -> row.path("row").asInt() + " " + row.path("state").asString())
                .toList();
    }

    @Test
    void aForeignLedgerIsUnderstoodByItsHeadings() {
        Answer opened = upload(foreign());
        assertThat(opened.status()).isEqualTo(201);
        JsonNode body = opened.body();
        assertThat(body.path("headerRow").asInt()).isEqualTo(2);
        assertThat(Api.list(body.path("columns")))
                .extracting(column -> column.path("field").asString())
                .containsExactly(
                        "ORDINAL",
                        "TITLE",
                        "TEXT",
                        "LEADS",
                        "COOPERATORS",
                        "DUE_ON",
                        "INDICATORS",
                        "PROGRESS",
                        "STATE",
                        "REMARK");
        assertThat(body.path("target").path("title").asString()).isEqualTo("2026年度重点工作台账");
        assertThat(body.path("target").path("planId").isNull()).isTrue();
        assertThat(states(opened, ""))
                .containsExactly(
                        "3 CREATE",
                        "4 CREATE",
                        "5 CREATE",
                        "6 CREATE",
                        "7 ERROR",
                        "8 ERROR",
                        "9 ERROR",
                        "10 ERROR",
                        "11 SKIPPED");
        assertThat(body.path("counts").path("create").asInt()).isEqualTo(4);
        assertThat(body.path("counts").path("error").asInt()).isEqualTo(4);
        assertThat(states(opened, "?state=ERROR,SKIPPED&limit=2")).containsExactly("7 ERROR", "8 ERROR");

        List<JsonNode> rows = calls.get(supervisor, opened.path() + "/rows").items();
        assertThat(Api.strings(rows.get(0).path("cooperators"))).containsExactly("市财政局", "市民政局");
        assertThat(rows.get(0).path("dueOn").asString()).isEqualTo("2026-06-30");
        assertThat(rows.get(0).path("progress").asInt()).isEqualTo(30);
        assertThat(rows.get(1).path("dueOn").asString()).isEqualTo("2026-09-30");
        assertThat(Api.strings(rows.get(1).path("leads"))).containsExactly("市卫生健康委");
        assertThat(Api.strings(rows.get(1).path("cooperators"))).containsExactly("市民政局");
        assertThat(rows.get(1).path("indicators").size()).isEqualTo(1);
        assertThat(rows.get(2).path("standing").asBoolean()).isTrue();
        assertThat(rows.get(3).path("closed").asBoolean()).isTrue();
    }

    @Test
    void eachErrorSaysWhatIsWrongAndWhichUnitMayBeMeant() {
        Answer opened = upload(foreign());
        List<JsonNode> errors =
                calls.get(supervisor, opened.path() + "/rows?state=ERROR").items();
        assertThat(errors)
                .extracting(row -> row.path("notes").get(0).path("words").asString())
                .containsExactly(
                        "没有填写牵头单位。",
                        "“市卫健委”不是在册单位，是否为市卫生健康委？",
                        "完成时限“2026年13月”无法识别，请写成 2026-11-30、2026年11月底或“长期”。",
                        "与第3行是同一项任务，请保留一行。");
        assertThat(Api.list(opened.body().path("units"))).singleElement().satisfies(unit -> {
            assertThat(unit.path("name").asString()).isEqualTo("市卫健委");
            assertThat(unit.path("candidates").get(0).path("shortName").asString())
                    .isEqualTo("市卫生健康委");
        });
    }

    @Test
    void aNameOnceMatchedIsKnownFromThenOn() {
        Answer opened = upload(foreign());
        Answer matched =
                calls.put(supervisor, opened.path() + "/aliases", Map.of("name", "市卫健委", "unitId", cityHealth));
        assertThat(matched.status()).isEqualTo(200);
        assertThat(matched.body().path("counts").path("error").asInt()).isEqualTo(3);
        assertThat(upload(foreign()).body().path("units").size()).isZero();
        assertThat(calls.put(
                                supervisor,
                                opened.path() + "/aliases",
                                Map.of("name", "市卫健委", "unitId", UUID.randomUUID()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aDryRunTellsWhatTheAdoptionDoesAndWritesNothing() {
        Answer opened = upload(foreign());
        Answer tried = calls.adopt(supervisor, opened, Map.of("dryRun", true));
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.body().path("dryRun").asBoolean()).isTrue();
        assertThat(calls.get(supervisor, "/api/tasks").items()).isEmpty();
        Answer adopted = calls.adopt(supervisor, opened, Map.of());
        for (String count : List.of("created", "updated", "unchanged", "errors", "skipped")) {
            assertThat(adopted.body().path(count))
                    .as(count)
                    .isEqualTo(tried.body().path(count));
        }
        assertThat(adopted.body().path("created").asInt()).isEqualTo(4);
        assertThat(calls.get(supervisor, "/api/tasks").items())
                .extracting(task ->
                        task.path("ordinal").asInt() + " " + task.path("title").asString() + " "
                                + task.path("state").asString() + " "
                                + task.path("progress").asInt())
                .containsExactly("1 健全制度 ASSIGNED 30", "2 培训人才 ASSIGNED 0", "3 长效监管 ASSIGNED 0", "4 印发方案 CLOSED 100");
        assertThat(calls.adopt(supervisor, opened, Map.of()).status()).isEqualTo(412);
        assertThat(calls.adopt(supervisor, calls.get(supervisor, opened.path()), Map.of())
                        .status())
                .isEqualTo(409);
        JsonNode plan = calls.get(supervisor, "/api/plans").items().getFirst();
        assertThat(plan.path("title").asString()).isEqualTo("2026年度重点工作台账");
        assertThat(plan.path("source").asString()).isEqualTo("LEDGER");
    }

    @Test
    void importingAgainChangesNothingAndDuplicatesNothing() {
        calls.adopt(supervisor, upload(foreign()), Map.of());
        Answer again = upload(foreign());
        assertThat(again.body().path("target").path("planId").isNull()).isFalse();
        Answer outcome = calls.adopt(supervisor, again, Map.of());
        assertThat(outcome.body().path("created").asInt()).isZero();
        assertThat(outcome.body().path("updated").asInt()).isZero();
        assertThat(outcome.body().path("unchanged").asInt()).isEqualTo(4);
        assertThat(calls.get(supervisor, "/api/tasks").items()).hasSize(4);
        assertThat(calls.get(supervisor, "/api/plans").items()).hasSize(1);
    }

    @Test
    void aNewerVersionUpdatesWhatItSaysAnewAndAddsWhatIsNew() {
        calls.adopt(supervisor, upload(foreign()), Map.of());
        Book newer = Book.of("台账")
                .row("2026年度重点工作台账")
                .row("序号", "重点任务", "牵头单位", "完成时限")
                .row(1, "健全制度", "市卫生健康委、市民政局", "2026年8月底")
                .row(2, "培训人才", "市卫生健康委", null)
                .row(9, "新增任务", "市财政局", "年底前");
        Answer opened = upload(newer);
        List<JsonNode> rows = calls.get(supervisor, opened.path() + "/rows").items();
        assertThat(rows)
                .extracting(row -> row.path("state").asString())
                .containsExactly("UPDATE", "UNCHANGED", "CREATE");
        assertThat(Api.list(rows.getFirst().path("changes")))
                .extracting(change -> change.path("words").asString() + " "
                        + change.path("from").asString() + "→"
                        + change.path("to").asString())
                .containsExactly("完成时限 2026-06-30→2026-08-31", "牵头单位 市卫生健康委→市卫生健康委、市民政局", "配合单位 市财政局、市民政局→市财政局");
        calls.adopt(supervisor, opened, Map.of());
        List<JsonNode> tasks = calls.get(supervisor, "/api/tasks").items();
        assertThat(tasks).hasSize(5);
        assertThat(tasks.getFirst().path("dueOn").asString()).isEqualTo("2026-08-31");
        assertThat(tasks.getFirst().path("originalDueOn").asString()).isEqualTo("2026-06-30");
        assertThat(tasks.getLast().path("ordinal").asInt()).isEqualTo(9);
        JsonNode history = calls.get(
                        supervisor, "/api/tasks/" + tasks.getFirst().path("id").asString() + "/history")
                .items()
                .getFirst();
        assertThat(history.path("action").asString()).isEqualTo("REVISE");
        assertThat(history.path("words").asString()).isEqualTo("导入台账《重点工作.xlsx》");
    }

    @Test
    void aClosedTaskIsNotChangedByASheet() {
        calls.adopt(supervisor, upload(foreign()), Map.of());
        Answer opened = upload(Book.of("台账")
                .row("2026年度重点工作台账")
                .row("序号", "重点任务", "牵头单位", "完成时限")
                .row(4, "印发方案", "市民政局", "2026年12月"));
        assertThat(states(opened, "")).containsExactly("3 ERROR");
        assertThat(calls.adopt(supervisor, opened, Map.of()).status()).isEqualTo(409);
    }

    @Test
    void whereOneRowInErrorIsToKeepAllOutNothingComesIn() {
        Answer opened = upload(foreign());
        assertThat(calls.adopt(supervisor, opened, Map.of("whole", true)).status())
                .isEqualTo(409);
        assertThat(calls.get(supervisor, "/api/tasks").items()).isEmpty();
    }

    @Test
    void rowsInErrorGoBackWithTheirReasonsAndComeInOnceMended() {
        Answer opened = upload(foreign());
        Grid errors = XlsxReader.read(calls.bytes(supervisor, opened.path() + "/errors.xlsx"))
                .getFirst();
        assertThat(errors.rows()).hasSize(6);
        assertThat(texts(errors.rows().get(1))).endsWith("备注", "退回原因");
        assertThat(texts(errors.rows().get(2))).contains("没有牵头").endsWith("没有填写牵头单位。");
        calls.adopt(supervisor, opened, Map.of());

        Book mended = Book.of("台账");
        for (Grid.Row row : errors.rows()) {
            mended.row(texts(row).stream()
                    .map(words -> words.equals("市卫健委") ? "市卫生健康委" : words)
                    .toArray());
        }
        Answer again = calls.upload(supervisor, "重点工作-待修改.xlsx", mended.bytes(), null);
        assertThat(again.body().path("target").path("planId").isNull()).isFalse();
        assertThat(again.body().path("counts").path("create").asInt()).isEqualTo(1);
        Grid errorsAgain = XlsxReader.read(calls.bytes(supervisor, again.path() + "/errors.xlsx"))
                .getFirst();
        assertThat(texts(errorsAgain.rows().get(1)).stream().filter("退回原因"::equals))
                .hasSize(1);
    }

    private static List<String> texts(Grid.Row row) {
        return row.cells().stream().map(cell -> cell == null ? "" : cell.text()).toList();
    }

    @Test
    void columnsHeaderAndTargetAreAPersonsToChoose() {
        Book book = Book.of("说明").row("无").sheet("台账").row("甲", "乙", "丙", "丁").row("健全制度", "市卫生健康委", "市财政局", "6月底");
        Answer opened = upload(book);
        assertThat(opened.body().path("headerRow").isNull()).isTrue();
        assertThat(calls.adopt(supervisor, opened, Map.of()).status()).isEqualTo(409);
        Answer chosen = calls.patch(
                supervisor,
                opened.path(),
                opened.etag(),
                Map.of(
                        "sheet",
                        1,
                        "headerRow",
                        1,
                        "newPlanTitle",
                        "自定台账",
                        "reportDay",
                        20,
                        "columns",
                        List.of(
                                Map.of("index", 0, "field", "TITLE"),
                                Map.of("index", 1, "field", "LEADS"),
                                Map.of("index", 3, "field", "DUE_ON"))));
        assertThat(chosen.status()).isEqualTo(200);
        assertThat(chosen.body().path("counts").path("create").asInt()).isEqualTo(1);
        calls.adopt(supervisor, chosen, Map.of());
        JsonNode plan = calls.get(supervisor, "/api/plans").items().getFirst();
        assertThat(plan.path("title").asString()).isEqualTo("自定台账");
        assertThat(plan.path("reportDay").asInt()).isEqualTo(20);

        Answer other = upload(foreign());
        Answer aimed = calls.patch(
                supervisor,
                other.path(),
                other.etag(),
                Map.of("planId", plan.path("id").asString()));
        assertThat(aimed.body().path("target").path("title").asString()).isEqualTo("自定台账");
        assertThat(calls.patch(supervisor, other.path(), other.etag(), Map.of("sheet", 0))
                        .status())
                .isEqualTo(412);
        assertThat(calls.patch(supervisor, other.path(), null, Map.of("sheet", 0))
                        .status())
                .isEqualTo(428);
        assertThat(calls.patch(supervisor, other.path(), aimed.etag(), Map.of("sheet", 5))
                        .status())
                .isEqualTo(422);
        assertThat(calls.patch(
                                supervisor,
                                other.path(),
                                aimed.etag(),
                                Map.of("columns", List.of(Map.of("index", 0, "field", "TITLE"))))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aCountysSupervisorImportsForItsCountyOnly() {
        String own = Tokens.bearer("SUPERVISOR", null, county.id());
        String other = Tokens.bearer("SUPERVISOR", null, UUID.randomUUID());
        Book book = Book.of("县台账").row("序号", "任务", "牵头单位", "完成时限").row(1, "县里的任务", "县卫生健康局", "6月底");
        Answer opened = calls.upload(own, "县台账.xlsx", book.bytes(), null);
        assertThat(opened.body().path("countyName").asString()).isEqualTo("临江县");
        assertThat(calls.upload(own, "县台账.xlsx", book.bytes(), UUID.randomUUID())
                        .status())
                .isEqualTo(403);
        for (String path : List.of("", "/rows", "/errors.xlsx")) {
            assertThat(calls.get(other, opened.path() + path).status()).as(path).isEqualTo(404);
        }
        assertThat(calls.adopt(other, opened, Map.of()).status()).isEqualTo(404);
        assertThat(calls.get(other, "/api/ledger-imports").items()).isEmpty();
        assertThat(calls.get(own, "/api/ledger-imports").items()).hasSize(1);
        assertThat(calls.get(supervisor, "/api/ledger-imports").items()).hasSize(1);
        calls.adopt(own, opened, Map.of());
        JsonNode task = calls.get(own, "/api/tasks").items().getFirst();
        assertThat(task.path("countyId").asString()).isEqualTo(county.id().toString());

        // The city's plan is not the county's to change, by id or by name; another county's task is as if it were not.
        calls.adopt(supervisor, upload(foreign()), Map.of());
        String cityTask = calls.get(supervisor, "/api/tasks?q=健全制度")
                .items()
                .getFirst()
                .path("id")
                .asString();
        String cityPlan = calls.get(supervisor, "/api/plans")
                .items()
                .getFirst()
                .path("id")
                .asString();
        Book stolen = Book.of("县台账")
                .row("系统编号", "任务", "牵头单位", "来源")
                .row(cityTask, "改掉市里的任务", "县卫生健康局", null)
                .row(task.path("id").asString(), "改自己的任务", "县卫生健康局", null);
        Answer tried = calls.upload(own, "x.xlsx", stolen.bytes(), null);
        assertThat(calls.get(own, tried.path() + "/rows").items())
                .extracting(row -> row.path("state").asString())
                .containsExactly("ERROR", "UPDATE");
        assertThat(calls.patch(own, tried.path(), tried.etag(), Map.of("planId", cityPlan))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void onlySupervisorsImport() {
        for (String role : List.of("LIAISON", "UNIT_HEAD", "COUNTY_OFFICE", "SECRETARY", "ADMIN")) {
            assertThat(calls.upload(
                                    Tokens.bearer(role, health, county.id()),
                                    "a.xlsx",
                                    foreign().bytes(),
                                    null)
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        assertThat(calls.upload(supervisor, "a.docx", new byte[] {1}, null).status())
                .isEqualTo(415);
        assertThat(calls.upload(supervisor, "a.xlsx", new byte[] {1}, null).status())
                .isEqualTo(422);
        assertThat(calls.upload(supervisor, "a.xlsx", new byte[0], null).status())
                .isEqualTo(422);
    }

    @Test
    void aSheetThatIsGivenUpIsNotAdopted() {
        Answer opened = upload(foreign());
        assertThat(calls.delete(supervisor, opened.path(), opened.etag())).isEqualTo(204);
        assertThat(calls.adopt(supervisor, calls.get(supervisor, opened.path()), Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aRetriedUploadAndAdoptionCountOnce() {
        Answer first =
                calls.once("key-1").upload(supervisor, "重点工作.xlsx", foreign().bytes(), null);
        Answer second =
                calls.once("key-1").upload(supervisor, "重点工作.xlsx", foreign().bytes(), null);
        assertThat(second.path()).isEqualTo(first.path());
        Answer adopted = calls.once("key-2").adopt(supervisor, first, Map.of());
        Answer again = calls.once("key-2").adopt(supervisor, first, Map.of());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(adopted.body());
        assertThat(calls.get(supervisor, "/api/tasks").items()).hasSize(4);
    }

    @Test
    void numbersThatBeginAnewInEachGroupTellNoRowsApart() {
        Book book = Book.of("台账")
                .row("序号", "任务", "牵头单位", "完成时限")
                .row("一、组织", null, null, null)
                .row(1, "健全制度", "市卫生健康委", "6月底")
                .row(2, "明确职责", "市卫生健康委", "6月底")
                .row("二、人才", null, null, null)
                .row(1, "培训人才", "市民政局", "6月底")
                .merged("A2:D2", "A5:D5");
        calls.adopt(supervisor, upload(book), Map.of());
        assertThat(calls.get(supervisor, "/api/tasks").items())
                .extracting(task ->
                        task.path("ordinal").asInt() + task.path("title").asString())
                .containsExactly("1健全制度", "2明确职责", "3培训人才");
        Answer again = calls.adopt(supervisor, upload(book), Map.of("dryRun", true));
        assertThat(again.body().path("unchanged").asInt()).isEqualTo(3);
    }
}
