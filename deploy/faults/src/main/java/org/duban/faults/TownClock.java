package org.duban.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The business clock of all services of a town, which only ever goes forward; the gateway moves it as well. */
final class TownClock {

    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 9, 0);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final VarHandle AHEAD = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Path file;

    TownClock(Path file) {
        this.file = file;
        advance(Duration.between(Instant.now(), BEGIN.atZone(ZONE).toInstant()));
    }

    Path file() {
        return file;
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(Instant.now().plusMillis(advance(Duration.ZERO)), ZONE);
    }

    /** @return how far it is ahead now, in milliseconds */
    synchronized long advance(Duration by) {
        try (var channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            // In place and in one write: who reads an empty file takes real time for business time.
            ByteBuffer word = channel.map(MapMode.READ_WRITE, 0, Long.BYTES);
            long ahead = (long) AHEAD.getVolatile(word, 0) + by.toMillis();
            AHEAD.setVolatile(word, 0, ahead);
            return ahead;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
