package org.duban.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@ServiceTest(kafka = true)
class SheetTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Api secretary;
    String county;

    @BeforeEach
    void signIn() {
        clock.set("2026-11-25T09:00");
        secretary = new Api(mvc, Tokens.bearer("SECRETARY", null, null));
        county = "云" + UUID.randomUUID().toString().substring(0, 8) + "县";
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void aDryRunSaysWhatWouldComeAndLeavesNothing() throws IOException {
        JsonNode tried = load(sheet("县卫健局", "0832-100"), true);
        assertThat(tried.path("dryRun").asBoolean()).isTrue();
        assertThat(counts(tried, "units")).containsExactly(2, 0);
        assertThat(counts(tried, "posts")).containsExactly(1, 0);
        assertThat(unitsInCounty()).isZero();
        assertThat(jdbc.sql("select count(*) from county where name = :name")
                        .param("name", county)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void importingTwiceUpdatesAndNeverDoubles() throws IOException {
        JsonNode first = load(sheet("县卫健局", "0832-100"), false);
        assertThat(first.path("errors").size()).isZero();
        assertThat(counts(first, "units")).containsExactly(2, 0);
        assertThat(counts(first, "posts")).containsExactly(1, 0);
        assertThat(unitsInCounty()).isEqualTo(2);

        JsonNode same = load(sheet("县卫健局", "0832-100"), false);
        assertThat(counts(same, "units")).containsExactly(0, 0);
        assertThat(counts(same, "posts")).containsExactly(0, 0);

        JsonNode changed = load(sheet("县卫健委", "0832-200"), false);
        assertThat(counts(changed, "units")).containsExactly(0, 1);
        assertThat(counts(changed, "posts")).containsExactly(0, 1);
        assertThat(unitsInCounty()).isEqualTo(2);
    }

    @Test
    void aRowAtFaultIsSaidAndTheOthersCount() throws IOException {
        byte[] file = workbook(
                List.of(
                        List.of("区县", "简称", "全称", "级别", "别名"),
                        List.of(county, "县财政局", "", "", ""),
                        List.of(county, "", "没有简称的单位", "", ""),
                        List.of(county, "县教育局", "", "国级", "")),
                List.of(
                        List.of("区县", "单位", "岗位", "角色", "任职人员", "邮箱", "电话", "任职日期"),
                        List.of(county, "县财政局", "联络员", "联络员", "周明", "不是邮箱", "", ""),
                        List.of(county, "县财政局", "局长", "单位负责人", "李静", "", "", "2027-01-01"),
                        List.of(county, "县水利局", "联络员", "联络员", "", "", "", ""),
                        List.of(county, "县财政局", "办公室主任", "联络员", "王宁", "", "", "2026年1月4日")));
        JsonNode result = load(file, false);
        assertThat(counts(result, "units")).containsExactly(1, 0);
        assertThat(counts(result, "posts")).containsExactly(1, 0);
        assertThat(result.path("errors").size()).isEqualTo(5);
        assertThat(result.path("errors").path(0).path("sheet").asString()).isEqualTo("单位");
        assertThat(result.path("errors").path(0).path("row").asInt()).isEqualTo(3);
        assertThat(result.path("errors").path(0).path("column").asString()).isEqualTo("简称");
        assertThat(result.path("errors").path(2).path("column").asString()).isEqualTo("邮箱");
        assertThat(unitsInCounty()).isEqualTo(1);
        assertThat(jdbc.sql(
                                "select count(*) from post p join unit u on u.id = p.unit_id join county c on c.id = u.county_id where c.name = :name")
                        .param("name", county)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anExportLoadsBackWithoutLoss() throws IOException {
        load(sheet("县卫健局", "0832-100"), false);
        byte[] exported =
                secretary.get("/api/directory/sheet.xlsx").is(200).response().getContentAsByteArray();
        JsonNode back = load(exported, false);
        assertThat(back.path("errors").size()).as(back.toPrettyString()).isZero();
        assertThat(counts(back, "units")).containsExactly(0, 0);
        assertThat(counts(back, "posts")).containsExactly(0, 0);
    }

    @Test
    void aRetriedImportCountsOnceAndADryRunMayBeRetriedToo() throws IOException {
        byte[] file = sheet("县卫健局", "0832-100");
        for (boolean dryRun : List.of(true, false)) {
            String key = UUID.randomUUID().toString();
            for (int attempt = 0; attempt < 2; attempt++) {
                JsonNode result = secretary
                        .upload(
                                "/api/directory/sheet",
                                file,
                                Map.of("dryRun", Boolean.toString(dryRun)),
                                "Idempotency-Key",
                                key)
                        .is(200)
                        .body();
                assertThat(counts(result, "units")).containsExactly(2, 0);
            }
            assertThat(unitsInCounty()).isEqualTo(dryRun ? 0 : 2);
        }
    }

    @Test
    void brokenFilesAreRefusedInWords() {
        secretary.upload("/api/directory/sheet", new byte[0], Map.of()).refuses(422, "sheet-empty");
        secretary
                .upload("/api/directory/sheet", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}, Map.of())
                .refuses(415, "not-a-sheet");
    }

    private JsonNode load(byte[] file, boolean dryRun) {
        return secretary
                .upload("/api/directory/sheet", file, Map.of("dryRun", Boolean.toString(dryRun)))
                .is(200)
                .body();
    }

    private int unitsInCounty() {
        return jdbc.sql("select count(*) from unit u join county c on c.id = u.county_id where c.name = :name")
                .param("name", county)
                .query(Integer.class)
                .single();
    }

    private static List<Integer> counts(JsonNode result, String what) {
        JsonNode counts = result.path(what);
        return List.of(counts.path("created").asInt(), counts.path("updated").asInt());
    }

    private byte[] sheet(String alias, String phone) throws IOException {
        return workbook(
                List.of(
                        List.of("区县", "简称", "全称", "级别", "别名"),
                        List.of(county, "县卫生健康局", "", "县级", alias),
                        List.of(county, "城关镇", county + "城关镇人民政府", "乡镇", "")),
                List.of(
                        List.of("区县", "单位", "岗位", "角色", "任职人员", "邮箱", "电话", "任职日期"),
                        List.of(county, "县卫生健康局", "联络员", "联络员", "周明", "", phone, "2026-01-04")));
    }

    private static byte[] workbook(List<List<String>> units, List<List<String>> posts) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            fill(workbook, "单位", units);
            fill(workbook, "岗位", posts);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(XSSFWorkbook workbook, String name, List<List<String>> rows) {
        var sheet = workbook.createSheet(name);
        for (List<String> cells : rows) {
            var row = sheet.createRow(rows.indexOf(cells));
            for (int i = 0; i < cells.size(); i++) {
                row.createCell(i).setCellValue(cells.get(i));
            }
        }
    }
}
