package org.duban.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A process that outlives the launcher and is found again by its pid file.
 *
 * <p>The file holds the pid and the moment the process began, so that a pid that the system has given to somebody else is
 * never taken for ours.
 */
public record Daemon(String name, Path pidFile, Path log) {

    private static final Pattern DECORATION =
            Pattern.compile("\\S*\\s*|.*\\*{5,}.*|APPLICATION FAILED TO START|Error starting ApplicationContext.*");
    private static final Duration START_TIME_TOLERANCE = Duration.ofSeconds(2);

    /** The running process, if it runs. */
    public Optional<ProcessHandle> find() {
        String[] recorded;
        try {
            recorded = Files.readString(pidFile).trim().split(" ");
        } catch (IOException e) {
            return Optional.empty();
        }
        if (recorded.length != 2) {
            return Optional.empty();
        }
        Instant began = Instant.ofEpochMilli(Long.parseLong(recorded[1]));
        return ProcessHandle.of(Long.parseLong(recorded[0]))
                .filter(Daemon::isAlive)
                .filter(process -> beganAt(process, began));
    }

    public boolean isRunning() {
        return find().isPresent();
    }

    /** Whether a pid file is left of a process that is gone. */
    public boolean isStale() {
        return Files.exists(pidFile) && !isRunning();
    }

    /** Starts it in a session of its own; its output is appended to the log. */
    public ProcessHandle start(List<String> command, Map<String, String> environment, Path folder) {
        try {
            Files.createDirectories(pidFile.toAbsolutePath().getParent());
            Files.createDirectories(log.toAbsolutePath().getParent());
            List<String> detached = new ArrayList<>(detach());
            detached.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(detached)
                    .directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            ProcessHandle process = builder.start().toHandle();
            remember(process);
            return process;
        } catch (IOException e) {
            throw new LocalFailure("无法启动 " + name + " / cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** Asks it to end, and ends it when it has not after the grace. */
    public void stop(Duration grace) {
        find().ifPresent(process -> {
            process.destroy();
            if (!hasEnded(process, grace)) {
                process.destroyForcibly();
                hasEnded(process, Duration.ofSeconds(10));
            }
        });
        forget();
    }

    public void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why it ended, as far as its log tells: the last errors, or the last lines where there is none. */
    public String lastWords() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            lines = lines.subList(Math.max(0, lines.size() - 40), lines.size());
            List<String> errors = lines.stream()
                    .filter(line -> line.contains("\"level\":\"ERROR\"") || line.contains("FATAL"))
                    .toList();
            List<String> telling = errors.isEmpty() ? lines : errors;
            String said = telling.subList(Math.max(0, telling.size() - 2), telling.size()).stream()
                    .map(line -> LogLine.readable(line)
                            .lines()
                            .filter(part -> !DECORATION.matcher(part).matches())
                            .limit(4)
                            .collect(Collectors.joining(" ")))
                    .collect(Collectors.joining(" ⏎ "));
            return said.length() > 400 ? said.substring(0, 400) + "…" : said;
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether it ends within the time given; a zombie has ended. */
    public static boolean hasEnded(ProcessHandle process, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        while (isAlive(process)) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !isAlive(process);
            }
        }
        return true;
    }

    /** In containers nobody may reap what was killed; Java takes such a zombie for alive. */
    public static boolean isAlive(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            // No /proc: not Linux, or just gone.
            return process.isAlive();
        }
    }

    private void remember(ProcessHandle process) throws IOException {
        long began = process.info().startInstant().orElseGet(Instant::now).toEpochMilli();
        Path fresh = pidFile.resolveSibling(pidFile.getFileName() + ".new");
        Files.writeString(fresh, process.pid() + " " + began + "\n");
        Files.move(fresh, pidFile, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean beganAt(ProcessHandle process, Instant began) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(actual, began).abs().compareTo(START_TIME_TOLERANCE) <= 0)
                .orElse(true);
    }

    // setsid becomes the command itself, so that the pid stays the command's.
    private static List<String> detach() {
        return Commands.isInstalled("setsid") ? List.of("setsid") : List.of("nohup");
    }
}
