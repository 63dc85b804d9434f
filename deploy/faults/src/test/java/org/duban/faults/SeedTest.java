package org.duban.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One short seed on the packaged services; many and longer ones are run with {@code deploy/faults/run}. */
class SeedTest {

    @Test
    void nothingIsLostAndNothingIsDoneTwice() throws IOException {
        Path code = Path.of(Objects.requireNonNull(System.getProperty("project.root")));
        Order order = new Order(1, Duration.ofSeconds(15), 1, null);

        assertThat(new SeededRun(code, order, order.first(), System.out::println).run())
                .isEmpty();
    }
}
