package org.duban.task.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.duban.task.sheet.Verdict.Kind;
import org.duban.task.sheet.Verdict.Note;
import org.duban.task.sheet.xlsx.Cell;
import org.duban.task.sheet.xlsx.Grid;
import org.duban.task.sheet.xlsx.Sheets;

/** The rows that did not come in, as they were sent, under their own headings and with what is wrong in a last column. */
public final class ErrorSheet {
    static final String REASON = "退回原因";
    private static final double WIDTH_OF_REASON = 60;
    private static final double USUAL_WIDTH = 16;

    private final String fileName;
    private final Grid grid;
    private final Layout layout;
    private final Map<Integer, String> reasons = new HashMap<>();

    ErrorSheet(String fileName, Grid grid, Layout layout, List<Verdict> verdicts) {
        this.fileName = fileName;
        this.grid = grid;
        this.layout = layout;
        for (Verdict verdict : verdicts) {
            if (verdict.kind() == Kind.ERROR) {
                reasons.put(
                        verdict.row(),
                        verdict.notes().stream()
                                .filter(Note::error)
                                .map(Note::words)
                                .collect(Collectors.joining("\n")));
            }
        }
    }

    public String name() {
        int dot = fileName.lastIndexOf('.');
        String title = dot < 0 ? fileName : fileName.substring(0, dot);
        return title.replaceAll("-待修改$", "") + "-待修改.xlsx";
    }

    public void write(OutputStream out) throws IOException {
        try (Workbook workbook = Sheets.workbook(out)) {
            Worksheet sheet = workbook.newWorksheet(Sheets.name(grid.name()));
            int last = columnOfReasons();
            for (int column = 0; column < grid.width(); column++) {
                sheet.width(column, USUAL_WIDTH);
            }
            sheet.width(last, WIDTH_OF_REASON);
            grid.hidden().stream().filter(column -> column != last).forEach(sheet::hideColumn);
            sheet.freezePane(0, layout.headerLast());
            Grid.Looking looking = grid.looking();
            int line = 0;
            for (Grid.Row row : grid.rows()) {
                boolean heading = row.number() <= layout.headerLast();
                String reason = reasons.get(row.number());
                if (!heading && reason == null) {
                    continue;
                }
                // Headings keep their lines, so that merged ones stay where they were.
                line = heading ? row.number() - 1 : Math.max(line, layout.headerLast());
                for (int column = 0; column < grid.width(); column++) {
                    if (column == last) {
                        continue;
                    }
                    Cell cell = heading ? row.cell(column) : looking.at(row.number(), column);
                    if (cell != null) {
                        Sheets.put(sheet, line, column, cell);
                    }
                }
                if (heading && row.number() == layout.headerLast()) {
                    Sheets.put(sheet, line, last, new Cell(REASON, null));
                }
                if (reason != null) {
                    Sheets.put(sheet, line, last, new Cell(reason, null));
                }
                line++;
            }
            merge(sheet);
        }
    }

    // A sheet that was sent back before has the column already.
    private int columnOfReasons() {
        Grid.Looking looking = grid.looking();
        for (int column = 0; column < grid.width(); column++) {
            Cell heading = looking.at(layout.headerLast(), column);
            if (heading != null && heading.text().equals(REASON)) {
                return column;
            }
        }
        return grid.width();
    }

    private void merge(Worksheet sheet) {
        for (Grid.Merged area : grid.merged()) {
            if (area.lastRow() <= layout.headerLast()) {
                sheet.range(area.firstRow() - 1, area.firstColumn(), area.lastRow() - 1, area.lastColumn())
                        .merge();
            }
        }
    }
}
