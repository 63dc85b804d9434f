package org.duban.bench.fanout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One open page: a stream of alerts, read on a virtual thread. */
final class Page implements AutoCloseable {

    /** Hears of what came, on the page's thread. */
    interface Ear {
        void opened();

        void alert();

        void ended(String why);
    }

    private final Socket socket;

    private Page(Socket socket) {
        this.socket = socket;
    }

    static Page open(int port, String token, Ear ear) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write("""
                GET /api/alerts/stream HTTP/1.1\r
                Host: localhost\r
                Accept: text/event-stream\r
                Authorization: Bearer %s\r
                \r
                """.formatted(token).getBytes(StandardCharsets.US_ASCII));
        Thread.ofVirtual().start(() -> read(socket, ear));
        return new Page(socket);
    }

    private static void read(Socket socket, Ear ear) {
        try (var lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1024)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                switch (line) {
                    case "event:count" -> ear.opened();
                    case "event:alert" -> ear.alert();
                    default -> {
                        if (line.startsWith("HTTP/1.1") && !line.contains(" 200")) {
                            ear.ended(line);
                        }
                    }
                }
            }
            ear.ended("end");
        } catch (IOException gone) {
            ear.ended(gone.toString());
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
