package org.duban.task.sheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.duban.task.sheet.xlsx.UnreadableWorkbook.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxReaderTest {
    private static final String CONTENT =
            "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
                    + "<sheetData>%s</sheetData></worksheet>";

    private static List<String> texts(Grid.Row row) {
        return row.cells().stream().map(cell -> cell == null ? "" : cell.text()).toList();
    }

    @Test
    void cellsAreReadAsTheyAreShown() {
        Grid grid = XlsxReader.read(Book.of("台账")
                        .row("序号", "时限", "进度", "备注")
                        .row(1, LocalDate.of(2026, 6, 30), 0.285, "  两行\r\n文字 ")
                        .bytes())
                .getFirst();
        assertThat(texts(grid.rows().getLast())).containsExactly("1", "2026-06-30", "28.5%", "两行\n文字");
        assertThat(Objects.requireNonNull(grid.rows().getLast().cell(1)).day()).isEqualTo("2026-06-30");
    }

    @Test
    void hiddenSheetsAreLeftOutAndTheOthersKeepTheirOrder() {
        byte[] file = Book.of("第一")
                .row("一")
                .hiddenSheet("草稿")
                .row("二")
                .sheet("第三")
                .row("三")
                .bytes();
        assertThat(XlsxReader.read(file)).extracting(Grid::name).containsExactly("第一", "第三");
    }

    @Test
    void aMergedCellIsFoundFromEveryPlaceItCovers() {
        Grid grid = XlsxReader.read(Book.of("台账")
                        .row("甲", null, "乙")
                        .row(null, null, "丙")
                        .merged("A1:B2")
                        .bytes())
                .getFirst();
        Grid.Looking looking = grid.looking();
        assertThat(Objects.requireNonNull(looking.at(2, 1)).text()).isEqualTo("甲");
        assertThat(Objects.requireNonNull(looking.at(2, 2)).text()).isEqualTo("丙");
        assertThat(looking.at(3, 0)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "@SUM(A1)",
                "-2+3",
                "+8613800000000",
                "_x0041_",
                "_x0041_x0042_",
                "_x005F_x0041_",
                "a\tb",
                "第一行\n第二行",
                "<a>&\"'</a>",
                "𠮷野家 👍",
                "\u0007响铃",
                "\uFFFE",
                "'单引号"
            })
    void whatIsWrittenIsReadBackAsTheSameWords(String words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = Sheets.workbook(out)) {
            Worksheet sheet = workbook.newWorksheet("台账");
            Sheets.put(sheet, 0, 0, words);
            Sheets.put(sheet, 0, 1, "尾");
        }
        Grid grid = XlsxReader.read(out.toByteArray()).getFirst();
        assertThat(texts(grid.rows().getFirst())).containsExactly(CellText.canonical(words), "尾");
    }

    @Test
    void anOutsizedTextIsCutToWhatACellHolds() throws IOException {
        String words = "长".repeat(40_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = Sheets.workbook(out)) {
            Sheets.put(workbook.newWorksheet("台账"), 0, 0, words);
        }
        assertThat(texts(XlsxReader.read(out.toByteArray()).getFirst().rows().getFirst())
                        .getFirst())
                .hasSize(CellText.LONGEST)
                .isEqualTo(CellText.canonical(words));
    }

    @Test
    void whatLooksLikeAFormulaStaysText() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = Sheets.workbook(out)) {
            Sheets.put(workbook.newWorksheet("台账"), 0, 0, "=HYPERLINK(\"http://x\",\"点我\")");
        }
        try (var workbook =
                new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(out.toByteArray()))) {
            var cell = workbook.getSheetAt(0).getRow(0).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
        }
    }

    @Test
    void aFormulaCountsWithTheValueItWasSavedWith() throws IOException {
        byte[] file = file("<row r='1'><c r='A1'><f>1+1</f><v>5</v></c><c r='B1' t='str'><f>A1</f><v>旧值</v></c></row>");
        assertThat(texts(XlsxReader.read(file).getFirst().rows().getFirst())).containsExactly("5", "旧值");
    }

    private static byte[] file(String rows) throws IOException {
        return zip(
                "xl/workbook.xml",
                "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
                        + "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                        + "<sheets><sheet name='甲' sheetId='1' r:id='rId1'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>",
                "xl/worksheets/sheet1.xml",
                CONTENT.formatted(rows));
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static void assertRefused(byte[] file, Reason reason) {
        assertThatThrownBy(() -> XlsxReader.read(file)).isInstanceOfSatisfying(UnreadableWorkbook.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.sentence()).matches(".*\\p{IsHan}.*");
        });
    }

    @Test
    void whatIsNoWorkbookIsRefusedInWords() throws IOException {
        assertRefused(new byte[0], Reason.EMPTY);
        assertRefused("不是表格".getBytes(StandardCharsets.UTF_8), Reason.NOT_XLSX);
        assertRefused(zip("word/document.xml", "<w/>"), Reason.NOT_XLSX);
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, Reason.OLD_EXCEL);
    }

    @Test
    void noEntityIsFollowed() throws IOException {
        byte[] file = zip(
                "xl/workbook.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><workbook>&x;</workbook>");
        assertRefused(file, Reason.NOT_XLSX);
    }

    @Test
    void aSmallFileThatBecomesHugeIsRefusedSoon() throws IOException {
        String row = "<row><c t='inlineStr'><is><t>" + " ".repeat(60_000) + "</t></is></c></row>";
        byte[] bomb = file(row.repeat(6_000));
        assertThat(bomb.length).isLessThan(2_000_000);
        assertThat(onTheProcessor(() -> assertRefused(bomb, Reason.TOO_LARGE))).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void tooManyRowsAreRefusedWithTheirNumber() throws IOException {
        byte[] file = file("<row><c><v>1</v></c></row>".repeat(XlsxReader.MOST_ROWS + 1));
        assertThatThrownBy(() -> XlsxReader.read(file)).hasMessageContaining("20000行");
    }

    @Test
    void mergingTheWholeSheetTakesNoTime() throws IOException {
        byte[] file = file("<row r='1'><c r='A1'><v>1</v></c></row></sheetData><mergeCells>"
                + "<mergeCell ref='A1:XFD1048576'/>".repeat(2_000) + "</mergeCells><sheetData>");
        assertThat(onTheProcessor(() -> XlsxReader.read(file).getFirst().looking()))
                .isLessThan(Duration.ofSeconds(5));
    }

    // Other work on the machine does not count.
    private static Duration onTheProcessor(ThrowingCallable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long started = threads.getCurrentThreadCpuTime();
        assertThatCode(work).doesNotThrowAnyException();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - started);
    }

    @Test
    void spoiltFilesAreReadOrRefusedButNeverBreakAnything() {
        byte[] whole = Book.of("台账")
                .row("序号", "任务", "牵头单位", "完成时限")
                .row(1, "健全制度", "市卫生健康委", LocalDate.of(2026, 6, 30))
                .row(2, "培训人才", "市财政局", "长期")
                .merged("A1:B1")
                .bytes();
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 1_500; i++) {
            byte[] spoilt = whole.clone();
            for (int j = 0; j <= random.nextInt(6); j++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            }
            try {
                XlsxReader.read(
                        random.nextBoolean() ? spoilt : java.util.Arrays.copyOf(spoilt, random.nextInt(spoilt.length)));
            } catch (UnreadableWorkbook refusal) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
