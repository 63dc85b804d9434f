package org.duban.kit.event;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The producer, with what may go wrong sorted into what passes and what lasts. */
final class Sending implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final Supplier<Producer<String, byte[]>> producers;
    private final String source;
    private final Runnable ready;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, RuntimeException> hopeless = new ConcurrentHashMap<>();
    private volatile @Nullable Producer<String, byte[]> producer;

    /** @param ready called when a topic has become known */
    Sending(Supplier<Producer<String, byte[]>> producers, String source, Runnable ready) {
        this.producers = producers;
        this.source = source;
        this.ready = ready;
    }

    /**
     * False while the topic is still being asked for: the producer would wait for it within {@code send} and hold up every
     * other topic.
     */
    boolean knows(String topic) {
        if (known.contains(topic) || hopeless.containsKey(topic)) {
            return true;
        }
        if (asked.add(topic)) {
            Producer<String, byte[]> asking = producer();
            Thread.ofVirtual().name("duban-outbox-topic").start(() -> {
                try {
                    asking.partitionsFor(topic);
                    known.add(topic);
                } catch (InvalidTopicException never) {
                    hopeless.put(topic, never);
                } catch (RuntimeException notNow) {
                    log.warn("topic {} does not answer: {}", topic, notNow.toString());
                    pause();
                } finally {
                    asked.remove(topic);
                    ready.run();
                }
            });
        }
        return false;
    }

    /** Topics that {@link #knows} is finding out about. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    void send(Row row, BiConsumer<Row, @Nullable Exception> settled) {
        RuntimeException never = hopeless.get(row.topic());
        if (never != null) {
            settled.accept(row, never);
            return;
        }
        try {
            producer().send(row.record(source), (metadata, failure) -> settled.accept(row, failure));
        } catch (RuntimeException failure) {
            settled.accept(row, failure);
        }
    }

    /** A fault of the row that will be there next time, unlike an absent broker. */
    static boolean lasting(Exception failure) {
        return failure instanceof ApiException && !(failure instanceof RetriableException) && !breaksProducer(failure)
                || failure instanceof IllegalArgumentException;
    }

    static boolean breaksProducer(Exception failure) {
        return failure instanceof ProducerFencedException
                || failure instanceof OutOfOrderSequenceException
                || failure instanceof IllegalStateException
                || (failure instanceof KafkaException && !(failure instanceof ApiException));
    }

    void renew() {
        close();
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> current = producer;
        if (current == null) {
            current = producers.get();
            producer = current;
        }
        return current;
    }

    @Override
    public void close() {
        Producer<String, byte[]> old = producer;
        producer = null;
        if (old != null) {
            old.close(Duration.ofMillis(500));
        }
    }
}
