package org.duban.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.duban.local.process.LocalFailure;

/**
 * The clock that all services share: a file of eight bytes, big-endian, how many milliseconds the business is ahead of the
 * machine. The gateway writes it too, in place and while others read it; so it is never replaced.
 */
record BusinessClock(Path file) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    long offset() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
            return channel.read(bytes, 0) == Long.BYTES ? bytes.flip().getLong() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(Instant.now().plusMillis(offset()), ZONE);
    }

    /** Milliseconds that make it this moment now. */
    static long offsetOf(LocalDateTime moment) {
        return Duration.between(Instant.now(), moment.atZone(ZONE).toInstant()).toMillis();
    }

    /** @throws LocalFailure when that would move it back: deadlines that have passed have had their effects */
    void moveTo(LocalDateTime moment) {
        LocalDateTime now = now();
        if (exists() && moment.isBefore(now.minusMinutes(1))) {
            throw new LocalFailure("业务时钟已走到 " + now.truncatedTo(ChronoUnit.MINUTES) + "，不能退回 " + moment
                    + "；请先 duban reset / the business clock cannot go back: reset first");
        }
        write(offsetOf(moment));
    }

    void write(long offset) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Long.BYTES).putLong(offset).flip(), 0);
        } catch (IOException e) {
            throw new LocalFailure("无法写入业务时钟 " + file + " / cannot write the clock: " + e.getMessage(), e);
        }
    }
}
