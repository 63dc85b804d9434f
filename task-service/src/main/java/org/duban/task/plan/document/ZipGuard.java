package org.duban.task.plan.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/** Looks through a zip before anything opens it: nothing is unpacked, what it would become is counted. */
final class ZipGuard {
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 200L << 20;
    // what becomes a tree in memory takes many times its size
    private static final long MOST_XML = 24L << 20;

    private static final int MOST_TAGS = 2_500_000;

    static {
        // a long table of like rows packs better than a hundred to one; what counts is what it becomes, and that is
        // counted here
        ZipSecureFile.setMinInflateRatio(0);
    }

    private ZipGuard() {}

    private static int tags(byte[] buffer, int length) {
        int tags = 0;
        for (int i = 0; i < length; i++) {
            tags += buffer[i] == '<' ? 1 : 0;
        }
        return tags;
    }

    /** @throws UnreadableDocument where the archive is broken, outsized, or lacks the part */
    static void check(byte[] content, String part, Reason otherwise) {
        boolean holdsPart = false;
        int entries = 0;
        long all = 0;
        long xml = 0;
        long tags = 0;
        var buffer = new byte[8192];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                holdsPart |= entry.getName().equals(part);
                boolean isXml =
                        entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
                entries++;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    all += read;
                    xml += isXml ? read : 0;
                    tags += isXml ? tags(buffer, read) : 0;
                    if (all > MOST_BYTES || xml > MOST_XML || tags > MOST_TAGS || entries > MOST_ENTRIES) {
                        throw new UnreadableDocument(Reason.SUSPICIOUS_ARCHIVE);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableDocument(otherwise, e);
        }
        if (!holdsPart) {
            throw new UnreadableDocument(otherwise);
        }
    }
}
