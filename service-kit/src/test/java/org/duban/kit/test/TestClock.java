package org.duban.kit.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A business clock in China's zone that stands where it was set, and runs as long as it was not. */
public final class TestClock extends Clock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final AtomicReference<@Nullable Instant> set = new AtomicReference<>();

    public static TestClock at(String dateTime) {
        TestClock clock = new TestClock();
        clock.set(dateTime);
        return clock;
    }

    /** @param dateTime China's time, as {@code 2023-03-13T09:00} */
    public void set(String dateTime) {
        set(LocalDateTime.parse(dateTime).atZone(ZONE).toInstant());
    }

    public void set(Instant instant) {
        set.set(instant);
    }

    /** Nine in the morning of that day. */
    public void set(LocalDate day) {
        set(day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant());
    }

    public void advance(Duration duration) {
        set(instant().plus(duration));
    }

    /** Lets it run with real time again. */
    public void reset() {
        set.set(null);
    }

    @Override
    public Instant instant() {
        Instant instant = set.get();
        return instant == null ? Instant.now() : instant;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
