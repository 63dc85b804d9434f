package org.duban.bench.relay;

import io.namastack.outbox.Outbox;
import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Namastack Outbox over JDBC, its handler sending to Kafka and waiting for the acknowledgement, as its guide shows. */
record Namastack(Outbox outbox) implements Contestant {

    @Override
    public void write(String key, long number) {
        outbox.schedule(new Note(Events.value(number)), key);
    }

    /** @param value the event's JSON */
    public record Note(String value) {}

    static final class Handler implements OutboxTypedHandler<Note> {
        private final KafkaProducer<String, byte[]> producer;
        private final String topic;

        Handler(String topic, String broker) {
            this.topic = topic;
            this.producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker, "acks", "all", "enable.idempotence", true, "linger.ms", 0),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }

        @Override
        public void handle(Note note, OutboxRecordMetadata about) {
            try {
                producer.send(new ProducerRecord<>(
                                topic, about.getKey(), note.value().getBytes(StandardCharsets.UTF_8)))
                        .get();
            } catch (InterruptedException | ExecutionException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
