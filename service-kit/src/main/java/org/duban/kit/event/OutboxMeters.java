package org.duban.kit.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** {@code duban.outbox.*}: what waits, how long, what is parked, how fast it leaves. */
final class OutboxMeters {

    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();
    private final Timer delay;

    OutboxMeters(MeterRegistry meters, Leases leases) {
        Gauge.builder("duban.outbox.waiting", waiting, AtomicLong::doubleValue)
                .description("events written and not yet sent")
                .register(meters);
        Gauge.builder("duban.outbox.oldest.age", this, OutboxMeters::age)
                .baseUnit("seconds")
                .description("age of the oldest event not yet sent")
                .register(meters);
        Gauge.builder("duban.outbox.parked.keys", parked, AtomicLong::doubleValue)
                .description("keys stopped by an event that cannot be sent")
                .register(meters);
        Gauge.builder("duban.outbox.leases", leases, Leases::count)
                .description("partitions that this instance relays")
                .register(meters);
        this.delay = Timer.builder("duban.outbox.delay")
                .description("from writing an event to the broker's acknowledgement")
                .publishPercentileHistogram()
                .register(meters);
    }

    private double age() {
        Instant since = oldest.get();
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }

    void looked(long waiting, @Nullable OffsetDateTime oldest, long parked) {
        this.waiting.set(waiting);
        this.parked.set(parked);
        this.oldest.set(oldest == null ? null : oldest.toInstant());
    }

    void sent(List<Row> rows) {
        Instant now = Instant.now();
        for (Row row : rows) {
            delay.record(Duration.between(row.writtenAt().toInstant(), now));
        }
    }
}
