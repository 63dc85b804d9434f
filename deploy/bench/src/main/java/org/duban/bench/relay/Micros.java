package org.duban.bench.relay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Microseconds since 1970, alike in all processes of a machine. */
final class Micros {

    private Micros() {}

    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
