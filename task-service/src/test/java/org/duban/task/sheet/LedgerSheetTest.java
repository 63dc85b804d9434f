package org.duban.task.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.kit.test.Tokens;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.Indicator;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.LedgerEntries;
import org.duban.task.ledger.LedgerEntry;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Plan;
import org.duban.task.sheet.SheetCalls.Answer;
import org.duban.task.sheet.xlsx.Book;
import org.duban.task.sheet.xlsx.Grid;
import org.duban.task.sheet.xlsx.XlsxReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** The ledger written out, and read back. */
@ServiceTest
class LedgerSheetTest {
    private static final List<String> STRANGE = List.of(
            "=1+1",
            "+8613800000000",
            "-5",
            "@甲",
            "_x0041_",
            "a_x000D_b",
            "  两头空格 ",
            "换\n行",
            "回车\r\n换行",
            "制表\t符",
            "<b>&amp;</b>",
            "\"引号\"'",
            "\u0001\u0007",
            "𠮷野家👍",
            "\u200B零宽",
            "全角　空格",
            "1/2",
            "2026-01-01",
            "100%",
            "TRUE",
            "是",
            "长期",
            "、，；",
            "序号",
            "合计",
            "备注：无");

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
    LedgerEntries entries;

    private SheetCalls calls;
    private String supervisor;
    private final County county = Api.county("临江县");
    private final County neighbour = Api.county("望海县");
    private List<UUID> city;
    private List<UUID> own;
    private List<UUID> theirs;

    @BeforeEach
    void anEmptyLedger() {
        jdbc.sql("truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, outbox, "
                        + "ledger_import, unit_alias, directory_unit")
                .update();
        clock.set("2026-03-13T09:00");
        Api api = new Api(mvc, directory);
        calls = new SheetCalls(mvc);
        supervisor = Tokens.bearer("SUPERVISOR", null, null);
        city = api.register(null, "市卫生健康委", "市财政局", "市民政局");
        own = api.register(county, "县卫生健康局", "县财政局");
        theirs = api.register(neighbour, "县卫生健康局", "县财政局");
    }

    private Plan adopt(String title, @Nullable UUID countyId, List<NewTask> tasks) {
        return ledger.adopt(
                new NewPlan(title, null, null, null, "LEDGER", Plan.Source.LEDGER, null, countyId, 25, List.of()),
                tasks);
    }

    private static NewTask task(int ordinal, String title, List<UUID> leads) {
        return new NewTask(
                ordinal, title, title + "。", LocalDate.of(2026, 6, 30), false, List.of(), leads, List.of(), null);
    }

    private static List<String> headings(Grid grid) {
        return grid.rows().getFirst().cells().stream()
                .map(cell -> cell == null ? "" : cell.text())
                .toList();
    }

    @Test
    void aSheetHasTheColumnsAndRowsOfTheScreen() {
        adopt("市级台账", null, List.of(task(1, "健全制度", city), task(2, "培训人才", city.subList(1, 2))));
        Grid all = XlsxReader.read(calls.bytes(supervisor, "/api/ledger.xlsx")).getFirst();
        assertThat(headings(all))
                .containsExactly(
                        "系统编号", "序号", "编号", "亮灯", "任务", "任务内容", "牵头单位", "配合单位", "完成时限", "原定时限", "常态化", "指标", "任务类型",
                        "状态", "进度", "序时进度", "最近报送", "县区", "来源", "备注");
        assertThat(all.hidden()).containsExactly(0);
        assertThat(all.rows()).hasSize(3);
        Grid some = XlsxReader.read(
                        calls.bytes(supervisor, "/api/ledger.xlsx?columns=title,leads,dueOn&q=培训&unit=" + city.get(1)))
                .getFirst();
        assertThat(headings(some)).containsExactly("系统编号", "任务", "牵头单位", "完成时限");
        assertThat(some.rows()).hasSize(2);
        assertThat(calls.get(supervisor, "/api/ledger.xlsx?columns=colour").status())
                .isEqualTo(400);
        assertThat(calls.get(supervisor, "/api/ledger.xlsx?light=PURPLE").status())
                .isEqualTo(400);
    }

