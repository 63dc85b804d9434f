package org.duban.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/** Watches the business clock and calls what waits for its seconds and days. */
final class Turns implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private final Clock clock;
    private final TransactionOperations transactions;
    private final List<DayTurn> dayTurns;
    private final List<Tick> ticks;
    private final Duration pace;
    private final Map<DayTurn, LocalDate> turned = new IdentityHashMap<>();

    private volatile boolean going;
    private volatile boolean stopping;
    private volatile Thread thread = Thread.currentThread();

    Turns(Clock clock, TransactionOperations transactions, List<DayTurn> dayTurns, List<Tick> ticks, Duration pace) {
        this.clock = clock;
        this.transactions = transactions;
        this.dayTurns = dayTurns;
        this.ticks = ticks;
        this.pace = pace;
    }

    @Override
    public synchronized void start() {
        if (!going) {
            going = true;
            stopping = false;
            thread = Thread.ofPlatform().daemon().name("duban-turns").start(this::watch);
        }
    }

    private void watch() {
        while (going) {
            try {
                once();
            } catch (RuntimeException | Error failure) {
                // As a clock that cannot be read: whatever it is, the days must go on turning.
                log.error("the clock was not looked at", failure);
            }
            LockSupport.parkNanos(pace.toNanos());
        }
    }

    /** One look at the clock. */
    void once() {
        LocalDate today = LocalDate.now(clock);
        for (DayTurn dayTurn : dayTurns) {
            if (!stopping && !today.equals(turned.get(dayTurn))) {
                turn(dayTurn, today);
            }
        }
        for (Tick tick : ticks) {
            if (!stopping) {
                tick(tick);
            }
        }
    }

    private void turn(DayTurn dayTurn, LocalDate today) {
        try {
            transactions.executeWithoutResult(status -> dayTurn.turned(today));
            turned.put(dayTurn, today);
        } catch (RuntimeException | Error failure) {
            log.warn("the turn to {} failed and will be made again", today, failure);
        }
    }

    private void tick(Tick tick) {
        try {
            tick.tick(clock.instant());
        } catch (RuntimeException | Error failure) {
            log.warn("a tick failed", failure);
        }
    }

    @Override
    public synchronized void stop() {
        going = false;
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return going;
    }
}
