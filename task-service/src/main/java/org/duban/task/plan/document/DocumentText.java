package org.duban.task.plan.document;

import java.time.Duration;
import java.util.regex.Pattern;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/**
 * Plain text of a document file, lines ended by {@code \n}. A table row is one line, its cells parted by tabs; a merged
 * cell stands in every row and column that it covers.
 */
public final class DocumentText {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\n\\r]+");

    private DocumentText() {}

    /**
     * @param filename only its ending matters, and only where the content does not tell what the file is
     * @throws UnreadableDocument where the file is no document that can be read, or not soon enough
     */
    public static String of(String filename, byte[] content) {
        return of(filename, content, Budget.LONGEST);
    }

    static String of(String filename, byte[] content, Duration longest) {
        if (content.length == 0) {
            throw new UnreadableDocument(Reason.EMPTY);
        }
        if (content.length > LARGEST) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        var text = Characters.plain(Budget.within(longest, () -> text(filename, content)));
        if (text.isBlank()) {
            throw new UnreadableDocument(Reason.EMPTY);
        }
        return text;
    }

    private static String text(String filename, byte[] content) {
        return switch (FileKind.of(filename, content)) {
            case TEXT -> PlainText.decode(content);
            case COMMA_SEPARATED -> CommaSeparated.text(PlainText.decode(content));
            case WORD -> new WordDocument(content).text();
            case OLD_WORD -> new OldWordDocument(content).text();
            case EXCEL -> new ExcelDocument(content).text();
            case OLD_EXCEL -> new OldExcelDocument(content).text();
            case PDF -> PdfDocument.text(content);
        };
    }

    /** A cell's words as a line of a table can hold them. */
    static String oneLine(String cell) {
        return LINE_BREAKS.matcher(cell).replaceAll(" ").strip();
    }
}
