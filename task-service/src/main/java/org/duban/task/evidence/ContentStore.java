package org.duban.task.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Files by what they hold: {@code files/ab/abcd…} is the file of that SHA-256, there once however often it was uploaded. What comes
 * in lies in {@code coming} until it is complete and on the disk; so no file is ever seen in part.
 */
@Component
@EnableConfigurationProperties(EvidenceSettings.class)
class ContentStore {
    private static final int AT_ONCE = 1 << 16;

    private final Path coming;
    private final Path files;

    ContentStore(EvidenceSettings settings) {
        this.coming = settings.folder().resolve("coming").toAbsolutePath();
        this.files = settings.folder().resolve("files").toAbsolutePath();
    }

    /** What has come in and is not kept yet. */
    record Coming(Path file, String sha256, long size) {}

    /**
     * Writes it down beside what is kept.
     *
     * @return empty where there is more of it than taken
     */
    Optional<Coming> take(InputStream content, long most) {
        try {
            Files.createDirectories(coming);
            var file = Files.createTempFile(coming, "", ".part");
            try {
                var taken = write(content, file, most);
                if (taken.isEmpty()) {
                    Files.delete(file);
                }
                return taken;
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<Coming> write(InputStream content, Path file, long most) throws IOException {
        var hash = sha256();
        var buffer = new byte[AT_ONCE];
        long size = 0;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    return Optional.empty();
                }
                hash.update(buffer, 0, read);
                for (var bytes = ByteBuffer.wrap(buffer, 0, read); bytes.hasRemaining(); ) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
        return Optional.of(new Coming(file, HexFormat.of().formatHex(hash.digest()), size));
    }

    /** From now on it is found; it was there already where the same was uploaded before. */
    void keep(Coming taken) {
        var place = place(taken.sha256());
        try {
            if (Files.exists(place)) {
                return;
            }
            try {
                Files.createDirectories(place.getParent());
            } catch (FileAlreadyExistsException made) {
                // by another upload, a moment ago
            }
            Files.move(taken.file(), place, StandardCopyOption.ATOMIC_MOVE);
            try (var folder = FileChannel.open(place.getParent())) {
                folder.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void drop(Coming taken) {
        delete(taken.file());
    }

    Optional<Path> find(String sha256) {
        return Optional.of(place(sha256)).filter(Files::isRegularFile);
    }

    void forget(String sha256) {
        delete(place(sha256));
    }

    /** The first letters of what is kept: it is looked through a part at a time. */
    Stream<String> parts() {
        return IntStream.range(0, 256).mapToObj(part -> HexFormat.of().toHexDigits((byte) part));
    }

    List<String> kept(String part) {
        try (var inside = Files.list(files.resolve(part))) {
            return inside.map(file -> file.getFileName().toString()).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes what a process that ended left half written. */
    void clearComing(Duration age) {
        if (!Files.isDirectory(coming)) {
            return;
        }
        try {
            // by the disk's own clock, which need not be that of the business
            var now = Files.createTempFile(coming, "", ".now");
            long before = Files.getLastModifiedTime(now).toMillis() - age.toMillis();
            Files.delete(now);
            try (var inside = Files.list(coming)) {
                for (var file : inside.toList()) {
                    if (Files.exists(file) && Files.getLastModifiedTime(file).toMillis() < before) {
                        delete(file);
                    }
                }
            }
        } catch (NoSuchFileException another) {
            // instance has cleared it at the same time
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path place(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no SHA-256");
        }
        return files.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
