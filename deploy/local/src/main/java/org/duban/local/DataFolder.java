package org.duban.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.duban.local.process.Daemon;
import org.duban.local.process.LocalFailure;
import org.jspecify.annotations.Nullable;

/** Everything that one copy of Duban keeps on this machine. */
record DataFolder(Path root) {

    private static final long LEAST_SPACE = 1L << 30;
    private static final List<String> OURS = List.of(
            "settings.properties",
            "accounts.json",
            "clock",
            "lock",
            "postgres",
            "kafka",
            "mail",
            "evidence",
            "logs",
            "run",
            "app");

    Path settings() {
        return root.resolve("settings.properties");
    }

    Path accounts() {
        return root.resolve("accounts.json");
    }

    Path clock() {
        return root.resolve("clock");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path mail() {
        return root.resolve("mail");
    }

    Path evidence() {
        return root.resolve("evidence");
    }

    Path app() {
        return root.resolve("app");
    }

    Path run() {
        return root.resolve("run");
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    Daemon daemon(String name) {
        return new Daemon(name, run().resolve(name + ".pid"), log(name));
    }

    boolean exists() {
        return Files.exists(settings());
    }

    /** Makes it, and says in one line why it cannot be used. */
    void prepare() {
        try {
            Files.createDirectories(root);
            if (!Files.isWritable(root)) {
                throw new LocalFailure("数据目录 " + root + " 不可写（属于 "
                        + Files.getOwner(root).getName() + "）/ cannot write to the data folder");
            }
            // Whoever PostgreSQL runs as passes through, and sees nothing else.
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
            for (Path folder : List.of(run(), app(), mail(), evidence(), root.resolve("logs"))) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new LocalFailure("无法创建数据目录 " + root + " / cannot make the data folder: " + e.getMessage(), e);
        }
        long space = usableSpace();
        if (space < LEAST_SPACE) {
            throw new LocalFailure("磁盘空间不足：" + root + " 只剩 " + (space >> 20) + " MB，至少需要 1024 MB / no disk space");
        }
    }

    long usableSpace() {
        try {
            Path existing = root;
            while (!Files.exists(existing)) {
                Path parent = existing.getParent();
                existing = parent == null ? Path.of("/") : parent;
            }
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a second command off this folder while the returned lock is open. */
    FileLock lock() {
        try {
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // told below
        } catch (IOException e) {
            throw new LocalFailure("无法使用数据目录 " + root + " / cannot use the data folder: " + e.getMessage(), e);
        }
        throw new LocalFailure("另一个 duban 命令正在操作 " + root + "，请稍候 / another duban command is at work there");
    }

    /** Removes what is ours and leaves what somebody else may have put there. */
    void remove() {
        try {
            for (String name : OURS) {
                delete(root.resolve(name));
            }
            try (Stream<Path> left = Files.list(root)) {
                if (left.findAny().isEmpty()) {
                    Files.delete(root);
                }
            }
        } catch (IOException e) {
            throw new LocalFailure("无法删除 " + root + " / cannot remove: " + e.getMessage(), e);
        }
    }

    /** Writes a file that only its owner may read, whole or not at all. */
    static void writePrivately(Path file, String content) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, content);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalFailure("无法写入 " + file + " / cannot write: " + e.getMessage(), e);
        }
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(path)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
