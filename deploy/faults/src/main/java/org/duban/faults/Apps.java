package org.duban.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.duban.local.process.Commands;

/** The packaged services, unpacked once for all seeds. */
final class Apps {

    private Apps() {}

    /** @return the jar to start */
    static Path unpacked(Path code, String service) {
        Path jar = jar(code.resolve(service).resolve("target"));
        try {
            String version =
                    Files.size(jar) + "-" + Files.getLastModifiedTime(jar).toMillis();
            Path home = code.resolve("deploy/faults/target/app").resolve(service + "-" + version);
            Path unpacked = home.resolve(jar.getFileName());
            if (!Files.exists(unpacked)) {
                Files.createDirectories(home);
                Commands.Outcome outcome = Commands.run(List.of(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        home.toString()));
                if (!outcome.succeeded()) {
                    throw new IllegalStateException("cannot unpack " + jar + ": " + outcome.said());
                }
            }
            return unpacked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path jar(Path target) {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nothing is packaged in " + target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
