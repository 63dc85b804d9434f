package org.duban.task.plan.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.UnknownRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.duban.task.plan.document.UnreadableDocument.Reason;
import org.jspecify.annotations.Nullable;

/** An .xls of Excel 97 to 2003, record by record, like {@link ExcelDocument}. */
final class OldExcelDocument implements HSSFListener {
    private static final int MOST_SHEETS = 60;
    private static final int FILTER_MODE = 0x9B;

    private final byte[] content;
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(this);
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private @Nullable SSTRecord strings;
    private @Nullable FormulaRecord spoken;
    private Grid grid = new Grid();
    private boolean inSheet;
    private boolean isShown;
    private int sheet = -1;

    OldExcelDocument(byte[] content) {
        this.content = content;
    }

    String text() {
        var request = new HSSFRequest();
        request.addListenerForAllRecords(formats);
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            new HSSFEventFactory().processWorkbookEvents(request, files);
            texts.addAll(remarks);
            return String.join("\n\n", texts);
        } catch (UnreadableDocument refusal) {
            throw refusal;
        } catch (EncryptedDocumentException e) {
            throw new UnreadableDocument(Reason.ENCRYPTED, e);
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
            throw new UnreadableDocument(Reason.NOT_EXCEL, e);
        }
    }

    @Override
    public void processRecord(Record entry) {
        Budget.check();
        switch (entry) {
            case BoundSheetRecord bound -> sheets.add(bound);
            case SSTRecord table -> strings = table;
            case BOFRecord begin when begin.getType() == BOFRecord.TYPE_WORKSHEET -> begin();
            case EOFRecord end when inSheet -> end();
            case RowRecord row when row.getZeroHeight() -> grid.hideRow(row.getRowNumber());
            case ColumnInfoRecord column
            when column.getHidden() -> grid.hideColumns(column.getFirstColumn(), column.getLastColumn());
            case UnknownRecord other when other.getSid() == FILTER_MODE -> grid.filter();
            case MergeCellsRecord merged -> merge(merged);
            case StringRecord words -> {
                if (spoken != null) {
                    put(spoken, words.getString());
                }
                spoken = null;
            }
            case CellValueRecordInterface cell -> value(cell);
            default -> {}
        }
    }

    private void begin() {
        sheet++;
        grid = new Grid();
        inSheet = true;
        isShown = sheet >= sheets.size()
                || !sheets.get(sheet).isHidden() && !sheets.get(sheet).isVeryHidden();
    }

    private void end() {
        inSheet = false;
        if (isShown && texts.size() < MOST_SHEETS) {
            boolean remark = sheet < sheets.size()
                    && ExcelDocument.isRemark(sheets.get(sheet).getSheetname());
            (remark ? remarks : texts).add(String.join("\n", grid.lines()));
        }
    }

    private void merge(MergeCellsRecord merged) {
        for (int i = 0; i < merged.getNumAreas(); i++) {
            var area = merged.getAreaAt(i);
            grid.merge(area.getFirstRow(), area.getLastRow(), area.getFirstColumn(), area.getLastColumn());
        }
    }

    private void value(CellValueRecordInterface cell) {
        switch (cell) {
            case LabelSSTRecord label -> {
                int index = label.getSSTIndex();
                boolean known = strings != null && index >= 0 && index < strings.getNumUniqueStrings();
                put(cell, known && strings != null ? strings.getString(index).getString() : "");
            }
            case LabelRecord label -> put(cell, label.getValue());
            case NumberRecord number -> put(cell, shown(cell, number.getValue()));
            case BoolErrRecord truth -> put(cell, truth.isBoolean() ? truth.getBooleanValue() ? "是" : "否" : "");
            // not calculated: the value it was saved with counts
            case FormulaRecord formula -> {
                switch (formula.getCachedResultTypeEnum()) {
                    case CellType.STRING -> spoken = formula;
                    case CellType.NUMERIC -> put(cell, shown(cell, formula.getValue()));
                    case CellType.BOOLEAN -> put(cell, formula.getCachedBooleanValue() ? "是" : "否");
                    default -> {}
                }
            }
            default -> {}
        }
    }

    private String shown(CellValueRecordInterface cell, double number) {
        var pattern = formats.getFormatString(cell);
        return CellValues.shown(number, formats.getFormatIndex(cell), pattern == null ? "" : pattern);
    }

    private void put(CellValueRecordInterface cell, @Nullable String words) {
        if (inSheet && isShown && words != null) {
            grid.put(cell.getRow(), cell.getColumn(), words);
        }
    }
}
