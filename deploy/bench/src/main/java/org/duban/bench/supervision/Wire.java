package org.duban.bench.supervision;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection that is kept as long as the service keeps it, with as little of its own work as a client can do: what is measured is
 * the service.
 */
final class Wire implements AutoCloseable {
    private static final int NO_CONTENT = 204;

    private final int port;
    private Socket socket;
    private InputStream in;
    private String token;
    private boolean ends;

    Wire(int port, String token) throws IOException {
        this.port = port;
        this.token = token;
        socket = open(port);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    private static Socket open(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    // after a hundred answers Tomcat ends a connection, and says so with the last
    private void renew() throws IOException {
        socket.close();
        socket = open(port);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        ends = false;
    }

    /** Asks as somebody else from now on. */
    Wire as(String other) {
        token = other;
        return this;
    }

    /** @param bytes of the body */
    record Answer(int status, long bytes) {}

    Answer get(String path, OutputStream body) throws IOException {
        return send("GET", path, "", new byte[0], body);
    }

    Answer send(String method, String path, String headers, byte[] content, OutputStream body) throws IOException {
        var request = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ")
                .append(token)
                .append("\r\n")
                .append(headers);
        if (content.length > 0) {
            request.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(content.length)
                    .append("\r\n");
        }
        byte[] head = request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + content.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        if (ends) {
            renew();
        }
        socket.getOutputStream().write(whole);
        return read(body);
    }

    private Answer read(OutputStream body) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = status == NO_CONTENT ? 0 : -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String plain = header.toLowerCase(Locale.ROOT);
            if (plain.startsWith("content-length:")) {
                length = Long.parseLong(plain.substring(15).strip());
            }
            ends |= plain.equals("connection: close");
            chunked |= plain.startsWith("transfer-encoding:") && plain.endsWith("chunked");
        }
        return new Answer(status, chunked ? chunks(body) : copy(length, body));
    }

    private long chunks(OutputStream body) throws IOException {
        long bytes = 0;
        for (long size = Long.parseLong(line(), 16); size > 0; size = Long.parseLong(line(), 16)) {
            bytes += copy(size, body);
            line();
        }
        line();
        return bytes;
    }

    private final byte[] buffer = new byte[1 << 16];

    private long copy(long length, OutputStream body) throws IOException {
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new IOException("ended in the middle of an answer");
            }
            body.write(buffer, 0, read);
            left -= read;
        }
        return length;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
