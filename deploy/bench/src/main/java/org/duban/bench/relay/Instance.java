package org.duban.bench.relay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.duban.local.TestInfrastructure;

/** A running {@link Program}. */
final class Instance implements AutoCloseable {
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx400m",
            "-cp",
            System.getProperty("java.class.path"));

    private final Process process;
    private final Path log;
    private final BufferedReader said;

    private Instance(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    static Instance start(Kind kind, String topic, String database, Path log) {
        var infrastructure = TestInfrastructure.shared();
        var command = new ArrayList<>(JAVA);
        command.add(Program.class.getName());
        command.addAll(kind.settings);
        command.addAll(List.of(
                "--contestant=" + kind,
                "--topic=" + topic,
                "--spring.application.name=bench",
                "--spring.main.web-application-type=none",
                "--spring.datasource.url=" + infrastructure.jdbcUrl(database),
                "--spring.datasource.username=" + infrastructure.username(),
                "--spring.datasource.password=" + infrastructure.password(),
                "--spring.kafka.bootstrap-servers=" + infrastructure.bootstrapServers(),
                "--duban.security.resource-server=false",
                "--logging.level.root=warn"));
        try {
            var instance = new Instance(
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start(),
                    log);
            instance.await("ready");
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when all events are committed. */
    void write(long first, int events, int pace, Path commits) {
        begin(first, events, pace, commits);
        await("done");
    }

    void begin(long first, int events, int pace, Path commits) {
        try {
            var writer = process.outputWriter(StandardCharsets.UTF_8);
            writer.write("write %d %d %d %s%n".formatted(first, events, pace, commits));
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void await(String word) {
        try {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(word)) {
                    return;
                }
                Files.writeString(
                        log,
                        line + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("the process ended before it said " + word + ", see " + log);
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
