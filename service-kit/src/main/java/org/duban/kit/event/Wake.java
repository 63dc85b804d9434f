package org.duban.kit.event;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells the relay that rows may be waiting, or that sends have come back. */
final class Wake {

    private final Semaphore signal = new Semaphore(0);
    private final AtomicBoolean rows = new AtomicBoolean(true);

    void rowsWritten() {
        rows.set(true);
        signal.release();
    }

    void sendSettled() {
        signal.release();
    }

    boolean takeRows() {
        return rows.getAndSet(false);
    }

    void keepRows() {
        rows.set(true);
    }

    void await(Duration most) throws InterruptedException {
        if (signal.tryAcquire(Math.max(0, most.toNanos()), TimeUnit.NANOSECONDS)) {
            signal.drainPermits();
        }
    }
}
