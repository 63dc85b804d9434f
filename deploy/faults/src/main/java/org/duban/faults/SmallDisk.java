package org.duban.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.duban.local.process.Commands;

/** A disk in memory that can be filled to its last byte; an ordinary folder where this user may not mount one. */
final class SmallDisk {

    private static final String SIZE = "512m";

    private final Path folder;
    private final boolean mounted;

    SmallDisk(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mounted = Commands.run(List.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString()))
                .succeeded();
    }

    /** Where it is no disk of its own, it is left alone. */
    void fill() {
        if (!mounted) {
            return;
        }
        byte[] block = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // as wished
        }
    }

    void free() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    void close() {
        if (mounted) {
            Commands.run(List.of("umount", "-l", folder.toString()));
        }
    }
}
