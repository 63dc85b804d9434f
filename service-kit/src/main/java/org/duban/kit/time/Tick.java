package org.duban.kit.time;

import java.time.Instant;

/** Called about once a second of real time, outside any transaction, by every instance. */
@FunctionalInterface
public interface Tick {

    /** @param now the business instant */
    void tick(Instant now);
}
