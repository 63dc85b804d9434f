package org.duban.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RateLimitsTest {

    private final RateLimits limits = new RateLimits(new LimitSettings(1, 3, 1, 2, DataSize.ofMegabytes(25)));

    @Test
    void burstOfOneCallerEndsAndDoesNotTouchAnother() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.take("a")).isEmpty();
        }
        assertThat(limits.take("a"))
                .hasValueSatisfying(pause -> assertThat(pause).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1)));
        assertThat(limits.take("b")).isEmpty();
    }

    @Test
    void askingForTokensIsCountedByItself() {
        assertThat(limits.takeToken("10.0.0.1")).isEmpty();
        assertThat(limits.takeToken("10.0.0.1")).isEmpty();
        assertThat(limits.takeToken("10.0.0.1")).isPresent();
        assertThat(limits.take("10.0.0.1")).isEmpty();
    }

    @Test
    void pauseIsToldInWholeSecondsAndNeverAsNone() {
        assertThat(Pause.text(Duration.ofMillis(1))).isEqualTo("1");
        assertThat(Pause.text(Duration.ofMillis(1001))).isEqualTo("2");
    }
}
