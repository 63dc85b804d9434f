package org.duban.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topics, read from end to end and written to by somebody who should not. */
final class Topics {

    /** Marks what the harness itself wrote. */
    static final String OURS = "rehearsal";

    private static final int MOST_AGAIN = 4000;

    private final String servers;

    Topics(String servers) {
        this.servers = servers;
    }

    /** Everything in the topic, each partition in its order. */
    List<ConsumerRecord<String, byte[]>> read(String topic) {
        Properties settings = settings();
        settings.put("enable.auto.commit", "false");
        settings.put("isolation.level", "read_committed");
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** How many records of the topics a group has not taken. */
    long behind(String group, Collection<String> topics) {
        try (Admin admin = Admin.create(settings())) {
            Map<TopicPartition, OffsetAndMetadata> at = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(20, TimeUnit.SECONDS);
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get(20, TimeUnit.SECONDS)
                    .forEach((topic, description) -> description
                            .partitions()
                            .forEach(each ->
                                    asked.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
            long behind = 0;
            for (var end :
                    admin.listOffsets(asked).all().get(20, TimeUnit.SECONDS).entrySet()) {
                OffsetAndMetadata taken = at.get(end.getKey());
                behind += end.getValue().offset() - (taken == null ? 0 : taken.offset());
            }
            return behind;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException | TimeoutException silent) {
            throw new KafkaException("no answer about " + group, silent);
        }
    }

    /** Where the broker is down, nothing is written: that is the other fault's doing. */
    void poison(String topic) {
        ProducerRecord<String, byte[]> unreadable =
                ours(new ProducerRecord<>(topic, "poison-1", "{not json".getBytes(StandardCharsets.UTF_8)));
        unreadable.headers().add("ce_id", "0".getBytes(StandardCharsets.UTF_8));
        String type = topic.equals("duban.task") ? "duban.task.task-assigned.v1" : "duban.meeting.minutes-issued.v1";
        unreadable.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        ProducerRecord<String, byte[]> bare =
                ours(new ProducerRecord<>(topic, "poison-2", "{}".getBytes(StandardCharsets.UTF_8)));
        write(List.of(unreadable, bare));
    }

    void redeliver(String topic, int times, long seed) {
        Map<String, Deque<ConsumerRecord<String, byte[]>>> keys = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : readOrNothing(topic)) {
            if (header(record, OURS) == null && record.key() != null) {
                keys.computeIfAbsent(record.key(), key -> new ArrayDeque<>()).add(record);
            }
        }
        int events = keys.values().stream().mapToInt(Deque::size).sum();
        Random random = new Random(seed);
        List<ProducerRecord<String, byte[]>> again = new ArrayList<>();
        for (int time = 0; time < times && again.size() + events <= MOST_AGAIN; time++) {
            List<String> turns = new ArrayList<>();
            keys.forEach((key, records) -> turns.addAll(Collections.nCopies(records.size(), key)));
            Collections.shuffle(turns, random);
            Map<String, Iterator<ConsumerRecord<String, byte[]>>> next = new HashMap<>();
            keys.forEach((key, records) -> next.put(key, records.iterator()));
            for (String key : turns) {
                Iterator<ConsumerRecord<String, byte[]>> following = next.get(key);
                if (following != null) {
                    again.add(copy(following.next()));
                }
            }
        }
        write(again);
    }

    private List<ConsumerRecord<String, byte[]>> readOrNothing(String topic) {
        try {
            return read(topic);
        } catch (KafkaException down) {
            return List.of();
        }
    }

    private static ProducerRecord<String, byte[]> copy(ConsumerRecord<String, byte[]> record) {
        ProducerRecord<String, byte[]> copy = new ProducerRecord<>(record.topic(), record.key(), record.value());
        record.headers().forEach(copy.headers()::add);
        return ours(copy);
    }

    /** An empty word to each partition: a consumer that is alive takes it, and says anew how far it has come. */
    void nudge(String topic) {
        try (Admin admin = Admin.create(settings())) {
            int partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(20, TimeUnit.SECONDS)
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
            write(IntStream.range(0, partitions)
                    .mapToObj(partition -> ours(new ProducerRecord<>(topic, partition, "nudge", null)))
                    .toList());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException | TimeoutException silent) {
            throw new KafkaException("no answer about " + topic, silent);
        }
    }

    private static ProducerRecord<String, byte[]> ours(ProducerRecord<String, byte[]> record) {
        record.headers().add(OURS, new byte[] {1});
        return record;
    }

    private void write(List<ProducerRecord<String, byte[]>> records) {
        Properties settings = settings();
        settings.put("acks", "all");
        settings.put("max.block.ms", "5000");
        settings.put("delivery.timeout.ms", "60000");
        settings.put("request.timeout.ms", "5000");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> record : records) {
                producer.send(record);
            }
            producer.flush();
        } catch (KafkaException down) {
            // as said above
        }
    }

    static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", servers);
        settings.put("request.timeout.ms", "5000");
        settings.put("default.api.timeout.ms", "20000");
        settings.put("reconnect.backoff.max.ms", "500");
        return settings;
    }
}
