package org.duban.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.duban.kit.id.Ids;
import org.duban.kit.sample.SampleTest;
import org.duban.kit.sample.messaging.SampleListener;
import org.duban.local.TestInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

@SampleTest
class InboxTest {

    private static final KafkaTemplate<String, byte[]> KAFKA = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    TestInfrastructure.shared().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer()));

    @Autowired
    SampleListener listener;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void worksAgain() {
        listener.work = words -> {};
    }

    @Test
    void eventHasItsEffectOnceHoweverOftenItArrives() {
        UUID id = Ids.next();
        for (int i = 0; i < 10; i++) {
            send(id, "sample.said.v1", "{\"key\":\"k\",\"words\":\"ten times\",\"unheardOf\":1}");
        }
        send(Ids.next(), "sample.said.v1", "{\"key\":\"k\",\"words\":\"after\"}");

        await().until(() -> listener.heard.contains("after"));
        assertThat(listener.heard).containsOnlyOnce("ten times");
    }

    @Test
    void unknownTypeIsSkipped() {
        UUID id = Ids.next();
        send(id, "sample.invented.v9", "{}");
        send(Ids.next(), "sample.said.v1", "{\"key\":\"k\",\"words\":\"after the unknown\"}");

        await().until(() -> listener.heard.contains("after the unknown"));
        assertThat(jdbc.sql("select count(*) from inbox where ce_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void unreadableValueIsADeadLetterAndTheNextIsHeard() {
        UUID id = Ids.next();
        send(id, "sample.said.v1", "{\"words\":");
        send(Ids.next(), "sample.said.v1", "{\"key\":\"k\",\"words\":\"after the broken\"}");

        await().until(() -> listener.heard.contains("after the broken"));
        ConsumerRecord<String, byte[]> letter = deadLetter(id);
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("{\"words\":");
        assertThat(new String(
                        letter.headers()
                                .lastHeader("kafka_dlt-exception-message")
                                .value(),
                        StandardCharsets.UTF_8))
                .isNotBlank();
    }

    @Test
    void failureThatLastsIsADeadLetterAfterSomeTries() {
        UUID id = Ids.next();
        AtomicInteger tries = new AtomicInteger();
        listener.work = words -> {
            if (words.equals("poison")) {
                tries.incrementAndGet();
                throw new IllegalStateException("never works");
            }
        };
        send(id, "sample.said.v1", "{\"key\":\"k\",\"words\":\"poison\"}");

        deadLetter(id);
        assertThat(tries).hasValue(6);
        assertThat(listener.heard).doesNotContain("poison");
    }

    @Test
    void failureThatPassesIsTriedUntilItHasPassed() {
        UUID id = Ids.next();
        AtomicInteger tries = new AtomicInteger();
        listener.work = words -> {
            if (words.equals("patience") && tries.incrementAndGet() < 6) {
                throw new TransientDataAccessResourceException("the database is away");
            }
        };
        send(id, "sample.said.v1", "{\"key\":\"k\",\"words\":\"patience\"}");

        await().atMost(Duration.ofSeconds(30)).until(() -> listener.heard.contains("patience"));
        assertThat(jdbc.sql("select count(*) from inbox where ce_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private static void send(UUID id, String type, String value) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>("sample.heard", "k", value.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", id.toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        KAFKA.send(record).join();
    }

    private static ConsumerRecord<String, byte[]> deadLetter(UUID id) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                TestInfrastructure.shared().bootstrapServers());
        try (KafkaConsumer<String, byte[]> letters =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition("sample.heard.sample-service.dlt", 0);
            letters.assign(List.of(partition));
            return await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                letters.seekToBeginning(List.of(partition));
                                for (ConsumerRecord<String, byte[]> letter : letters.poll(Duration.ofMillis(500))) {
                                    if (new String(
                                                    letter.headers()
                                                            .lastHeader("ce_id")
                                                            .value(),
                                                    StandardCharsets.UTF_8)
                                            .equals(id.toString())) {
                                        return letter;
                                    }
                                }
                                return null;
                            },
                            letter -> letter != null);
        }
    }
}
