package org.duban.task.plan.document;

import java.time.Duration;
import java.util.function.Supplier;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/** How long the reading of a file may take, whatever it holds: an honest one of five hundred pages takes a tenth of it. */
final class Budget {
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final ScopedValue<Long> END = ScopedValue.newInstance();

    private Budget() {}

    static <T> T within(Duration longest, Supplier<T> work) {
        return ScopedValue.where(END, System.nanoTime() + longest.toNanos()).call(work::get);
    }

    /** @throws UnreadableDocument where the time is over */
    static void check() {
        if (END.isBound() && System.nanoTime() - END.get() > 0) {
            throw new UnreadableDocument(Reason.TOO_SLOW);
        }
    }
}
