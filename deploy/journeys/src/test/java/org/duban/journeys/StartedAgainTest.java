package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.duban.local.NotHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the first start of a build recorded makes the later ones quick. */
@ExtendWith(EmptyCity.Shared.class)
class StartedAgainTest {

    private static final List<String> SERVICES =
            List.of("task-service", "meeting-service", "notification-service", "gateway");

    @Test
    void everyServiceRunsOnTheCacheOfItsBuild(EmptyCity city) {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            NotHere.skip("what a process has mapped is read from /proc");
        }
        assertThat(SERVICES)
                .allSatisfy(
                        service -> assertThat(cacheOf(service, city.running())).exists());
    }

    /** The cache that the running service has mapped. */
    private static Path cacheOf(String service, Launched running) {
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
