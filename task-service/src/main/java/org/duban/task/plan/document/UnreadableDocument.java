package org.duban.task.plan.document;

/** A file that cannot be read as a plan document. The message is a Chinese sentence for the person who sent it. */
public final class UnreadableDocument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        EMPTY("文件是空的，没有可以识别的文字，请检查后重新上传。"),
        TOO_LARGE("文件过大，请控制在 20 MB、500 页以内后重新上传。"),
        NOT_WORD("这不是有效的 Word 文档，请用 Word 或 WPS 打开原文件，另存为 .docx 后重新上传。"),
        NOT_PDF("这不是有效的 PDF 文件，请重新导出，或另存为 .docx 后上传。"),
        SCAN("这份 PDF 是扫描件，没有文字可以识别，请上传可编辑的 .docx 原文。"),
        SUSPICIOUS_ARCHIVE("文件内部的压缩包异常，出于安全考虑没有打开，请用 Word 或 WPS 重新另存后上传。"),
        ENCRYPTED("文件设有密码，请取消密码保护后重新上传。"),
        UNKNOWN_ENCODING("无法识别文本的编码，请另存为 UTF-8 编码的 .txt 后重新上传。"),
        NOT_EXCEL("这不是有效的 Excel 工作簿，请用 Excel 或 WPS 表格打开原文件，另存为 .xlsx 后重新上传。"),
        RICH_TEXT("这是 RTF 格式的文档，请用 Word 或 WPS 打开，另存为 .docx 后重新上传。"),
        WPS("这是 WPS 的专用格式，请用 WPS 打开，文字另存为 .docx、表格另存为 .xlsx 后重新上传。"),
        OFD("这是 OFD 版式文件，请用 WPS 或 OFD 阅读器打开，转换为 .docx 或导出为 PDF 后重新上传。"),
        PICTURE("这是图片或扫描件，没有文字可以识别，请上传可编辑的 .docx 原文。"),
        TOO_SLOW("文件内容过于复杂，没能在规定时间内识别完，请拆分后分次上传，或另存为 .docx 后重新上传。"),
        NAMELESS_PDF("这份 PDF 没有保留文字编码，识别出的会是乱码，请上传可编辑的 .docx 原文。"),
        OLD_WORD("这是 Word 95 或更早版本的文档，请用 Word 或 WPS 打开，另存为 .docx 后重新上传。"),
        WEB_PAGE("这是网页格式的文件，请用 Word 或 WPS 打开，另存为 .docx 后重新上传。"),
        WORD_XML("这是 Word XML 格式的文档，请用 Word 或 WPS 打开，另存为 .docx 后重新上传。"),
        OPEN_DOCUMENT("这是 OpenDocument 格式的文件，请用 Word 或 WPS 打开，文字另存为 .docx、表格另存为 .xlsx 后重新上传。"),
        SLIDES("这是演示文稿，请把方案原文另存为 .docx 后上传。"),
        ARCHIVE("这是压缩包，请解压后逐个上传其中的文件。"),
        UNSUPPORTED_FORMAT("暂不支持这种格式，请另存为 .docx 后重新上传。");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    private final Reason reason;

    public UnreadableDocument(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public UnreadableDocument(Reason reason, Throwable cause) {
        super(reason.sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
