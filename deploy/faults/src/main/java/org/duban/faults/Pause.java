package org.duban.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.duban.local.process.LocalFailure;

/** Waiting, in the harness's own time. */
final class Pause {

    private static final Duration LONGEST_FAULT = Duration.ofSeconds(90);

    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    /** @return whether it came true in time */
    static boolean until(BooleanSupplier condition, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            of(Duration.ofMillis(200));
        }
        return true;
    }

    /** What a fault prevents, and another one after it, succeeds when they have passed. */
    static void untilDone(String what, Runnable start) {
        LocalFailure[] last = new LocalFailure[1];
        boolean done = until(
                () -> {
                    try {
                        start.run();
                        return true;
                    } catch (LocalFailure struck) {
                        last[0] = struck;
                        return false;
                    }
                },
                LONGEST_FAULT);
        if (!done) {
            throw new IllegalStateException(what + " does not start", last[0]);
        }
    }
}
