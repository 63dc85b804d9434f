package org.duban.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.duban.local.process.Daemon;

/** What {@code postmaster.pid} in a data folder says: pid, folder, start time in seconds, port, …, state. */
record Postmaster(long pid, Path folder, Instant began, boolean isReady) {

    private static final String IMPOSSIBLE_PID = "4194305";
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    static Path file(Path folder) {
        return folder.resolve("postmaster.pid");
    }

    static Optional<Postmaster> of(Path folder) {
        try {
            List<String> lines = Files.readAllLines(file(folder));
            if (lines.size() < 3) {
                return Optional.empty();
            }
            boolean ready = lines.size() > 7 && lines.get(7).trim().equals("ready");
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).trim()),
                    folder,
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).trim())),
                    ready));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The process, if it is alive and really the postmaster of this folder rather than one that got its pid. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(Daemon::isAlive).filter(this::isPostmaster);
    }

    /** Whether the pid is still taken, by another process or by a zombie that nobody reaps. */
    boolean isOutlivedByItsPid() {
        return ProcessHandle.of(pid).isPresent() && process().isEmpty();
    }

    /**
     * Puts a pid into the file that no process can have. PostgreSQL refuses to start while the pid exists; the rest of the
     * file it needs, to see whether backends of the old postmaster still hold the shared memory.
     */
    void replacePid() {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file(folder)));
            lines.set(0, IMPOSSIBLE_PID);
            Files.write(file(folder), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isPostmaster(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean namesFolder =
                Arrays.asList(info.arguments().orElse(new String[0])).contains(folder.toString());
        if (namesFolder) {
            return true;
        }
        boolean isPostgres =
                info.command().map(command -> command.endsWith("/postgres")).orElse(true);
        boolean beganThen = info.startInstant()
                .map(actual -> Duration.between(actual, began).abs().compareTo(TOLERANCE) < 0)
                .orElse(true);
        return isPostgres && beganThen;
    }
}
