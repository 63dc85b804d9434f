package org.duban.task.sheet.xlsx;

/** A file that is no workbook this can read. The message is a Chinese sentence for the person who sent it. */
public final class UnreadableWorkbook extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        EMPTY("文件是空的，请检查后重新上传。"),
        NOT_XLSX("这不是有效的 Excel 工作簿，请用 Excel 或 WPS 表格打开原文件，另存为 .xlsx 后重新上传。"),
        OLD_EXCEL("这是旧版 .xls 表格或设有密码的工作簿，请用 Excel 或 WPS 表格打开，取消密码并另存为 .xlsx 后重新上传。"),
        NOTHING_SHOWN("工作簿中没有可以读取的工作表，请检查后重新上传。"),
        TOO_MANY_ROWS("表格过大，一次最多导入%d行，请拆分后分次导入。".formatted(XlsxReader.MOST_ROWS)),
        TOO_LARGE("工作簿内容过多，请删去无关的工作表和图片后重新上传。");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;

    UnreadableWorkbook(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    UnreadableWorkbook(Reason reason, Throwable cause) {
        super(reason.sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String sentence() {
        return reason.sentence;
    }
}
