package org.duban.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.duban.local.process.Daemon;

/** Where the data, logs and pid files of one town lie. */
record TownFolder(Path root) {

    Path of(String name) {
        return root.resolve(name);
    }

    /** A process that leaves its pid and its log here. */
    Daemon daemon(String name) {
        return new Daemon(
                name,
                root.resolve("run").resolve(name + ".pid"),
                root.resolve("logs").resolve(name + ".log"));
    }

    /** Where an instance finds its failpoints armed. */
    Path rehearsal(String name) {
        try {
            return Files.createDirectories(root.resolve("rehearsal").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
