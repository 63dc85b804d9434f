package org.duban.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.duban.local.NotHere;
import org.junit.jupiter.api.Test;

/** Three short seeds on the packaged services; many and longer ones are run with {@code deploy/faults/run}. */
class SeedTest {

    private static final Order SHORT = new Order(3, Duration.ofSeconds(20), 1, 3, null);

    @Test
    void nothingIsLostAndNothingIsDoneTwice() {
        if (!System.getProperty("os.name").equals("Linux")) {
            NotHere.skip("the faults need Linux (signals, /proc)");
        }
        Apps apps = new Apps(Path.of(Objects.requireNonNull(System.getProperty("project.root"))));
        Map<String, List<String>> wrong = new ConcurrentHashMap<>();

        InParallel.run(LongStream.range(SHORT.first(), SHORT.first() + SHORT.seeds())
                .<Runnable>mapToObj(seed -> () -> {
                    SeededRun run = new SeededRun(apps, SHORT, seed, line -> {});
                    List<String> found = run.run();
                    System.out.println("seed " + seed + run.summary());
                    if (!found.isEmpty()) {
                        wrong.put("again with: " + SHORT.again(seed) + "; kept in " + run.kept(), found);
                    }
                })
                .toList());

        assertThat(wrong).isEmpty();
    }
}
