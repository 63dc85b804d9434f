package org.duban.task.sheet.xlsx;

import java.io.OutputStream;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writing cells so that nothing they hold is ever taken for a formula: words are always words, and those that look like one stay
 * so when somebody edits the cell.
 */
public final class Sheets {
    static final String WORDS = "@";
    static final String DAY = "yyyy-mm-dd";

    private static final int LONGEST_NAME = 31;

    private Sheets() {}

    public static Workbook workbook(OutputStream out) {
        return new Workbook(out, "Duban", "01.0000");
    }

    /** A name that a sheet may have. */
    public static String name(String words) {
        String plain = words.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        String named = plain.isEmpty() ? "台账" : plain;
        return named.length() <= LONGEST_NAME ? named : named.substring(0, LONGEST_NAME);
    }

    public static void put(Worksheet sheet, int row, int column, Cell cell) {
        if (cell.day() != null) {
            put(sheet, row, column, cell.day());
        } else {
            put(sheet, row, column, cell.text());
        }
    }

    public static void put(Worksheet sheet, int row, int column, String words) {
        String written = CellText.written(words);
        if (written.isEmpty()) {
            return;
        }
        sheet.inlineString(row, column, written);
        if (looksLikeFormula(written)) {
            sheet.style(row, column).format(WORDS).set();
        }
    }

    static boolean looksLikeFormula(String written) {
        return "=+-@\t".indexOf(written.charAt(0)) >= 0;
    }

    public static void put(Worksheet sheet, int row, int column, LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column).format(DAY).set();
    }
}
