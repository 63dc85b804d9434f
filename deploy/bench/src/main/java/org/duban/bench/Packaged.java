package org.duban.bench;

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
import org.duban.local.process.Ports;

/** One service as it is packaged. */
public final class Packaged implements AutoCloseable {
    private static final String HOME =
            Path.of(System.getProperty("java.home"), "bin").toString();
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Duration START = Duration.ofMinutes(3);

    private final String service;
    private final Process process;
    private final int port;

    private Packaged(String service, Process process, int port) {
        this.service = service;
        this.process = process;
        this.port = port;
    }

    /** @param settings as {@code --spring.datasource.url=…}; ports are chosen here */
    public static Packaged start(String service, int heapMegabytes, List<String> settings, Path log) throws Exception {
        int port = Ports.free();
        int management = Ports.free();
        var command = new ArrayList<>(List.of(
                Path.of(HOME, "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heapMegabytes + "m",
                "-jar",
                jar(service).toString(),
                "--server.port=" + port,
                "--management.server.port=" + management));
        command.addAll(settings);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var started = new Packaged(service, process, port);
        started.await(URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness"), log);
        return started;
    }

    public int port() {
        return port;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    private static Path jar(String service) throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("duban.root"), service, "target"))) {
            return files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void await(URI health, Path log) throws Exception {
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
        close();
        throw new IllegalStateException(service + " did not start, see " + log);
    }

    /**
     * Bytes that live on the heap: counted at the collection itself, for what a busy service throws away until it is asked again is
     * more than it holds.
     */
    public long heap() throws Exception {
        return live(ask("GC.class_histogram"));
    }

    /** @param histogram what {@code jcmd GC.class_histogram} says; it collects before it counts */
    static long live(String histogram) {
        return histogram
                .lines()
                .map(TOTAL::matcher)
                .filter(Matcher::matches)
                .mapToLong(total -> Long.parseLong(total.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no total in: " + histogram));
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
