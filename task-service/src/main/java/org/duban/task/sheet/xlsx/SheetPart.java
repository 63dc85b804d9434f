package org.duban.task.sheet.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.duban.task.sheet.xlsx.UnreadableWorkbook.Reason;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** One sheet, as its XML goes by. */
final class SheetPart extends DefaultHandler {
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_MERGED = 20_000;
    private static final int MOST_MERGED_ROWS = 100_000;
    private static final int MOST_CELLS = 1_000_000;
    private static final long MOST_CHARACTERS = 48_000_000;
    private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Z]{1,3})\\$?([1-9]\\d{0,6})");

    /** What all sheets of a workbook may hold together. */
    static final class Budget {
        private int rows;
        private int cells;
        private long characters;
        private int mergedRows;

        private void row() {
            if (++rows > XlsxReader.MOST_ROWS) {
                throw new UnreadableWorkbook(Reason.TOO_MANY_ROWS);
            }
        }

        private void cell(int length) {
            characters += length;
            if (++cells > MOST_CELLS || characters > MOST_CHARACTERS) {
                throw new UnreadableWorkbook(Reason.TOO_LARGE);
            }
        }
    }

    private final String name;
    private final SharedStrings strings;
    private final CellStyles styles;
    private final boolean since1904;
    private final Budget budget;
    private final List<Grid.Row> rows = new ArrayList<>();
    private final TreeMap<Integer, Cell> cells = new TreeMap<>();
    private final List<Grid.Merged> merged = new ArrayList<>();
    private final List<Integer> hidden = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private int row;
    private int column = -1;
    private String type = "";
    private int style = -1;
    private boolean inCell;
    private boolean inValue;
    private int inPhonetic;

    SheetPart(String name, SharedStrings strings, CellStyles styles, boolean since1904, Budget budget) {
        this.name = name;
        this.strings = strings;
        this.styles = styles;
        this.since1904 = since1904;
        this.budget = budget;
    }

    Grid grid() {
        return new Grid(name, List.copyOf(rows), List.copyOf(merged), List.copyOf(hidden));
    }

    @Override
    public void startElement(String uri, String element, String qualified, Attributes attributes) {
        switch (element) {
            case "col" -> hide(attributes);
            case "row" -> {
                row = number(attributes.getValue("r"), row + 1);
                column = -1;
                cells.clear();
            }
            case "c" -> {
                place(attributes.getValue("r"));
                type = attributes.getValue("t") == null ? "" : attributes.getValue("t");
                style = number(attributes.getValue("s"), -1);
                value.setLength(0);
                inCell = true;
            }
            case "rPh" -> inPhonetic++;
            case "v", "t" -> inValue = inCell && inPhonetic == 0;
            case "mergeCell" -> merge(attributes.getValue("ref"));
            default -> {}
        }
    }

    private void hide(Attributes attributes) {
        String said = attributes.getValue("hidden");
        if ("1".equals(said) || "true".equals(said)) {
            int last = Math.min(number(attributes.getValue("max"), 0), MOST_COLUMNS);
            for (int at = Math.max(1, number(attributes.getValue("min"), 1)); at <= last; at++) {
                hidden.add(at - 1);
            }
        }
    }

    private void place(@Nullable String reference) {
        column++;
        Matcher place = reference == null ? null : REFERENCE.matcher(reference);
        if (place != null && place.matches()) {
            column = CellReference.convertColStringToIndex(place.group(1));
        }
    }

    @Override
    public void characters(char[] words, int start, int length) {
        if (inValue) {
            if (value.length() + length > CellText.LONGEST * 2) {
                throw new UnreadableWorkbook(Reason.TOO_LARGE);
            }
            value.append(words, start, length);
        }
    }

    @Override
    public void endElement(String uri, String element, String qualified) {
        switch (element) {
            case "v", "t" -> inValue = false;
            case "rPh" -> inPhonetic--;
            case "c" -> {
                inCell = false;
                put();
            }
            case "row" -> {
                if (!cells.isEmpty()) {
                    budget.row();
                    List<@Nullable Cell> filled = new ArrayList<>();
                    for (int at = 0; at <= cells.lastKey(); at++) {
                        filled.add(cells.get(at));
                    }
                    rows.add(new Grid.Row(row, filled));
                }
            }
            default -> {}
        }
    }

    private void put() {
        if (column < 0 || column >= MOST_COLUMNS || value.isEmpty()) {
            return;
        }
        Cell cell = shown(value.toString());
        if (cell != null) {
            budget.cell(cell.text().length());
            cells.put(column, cell);
        }
    }

    private @Nullable Cell shown(String raw) {
        return switch (type) {
            case "s" -> words(strings.get(number(raw, -1)));
            case "inlineStr", "str" -> words(CellText.read(raw));
            case "b" -> words(raw.equals("1") ? "是" : "否");
            // #REF! says nothing
            case "e" -> null;
            case "d" -> words(raw.length() >= 10 ? raw.substring(0, 10) : raw);
            default -> amount(raw.strip());
        };
    }

    private static @Nullable Cell words(String raw) {
        String words = CellText.canonical(raw);
        return words.isEmpty() ? null : new Cell(words, null);
    }

    private @Nullable Cell amount(String raw) {
        double number;
        try {
            number = Double.parseDouble(raw);
        } catch (NumberFormatException noNumber) {
            return words(raw);
        }
        if (styles.day(style) && number >= 1 && number < 2_958_466) {
            LocalDate day = DateUtil.getLocalDateTime(number, since1904).toLocalDate();
            return new Cell(day.toString(), day);
        }
        if (Double.isNaN(number) || Double.isInfinite(number) || Math.abs(number) > 1e15) {
            return words(raw);
        }
        boolean percent = styles.percent(style);
        BigDecimal exact = new BigDecimal(Double.toString(number)).movePointRight(percent ? 2 : 0);
        // 0.285 is kept as 0.28499999999999998
        String plain = exact.round(new MathContext(15)).stripTrailingZeros().toPlainString();
        return new Cell(percent ? plain + "%" : plain, null);
    }

    private void merge(@Nullable String reference) {
        String[] ends = reference == null ? new String[0] : reference.split(":");
        if (ends.length != 2 || merged.size() >= MOST_MERGED) {
            return;
        }
        Matcher first = REFERENCE.matcher(ends[0]);
        Matcher last = REFERENCE.matcher(ends[1]);
        if (!first.matches() || !last.matches()) {
            return;
        }
        Grid.Merged area = new Grid.Merged(
                number(first.group(2), 1),
                CellReference.convertColStringToIndex(first.group(1)),
                number(last.group(2), 1),
                CellReference.convertColStringToIndex(last.group(1)));
        int height = area.lastRow() - area.firstRow() + 1;
        budget.mergedRows += Math.max(0, height);
        if (height > 0 && area.width() > 0 && budget.mergedRows <= MOST_MERGED_ROWS) {
            merged.add(area);
        }
    }

    static int number(@Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }
}
