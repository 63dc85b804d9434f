package org.duban.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Started from docker-compose.yml on images of what was built last, with the training clock beside it. */
final class Composed implements Running {

    private static final String ADMIN = "admin";
    private static final List<String> SERVICES =
            List.of("postgres", "kafka", "task-service", "meeting-service", "notification-service", "gateway");

    private final List<String> compose;
    private final Map<String, String> settings;

    private Composed(List<String> compose, Map<String, String> settings) {
        this.compose = compose;
        this.settings = settings;
    }

    /** @return the command of this machine's compose; empty where no engine answers */
    static Optional<List<String>> command() {
        if (Process.run(List.of("docker", "info"), Map.of()).code() != 0) {
            return Optional.empty();
        }
        return Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
                .filter(command ->
                        Process.run(with(command, "version"), Map.of()).code() == 0)
                .findFirst();
    }

    static Composed start(List<String> compose, LocalDateTime moment) {
        try {
            Path clock = Files.createTempDirectory("duban-clock");
            long ahead = Duration.between(Instant.now(), moment.atZone(ZoneId.of("Asia/Shanghai")))
                    .toMillis();
            Path offset = Files.write(
                    clock.resolve("clock"),
                    ByteBuffer.allocate(Long.BYTES).putLong(ahead).array());
            // The services in the containers are other users.
            Files.setPosixFilePermissions(clock, PosixFilePermissions.fromString("rwxrwxrwx"));
            Files.setPosixFilePermissions(offset, PosixFilePermissions.fromString("rw-rw-rw-"));
            int port = freePort();
            var composed = new Composed(
                    compose,
                    Map.of(
                            "COMPOSE_PROJECT_NAME", "duban" + port,
                            "DUBAN_PORT", Integer.toString(port),
                            "DUBAN_ADDRESS", "http://localhost:" + port,
                            "DUBAN_DATABASE_PASSWORD", UUID.randomUUID().toString(),
                            "DUBAN_ADMIN_PASSWORD", UUID.randomUUID().toString(),
                            "DUBAN_ADMIN_MUST_CHANGE", "false",
                            "DUBAN_CLOCK_FOLDER", clock.toString()));
            composed.compose("up", "-d");
            composed.waitUntilHealthy();
            return composed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitUntilHealthy() {
        Awaitility.await("every container is healthy")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> SERVICES.stream().allMatch(this::isHealthy));
    }

    private boolean isHealthy(String service) {
        String container = compose("ps", "-q", service).strip();
        return !container.isEmpty()
                && Process.run(List.of("docker", "inspect", "-f", "{{.State.Health.Status}}", container), Map.of())
                        .text()
                        .strip()
                        .equals("healthy");
    }

    @Override
    public String address() {
        return settings.get("DUBAN_ADDRESS");
    }

    @Override
    public JsonNode accounts() {
        return new JsonMapper()
                .valueToTree(List.of(
                        Map.of("role", "ADMIN", "username", ADMIN, "password", settings.get("DUBAN_ADMIN_PASSWORD"))));
    }

    @Override
    public void close() {
        compose("down", "--volumes");
    }

    private String compose(String... arguments) {
        var command = with(compose, "-f", "docker-compose.yml", "-f", "deploy/images/training.yml");
        command.addAll(List.of(arguments));
        var outcome = Process.run(command, settings);
        if (outcome.code() != 0) {
            throw new AssertionError(command + ": " + outcome.text());
        }
        return outcome.text();
    }

    private static List<String> with(List<String> command, String... more) {
        var all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return all;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** One command, run to its end in the project's folder. */
    private record Process(int code, String text) {

        static Process run(List<String> command, Map<String, String> environment) {
            try {
                Path out = Files.createTempFile("duban", ".out");
                var builder = new ProcessBuilder(command)
                        .directory(ROOT.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile());
                builder.environment().putAll(environment);
                var process = builder.start();
                if (!process.waitFor(10, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                }
                return new Process(process.waitFor(), Files.readString(out));
            } catch (IOException notThere) {
                return new Process(-1, notThere.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Makes the images of what was built last; on bases made of Debian packages, so that no registry is asked. */
    static void buildImages() {
        var built = Process.run(
                List.of(ROOT.resolve("deploy/images/build").toString(), "--from-debian"),
                Map.of("DUBAN_NO_BUILD", "true"));
        if (built.code() != 0) {
            throw new AssertionError(built.text());
        }
    }
}
