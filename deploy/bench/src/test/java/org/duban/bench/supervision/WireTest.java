package org.duban.bench.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            byte[] answer = (exchange.getRequestMethod() + " "
                            + exchange.getRequestHeaders().getFirst("Authorization") + " "
                            + new String(asked, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            boolean chunked = exchange.getRequestURI().getPath().equals("/chunked");
            if (exchange.getRequestURI().getPath().equals("/last")) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            exchange.sendResponseHeaders(201, chunked ? 0 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void severalAnswersComeOneAfterAnother_wholeInChunksOrTheLastOfTheirConnection() throws Exception {
        try (var wire = new Wire(server.getAddress().getPort(), "one")) {
            for (var path : new String[] {"/whole", "/chunked", "/last", "/whole"}) {
                var body = new ByteArrayOutputStream();
                var answer = wire.as("two").send("PUT", path, "", "进展".getBytes(StandardCharsets.UTF_8), body);
                assertThat(answer.status()).isEqualTo(201);
                assertThat(body.toString(StandardCharsets.UTF_8)).isEqualTo("PUT Bearer two 进展");
                assertThat(answer.bytes()).isEqualTo(body.size());
            }
        }
    }
}
