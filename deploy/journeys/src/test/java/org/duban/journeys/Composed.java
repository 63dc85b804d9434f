package org.duban.journeys;

import java.io.File;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.DockerComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.lifecycle.Startable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Started by Testcontainers from docker-compose.yml on images of what was built last, with the training clock beside it. */
final class Composed implements Running {

    private static final String ADMIN = "admin";
    private static final List<String> SERVICES =
            List.of("postgres", "kafka", "task-service", "meeting-service", "notification-service", "gateway");
    private static final List<File> FILES = List.of(
            ROOT.resolve("docker-compose.yml").toFile(),
            ROOT.resolve("deploy/images/training.yml").toFile());
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Stack stack;
    private final Map<String, String> settings;

    private Composed(Stack stack, Map<String, String> settings) {
        this.stack = stack;
        this.settings = settings;
    }

    /**
     * Docker's compose, or the {@code docker-compose} of old: Testcontainers has a class for each.
     *
     * @param container of a service, where there is one
     */
    private record Stack(Startable startable, Function<String, Optional<ContainerState>> container) {}

    /** @return why containers cannot be started here; empty where they can */
    static Optional<String> obstacle() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("no Docker engine answers");
        }
        return works("docker", "compose", "version") || works("docker-compose", "version")
                ? Optional.empty()
                : Optional.of("there is no compose");
    }

    static Composed start(LocalDateTime moment) {
        buildImages();
        int port = freePort();
        var settings = Map.of(
                "DUBAN_PORT", Integer.toString(port),
                "DUBAN_ADDRESS", "http://localhost:" + port,
                "DUBAN_DATABASE_PASSWORD", UUID.randomUUID().toString(),
                "DUBAN_ADMIN_PASSWORD", UUID.randomUUID().toString(),
                "DUBAN_ADMIN_MUST_CHANGE", "false",
                "DUBAN_CLOCK_FOLDER", clockAt(moment).toString());
        var name = "duban" + port;
        var stack = works("docker", "compose", "version") ? current(name, settings) : old(name, settings);
        try {
            stack.startable().start();
        } catch (RuntimeException failure) {
            var said = new StringBuilder();
            SERVICES.forEach(service -> stack.container()
                    .apply(service)
                    .ifPresent(container ->
                            said.append("--- ").append(service).append('\n').append(tail(container.getLogs()))));
            stack.startable().stop();
            throw new AssertionError("docker-compose.yml does not start: " + said, failure);
        }
        return new Composed(stack, settings);
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 3000));
    }

    private static WaitStrategy healthy() {
        return Wait.forHealthcheck().withStartupTimeout(PATIENCE);
    }

    private static Stack current(String name, Map<String, String> settings) {
        var compose = new ComposeContainer(name, FILES)
                .withEnv(settings)
                .withPull(false)
                .withStartupTimeout(PATIENCE);
        SERVICES.forEach(service -> compose.waitingFor(service + "-1", healthy()));
        return new Stack(compose, service -> compose.getContainerByServiceName(service + "-1"));
    }

    private static Stack old(String name, Map<String, String> settings) {
        var compose = new DockerComposeContainer<>(name, FILES)
                .withEnv(settings)
                .withPull(false)
                .withStartupTimeout(PATIENCE);
        SERVICES.forEach(service -> compose.waitingFor(service + "_1", healthy()));
        return new Stack(compose, service -> compose.getContainerByServiceName(service + "_1"));
    }

    private static Path clockAt(LocalDateTime moment) {
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
            return clock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        stack.startable().stop();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean works(String... command) {
        return run(new ProcessBuilder(command)).code() == 0;
    }

    /** Of what was built last; on bases made of Debian packages, so that no registry is asked. */
    private static void buildImages() {
        var builder = new ProcessBuilder(ROOT.resolve("deploy/images/build").toString(), "--from-debian");
        builder.environment().put("DUBAN_NO_BUILD", "true");
        var built = run(builder);
        if (built.code() != 0) {
            throw new AssertionError(built.text());
        }
    }

    private record Outcome(int code, String text) {}

    private static Outcome run(ProcessBuilder builder) {
        try {
            Path out = Files.createTempFile("duban", ".out");
            out.toFile().deleteOnExit();
            int code = builder.redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start()
                    .waitFor();
            return new Outcome(code, Files.readString(out));
        } catch (IOException notThere) {
            return new Outcome(-1, notThere.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
