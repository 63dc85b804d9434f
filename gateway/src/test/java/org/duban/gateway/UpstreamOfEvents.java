package org.duban.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that streams: sends an event only when a test says so. */
public final class UpstreamOfEvents {

    private final HttpServer server;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();

    private UpstreamOfEvents(HttpServer server) {
        this.server = server;
    }

    static UpstreamOfEvents started() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var upstream = new UpstreamOfEvents(server);
            server.createContext("/api/alerts/stream", upstream::stream);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return upstream;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void say(String event) {
        events.add(event);
    }

    public void clear() {
        events.clear();
    }

    /** How many streams are open. */
    public int open() {
        return open.get();
    }

    private void stream(HttpExchange exchange) throws IOException {
        open.incrementAndGet();
        try {
            tell(exchange);
        } finally {
            open.decrementAndGet();
        }
    }

    private void tell(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            while (true) {
                String event = events.take();
                if (event.equals("end")) {
                    return;
                }
                body.write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
