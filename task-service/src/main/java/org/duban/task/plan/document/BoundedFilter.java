package org.duban.task.plan.document;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.DecodeResult;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/**
 * Counts what a packed stream of a .pdf becomes while it is unpacked. The library has no bound of its own, and what is encrypted or
 * packed twice cannot be counted beforehand.
 */
final class BoundedFilter extends Filter {
    private static final long MOST = 64L << 20;

    private final Filter filter;

    private BoundedFilter(Filter filter) {
        this.filter = filter;
    }

    /** Puts one around each filter that the library has. */
    static void use() {
        try {
            // there is no other door
            var field = FilterFactory.class.getDeclaredField("filters");
            field.setAccessible(true);
            @SuppressWarnings("unchecked")
            var filters = (Map<COSName, Filter>) field.get(FilterFactory.INSTANCE);
            filters.replaceAll((name, filter) -> filter instanceof BoundedFilter ? filter : new BoundedFilter(filter));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public DecodeResult decode(InputStream packed, OutputStream unpacked, COSDictionary parameters, int index)
            throws IOException {
        return filter.decode(packed, new Counted(unpacked), parameters, index);
    }

    @Override
    public DecodeResult decode(
            InputStream packed, OutputStream unpacked, COSDictionary parameters, int index, DecodeOptions options)
            throws IOException {
        return filter.decode(packed, new Counted(unpacked), parameters, index, options);
    }

    @Override
    protected void encode(InputStream unpacked, OutputStream packed, COSDictionary parameters) throws IOException {
        filter.encode(unpacked, packed, parameters, 0);
    }

    private static final class Counted extends FilterOutputStream {
        private long written;

        Counted(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(int one) throws IOException {
            count(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count(length);
            out.write(bytes, from, length);
        }

        private void count(int length) {
            written += length;
            if (written > MOST) {
                throw new UnreadableDocument(Reason.SUSPICIOUS_ARCHIVE);
            }
            if ((written & 0xFFF) < length) {
                Budget.check();
            }
        }
    }
}
