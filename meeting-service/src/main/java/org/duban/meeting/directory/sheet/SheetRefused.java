package org.duban.meeting.directory.sheet;

import org.duban.kit.web.Refusal;

/** A file that is not taken at all. */
final class SheetRefused extends Refusal {

    private SheetRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static SheetRefused empty() {
        return new SheetRefused(Kind.INVALID, "sheet-empty", "文件是空的，请重新选择");
    }

    static SheetRefused notASheet() {
        return new SheetRefused(Kind.UNSUPPORTED, "not-a-sheet", "文件不是可以读取的 .xlsx 表格，请用 Excel 或 WPS 另存为 .xlsx 后再上传");
    }

    static SheetRefused withoutKnownSheet() {
        return new SheetRefused(Kind.INVALID, "sheet-missing", "表格中没有名为“单位”或“岗位”的工作表，请先下载模板");
    }

    static SheetRefused tooManyRows(int most) {
        return new SheetRefused(Kind.TOO_LARGE, "sheet-too-large", "每张工作表最多 " + most + " 行，请分批导入");
    }

    static SheetRefused inflatesTooFar() {
        return new SheetRefused(Kind.TOO_LARGE, "sheet-too-large", "表格解压后过大，请删去图片和空白区域后再上传");
    }
}
