package org.duban.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.duban.local.process.Commands;

/** The packaged services, unpacked once for all seeds. */
final class Apps {

    private final Path code;
    private final boolean learning;

    /** @param code where the services have been built */
    Apps(Path code) {
        this(code, false);
    }

    private Apps(Path code, boolean learning) {
        this.code = code;
        this.learning = learning;
    }

    /** What starts a service, up to its arguments. */
    List<String> command(String service, int megabytes) {
        Path jar = unpacked(service);
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xms96m",
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (learning) {
            command.add("-XX:AOTCacheOutput=" + learnt(jar));
        } else if (Files.exists(cache(jar))) {
            command.add("-XX:AOTCache=" + cache(jar));
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /**
     * Lets each service start and end once and keeps what the JDK has learnt of it: most of a run's time on the processor goes
     * into starting what was killed. Once for each build.
     */
    void learn(Consumer<String> told) throws IOException {
        if (Services.ALL.stream().allMatch(service -> Files.exists(cache(unpacked(service))))) {
            return;
        }
        told.accept("the services are started once beforehand, so that they start faster");
        Path data = Files.createTempDirectory("duban-faults-learning-");
        Town town = new Town(new Apps(code, true), data, null);
        try (town) {
            town.start();
            new City(town);
            town.services().stop(Duration.ofMinutes(4));
        }
        town.remove();
        for (String service : Services.ALL) {
            Path jar = unpacked(service);
            if (Files.exists(learnt(jar))) {
                Files.move(learnt(jar), cache(jar), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static Path cache(Path jar) {
        return jar.resolveSibling("app.aot");
    }

    private static Path learnt(Path jar) {
        return jar.resolveSibling("learnt.aot");
    }

    /** @return the jar to start */
    private Path unpacked(String service) {
        synchronized (Apps.class) {
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
    }

    private static String java() {
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
