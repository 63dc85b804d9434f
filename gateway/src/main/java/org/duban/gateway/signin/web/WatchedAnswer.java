package org.duban.gateway.signin.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;

/** An answer that may go on for long, and is broken off when its caller is no longer entitled to it. */
final class WatchedAnswer extends HttpServletResponseWrapper {

    // What is written at once is looked at once.
    private static final long LOOK = Duration.ofSeconds(1).toNanos();

    private final BooleanSupplier entitled;
    private @Nullable ServletOutputStream watched;
    private long looked = System.nanoTime();

    WatchedAnswer(HttpServletResponse response, BooleanSupplier entitled) {
        super(response);
        this.entitled = entitled;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream stream = watched;
        if (stream == null) {
            stream = new WatchedStream(super.getOutputStream());
            watched = stream;
        }
        return stream;
    }

    private void look() throws IOException {
        if (System.nanoTime() - looked < LOOK) {
            return;
        }
        if (!entitled.getAsBoolean()) {
            // As if the caller had hung up: whoever writes stops, and there is nobody to explain it to.
            throw new ClientAbortException("no longer entitled");
        }
        looked = System.nanoTime();
    }

    private final class WatchedStream extends ServletOutputStream {

        private final ServletOutputStream stream;

        WatchedStream(ServletOutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int octet) throws IOException {
            look();
            stream.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            look();
            stream.write(octets, offset, length);
        }

        @Override
        public void flush() throws IOException {
            stream.flush();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            stream.setWriteListener(listener);
        }
    }
}
