package org.duban.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.duban.local.process.Commands;
import org.duban.local.process.Daemon;
import org.duban.local.process.Health;

/** One process of a service. */
final class Instance {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String service;
    private final Daemon daemon;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path rehearsal;
    private final URI health;
    private boolean over;

    /** @param rehearsal folder in which its failpoints are armed */
    Instance(
            String service,
            Daemon daemon,
            List<String> command,
            Map<String, String> environment,
            Path rehearsal,
            URI health) {
        this.service = service;
        this.daemon = daemon;
        this.command = command;
        this.environment = environment;
        this.rehearsal = rehearsal;
        this.health = health;
    }

    String service() {
        return service;
    }

    /** Starts it where it does not run. */
    synchronized void start() {
        if (!over && !daemon.isRunning()) {
            daemon.start(command, environment, rehearsal);
        }
    }

    /** Lets it end by itself. */
    void stop(Duration grace) {
        daemon.stop(grace);
    }

    /** For good: what still waits to start it finds that it is over. */
    synchronized void end() {
        over = true;
        kill();
    }

    void kill() {
        daemon.find().ifPresent(process -> {
            process.destroyForcibly();
            Daemon.hasEnded(process, Duration.ofSeconds(10));
        });
    }

    void signal(String name) {
        daemon.find().ifPresent(process -> Commands.run(List.of("kill", "-" + name, String.valueOf(process.pid()))));
    }

    /** The process ends when it passes there next. */
    void arm(String point) {
        try {
            Files.deleteIfExists(rehearsal.resolve(point));
            Files.createFile(rehearsal.resolve(point));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void disarm(String point) {
        try {
            Files.deleteIfExists(rehearsal.resolve(point));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isHealthy() {
        return Health.answers(health);
    }

    /** Starts it again should it die on the way, as whatever watches over processes would. */
    void awaitHealthy() {
        boolean healthy = Pause.until(
                () -> {
                    start();
                    return isHealthy();
                },
                PATIENCE);
        if (!healthy) {
            throw new IllegalStateException(service + " is not ready: " + daemon.lastWords());
        }
    }
}
