package org.duban.task.plan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duban.task.plan.reading.PlanReader;
import org.duban.task.plan.reading.Reading;
import org.junit.jupiter.api.Test;

/** Files of the old Word and of Excel. */
class OfficeFilesTest {
    static byte[] resource(String name) {
        try (var stream = OfficeFilesTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] ledger() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("任务");
            row(sheet, 0, "云江市2024年营商环境重点任务分解表");
            row(sheet, 1, "序号", "重点任务", "具体措施", "责任单位", "", "完成时限");
            row(sheet, 2, "", "", "", "牵头单位", "配合单位", "");
            row(sheet, 3, "1", "一网通办", "实现高频事项100%网办", "市行政审批局", "市大数据局、\n各有关部门", "");
            row(sheet, 4, "2", "", "压减办理时限至3个工作日以内", "市行政审批局", "", "2024年12月");
            row(sheet, 5, "二、市场准入");
            row(sheet, 6, "3", "企业开办", "推行一件事一次办", "市市场监管局", "市公安局 市税务局", "持续推进");
            row(sheet, 7, "备注：本表由市营商办解释。");
            merge(sheet, "A1:F1", "D2:E2", "A2:A3", "B2:B3", "C2:C3", "F2:F3", "B4:B5", "A6:F6", "A8:F8");
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            var cell = sheet.getRow(3).getCell(5);
            cell.setCellValue(LocalDate.of(2024, 6, 30));
            cell.setCellStyle(day);
            row(book.createSheet("草稿"), 0, "不公开的内容");
            book.setSheetVisibility(1, SheetVisibility.HIDDEN);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void row(org.apache.poi.ss.usermodel.Sheet sheet, int index, String... cells) {
        var row = sheet.createRow(index);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    private static void merge(org.apache.poi.ss.usermodel.Sheet sheet, String... areas) {
        for (var area : areas) {
            sheet.addMergedRegion(CellRangeAddress.valueOf(area));
        }
    }

    @Test
    void sheetIsATableWithItsTitleAboveAndRemarksBelow() throws IOException {
        assertThat(DocumentText.of("任务.xlsx", ledger()).lines())
                .containsExactly(
                        "云江市2024年营商环境重点任务分解表",
                        "序号\t重点任务\t具体措施\t责任单位\t责任单位\t完成时限",
                        "序号\t重点任务\t具体措施\t牵头单位\t配合单位\t完成时限",
                        "1\t一网通办\t实现高频事项100%网办\t市行政审批局\t市大数据局、 各有关部门\t2024年6月30日",
                        "2\t一网通办\t压减办理时限至3个工作日以内\t市行政审批局\t\t2024年12月",
                        "二、市场准入\t二、市场准入\t二、市场准入\t二、市场准入\t二、市场准入\t二、市场准入",
                        "3\t企业开办\t推行一件事一次办\t市市场监管局\t市公安局 市税务局\t持续推进",
                        "备注：本表由市营商办解释。");
    }

    @Test
    void everyRowOfASheetIsATask() throws IOException {
        var reading = new PlanReader().read(DocumentText.of("任务.xlsx", ledger()));
        assertThat(reading.title()).isEqualTo("云江市2024年营商环境重点任务分解表");
        assertThat(reading.tasks())
                .extracting(Reading.Task::startsWith)
                .containsExactly("实现高频事项100%网办", "压减办理时限至3个工作日", "推行一件事一次办");
        assertThat(reading.tasks())
                .extracting(task -> String.valueOf(task.dueOn()))
                .containsExactly("2024-06-30", "2024-12-31", "null");
    }

    @Test
    void savedValueOfAFormulaCountsAndNothingIsCalculated() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            row(sheet, 0, "序号", "工作任务", "完成率");
            row(sheet, 1, "1", "建设敬老院", "");
            var cell = sheet.getRow(1).getCell(2);
            cell.setCellFormula("1/4");
            cell.setCellValue(0.95);
            var percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0%"));
            cell.setCellStyle(percent);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            assertThat(DocumentText.of("a.xlsx", bytes.toByteArray())).isEqualTo("序号\t工作任务\t完成率\n1\t建设敬老院\t95%");
        }
    }

    @Test
    void oldWordFileMayEndWithATable() {
        assertThat(DocumentText.of("a.doc", resource("/office/table-at-the-end.doc"))
                        .lines())
                .containsExactly("云江市任务分解表", "序号\t任务\t牵头单位", "1\t改造敬老院\t市民政局", "2\t新建托育点\t市卫生健康委");
    }

    @Test
    void oldWordFileKeepsItsAutomaticNumbersAndTables() {
        assertThat(DocumentText.of("a.doc", resource("/office/numbered.doc")).lines())
                .containsSubsequence("1)This", "a)Is", "1)A multi", "2)Level")
                .contains("Intervening table\t1.Within cell 1 a.Cell a b.Cell b\t\t")
                .containsSubsequence("6.six", "7.seven", "a.seven a", "e.seven e")
                .containsSubsequence("A.A", "1.A i", "2.A ii", "a.A ii a");
    }

