package org.duban.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.kit.test.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;

class TurnsTest {

    private final TestClock clock = TestClock.at("2026-11-25T23:59");
    private final List<LocalDate> days = new ArrayList<>();
    private boolean fails;

    @Test
    void dayIsTurnedAtStartAndOncePerChange() {
        Turns turns = turns();
        turns.once();
        turns.once();
        clock.advance(Duration.ofMinutes(1));
        turns.once();
        clock.advance(Duration.ofDays(40));
        turns.once();

        assertThat(days)
                .containsExactly(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 26), LocalDate.of(2027, 1, 5));
    }

    @Test
    void turnThatFailedIsMadeAgain() {
        Turns turns = turns();
        fails = true;
        turns.once();
        fails = false;
        turns.once();

        assertThat(days).containsExactly(LocalDate.of(2026, 11, 25));
    }

    @Test
    void daysGoOnTurningAfterAClockThatCouldNotBeReadAndAnError() {
        AtomicInteger looks = new AtomicInteger();
        Clock unreadable = new Clock() {
            @Override
            public Instant instant() {
                if (looks.incrementAndGet() == 1) {
                    throw new UncheckedIOException(new IOException("too many open files"));
                }
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        DayTurn broken = today -> {
            throw new NoClassDefFoundError("gone");
        };
        List<LocalDate> turned = new CopyOnWriteArrayList<>();
        Turns turns = new Turns(
                unreadable,
                TransactionOperations.withoutTransaction(),
                List.of(broken, turned::add),
                List.of(),
                Duration.ofMillis(5));
        turns.start();
        try {
            await().until(() -> turned.contains(LocalDate.of(2026, 11, 25)));
        } finally {
            turns.stop();
        }
    }

    @Test
    void sharedFileMovesTheClock(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("clock");
        Clock moved = new OffsetFileClock(file, Clock.fixed(Instant.EPOCH, TestClock.ZONE));
        assertThat(moved.instant()).isEqualTo(Instant.EPOCH);
        Files.write(file, ByteBuffer.allocate(8).putLong(-1500).array());
        assertThat(moved.millis()).isEqualTo(-1500);
        Files.write(file, ByteBuffer.allocate(8).putLong(86_400_000).array());
        assertThat(LocalDate.now(moved)).isEqualTo(LocalDate.of(1970, 1, 2));
    }

    private Turns turns() {
        DayTurn turn = today -> {
            if (fails) {
                throw new IllegalStateException("not today");
            }
            days.add(today);
        };
        return new Turns(
                clock, TransactionOperations.withoutTransaction(), List.of(turn), List.of(), Duration.ofSeconds(1));
    }
}
