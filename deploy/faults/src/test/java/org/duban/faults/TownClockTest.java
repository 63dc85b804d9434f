package org.duban.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownClockTest {

    @TempDir
    private Path folder;

    @Test
    void businessBeginsOnADayInSpring() {
        assertThat(clock().now().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void goesForwardFromWhereTheGatewayHasPutIt() throws IOException {
        TownClock clock = clock();
        long before = ByteBuffer.wrap(Files.readAllBytes(clock.file())).getLong();
        Files.write(
                clock.file(),
                ByteBuffer.allocate(Long.BYTES).putLong(before + 3_600_000).array());

        long ahead = clock.advance(Duration.ofDays(40));

        assertThat(ahead).isEqualTo(before + 3_600_000 + Duration.ofDays(40).toMillis());
        assertThat(clock.now()).isAfter(LocalDateTime.of(2026, 4, 11, 9, 59));
    }

    @Test
    void isMovedInPlaceSoThatNobodyFindsItEmptyOrLocksAnother() throws IOException {
        TownClock clock = clock();
        Object file = key(clock);

        clock.advance(Duration.ofDays(1));

        assertThat(key(clock)).isEqualTo(file);
        assertThat(clock.file()).hasSize(Long.BYTES);
    }

    private TownClock clock() {
        return new TownClock(folder.resolve("clock"));
    }

    private static Object key(TownClock clock) throws IOException {
        return Files.readAttributes(clock.file(), BasicFileAttributes.class).fileKey();
    }
}
