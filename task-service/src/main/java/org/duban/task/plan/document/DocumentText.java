package org.duban.task.plan.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/**
 * Plain text of a document file, lines ended by {@code \n}. A table row is one line, its cells parted by tabs; a merged
 * cell stands in every row and column that it covers.
 */
public final class DocumentText {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final Set<String> PLAIN = Set.of("txt", "text", "md", "");

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\n\\r]+");

    private DocumentText() {}

    /**
     * @param filename only its ending matters
     * @throws UnreadableDocument where the file is no document that can be read
     */
    public static String of(String filename, byte[] content) {
        if (content.length == 0) {
            throw new UnreadableDocument(Reason.EMPTY);
        }
        if (content.length > LARGEST) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        var text = text(ending(filename), content);
        if (text.isBlank()) {
            throw new UnreadableDocument(Reason.EMPTY);
        }
        return text;
    }

    private static String text(String ending, byte[] content) {
        if (PLAIN.contains(ending)) {
            return PlainText.decode(content);
        }
        return switch (ending) {
            case "docx", "docm", "doc", "dot" -> word(content);
            case "xlsx", "xlsm" -> new ExcelDocument(content).text();
            case "pdf" -> PdfDocument.text(content);
            case "xls" -> throw new UnreadableDocument(Reason.OLD_EXCEL);
            case "rtf" -> throw new UnreadableDocument(Reason.RICH_TEXT);
            case "wps", "wpt", "et", "ett", "dps" -> throw new UnreadableDocument(Reason.WPS);
            case "ofd" -> throw new UnreadableDocument(Reason.OFD);
            case "png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff", "webp", "heic" ->
                throw new UnreadableDocument(Reason.PICTURE);
            default -> throw new UnreadableDocument(Reason.UNSUPPORTED_FORMAT);
        };
    }

    // what a Word file is called says little: both kinds go by either name
    private static String word(byte[] content) {
        if (PlainText.startsWith(content, '{', '\\', 'r', 't', 'f')) {
            throw new UnreadableDocument(Reason.RICH_TEXT);
        }
        return OldWordDocument.is(content) ? new OldWordDocument(content).text() : new WordDocument(content).text();
    }

    /** A cell's words as a line of a table can hold them. */
    static String oneLine(String cell) {
        return LINE_BREAKS.matcher(cell).replaceAll(" ").strip();
    }

    private static String ending(String filename) {
        var name = filename.strip();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
