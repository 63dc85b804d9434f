package org.duban.kit.time;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Lets something through at most once per span of real time: for a {@link Tick} whose work costs more than a second is worth. */
public final class Pace {

    private final long nanos;
    private final LongSupplier nanoTime;
    private final AtomicLong next;

    public Pace(Duration every) {
        this(every, System::nanoTime);
    }

    Pace(Duration every, LongSupplier nanoTime) {
        this.nanos = every.toNanos();
        this.nanoTime = nanoTime;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    /** @return true the first time, and then once per span */
    public boolean isDue() {
        long now = nanoTime.getAsLong();
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + nanos);
    }

    /** Not before so long from now, where it would be due earlier. */
    public void rest(Duration atLeast) {
        long until = nanoTime.getAsLong() + atLeast.toNanos();
        next.updateAndGet(due -> until - due > 0 ? until : due);
    }
}
