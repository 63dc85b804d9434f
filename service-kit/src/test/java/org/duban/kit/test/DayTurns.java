package org.duban.kit.test;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.duban.kit.time.DayTurn;
import org.duban.kit.time.Tick;
import org.springframework.transaction.support.TransactionOperations;

/** Turns the day and ticks when a test says so; unlike the real thing, it lets failures through. */
public final class DayTurns {

    private final Clock clock;
    private final TransactionOperations transactions;
    private final List<DayTurn> dayTurns;
    private final List<Tick> ticks;

    DayTurns(Clock clock, TransactionOperations transactions, List<DayTurn> dayTurns, List<Tick> ticks) {
        this.clock = clock;
        this.transactions = transactions;
        this.dayTurns = dayTurns;
        this.ticks = ticks;
    }

    /** Calls every {@link DayTurn} for the clock's day, each in its transaction. */
    public void now() {
        LocalDate today = LocalDate.now(clock);
        dayTurns.forEach(turn -> transactions.executeWithoutResult(status -> turn.turned(today)));
    }

    public void tick() {
        ticks.forEach(tick -> tick.tick(clock.instant()));
    }
}
