package org.duban.meeting.directory.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duban.kit.web.Refusal;
import org.duban.kit.web.Refusal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class SheetReaderTest {

    private final SheetReader reader = new SheetReader(new SheetLimits(100, DataSize.ofMegabytes(8)));

    @Test
    void readsCellsByTheirHeadingWhateverTheOrder() throws IOException {
        Grid grid = reader.read(workbook("单位", List.of("简称", "区县"), List.of("县财政局", "云安县")))
                .getFirst();
        assertThat(grid.name()).isEqualTo("单位");
        assertThat(grid.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.text("区县")).isEqualTo("云安县");
            assertThat(row.required("简称")).isEqualTo("县财政局");
            assertThat(row.text("全称")).isNull();
        });
    }

    @Test
    void aDateCellIsReadAsItsDay() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("岗位");
            sheet.createRow(0).createCell(0).setCellValue("任职日期");
            var style = workbook.createCellStyle();
            style.setDataFormat((short) 14);
            var cell = sheet.createRow(1).createCell(0);
            cell.setCellValue(LocalDate.of(2026, 11, 25));
            cell.setCellStyle(style);
            assertThat(reader.read(bytes(workbook)).getFirst().rows().getFirst().text("任职日期"))
                    .isEqualTo("2026-11-25");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0089PNG\r\n", "PK", "PK\u0003\u0004 half a file", "区县,简称"})
    void whatIsNoSheetIsNotTaken(String content) {
        assertRefused(Kind.UNSUPPORTED, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        assertRefused(Kind.INVALID, new byte[0]);
    }

    @Test
    void moreRowsThanAllowedAreTooMany() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("单位");
            for (int i = 0; i <= 101; i++) {
                sheet.createRow(i).createCell(0).setCellValue(i == 0 ? "简称" : "单位" + i);
            }
            assertRefused(Kind.TOO_LARGE, bytes(workbook));
        }
    }

    @Test
    void aZipBombIsRefusedBeforeItGoesOff() throws IOException {
        byte[] harmless = workbook("单位", List.of("简称"), List.of("县财政局"));
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(harmless));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                if (entry.getName().endsWith("sheet1.xml")) {
                    String xml = new String(content, StandardCharsets.UTF_8);
                    int cut = xml.indexOf("<sheetData>");
                    zip.write(xml.substring(0, cut).getBytes(StandardCharsets.UTF_8));
                    byte[] blank = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 64; i++) {
                        zip.write(blank);
                    }
                    zip.write(xml.substring(cut).getBytes(StandardCharsets.UTF_8));
                } else {
                    zip.write(content);
                }
            }
        }
        assertThat(out.size()).isLessThan(1 << 18);
        assertRefused(Kind.TOO_LARGE, out.toByteArray());
    }

    private void assertRefused(Kind kind, byte[] file) {
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private static byte[] workbook(String name, List<String> headings, List<String> cells) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet(name);
            var head = sheet.createRow(0);
            var row = sheet.createRow(1);
            for (int i = 0; i < headings.size(); i++) {
                head.createCell(i).setCellValue(headings.get(i));
                row.createCell(i).setCellValue(cells.get(i));
            }
            return bytes(workbook);
        }
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        var out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }
}
