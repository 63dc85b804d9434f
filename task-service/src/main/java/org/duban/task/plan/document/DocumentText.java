package org.duban.task.plan.document;

import java.util.Locale;
import java.util.Set;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/**
 * Plain text of a document file, lines ended by {@code \n}. A table row is one line, its cells parted by tabs; a merged
 * cell stands in every row and column that it covers.
 */
public final class DocumentText {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final Set<String> PLAIN = Set.of("txt", "text", "md", "");

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
        if (ending.equals("docx")) {
            return new WordDocument(content).text();
        }
        if (ending.equals("pdf")) {
            return PdfDocument.text(content);
        }
        if (PLAIN.contains(ending)) {
            return PlainText.decode(content);
        }
        throw new UnreadableDocument(Reason.UNSUPPORTED_FORMAT);
    }

    private static String ending(String filename) {
        var name = filename.strip();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
