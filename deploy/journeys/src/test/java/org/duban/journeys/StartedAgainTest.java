package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the first start of a build recorded makes the later ones quick, and none of it is needed for a start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartedAgainTest {

    private static final List<String> SERVICES =
            List.of("task-service", "meeting-service", "notification-service", "gateway");

    private Launched running;

    @BeforeAll
    void startOnceAndStop() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "what a process has mapped is read from /proc");
        running = Launched.start("--empty");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void everyServiceRunsOnTheCacheOfItsBuild() {
        assertThat(SERVICES).allSatisfy(service -> assertThat(cacheOf(service)).exists());
    }

    @Test
    void aDamagedCacheIsReplacedAndAMissingOneRecorded() throws IOException {
        Path damaged = cacheOf("gateway");
        Path missing = cacheOf("meeting-service");
        running.run(List.of("stop"));
        try (var file = new RandomAccessFile(damaged.toFile(), "rw")) {
            file.seek(file.length() / 3);
            file.write(new byte[4096]);
        }
        Files.delete(missing);

        running.launch();

        assertThat(SERVICES).allSatisfy(service -> assertThat(cacheOf(service)).exists());
        running.visitor().get("/").is(200);
    }

    /** The cache that the running service has mapped. */
    private Path cacheOf(String service) {
        try {
            String pid = Files.readString(running.data().resolve("run").resolve(service + ".pid"))
                    .trim()
                    .split(" ")[0];
            return Files.readAllLines(Path.of("/proc", pid, "maps")).stream()
                    .filter(line -> line.endsWith(".aot"))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(service + " runs without a cache"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
