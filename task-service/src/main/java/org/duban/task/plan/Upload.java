package org.duban.task.plan;

import org.duban.task.plan.document.DocumentText;
import org.duban.task.plan.document.UnreadableDocument;

/** A file that somebody sends: its name, and the words in it. */
record Upload(String name, String text) {
    private static final int LONGEST_NAME = 200;

    /** Some 500 pages; the longest plans have fifty. */
    private static final int LONGEST_TEXT = 500_000;

    /** @throws PlanRefused for a file that is no document this can read */
    static Upload of(String fileName, byte[] content) {
        String name = named(fileName);
        return new Upload(name, text(name, content));
    }

    // Some browsers send a whole path.
    private static String named(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static String text(String name, byte[] content) {
        try {
            // PostgreSQL stores no NUL, and no document means one.
            String text = DocumentText.of(name, content).replace("\0", "");
            if (text.length() > LONGEST_TEXT) {
                throw new UnreadableDocument(UnreadableDocument.Reason.TOO_LARGE);
            }
            return text;
        } catch (UnreadableDocument unreadable) {
            throw PlanRefused.unreadable(unreadable);
        }
    }
}
