package org.duban.task.plan.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a library that reads on and on. */
final class WatchedStream extends FilterInputStream {
    WatchedStream(InputStream stream) {
        super(stream);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        Budget.check();
        return super.read(buffer, from, length);
    }
}
