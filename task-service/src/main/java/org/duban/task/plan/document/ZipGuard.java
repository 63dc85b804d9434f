package org.duban.task.plan.document;

import java.io.IOException;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/**
 * Looks through a zip before anything of it is used: nothing is unpacked, what it would become is counted. What is read later
 * is read by the same list of entries, so nothing is there that was not counted.
 */
final class ZipGuard {
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 200L << 20;
    // what becomes a tree in memory takes many times its size
    private static final long MOST_XML = 24L << 20;
    private static final int MOST_TAGS = 2_500_000;

    private int entries;
    private long all;
    private long xml;
    private long tags;

    private ZipGuard() {}

    /**
     * The archive as a package of Office, to be closed by the caller.
     *
     * @throws UnreadableDocument where it is broken, outsized, or no such package
     */
    static OPCPackage open(byte[] content, Reason otherwise) {
        try {
            var zip = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                    .get();
            var guard = new ZipGuard();
            for (var entry : Collections.list(zip.getEntries())) {
                guard.count(zip, entry);
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw new UnreadableDocument(otherwise);
            }
            return OPCPackage.open(new ZipFileZipEntrySource(zip));
        } catch (UnreadableDocument refusal) {
            throw refusal;
        } catch (IOException | InvalidFormatException | RuntimeException e) {
            throw new UnreadableDocument(otherwise, e);
        }
    }

    private void count(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        boolean isXml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        var buffer = new byte[8192];
        entries++;
        try (var stream = zip.getInputStream(entry)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                all += read;
                xml += isXml ? read : 0;
                tags += isXml ? tags(buffer, read) : 0;
                if (all > MOST_BYTES || xml > MOST_XML || tags > MOST_TAGS || entries > MOST_ENTRIES) {
                    throw new UnreadableDocument(Reason.SUSPICIOUS_ARCHIVE);
                }
                Budget.check();
            }
        }
    }

    private static int tags(byte[] buffer, int length) {
        int tags = 0;
        for (int i = 0; i < length; i++) {
            tags += buffer[i] == '<' ? 1 : 0;
        }
        return tags;
    }
}
