package org.duban.task.sheet;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;
import org.duban.task.sheet.xlsx.UnreadableWorkbook;

/** What the import of a sheet will not do. */
public final class SheetRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private SheetRefused(Kind kind, String code, String words) {
        super(kind, code, words);
    }

    private SheetRefused(Kind kind, String code, String words, List<FieldError> errors) {
        super(kind, code, words, errors);
    }

    static SheetRefused unreadable(UnreadableWorkbook workbook) {
        Kind kind = switch (workbook.reason()) {
            case TOO_LARGE, TOO_MANY_ROWS -> Kind.TOO_LARGE;
            case OLD_EXCEL -> Kind.UNSUPPORTED;
            case EMPTY, NOT_XLSX, NOTHING_SHOWN -> Kind.INVALID;
        };
        return new SheetRefused(kind, "unreadable-workbook", workbook.sentence());
    }

    static SheetRefused notXlsx() {
        return new SheetRefused(
                Kind.UNSUPPORTED, "unreadable-workbook", "只能导入 .xlsx 工作簿，请用 Excel 或 WPS 表格另存为 .xlsx 后重新上传。");
    }

    static SheetRefused notFound() {
        return new SheetRefused(Kind.NOT_FOUND, "ledger-import-not-found", "没有找到这次导入，可能已被移除，或不在您的查看范围内。");
    }

    static SheetRefused otherCounty() {
        return new SheetRefused(Kind.FORBIDDEN, "other-county", "只能导入本县的台账。");
    }

    static SheetRefused noSuchCounty() {
        return new SheetRefused(
                Kind.INVALID,
                "no-such-county",
                "没有找到这个县（市、区），请先登记其单位。",
                List.of(new FieldError("/countyId", "请选择已登记的县（市、区）")));
    }

    static SheetRefused noSuchPlan() {
        return new SheetRefused(
                Kind.INVALID, "no-such-plan", "没有找到这份计划，或不归您管理。", List.of(new FieldError("/planId", "请选择由本级督导的计划")));
    }

    static SheetRefused noSuchSheet() {
        return new SheetRefused(
                Kind.INVALID, "no-such-sheet", "工作簿中没有这张工作表。", List.of(new FieldError("/sheet", "请选择工作簿中的工作表")));
    }

    static SheetRefused noSuchRow() {
        return new SheetRefused(
                Kind.INVALID, "no-such-row", "工作表中没有这一行，或这一行是空的。", List.of(new FieldError("/headerRow", "请填写表头所在的行号")));
    }

    static SheetRefused fieldTwice(String words) {
        return new SheetRefused(
                Kind.INVALID,
                "field-twice",
                "有两列都对应“%s”，请保留一列。".formatted(words),
                List.of(new FieldError("/columns", "同一内容只能对应一列")));
    }

    static SheetRefused noSuchUnit() {
        return new SheetRefused(
                Kind.INVALID,
                "no-such-unit",
                "没有找到这个单位，或该单位已撤销、不属于本县和市级。",
                List.of(new FieldError("/unitId", "请选择本县或市级的在册单位")));
    }

    static SheetRefused noHeadings() {
        return new SheetRefused(Kind.CONFLICT, "no-headings", "没有找到任务列，请先指定表头所在行和列对应。");
    }

    static SheetRefused nothingToImport() {
        return new SheetRefused(Kind.CONFLICT, "nothing-to-import", "没有可以导入的行，请先处理有问题的行。");
    }

    static SheetRefused rowsInError(int rows) {
        return new SheetRefused(Kind.CONFLICT, "rows-in-error", "还有%d行存在问题，未作导入。".formatted(rows));
    }

    static SheetRefused alreadyAdopted() {
        return new SheetRefused(Kind.CONFLICT, "already-adopted", "这张台账已经导入，不能再改动。");
    }

    static SheetRefused discarded() {
        return new SheetRefused(Kind.CONFLICT, "already-discarded", "这次导入已经放弃，请重新上传文件。");
    }
}
