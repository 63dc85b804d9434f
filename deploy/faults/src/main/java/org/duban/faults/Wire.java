package org.duban.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP connection's way through this process, so that it can be cut, stalled, or lose its answers. */
final class Wire implements Closeable {

    enum State {
        OPEN,
        /** Every connection ends at once. */
        CUT,
        /** Connections stand, nothing passes. */
        STALLED,
        /** What is asked arrives; what is answered is lost with its connection. */
        HALF_OPEN
    }

    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile State state = State.OPEN;

    Wire(int port, int target) {
        this.target = target;
        try {
            listening = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void become(State next) {
        state = next;
        if (next != State.STALLED) {
            // A connection that has lost bytes is of no use to anybody.
            sockets.forEach(Wire::end);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                if (state == State.CUT) {
                    end(near);
                } else {
                    Thread.ofVirtual().start(() -> join(near));
                }
            } catch (IOException closed) {
                // asked again unless it is over
            }
        }
    }

    private void join(Socket near) {
        sockets.add(near);
        try (Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            sockets.add(far);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Thread answers = Thread.ofVirtual().start(() -> pass(far, near, true));
            pass(near, far, false);
            answers.join();
            sockets.remove(far);
        } catch (IOException nobodyThere) {
            end(near);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(near);
            end(near);
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] bytes = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                while (state == State.STALLED) {
                    Thread.sleep(20);
                }
                if (answers && state == State.HALF_OPEN) {
                    break;
                }
                out.write(bytes, 0, read);
            }
        } catch (IOException ended) {
            // both ends below
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        end(from);
        end(to);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // as wished
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(Wire::end);
    }
}
