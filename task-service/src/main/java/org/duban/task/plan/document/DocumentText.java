package org.duban.task.plan.document;

import java.nio.charset.StandardCharsets;

/** Plain text of a document file, lines ended by {@code \n}. */
public final class DocumentText {
    private DocumentText() {}

    /**
     * @param filename only its ending matters
     * @throws UnreadableDocument where the file is no document this can read
     */
    public static String of(String filename, byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
