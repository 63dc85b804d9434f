package org.duban.task.plan.document;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;

/** What a cell shows, as a plan would write it: 2024年6月30日, 95%, 1500. */
final class CellValues {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月", Locale.CHINA);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA);

    // formats of the Chinese Excel, which need not be written out
    private static final Set<Integer> MONTHS = Set.of(27, 36, 50, 52, 57);
    private static final Set<Integer> DAYS = Set.of(28, 29, 30, 31, 51, 53, 54, 58);

    private final ReadOnlySharedStringsTable strings;
    private final StylesTable styles;

    CellValues(ReadOnlySharedStringsTable strings, StylesTable styles) {
        this.strings = strings;
        this.styles = styles;
    }

    /** @param style the cell's style, -1 where it has none */
    String shown(String type, int style, String value) {
        return switch (type) {
            case "s" -> shared(WordXml.number(value, -1));
            case "inlineStr", "str" -> value;
            case "b" -> value.equals("1") ? "是" : "否";
            // #REF! says nothing
            case "e" -> "";
            default -> number(style, value);
        };
    }

    // how many strings there are is not always said
    private String shared(int index) {
        try {
            return index < 0 ? "" : strings.getItemAt(index).getString();
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
            return "";
        }
    }

    private String number(int style, String value) {
        double number;
        try {
            number = Double.parseDouble(value.strip());
        } catch (NumberFormatException e) {
            return value;
        }
        var format = style < 0 || style >= styles.getNumCellStyles() ? null : styles.getStyleAt(style);
        var pattern = format == null || format.getDataFormatString() == null ? "" : format.getDataFormatString();
        return Double.isNaN(number) ? value : shown(number, format == null ? 0 : format.getDataFormat(), pattern);
    }

    /** @param pattern of the number as Excel writes it, {@code format} its number there */
    static String shown(double number, int format, String pattern) {
        boolean known = MONTHS.contains(format) || DAYS.contains(format);
        if ((known || DateUtil.isADateFormat(format, pattern)) && DateUtil.isValidExcelDate(number)) {
            var day = DateUtil.getLocalDateTime(number);
            var letters = pattern.toLowerCase(Locale.ROOT);
            if (DAYS.contains(format) || letters.contains("d")) {
                return day.format(DAY);
            }
            return day.format(letters.contains("h") ? TIME : MONTH);
        }
        if (Double.isNaN(number) || Math.abs(number) > 1e15) {
            return String.valueOf(number);
        }
        boolean percent = pattern.contains("%");
        var exact = new BigDecimal(Double.toString(number)).movePointRight(percent ? 2 : 0);
        // 0.285 is kept as 0.28499999999999998
        var rounded = exact.round(new java.math.MathContext(12)).stripTrailingZeros();
        return rounded.toPlainString() + (percent ? "%" : "");
    }
}
