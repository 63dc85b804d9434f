package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Started by the launcher on a data folder and a port of its own. */
final class Launched implements Running {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path data;
    private final int port;

    private final Map<String, String> environment;

    private Launched(Path data, int port, Map<String, String> environment) {
        this.data = data;
        this.port = port;
        this.environment = environment;
    }

    static Launched start(String... options) {
        return startWith(Map.of(), options);
    }

    /** @param environment handed on to the services */
    static Launched startWith(Map<String, String> environment, String... options) {
        try {
            var running = new Launched(Files.createTempDirectory("duban-journey"), freePort(), environment);
            running.launch(options);
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts what is not running, on the data that is there. */
    void launch(String... options) {
        var arguments = new ArrayList<>(List.of("start"));
        arguments.addAll(List.of(options));
        var out = run(arguments);
        assertThat(out.code()).as(out.text()).isZero();
    }

    @Override
    public String address() {
        return "http://localhost:" + port;
    }

    /** What a service tells Prometheus. */
    String metrics(String service) {
        return new Caller("http://127.0.0.1:" + portOf(service + "-management")).text("/actuator/prometheus");
    }

    /** Where Kafka answers. */
    String broker() {
        return "127.0.0.1:" + portOf("kafka");
    }

    private String portOf(String part) {
        var settings = new Properties();
        try (var stored = Files.newBufferedReader(data.resolve("settings.properties"))) {
            settings.load(stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.getProperty("port." + part);
    }

    Path data() {
        return data;
    }

    @Override
    public JsonNode accounts() {
        return JSON.readTree(run(List.of("accounts", "--json")).text());
    }

    @Override
    public void close() {
        run(List.of("stop"));
        run(List.of("reset", "--yes"));
    }

    record Output(int code, String text) {}

    Output run(List<String> arguments) {
        var command = new ArrayList<>(List.of(ROOT.resolve("deploy/local/duban").toString()));
        command.addAll(arguments);
        command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
        try {
            Path out = Files.createTempFile("duban", ".out");
            out.toFile().deleteOnExit();
            var builder = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            // The reactor that runs this test has just packaged everything.
            builder.environment().put("DUBAN_NO_BUILD", "true");
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(8, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end: " + Files.readString(out));
            }
            return new Output(process.exitValue(), Files.readString(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // Below the ports that the system hands out for outgoing connections: the launcher's other ports lie 10,000 above.
    private static int freePort() {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(1100, 2100) * 10;
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
        throw new IllegalStateException("no free port between 11000 and 21000");
    }
}
