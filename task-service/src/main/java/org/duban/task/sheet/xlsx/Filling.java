package org.duban.task.sheet.xlsx;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that is filled downwards, for many rows. Setting a style looks through all that were set before, so one format of
 * neighbouring rows is set at once.
 */
public final class Filling {
    private final Worksheet sheet;
    private final List<@Nullable Run> runs = new ArrayList<>();

    public Filling(Worksheet sheet) {
        this.sheet = sheet;
    }

    private record Run(String format, int first, int last) {}

    public void words(int row, int column, String words) {
        String written = CellText.written(words);
        if (written.isEmpty()) {
            return;
        }
        sheet.inlineString(row, column, written);
        if (Sheets.looksLikeFormula(written)) {
            format(row, column, Sheets.WORDS);
        }
    }

    public void number(int row, int column, int number) {
        sheet.value(row, column, number);
    }

    /** @param percent shown as such, kept as its hundredth */
    public void percent(int row, int column, int percent) {
        sheet.value(row, column, percent / 100.0);
        format(row, column, "0%");
    }

    public void day(int row, int column, LocalDate day) {
        sheet.value(row, column, day);
        format(row, column, Sheets.DAY);
    }

    private void format(int row, int column, String format) {
        while (runs.size() <= column) {
            runs.add(null);
        }
        Run run = runs.get(column);
        if (run != null && run.last == row - 1 && run.format.equals(format)) {
            runs.set(column, new Run(format, run.first, row));
        } else {
            set(column, run);
            runs.set(column, new Run(format, row, row));
        }
    }

    private void set(int column, @Nullable Run run) {
        if (run != null) {
            sheet.range(run.first, column, run.last, column)
                    .style()
                    .format(run.format)
                    .set();
        }
    }

    /** Hands on what was filled; it is out of memory then. */
    public void flush() throws IOException {
        for (int column = 0; column < runs.size(); column++) {
            set(column, runs.get(column));
        }
        runs.clear();
        sheet.flush();
    }

    public void finish() throws IOException {
        flush();
        sheet.finish();
    }
}
