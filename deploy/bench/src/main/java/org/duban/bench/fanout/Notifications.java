package org.duban.bench.fanout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.local.TestInfrastructure;
import org.duban.local.process.Ports;

/** One notification-service as it is packaged. */
final class Notifications implements AutoCloseable {
    private static final String HOME =
            Path.of(System.getProperty("java.home"), "bin").toString();
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    final int port;

    private Notifications(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Notifications start(Path root, String keys, String database, Path log) throws Exception {
        var infrastructure = TestInfrastructure.shared();
        int port = Ports.free();
        int management = Ports.free();
        var command = new ArrayList<>(List.of(
                Path.of(HOME, "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-jar",
                jar(root).toString(),
                "--server.port=" + port,
                "--management.server.port=" + management,
                // pages of a whole city on one instance
                "--server.tomcat.max-connections=12000",
                "--spring.datasource.url=" + infrastructure.jdbcUrl(database),
                "--spring.datasource.username=" + infrastructure.username(),
                "--spring.datasource.password=" + infrastructure.password(),
                "--spring.kafka.bootstrap-servers=" + infrastructure.bootstrapServers(),
                "--duban.security.jwk-set-uri=" + keys,
                "--duban.digest.enabled=false"));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var service = new Notifications(process, port);
        service.await(URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness"));
        return service;
    }

    private static Path jar(Path root) throws IOException {
        try (var files = Files.list(root.resolve("notification-service/target"))) {
            return files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void await(URI health) throws Exception {
        var client = HttpClient.newHttpClient();
        for (long until = System.nanoTime() + START.toNanos(); System.nanoTime() < until; Thread.sleep(200)) {
            if (!process.isAlive()) {
                break;
            }
            try {
                var answer =
                        client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it is starting
            }
        }
        throw new IllegalStateException("notification-service did not start");
    }

    /** Bytes of the heap in use after a collection. */
    long heap() throws Exception {
        ask("GC.run");
        return used(ask("GC.heap_info"));
    }

    /** @param info what {@code jcmd GC.heap_info} says; its last two lines are no heap */
    static long used(String info) {
        return 1024
                * info.lines()
                        .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
                        .map(USED::matcher)
                        .filter(Matcher::find)
                        .mapToLong(used -> Long.parseLong(used.group(1)))
                        .sum();
    }

    private String ask(String question) throws Exception {
        var asking = new ProcessBuilder(Path.of(HOME, "jcmd").toString(), String.valueOf(process.pid()), question)
                .redirectErrorStream(true)
                .start();
        var said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asking.waitFor(1, TimeUnit.MINUTES);
        return said;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
