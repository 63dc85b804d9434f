package org.duban.gateway.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The training clock: one file of eight bytes that the clocks of all services read, the milliseconds to add to real time. It
 * exists in the local run only, and goes forward only: what was done at a later time cannot be undone.
 */
@Component
@ConditionalOnProperty("duban.clock.file")
public class LocalClock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    // What is counted in milliseconds, and stored in the databases, goes no further than anybody needs.
    private static final Year LAST = Year.of(2099);
    private static final VarHandle OFFSET = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** @param offset milliseconds that were added to real time */
    public record Reading(ZonedDateTime now, long offset) {}

    private final Path file;
    private final Clock real;

    @Autowired
    LocalClock(@Value("${duban.clock.file}") Path file) {
        this(file, Clock.system(ZONE));
    }

    LocalClock(Path file, Clock real) {
        this.file = file;
        this.real = real;
    }

    public Reading read() {
        return inFile(buffer -> reading((long) OFFSET.getVolatile(buffer, 0)));
    }

    /** @throws ClockRefused for a moment that has passed, or after 2099 */
    public Reading moveTo(LocalDateTime moment) {
        ZonedDateTime to = moment.atZone(ZONE);
        return inFile(buffer -> moved(buffer, reading((long) OFFSET.getVolatile(buffer, 0)), to));
    }

    /**
     * @param amount ISO 8601, as {@code P1D} or {@code PT2H}
     * @throws ClockRefused for what is no amount, does not go forward, or goes beyond 2099
     */
    public Reading advance(String amount) {
        TemporalAmount by = amount(amount);
        return inFile(buffer -> {
            Reading before = reading((long) OFFSET.getVolatile(buffer, 0));
            return moved(buffer, before, later(before.now(), by));
        });
    }

    private static ZonedDateTime later(ZonedDateTime now, TemporalAmount by) {
        try {
            return now.plus(by);
        } catch (DateTimeException | ArithmeticException beyondAnyCalendar) {
            throw ClockRefused.tooFar();
        }
    }

    private Reading moved(ByteBuffer buffer, Reading before, ZonedDateTime to) {
        if (!to.isAfter(before.now())) {
            throw ClockRefused.backwards();
        }
        if (to.getYear() > LAST.getValue()) {
            throw ClockRefused.tooFar();
        }
        long offset = Math.addExact(
                before.offset(), Duration.between(before.now(), to).toMillis());
        // One aligned write: a reader sees the old moment or the new one, nothing between.
        OFFSET.setVolatile(buffer, 0, offset);
        return reading(offset);
    }

    private Reading reading(long offset) {
        Instant now = real.instant().plusMillis(offset);
        return new Reading(now.atZone(ZONE), offset);
    }

    private static TemporalAmount amount(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException notByTheClock) {
            try {
                return Period.parse(text);
            } catch (DateTimeParseException notByTheCalendar) {
                throw ClockRefused.unreadable();
            }
        }
    }

    private interface Work {
        Reading on(ByteBuffer buffer);
    }

    private synchronized Reading inFile(Work work) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            return work.on(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
