package org.duban.gateway.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClockTest {

    private static final Instant REAL = Instant.parse("2026-11-22T01:00:00Z");

    @TempDir
    private Path folder;

    private Path file;
    private LocalClock clock;

    @BeforeEach
    void startAtRealTime() throws IOException {
        file = folder.resolve("clock");
        Files.write(file, ByteBuffer.allocate(Long.BYTES).array());
        clock = new LocalClock(file, Clock.fixed(REAL, ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void movesToAMomentOfTheBusinessZone() throws IOException {
        assertThat(clock.read().now().toLocalDateTime()).isEqualTo("2026-11-22T09:00");
        clock.moveTo(LocalDateTime.parse("2026-12-01T08:30"));
        assertThat(clock.read().now().toLocalDateTime()).isEqualTo("2026-12-01T08:30");
        assertThat(ByteBuffer.wrap(Files.readAllBytes(file)).getLong())
                .isEqualTo(Duration.ofDays(9).minusMinutes(30).toMillis());
    }

    @Test
    void advancesByDaysHoursAndMonths() {
        clock.advance("P1D");
        clock.advance("PT2H");
        assertThat(clock.advance("P1M").now().toLocalDateTime()).isEqualTo("2026-12-23T11:00");
    }

    @Test
    void neverGoesBack() {
        clock.advance("P7D");
        assertThatThrownBy(() -> clock.moveTo(LocalDateTime.parse("2026-11-25T09:00")))
                .isInstanceOf(ClockRefused.class);
        assertThatThrownBy(() -> clock.advance("-P1D")).isInstanceOf(ClockRefused.class);
        assertThatThrownBy(() -> clock.advance("P0D")).isInstanceOf(ClockRefused.class);
        assertThatThrownBy(() -> clock.advance("tomorrow")).isInstanceOf(ClockRefused.class);
        assertThat(clock.read().now().toLocalDateTime()).isEqualTo("2026-11-29T09:00");
    }

    @Test
    void neverGoesBeyondWhatCanBeCounted() {
        for (String amount : List.of("P999999999D", "PT999999999999999H", "P80Y", "P999999999Y")) {
            assertThatThrownBy(() -> clock.advance(amount)).as(amount).isInstanceOf(ClockRefused.class);
        }
        assertThatThrownBy(() -> clock.moveTo(LocalDateTime.MAX)).isInstanceOf(ClockRefused.class);
        assertThat(clock.read().now().toLocalDateTime()).isEqualTo("2026-11-22T09:00");
    }
}
