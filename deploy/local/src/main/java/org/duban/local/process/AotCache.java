package org.duban.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What the JDK keeps of one run of a program so that the next begins with its classes loaded and linked (JEP 483, 514, 515).
 *
 * <p>The file's name holds what it was made for (the program's build, the JVM and its flags) and a checksum of its content: the
 * JVM passes over a cache that does not fit, but looks at its beginning only.
 */
public final class AotCache {

    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final String program;
    private final String key;
    private Optional<Path> whole = Optional.empty();

    private AotCache(Path folder, String program, String key) {
        this.folder = folder.toAbsolutePath();
        this.program = program;
        this.key = key;
    }

    /**
     * @param version changes when the program was built again
     * @param command how it is started; under other flags of the JVM the cache would not be used
     */
    public static AotCache of(Path folder, String program, String version, List<String> command) {
        CRC32 key = new CRC32();
        List<String> dependsOn = new ArrayList<>(
                List.of(System.getProperty("java.vm.version"), System.getProperty("java.vm.vendor"), version));
        command.stream()
                .filter(word -> word.startsWith("-X") || word.startsWith("--"))
                .forEach(dependsOn::add);
        key.update(String.join(" ", dependsOn).getBytes(StandardCharsets.UTF_8));
        return new AotCache(folder, program, hex(key));
    }

    /** The file, when there is one and it is as it was made; one that is not is removed. */
    public synchronized Optional<Path> file() {
        if (whole.isEmpty()) {
            for (Path file : files(program + "-" + key + "-[0-9a-f]{8}\\.aot")) {
                if (file.getFileName().toString().endsWith("-" + checksum(file) + ".aot")) {
                    whole = Optional.of(file);
                } else {
                    remove(file);
                }
            }
        }
        return whole;
    }

    /** @return the command with the cache in use; as it was when there is none */
    public List<String> using(List<String> command) {
        return file().map(file -> with("-XX:AOTCache=" + file, command)).orElse(command);
    }

    /** @return the command with a cache being made; it is written when the program has been asked to end, and then {@link #keep() kept} */
    public List<String> recording(List<String> command) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with("-XX:AOTCacheOutput=" + fresh(), command);
    }

    /**
     * Puts what was recorded where it will be found, in place of the program's former ones.
     *
     * @return false when nothing was recorded
     */
    public synchronized boolean keep() {
        Path fresh = fresh();
        if (!Files.isRegularFile(fresh)) {
            return false;
        }
        files(program + "-[0-9a-f]{8}-[0-9a-f]{8}\\.aot").forEach(AotCache::remove);
        files(program + "-.*\\.recording.*").stream()
                .filter(file -> !file.equals(fresh) && isAbandoned(file))
                .forEach(AotCache::remove);
        try {
            whole = Optional.of(Files.move(
                    fresh,
                    folder.resolve(program + "-" + key + "-" + checksum(fresh) + ".aot"),
                    StandardCopyOption.ATOMIC_MOVE));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether there was one */
    public synchronized boolean discard() {
        boolean was = whole.isPresent();
        whole.ifPresent(AotCache::remove);
        whole = Optional.empty();
        return was;
    }

    private Path fresh() {
        return folder.resolve(
                program + "-" + key + "-" + ProcessHandle.current().pid() + ".recording");
    }

    private List<Path> files(String name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbandoned(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minus(ABANDONED));
        } catch (IOException gone) {
            return false;
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(Path file) {
        CRC32 sum = new CRC32();
        byte[] part = new byte[1 << 16];
        try (InputStream content = Files.newInputStream(file)) {
            for (int read = content.read(part); read >= 0; read = content.read(part)) {
                sum.update(part, 0, read);
            }
        } catch (IOException e) {
            return "unreadable";
        }
        return hex(sum);
    }

    private static String hex(CRC32 sum) {
        return String.format("%08x", sum.getValue());
    }

    private static List<String> with(String flag, List<String> command) {
        List<String> whole = new ArrayList<>(command);
        whole.add(1, flag);
        return whole;
    }
}
