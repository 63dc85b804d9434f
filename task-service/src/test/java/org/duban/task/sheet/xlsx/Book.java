package org.duban.task.sheet.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as offices make them; a null cell is left out, a day is a date cell, a double in 0 to 1 a per cent figure. */
public final class Book {
    private record Sheeted(String name, List<Object[]> rows, List<String> merged, boolean hidden) {}

    private final List<Sheeted> sheets = new ArrayList<>();

    public static Book of(String name) {
        return new Book().sheet(name);
    }

    public Book sheet(String name) {
        sheets.add(new Sheeted(name, new ArrayList<>(), new ArrayList<>(), false));
        return this;
    }

    public Book hiddenSheet(String name) {
        sheets.add(new Sheeted(name, new ArrayList<>(), new ArrayList<>(), true));
        return this;
    }

    public Book row(Object... cells) {
        sheets.getLast().rows.add(cells);
        return this;
    }

    public Book merged(String... areas) {
        sheets.getLast().merged.addAll(List.of(areas));
        return this;
    }

    public byte[] bytes() {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            CellStyle percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0%"));
            for (Sheeted made : sheets) {
                Sheet sheet = workbook.createSheet(made.name);
                for (Object[] cells : made.rows) {
                    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows() == 0 ? 0 : sheet.getLastRowNum() + 1);
                    for (int i = 0; i < cells.length; i++) {
                        put(row, i, cells[i], day, percent);
                    }
                }
                made.merged.forEach(area -> sheet.addMergedRegion(CellRangeAddress.valueOf(area)));
                workbook.setSheetHidden(workbook.getSheetIndex(sheet), made.hidden);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Row row, int column, Object value, CellStyle day, CellStyle percent) {
        switch (value) {
            case null -> {}
            case LocalDate date -> {
                row.createCell(column).setCellValue(date);
                row.getCell(column).setCellStyle(day);
            }
            case Double share -> {
                row.createCell(column).setCellValue(share);
                row.getCell(column).setCellStyle(percent);
            }
            case Integer number -> row.createCell(column).setCellValue(number);
            default -> row.createCell(column).setCellValue(value.toString());
        }
    }
}
