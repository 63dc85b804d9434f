package org.duban.task.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.task.ledger.MinutesFollowUp;
import org.duban.task.sheet.xlsx.Cell;
import org.duban.task.sheet.xlsx.CellText;
import org.jspecify.annotations.Nullable;

/** One row's cells in the words of their columns. */
final class RowCells {
    static final int LONGEST_TITLE = 200;
    private static final Pattern ORDINAL = Pattern.compile("[（(]?(\\d{1,6})[）).、．]?");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*[%％]?");
    private static final Pattern DONE = Pattern.compile("(?:已|全部|按期|提前)*(?:完成|办结|销号|完结|结案)|是|办结销号|√");

    private final LedgerRows.Row row;

    RowCells(LedgerRows.Row row) {
        this.row = row;
    }

    int number() {
        return row.number();
    }

    boolean has(SheetField field) {
        return row.cell(field) != null;
    }

    @Nullable
    Cell cell(SheetField field) {
        return row.cell(field);
    }

    /** @return empty where nothing stands there */
    String text(SheetField field) {
        Cell cell = row.cell(field);
        return cell == null ? "" : CellText.canonical(cell.text());
    }

    /** The task's name: its own cell, else the first clause of what is to be done. */
    String title() {
        String own = CellWords.oneLine(text(SheetField.TITLE));
        if (own.isEmpty()) {
            return MinutesFollowUp.heading(text(SheetField.TEXT));
        }
        return own.length() <= LONGEST_TITLE ? own : MinutesFollowUp.heading(own);
    }

    /** What is to be done, with what it belongs to. */
    String body() {
        String text = text(SheetField.TEXT);
        String own = text.isEmpty() ? CellWords.oneLine(text(SheetField.TITLE)) : text;
        return row.group() == null ? own : "类别：" + CellWords.oneLine(row.group()) + "\n" + own;
    }

    /** @return 0 where there is none that counts */
    int ordinal() {
        Matcher ordinal = ORDINAL.matcher(text(SheetField.ORDINAL));
        return ordinal.matches() ? Integer.parseInt(ordinal.group(1)) : 0;
    }

    /** 编号, or a 序号 that does not count: 1-2, 一、3. */
    @Nullable
    String givenNumber() {
        String own = CellWords.oneLine(text(SheetField.NUMBER));
        if (!own.isEmpty()) {
            return own;
        }
        String ordinal = CellWords.oneLine(text(SheetField.ORDINAL));
        return has(SheetField.NUMBER) || ordinal.isEmpty() || ordinal() > 0 ? null : ordinal;
    }

    /** @return 0 to 100; -1 where the words are no such figure */
    int progress() {
        String words = text(SheetField.PROGRESS);
        if (words.isEmpty()) {
            return 0;
        }
        Matcher figure = PERCENT.matcher(words);
        if (!figure.matches()) {
            return -1;
        }
        double value = Double.parseDouble(figure.group(1));
        // 0.6 beside no sign is a share of one.
        boolean share = !words.endsWith("%") && !words.endsWith("％") && value <= 1;
        long percent = Math.round(share ? value * 100 : value);
        return percent > 100 ? -1 : (int) percent;
    }

    boolean done() {
        return DONE.matcher(text(SheetField.STATE).replaceAll("\\s+", "")).matches();
    }
}