    @Test
    void fileOfWord95IsSaidToBeOne() {
        var old = resource("/office/plain.doc");
        for (int i = 0; i + 3 < old.length; i += 512) {
            // where the text's stream begins; then the version
            if ((old[i] & 0xFF) == 0xEC && (old[i + 1] & 0xFF) == 0xA5) {
                old[i + 2] = 0x68;
                old[i + 3] = 0;
            }
        }
        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> DocumentText.of("a.doc", old))
                .withMessageContaining("Word 95");
    }

    @Test
    void oldWordFileIsReadInChinese() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new HWPFDocument(new ByteArrayInputStream(resource("/office/plain.doc")))) {
            document.getRange().insertBefore("二、重点任务\r（一）改造敬老院。（责任单位：市民政局）\r");
            document.write(bytes);
        }
        var text = DocumentText.of("计划.doc", bytes.toByteArray());
        assertThat(text.lines()).startsWith("二、重点任务", "（一）改造敬老院。（责任单位：市民政局）");
        assertThat(new PlanReader().read(text).tasks().getFirst().leads()).containsExactly("市民政局");
    }

    @Test
    void sheetOfOldExcelIsReadLikeOneOfToday() throws IOException {
        assertThat(DocumentText.of("任务.xls", oldLedger()))
                .isEqualTo("云江市重点任务表\n序号\t重点任务\t牵头单位\t完成时限\t完成率\n"
                        + "1\t改造敬老院\t市民政局\t2024年6月30日\t95%\n1\t开设老年食堂\t市商务局\t长期坚持\t2.5\n"
                        + "［表中有1行已隐藏，没有识别］");
    }

    static byte[] oldLedger() throws IOException {
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet("任务");
            row(sheet, 0, "云江市重点任务表");
            row(sheet, 1, "序号", "重点任务", "牵头单位", "完成时限", "内部掌握", "完成率");
            row(sheet, 2, "1", "改造敬老院", "市民政局", "", "不公开", "");
            row(sheet, 3, "9", "隐藏的任务", "市某局");
            row(sheet, 4, "", "开设老年食堂", "市商务局", "长期坚持", "不公开", "");
            merge(sheet, "A1:F1", "A3:A5");
            sheet.getRow(3).setZeroHeight(true);
            sheet.setColumnHidden(4, true);
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            var due = sheet.getRow(2).getCell(3);
            due.setCellValue(LocalDate.of(2024, 6, 30));
            due.setCellStyle(day);
            var percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0%"));
            var share = sheet.getRow(2).getCell(5);
            share.setCellFormula("1/4");
            share.setCellValue(0.95);
            share.setCellStyle(percent);
            sheet.getRow(4).getCell(5).setCellValue(2.5);
            row(book.createSheet("草稿"), 0, "不公开的内容");
            book.setSheetVisibility(1, SheetVisibility.HIDDEN);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void sheetThatExplainsAnotherComesAfterIt() throws IOException {
        try (var book = new XSSFWorkbook()) {
            row(book.createSheet("填报说明"), 0, "请各单位认真核对。");
            row(book.createSheet("任务"), 0, "序号", "任务");
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            assertThat(DocumentText.of("a.xlsx", bytes.toByteArray())).isEqualTo("序号\t任务\n\n请各单位认真核对。");
        }
    }

    // as programs write it that export ledgers
    @Test
    void workbookWrittenInOneGoIsRead() throws IOException {
        try (var book = new SXSSFWorkbook()) {
            row(book.createSheet(), 0, "序号", "任务");
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            assertThat(DocumentText.of("a.xlsx", bytes.toByteArray())).isEqualTo("序号\t任务");
        }
    }

    @Test
    void rowsThatAFilterHidesAreRead() {
        var rows = "<row r=\"1\"><c t=\"inlineStr\"><is><t>任务</t></is></c></row>"
                + "<row r=\"2\" hidden=\"1\"><c t=\"inlineStr\"><is><t>改造敬老院</t></is></c></row>";
        var filter = "<autoFilter ref=\"A1:A2\"><filterColumn colId=\"0\"/></autoFilter>";
        assertThat(DocumentText.of("a.xlsx", Fuzzed.sheet(rows, filter, ""))).isEqualTo("任务\n改造敬老院");
        assertThat(DocumentText.of("a.xlsx", Fuzzed.sheet(rows, "", ""))).isEqualTo("任务\n［表中有1行已隐藏，没有识别］");
    }

    @Test
    void daysInTheFormatsOfChineseExcelAreDays() {
        assertThat(CellValues.shown(45473, 31, "")).isEqualTo("2024年6月30日");
        assertThat(CellValues.shown(45473, 57, "")).isEqualTo("2024年6月");
        assertThat(CellValues.shown(45473, 14, "m/d/yy")).isEqualTo("2024年6月30日");
        assertThat(CellValues.shown(45473, 0, "General")).isEqualTo("45473");
    }

    @Test
    void commaSeparatedValuesAreATable() {
        var text = "云江市任务表,,\r\n序号,任务,\"牵头单位\"\r\n1,\"改造敬老院,\n一期\",\"市民政局\"\"（试点）\"\"\"\r\n";
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            assertThat(DocumentText.of("任务.csv", text.getBytes(charset)))
                    .isEqualTo("云江市任务表\n序号\t任务\t牵头单位\n1\t改造敬老院, 一期\t市民政局\"（试点）\"");
        }
    }
}
