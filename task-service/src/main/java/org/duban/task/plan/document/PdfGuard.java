package org.duban.task.plan.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/** Looks through a .pdf before anything opens it: what its packed streams would become is counted, and thrown away. */
final class PdfGuard {
    // pictures are never unpacked when text is read; a page at 600 dpi takes a hundred megabytes
    private static final long LARGEST_PICTURE = 120L << 20;
    private static final long MOST_WORDS = 48L << 20;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 600;

    private PdfGuard() {}

    /** @throws UnreadableDocument where a stream would fill the memory */
    static void check(byte[] content) {
        var buffer = new byte[1 << 16];
        long words = 0;
        for (int i = indexOf(content, 0); i >= 0; i = indexOf(content, i + STREAM.length)) {
            int from = i + STREAM.length;
            while (from < content.length && (content[from] == '\r' || content[from] == '\n')) {
                from++;
            }
            if (from == i + STREAM.length || !isPacked(content, from)) {
                continue;
            }
            boolean picture = new String(
                            content, Math.max(0, i - DICTIONARY), Math.min(i, DICTIONARY), StandardCharsets.ISO_8859_1)
                    .contains("/Image");
            long most = picture ? LARGEST_PICTURE : MOST_WORDS - words;
            long size = inflated(content, from, buffer, most);
            if (size > most) {
                throw new UnreadableDocument(Reason.SUSPICIOUS_ARCHIVE);
            }
            words += picture ? 0 : size;
        }
    }

    private static boolean isPacked(byte[] content, int at) {
        return at + 1 < content.length
                && (content[at] & 0x0F) == 8
                && ((content[at] & 0xFF) << 8 | content[at + 1] & 0xFF) % 31 == 0;
    }

    private static long inflated(byte[] content, int from, byte[] buffer, long most) {
        long size = 0;
        var inflater = new Inflater();
        try {
            inflater.setInput(content, from, content.length - from);
            for (int read = inflater.inflate(buffer); read > 0 && size <= most; read = inflater.inflate(buffer)) {
                // packed twice, it would grow once more
                if (size == 0 && isPacked(buffer, 0)) {
                    size += nested(buffer, read, most);
                }
                size += read;
            }
        } catch (DataFormatException e) {
            // what came out before the damage counts
            return size;
        } finally {
            inflater.end();
        }
        return size;
    }

    // a bomb within a bomb shows in its first kilobytes: they unpack a thousandfold
    private static long nested(byte[] packed, int length, long most) {
        var buffer = new byte[1 << 16];
        long size = 0;
        var inflater = new Inflater();
        try {
            inflater.setInput(packed, 0, length);
            for (int read = inflater.inflate(buffer); read > 0 && size <= most; read = inflater.inflate(buffer)) {
                size += read;
            }
        } catch (DataFormatException e) {
            return size;
        } finally {
            inflater.end();
        }
        return size;
    }

    private static int indexOf(byte[] content, int from) {
        for (int i = Math.max(0, from); i <= content.length - STREAM.length; i++) {
            if (content[i] == STREAM[0] && Arrays.equals(content, i, i + STREAM.length, STREAM, 0, STREAM.length)) {
                return i;
            }
        }
        return -1;
    }
}
