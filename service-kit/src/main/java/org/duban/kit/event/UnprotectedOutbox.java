package org.duban.kit.event;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.duban.kit.id.Ids;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What there would be without an outbox: sent after the commit, and lost where that fails. For fault runs only. */
final class UnprotectedOutbox implements Outbox {

    private final Clock clock;
    private final String source;
    private final Producer<String, byte[]> producer;

    UnprotectedOutbox(Clock clock, String source, Supplier<Producer<String, byte[]>> producers) {
        this.clock = clock;
        this.source = source;
        this.producer = producers.get();
    }

    @Override
    public void append(Outgoing event) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Row row = new Row(
                0,
                0,
                event.topic(),
                event.key(),
                event.type(),
                Ids.next().toString(),
                now,
                EventJson.write(event.payload()),
                null,
                now,
                0);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().start(() -> producer.send(row.record(source)));
            }
        });
    }
}
