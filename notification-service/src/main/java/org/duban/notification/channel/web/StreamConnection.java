package org.duban.notification.channel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a stream after its answer has begun. Tomcat keeps its buffers for as long as a request is open, and nearly
 * nothing for a connection that has left HTTP; so a stream leaves it, once its headers are out, though what follows is still the body
 * of that answer. It ends when the connection does.
 */
public final class StreamConnection implements InternalHttpUpgradeHandler {

    private static final Duration LONGEST_WRITE = Duration.ofSeconds(30);

    private @Nullable PageStream stream;
    private @Nullable SocketWrapperBase<?> socket;

    /** Sends the headers that are set; once the request's thread has left, the stream writes. */
    static void carry(PageStream stream, HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setHeader("Connection", "close");
        response.flushBuffer();
        request.upgrade(StreamConnection.class).stream = stream;
    }

    void write(byte[] bytes) throws IOException {
        SocketWrapperBase<?> to = socket;
        if (to != null) {
            to.write(true, bytes, 0, bytes.length);
            to.flush(true);
        }
    }

    void close() {
        SocketWrapperBase<?> to = socket;
        if (to != null) {
            to.close();
        }
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        wrapper.setWriteTimeout(LONGEST_WRITE.toMillis());
        socket = wrapper;
    }

    @Override
    public void init(WebConnection connection) {
        if (stream != null) {
            stream.connected(this);
        }
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        if (event == SocketEvent.OPEN_READ && stillThere()) {
            return SocketState.UPGRADED;
        }
        if (event == SocketEvent.OPEN_WRITE) {
            return SocketState.UPGRADED;
        }
        leave();
        return SocketState.CLOSED;
    }

    /** A page says nothing more on this connection; what can be read is its end. */
    private boolean stillThere() {
        SocketWrapperBase<?> from = socket;
        if (from == null) {
            return false;
        }
        try {
            ByteBuffer said = ByteBuffer.allocate(256);
            int read = from.read(false, said);
            while (read > 0) {
                said.clear();
                read = from.read(false, said);
            }
            return read == 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private void leave() {
        if (stream != null) {
            stream.disconnected();
        }
    }

    @Override
    public void destroy() {
        leave();
    }

    @Override
    public void pause() {}

    @Override
    public void timeoutAsync(long now) {}

    @Override
    public void setSslSupport(SSLSupport ssl) {}
}
