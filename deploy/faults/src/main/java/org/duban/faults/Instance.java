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

/**
 * One process of a service.
 *
 * @param rehearsal folder in which its failpoints are armed
 */
record Instance(
        String service,
        Daemon daemon,
        List<String> command,
        Map<String, String> environment,
        Path rehearsal,
        URI health) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Starts it where it does not run. */
    synchronized void start() {
        if (!daemon.isRunning()) {
            daemon.start(command, environment, rehearsal);
        }
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

    /** @return whether it was still armed: the point was never passed */
    boolean disarm(String point) {
        try {
            return Files.deleteIfExists(rehearsal.resolve(point));
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
