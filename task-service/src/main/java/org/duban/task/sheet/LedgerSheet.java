package org.duban.task.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.duban.kit.security.Caller;
import org.duban.task.ledger.LedgerLine;
import org.duban.task.ledger.LedgerLines;
import org.duban.task.ledger.TaskFilter;
import org.duban.task.sheet.xlsx.Filling;
import org.duban.task.sheet.xlsx.Sheets;
import org.springframework.stereotype.Service;

/**
 * The ledger as a workbook, a piece at a time: memory does not grow with it. A hidden column holds each task's id, so that an
 * edited sheet finds its tasks again.
 */
@Service
public class LedgerSheet {
    private static final int PIECE = 500;
    private static final int MOST_ROWS = 1_000_000;
    private static final String HEADING_FILL = "DCE6F1";
    private static final double WIDTH_OF_ID = 38;

    private final LedgerLines ledger;

    LedgerSheet(LedgerLines ledger) {
        this.ledger = ledger;
    }

    /** @param columns in the order they are to stand */
    public void write(TaskFilter filter, List<SheetColumn> columns, Caller caller, OutputStream out)
            throws IOException {
        LedgerLines.Reading lines = ledger.of(filter, caller);
        List<LedgerLine> piece = ledger.next(lines, PIECE);
        try (ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor();
                Workbook workbook = Sheets.workbook(out)) {
            int number = 1;
            Filling sheet = sheet(workbook, number, columns);
            int row = 1;
            while (!piece.isEmpty()) {
                boolean more = piece.size() == PIECE;
                // The next piece is read while this one is written.
                Future<List<LedgerLine>> next = reading.submit(() -> more ? ledger.next(lines, PIECE) : List.of());
                for (LedgerLine line : piece) {
                    if (row > MOST_ROWS) {
                        sheet.finish();
                        sheet = sheet(workbook, ++number, columns);
                        row = 1;
                    }
                    put(sheet, row++, columns, line);
                }
                sheet.flush();
                piece = of(next);
            }
            sheet.finish();
        }
    }

    private static List<LedgerLine> of(Future<List<LedgerLine>> next) throws IOException {
        try {
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static Filling sheet(Workbook workbook, int number, List<SheetColumn> columns) {
        Worksheet sheet = workbook.newWorksheet(number == 1 ? "任务台账" : "任务台账" + number);
        sheet.freezePane(0, 1);
        heading(sheet, 0, SheetField.ID.words(), WIDTH_OF_ID);
        sheet.hideColumn(0);
        for (int i = 0; i < columns.size(); i++) {
            heading(sheet, i + 1, columns.get(i).heading(), columns.get(i).width());
        }
        return new Filling(sheet);
    }

    private static void heading(Worksheet sheet, int column, String words, double width) {
        sheet.width(column, width);
        sheet.inlineString(0, column, words);
        sheet.style(0, column).bold().fillColor(HEADING_FILL).set();
    }

    private static void put(Filling sheet, int row, List<SheetColumn> columns, LedgerLine line) {
        sheet.words(row, 0, line.id().toString());
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).put(sheet, row, i + 1, line);
        }
    }
}
