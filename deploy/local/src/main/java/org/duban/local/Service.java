package org.duban.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.duban.local.process.AotCache;
import org.duban.local.process.Commands;
import org.duban.local.process.Daemon;
import org.duban.local.process.Health;
import org.duban.local.process.LocalFailure;
import org.jspecify.annotations.Nullable;

/**
 * One of our own programs, as a process of its own.
 *
 * @param version changes when it was built again
 * @param health answers 200 when it is ready
 * @param cache what its last start may have left for this one; null: it has none
 */
record Service(
        String name,
        Daemon daemon,
        String version,
        Path versionFile,
        List<String> command,
        Map<String, String> environment,
        URI health,
        @Nullable AotCache cache) {

    static final Duration PATIENCE = Duration.ofSeconds(240);
    /** Writing a cache takes a JVM of its own ten seconds or so; on a busy machine, more. */
    private static final Duration PATIENCE_WITH_RECORDING = Duration.ofSeconds(180);

    boolean isRunning() {
        return daemon.isRunning();
    }

    boolean isOutdated() {
        try {
            return isRunning() && !Files.readString(versionFile).equals(version);
        } catch (IOException e) {
            return true;
        }
    }

    void start(Path folder) {
        start(folder, cache == null ? command : cache.using(command), version);
    }

    private void start(Path folder, List<String> whole, String noted) {
        daemon.start(whole, environment, folder);
        try {
            Files.writeString(versionFile, noted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean wantsRecording() {
        return cache != null && cache.file().isEmpty();
    }

    /**
     * Runs it once, to its being healthy, for the sake of the starts to come.
     *
     * @return whether its cache was made
     */
    boolean record(Path folder) {
        AotCache made = Objects.requireNonNull(cache);
        // Noted so, it is outdated for the next start, should this one not come to its end.
        start(folder, made.recording(command), "recording");
        try {
            waitUntilHealthy();
        } catch (LocalFailure failure) {
            daemon.find().ifPresent(ProcessHandle::destroyForcibly);
            throw failure;
        }
        daemon.stop(PATIENCE_WITH_RECORDING);
        return made.keep();
    }

    /** Starts it, and once more without its cache should it not survive that. */
    void startHealthy(Path folder) {
        if (!isRunning()) {
            start(folder);
        }
        try {
            waitUntilHealthy();
        } catch (LocalFailure failure) {
            // The JVM looks at a cache's beginning only: one that was damaged later may end it.
            if (isRunning() || cache == null || !cache.discard()) {
                throw failure;
            }
            start(folder);
            waitUntilHealthy();
        }
    }

    boolean isHealthy() {
        return Health.answers(health);
    }

    /** @throws LocalFailure with its last words when it dies or is not ready in time */
    void waitUntilHealthy() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isHealthy()) {
            if (!isRunning()) {
                throw new LocalFailure(
                        name + " 启动失败 / died: " + daemon.lastWords() + " (日志 log: " + daemon.log() + ")");
            }
            if (System.nanoTime() > end) {
                throw new LocalFailure(name + " 在 " + PATIENCE.toSeconds() + " 秒内未就绪 / not ready in time (日志 log: "
                        + daemon.log() + ")");
            }
            try {
                Thread.sleep(150);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalFailure("interrupted", e);
            }
        }
    }

    void stop() {
        daemon.stop(Duration.ofSeconds(25));
    }

    /** The version of a service's jar: what Maven built last. */
    static String versionOf(Path jar) {
        try {
            return Files.size(jar) + "-" + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new LocalFailure("缺少 " + jar + " / is missing", e);
        }
    }

    static Path jar(Path module) {
        try (Stream<Path> files = Files.list(module.resolve("target"))) {
            Optional<Path> jar = files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                    .findFirst();
            return jar.orElseThrow(() -> new LocalFailure(module + " 尚未构建 / is not built"));
        } catch (IOException e) {
            throw new LocalFailure(module + " 尚未构建 / is not built", e);
        }
    }

    /**
     * Unpacks the jar, which starts faster so, into a folder that a later build does not touch.
     *
     * @return the jar to start
     */
    static Path unpacked(Path jar, String name, Path app) {
        Path home = app.resolve(name + "-" + versionOf(jar));
        Path unpacked = home.resolve(jar.getFileName());
        if (Files.exists(unpacked)) {
            return unpacked;
        }
        try {
            removeOthers(name, app);
            Path fresh = Files.createTempDirectory(app, "unpacking-");
            List<String> command = new ArrayList<>(List.of(
                    java(),
                    "-XX:TieredStopAtLevel=1",
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--force"));
            command.addAll(List.of("--destination", fresh.toString()));
            Commands.Outcome outcome = Commands.run(command);
            if (!outcome.succeeded()) {
                throw new LocalFailure("无法展开 " + jar + " / cannot unpack: " + outcome.said());
            }
            Files.move(fresh, home);
            return unpacked;
        } catch (IOException e) {
            throw new LocalFailure("无法展开 " + jar + " / cannot unpack: " + e.getMessage(), e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void removeOthers(String name, Path app) throws IOException {
        try (Stream<Path> folders = Files.list(app)) {
            for (Path folder : folders.filter(
                            each -> each.getFileName().toString().matches(name + "-\\d+-\\d+"))
                    .toList()) {
                DataFolder.delete(folder);
            }
        }
    }
}
