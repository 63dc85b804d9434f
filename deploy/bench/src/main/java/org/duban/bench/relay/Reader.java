package org.duban.bench.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic on a thread of its own and notes when each event came, how often, and in what order. */
final class Reader implements AutoCloseable {
    private static final int PARTITIONS = 6;

    private final Map<Long, Long> arrived = new HashMap<>();
    private final Map<String, Long> lastOfKey = new HashMap<>();
    private final Thread thread;
    private volatile boolean going = true;
    private int twice;
    private int passed;

    Reader(String broker, String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", broker, "auto.offset.reset", "earliest", "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList());
        thread = Thread.ofPlatform().daemon().name("reader").start(() -> read(consumer));
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        try (consumer) {
            while (going) {
                var records = consumer.poll(Duration.ofMillis(200));
                long now = Micros.now();
                synchronized (this) {
                    records.forEach(record -> note(record.key(), Events.number(record.value()), now));
                    notifyAll();
                }
            }
        }
    }

    private void note(String key, long number, long now) {
        if (arrived.putIfAbsent(number, now) != null) {
            twice++;
            return;
        }
        Long last = lastOfKey.put(key, number);
        passed += last != null && last > number ? 1 : 0;
    }

    /** Waits until all of the numbers have come, or the time is over. */
    synchronized int missing(long first, int events, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (true) {
            // Counting them holds up the reader: only when there may be none left, or no time.
            boolean over = System.nanoTime() >= until;
            int missing = over || arrived.size() >= first + events ? count(first, events) : events;
            long left = (until - System.nanoTime()) / 1_000_000;
            if (missing == 0 || over) {
                return missing;
            }
            wait(Math.clamp(left, 1, 500));
        }
    }

    private int count(long first, int events) {
        int missing = 0;
        for (long number = first; number < first + events; number++) {
            missing += arrived.containsKey(number) ? 0 : 1;
        }
        return missing;
    }

    synchronized long arrived(long number) {
        return arrived.getOrDefault(number, 0L);
    }

    /** Events that came more than once. */
    synchronized int twice() {
        return twice;
    }

    /** Events that came after a later one of their key. */
    synchronized int passed() {
        return passed;
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        thread.join();
    }
}