    @Test
    void daysAreDaysNumbersAreNumbersAndWordsAreNeverFormulas() throws IOException {
        adopt("市级台账", null, List.of(task(1, "=HYPERLINK(\"http://x\")", city)));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                calls.bytes(supervisor, "/api/ledger.xlsx?columns=ordinal,title,dueOn,progress")))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\")");
            assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-06-30");
            assertThat(row.getCell(4).getNumericCellValue()).isZero();
            assertThat(workbook.getSheetAt(0).getPaneInformation().isFreezePane())
                    .isTrue();
        }
    }

    @Test
    void eachSeesInTheSheetWhatItSeesOnTheScreen() {
        adopt("市级台账", null, List.of(task(1, "市里的", city.subList(0, 1)), task(2, "财政的", city.subList(1, 2))));
        adopt("县台账", county.id(), List.of(task(1, "县里的", own)));
        adopt("邻县台账", neighbour.id(), List.of(task(1, "邻县的", theirs)));
        assertThat(titles(supervisor)).containsExactlyInAnyOrder("市里的", "财政的", "县里的", "邻县的");
        assertThat(titles(Tokens.bearer("SUPERVISOR", null, county.id()))).containsExactly("县里的");
        assertThat(titles(Tokens.bearer("COUNTY_OFFICE", own.getFirst(), county.id())))
                .containsExactly("县里的");
        assertThat(titles(Tokens.bearer("LIAISON", city.get(1), null))).containsExactly("财政的");
        assertThat(titles(Tokens.bearer("LIAISON", UUID.randomUUID(), null))).isEmpty();
        assertThat(calls.get("Bearer nonsense", "/api/ledger.xlsx").status()).isEqualTo(401);
    }

    private List<String> titles(String bearer) {
        return XlsxReader.read(calls.bytes(bearer, "/api/ledger.xlsx?columns=title")).getFirst().rows().stream()
                .skip(1)
                .map(row -> Objects.requireNonNull(row.cell(1)).text())
                .toList();
    }

    @Test
    void anExportedLedgerImportsBackWithoutAnyChange() {
        Random random = new Random(20260313);
        for (int round = 0; round < 6; round++) {
            anEmptyLedger();
            adopt("市级“台账” " + strange(random), null, tasks(random, 25, city, theirs));
            adopt("县台账", county.id(), tasks(random, 15, own, city));
            Map<UUID, LedgerEntry> before = ledger();
            String columns = round % 2 == 0 ? "" : "?columns=" + someColumns(random);
            Answer opened =
                    calls.upload(supervisor, "任务台账.xlsx", calls.bytes(supervisor, "/api/ledger.xlsx" + columns), null);
            assertThat(opened.status()).isEqualTo(201);
            assertThat(calls.get(supervisor, opened.path() + "/rows?state=UPDATE,ERROR,CREATE&limit=200")
                            .items())
                    .as(columns)
                    .isEmpty();
            assertThat(opened.body().path("counts").path("unchanged").asInt()).isEqualTo(40);
            calls.adopt(supervisor, opened, Map.of());
            assertThat(ledger()).isEqualTo(before);
        }
    }

    private static String someColumns(Random random) {
        List<String> keys = new ArrayList<>(List.of(
                "ordinal",
                "number",
                "light",
                "text",
                "leads",
                "cooperators",
                "dueOn",
                "standing",
                "indicators",
                "state",
                "progress",
                "planTitle",
                "remark"));
        java.util.Collections.shuffle(keys, random);
        return "title," + String.join(",", keys.subList(0, 3 + random.nextInt(8)));
    }

    private Map<UUID, LedgerEntry> ledger() {
        Map<UUID, LedgerEntry> all = new HashMap<>();
        entries.of(jdbc.sql("select id from task").query(UUID.class).list())
                .forEach(entry -> all.put(entry.id(), entry));
        return all;
    }

    private static String strange(Random random) {
        return STRANGE.get(random.nextInt(STRANGE.size()));
    }

    private static List<NewTask> tasks(Random random, int count, List<UUID> units, List<UUID> others) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(ordinal -> {
                    String title = (random.nextBoolean() ? strange(random) : "任务") + ordinal + strange(random);
                    boolean standing = random.nextInt(5) == 0;
                    LocalDate dueOn = random.nextInt(4) == 0
                            ? null
                            : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
                    return new NewTask(
                            ordinal,
                            title,
                            random.nextBoolean() ? title : strange(random) + "内容" + strange(random),
                            dueOn,
                            standing,
                            random.nextBoolean()
                                    ? List.of()
                                    : List.of(new Indicator(
                                            "覆盖率达到" + random.nextInt(100) + "%以上" + strange(random),
                                            ">=",
                                            BigDecimal.valueOf(random.nextInt(100)),
                                            null,
                                            "%")),
                            units.subList(0, 1 + random.nextInt(units.size())),
                            random.nextBoolean() ? others : List.of(),
                            null,
                            random.nextInt(3) == 0
                                    ? "A-" + ordinal + strange(random).strip()
                                    : null,
                            random.nextInt(3) == 0 ? strange(random) : null,
                            random.nextInt(101),
                            random.nextInt(6) == 0);
                })
                .toList();
    }

    @Test
    void editedCellsAreExactlyWhatChanges() {
        Plan plan = adopt(
                "市级台账",
                null,
                IntStream.rangeClosed(1, 12)
                        .mapToObj(n -> task(n, "任务" + n, city.subList(0, 2)))
                        .toList());
        Map<UUID, LedgerEntry> before = ledger();
        Grid sheet =
                XlsxReader.read(calls.bytes(supervisor, "/api/ledger.xlsx")).getFirst();
        List<String> headings = headings(sheet);
        record Edit(int row, String column, @Nullable Object value) {}
        List<Edit> edits = List.of(
                new Edit(1, "任务", "改名"),
                new Edit(2, "完成时限", "2026年9月底"),
                new Edit(3, "牵头单位", "市民政局"),
                new Edit(4, "配合单位", "市民政局"),
                new Edit(5, "指标", "覆盖率达到95%以上"),
                new Edit(6, "备注", "已会签"),
                new Edit(7, "完成时限", "长期"),
                new Edit(8, "任务内容", "新的内容。"),
                new Edit(9, "编号", "A-9"),
                new Edit(10, "完成时限", null),
                new Edit(11, "进度", "80%"));
        Book edited = Book.of("任务台账");
        int line = 0;
        for (Grid.Row row : sheet.rows()) {
            Object[] cells = new Object[headings.size()];
            for (int i = 0; i < cells.length; i++) {
                var cell = row.cell(i);
                cells[i] = cell == null ? null : cell.day() != null ? cell.day() : cell.text();
            }
            for (Edit edit : edits) {
                if (edit.row == line) {
                    cells[headings.indexOf(edit.column)] = edit.value;
                }
            }
            edited.row(cells);
            line++;
        }
        Answer opened = calls.upload(supervisor, "任务台账.xlsx", edited.bytes(), null);
        List<JsonNode> updates =
                calls.get(supervisor, opened.path() + "/rows?state=UPDATE").items();
        assertThat(updates)
                .extracting(row -> row.path("ordinal").asInt() + " "
                        + Api.list(row.path("changes")).stream()
                                .map(change -> change.path("field").asString())
                                .toList())
                .containsExactly(
                        "1 [TITLE]",
                        "2 [DUE_ON]",
                        "3 [LEADS]",
                        "4 [COOPERATORS]",
                        "5 [INDICATORS]",
                        "6 [REMARK]",
                        "7 [DUE_ON, STANDING]",
                        "8 [TEXT]",
                        "9 [NUMBER]",
                        "10 [DUE_ON]");
        assertThat(calls.get(supervisor, opened.path() + "/rows?state=UNCHANGED")
                        .items()
                        .getFirst()
                        .path("notes")
                        .get(0)
                        .path("words")
                        .asString())
                .isEqualTo("进度由单位报送形成，导入不作改动。");
        calls.adopt(supervisor, opened, Map.of());
        Set<Integer> changed = new TreeSet<>();
        ledger().forEach((id, entry) -> {
            if (!entry.equals(before.get(id))) {
                changed.add(entry.ordinal());
            }
        });
        assertThat(changed).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        Map<Integer, LedgerEntry> after = new HashMap<>();
        entries.ofPlan(plan.id()).forEach(entry -> after.put(entry.ordinal(), entry));
        assertThat(Objects.requireNonNull(after.get(2)).content().dueOn()).isEqualTo("2026-09-30");
        assertThat(Objects.requireNonNull(after.get(3)).content().leads()).containsExactly(city.get(2));
        assertThat(Objects.requireNonNull(after.get(5)).content().indicators())
                .singleElement()
                .satisfies(indicator -> assertThat(indicator.value()).isEqualByComparingTo("95"));
        assertThat(Objects.requireNonNull(after.get(7)).content().standing()).isTrue();
        assertThat(Objects.requireNonNull(after.get(10)).content().dueOn()).isNull();
        Answer again = calls.upload(supervisor, "任务台账.xlsx", edited.bytes(), null);
        assertThat(again.body().path("counts").path("unchanged").asInt()).isEqualTo(12);
    }

    @Test
    void aRowWithoutIdInAnExportedSheetIsANewTaskOfItsPlan() {
        Plan plan = adopt("市级台账", null, List.of(task(1, "健全制度", city)));
        Grid sheet = XlsxReader.read(calls.bytes(supervisor, "/api/ledger.xlsx?columns=title,leads,dueOn"))
                .getFirst();
        Book longer = Book.of("任务台账");
        sheet.rows()
                .forEach(row -> longer.row(row.cells().stream()
                        .map(cell -> cell == null ? null : cell.text())
                        .toArray()));
        longer.row(null, "新增任务", "市民政局", "2026-10-31");
        Answer opened = calls.upload(supervisor, "任务台账.xlsx", longer.bytes(), null);
        assertThat(opened.body().path("target").path("planId").asString())
                .isEqualTo(plan.id().toString());
        calls.adopt(supervisor, opened, Map.of());
        assertThat(entries.ofPlan(plan.id()))
                .extracting(entry -> entry.ordinal() + entry.content().title())
                .containsExactly("1健全制度", "2新增任务");
    }
}
