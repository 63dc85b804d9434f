package org.duban.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.UnreadableEvent;
import org.duban.kit.rehearsal.Rehearsal;
import org.duban.kit.rehearsal.Rehearsal.Point;
import org.duban.kit.rehearsal.Rehearsal.Safeguard;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.transaction.support.TransactionOperations;

/** Gives each event its effect once: its id is recorded in the transaction that does the work. */
public final class Inbox {

    private static final String RECORD = """
            insert into inbox (consumer, ce_id) values (:consumer, :id)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final String service;
    private final MeterRegistry meters;

    Inbox(JdbcClient jdbc, TransactionOperations transactions, String service, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.service = service;
        this.meters = meters;
    }

    /**
     * Does the work in one transaction with the note that it was done. An event taken before, one of a type this side does not
     * know, and a tombstone change nothing.
     *
     * @throws UnreadableEvent for a record that is no event of the channel
     */
    public <E> void takeOnce(
            ConsumerRecord<String, byte @Nullable []> record, EventChannel<E> channel, Consumer<? super E> work) {
        byte[] value = record.value();
        if (value == null) {
            return;
        }
        Optional<E> event = channel.decode(text(record, "ce_type"), value);
        if (event.isEmpty()) {
            count("skipped", record);
            return;
        }
        UUID id = id(text(record, "ce_id"));
        Boolean taken = transactions.execute(status -> {
            String consumer = consumer();
            boolean known =
                    jdbc.sql(RECORD).param("consumer", consumer).param("id", id).update() == 0;
            if (known && !Rehearsal.present().without(Safeguard.INBOX)) {
                return false;
            }
            work.accept(event.get());
            Rehearsal.present().note(jdbc, consumer, id);
            return true;
        });
        Rehearsal.present().pass(Point.BETWEEN_EFFECT_AND_OFFSET);
        count(Boolean.TRUE.equals(taken) ? "taken" : "duplicate", record);
    }

    // Two consumer groups within one service are two consumers: each has its own effect.
    private String consumer() {
        String group = KafkaUtils.getConsumerGroupId();
        return group == null ? service : group;
    }

    private void count(String outcome, ConsumerRecord<?, ?> record) {
        meters.counter("duban.inbox.events", "topic", record.topic(), "outcome", outcome)
                .increment();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            // CloudEvents allows any text; a foreign publisher's id is mapped to one UUID of its own.
            return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UnreadableEvent("header " + name + " is missing", null);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
