package org.duban.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void letsThroughAtOnceAndThenOncePerSpan() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
        Pace pace = new Pace(Duration.ofNanos(10), now::get);
        assertThat(pace.isDue()).isTrue();
        assertThat(pace.isDue()).isFalse();
        now.addAndGet(9);
        assertThat(pace.isDue()).isFalse();
        // nanoTime may overflow.
        now.addAndGet(1);
        assertThat(pace.isDue()).isTrue();
        assertThat(pace.isDue()).isFalse();
    }

    @Test
    void restsAtLeastSoLong() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
        Pace pace = new Pace(Duration.ofNanos(10), now::get);
        assertThat(pace.isDue()).isTrue();
        pace.rest(Duration.ofNanos(5));
        now.addAndGet(9);
        assertThat(pace.isDue()).isFalse();
        pace.rest(Duration.ofNanos(20));
        now.addAndGet(19);
        assertThat(pace.isDue()).isFalse();
        now.addAndGet(1);
        assertThat(pace.isDue()).isTrue();
    }
}
