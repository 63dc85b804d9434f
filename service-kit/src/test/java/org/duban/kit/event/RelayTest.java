package org.duban.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.duban.kit.id.Ids;
import org.duban.kit.live.SideConnections;
import org.duban.kit.sample.SampleEvent;
import org.duban.kit.sample.SampleTest;
import org.duban.local.TestInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@SampleTest
class RelayTest {

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Leases leases;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    MeterRegistry meters;

    private KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> arrived = new ArrayList<>();

    @BeforeEach
    void listen() {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestInfrastructure.shared().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, 3)
                .mapToObj(p -> new TopicPartition(SampleEvent.TOPIC, p))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    @AfterEach
    void stopListening() {
        consumer.close();
    }

    @Test
    void eventTravelsInItsEnvelope() {
        String key = Ids.next().toString();
        tell(key, 1);

        ConsumerRecord<String, byte[]> record =
                await().until(() -> of(key), records -> !records.isEmpty()).getFirst();
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("sample.counted.v1");
        assertThat(header(record, "ce_source")).isEqualTo("/sample-service");
        assertThat(header(record, "ce_subject")).isEqualTo(key);
        assertThat(header(record, "ce_partitionkey")).isEqualTo(key);
        assertThat(header(record, "ce_time")).endsWith("+08:00");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(record.value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"key\":\"%s\",\"number\":1}".formatted(key));
        await().until(() -> waiting(key) == 0);
    }

    @Test
    void whatWasRolledBackIsNotTold() {
        String key = Ids.next().toString();
        transactions.executeWithoutResult(status -> {
            append(key, 1);
            status.setRollbackOnly();
        });
        tell(key, 2);

        await().until(() -> !of(key).isEmpty());
        assertThat(numbers(of(key))).containsExactly(2);
        assertThatThrownBy(() -> append(key, 3)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void orderPerKeyHoldsUnderTwoRelaysThatLoseTheirConnections() throws Exception {
        int keys = 12;
        int each = 120;
        List<String> names =
                IntStream.range(0, keys).mapToObj(n -> Ids.next().toString()).toList();
        try (Second second = new Second()) {
            await().until(() -> second.leases.count() == 8 && leases.count() == 8);
            CompletableFuture<Void> writers = CompletableFuture.allOf(IntStream.range(0, 4)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                        for (int n = 0; n < each; n++) {
                            int number = n;
                            for (int k = writer; k < keys; k += 4) {
                                tell(names.get(k), number);
                            }
                            if (writer == 0 && n % 40 == 20) {
                                cutRelays();
                            }
                        }
                    }))
                    .toArray(CompletableFuture[]::new));
            writers.join();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                poll();
                return jdbc.sql("select count(*) from outbox").query(Long.class).single() == 0;
            });
        }
        await().untilAsserted(() -> {
            Map<String, List<Integer>> order = firstTold();
            for (String name : names) {
                assertThat(order.get(name))
                        .as("each event once in order of commit, repetitions left out")
                        .isEqualTo(IntStream.range(0, each).boxed().toList());
            }
        });
    }

    @Test
    void leasesOfARelayThatIsGoneAreTakenOver() {
        try (Second second = new Second()) {
            await().until(() -> second.leases.count() == 8 && leases.count() == 8);
        }
        await().atMost(Duration.ofSeconds(3)).until(() -> leases.count() == Lane.PARTITIONS);
    }

    @Test
    void eventThatCannotBeSentStopsItsKeyOnly() {
        String stuck = Ids.next().toString();
        String free = Ids.next().toString();
        transactions.executeWithoutResult(status ->
                outbox.append(SampleEvent.CHANNEL.outgoing(stuck, new SampleEvent.Said(stuck, "长".repeat(800_000)))));
        tell(stuck, 2);
        tell(free, 1);

        await().until(() -> !of(free).isEmpty());
        await().until(() ->
                jdbc.sql("select count(*) from outbox where key = ? and attempts > 1 and last_error is not null")
                                .param(stuck)
                                .query(Long.class)
                                .single()
                        == 1);
        assertThat(of(stuck)).isEmpty();
        assertThat(waiting(stuck)).isEqualTo(2);
        await().until(() -> meters.get("duban.outbox.parked.keys").gauge().value() == 1);

        jdbc.sql("update outbox set payload = ? where key = ? and attempts > 0")
                .params("{\"number\":1}".getBytes(StandardCharsets.UTF_8), stuck)
                .update();
        await().atMost(Duration.ofSeconds(20)).until(() -> of(stuck).size() == 2);
        assertThat(numbers(of(stuck))).containsExactly(1, 2);
    }

    @Test
    void topicThatIsNotThereStopsNoOther() {
        String lost = Ids.next().toString();
        String free = Ids.next().toString();
        transactions.executeWithoutResult(
                status -> outbox.append(new Outgoing("no such topic!", lost, "x.v1", Map.of())));
        tell(free, 1);

        await().until(() -> !of(free).isEmpty());
        await().until(() -> jdbc.sql("select count(*) from outbox where key = ? and parked_until is not null")
                        .param(lost)
                        .query(Long.class)
                        .single()
                == 1);
        jdbc.sql("delete from outbox where key = ?").param(lost).update();
    }

    @Test
    void manyEventsForATopicThatIsNotThereYetStopNoOther() {
        String lost = Ids.next().toString();
        String free = Ids.next().toString();
        transactions.executeWithoutResult(status -> {
            for (int n = 0; n < 600; n++) {
                outbox.append(new Outgoing("duban.not-made-yet", lost + n, "x.v1", Map.of()));
            }
        });
        try {
            tell(free, 1);
            await().untilAsserted(() -> assertThat(of(free)).isNotEmpty());
        } finally {
            jdbc.sql("delete from outbox where key like ?").param(lost + "%").update();
        }
    }

    @Test
    void whatIsSaidWhileOthersHearOfTheCommitIsToldToo() {
        String key = Ids.next().toString();
        transactions.executeWithoutResult(status -> {
            append(key, 1);
            beforeCommit(() -> append(key, 2));
        });
        await().until(() -> of(key).size() == 2);
        assertThat(numbers(of(key))).containsExactly(1, 2);

        String alone = Ids.next().toString();
        transactions.executeWithoutResult(status -> beforeCommit(() -> append(alone, 3)));
        await().until(() -> !of(alone).isEmpty());
    }

    @Test
    void whatIsSaidAfterTheCommitIsRefused() {
        String key = Ids.next().toString();
        for (boolean first : new boolean[] {true, false}) {
            assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                        if (first) {
                            append(key, 1);
                        }
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                append(key, 2);
                            }
                        });
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("too late");
        }
    }

    @Test
    void whatCannotBeWrittenUndoesItsTransaction() {
        UUID note = Ids.next();
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    jdbc.sql("insert into note (id, words) values (?, 'undone')")
                            .param(note)
                            .update();
                    outbox.append(new Outgoing(SampleEvent.TOPIC, "a\u0000b", "x.v1", Map.of()));
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(jdbc.sql("select count(*) from note where id = ?")
                        .param(note)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void beforeCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return Ordered.LOWEST_PRECEDENCE;
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                work.run();
            }
        });
    }

    @Test
    void fromCommitToConsumerTakesMilliseconds() {
        for (int n = 0; n < 50; n++) {
            tell(Ids.next().toString(), n);
        }
        await().until(() -> {
            poll();
            return arrived.size() >= 50;
        });
        long[] micros = new long[200];
        for (int n = 0; n < micros.length; n++) {
            String key = Ids.next().toString();
            arrived.clear();
            tell(key, n);
            long committed = System.nanoTime();
            while (of(key).isEmpty()) {
                Thread.onSpinWait();
            }
            micros[n] = (System.nanoTime() - committed) / 1000;
        }
        Arrays.sort(micros);
        System.out.printf("commit to consumer: median %d us, p99 %d us%n", micros[100], micros[197]);
        assertThat(micros[100]).as("median in microseconds").isLessThan(50_000);
    }

    private void tell(String key, int number) {
        transactions.executeWithoutResult(status -> append(key, number));
    }

    private void append(String key, int number) {
        outbox.append(SampleEvent.CHANNEL.outgoing(key, new SampleEvent.Counted(key, number)));
    }

    private void cutRelays() {
        jdbc.sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'duban-relay-%' and datname = current_database()")
                .query(Boolean.class)
                .list();
    }

    private long waiting(String key) {
        return jdbc.sql("select count(*) from outbox where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(2)).forEach(arrived::add);
    }

    private List<ConsumerRecord<String, byte[]>> of(String key) {
        poll();
        return arrived.stream().filter(record -> record.key().equals(key)).toList();
    }

    private Map<String, List<Integer>> firstTold() {
        poll();
        Set<String> seen = new HashSet<>();
        Map<String, List<Integer>> order = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : arrived) {
            if (seen.add(header(record, "ce_id"))) {
                order.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(number(record));
            }
        }
        return order;
    }

    private static List<Integer> numbers(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(RelayTest::number).toList();
    }

    private static int number(ConsumerRecord<String, byte[]> record) {
        return ((SampleEvent.Counted) SampleEvent.CHANNEL
                        .decode("sample.counted.v1", record.value())
                        .orElseThrow())
                .number();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Another instance's relay on the same database. */
    private final class Second implements AutoCloseable {

        final Leases leases = new Leases();
        private final Relay relay;

        Second() {
            Wake wake = new Wake();
            Map<String, Object> producer = new ConcurrentHashMap<>(Map.of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    TestInfrastructure.shared().bootstrapServers(),
                    "acks",
                    "all",
                    "linger.ms",
                    0));
            relay = new Relay(
                    new SideConnections(database.getJdbcUrl(), database.getUsername(), database.getPassword()),
                    new OutboxSettings(true, Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofSeconds(1)),
                    leases,
                    wake,
                    new Sending(
                            () -> new KafkaProducer<>(producer, new StringSerializer(), new ByteArraySerializer()),
                            "/sample-service",
                            wake::rowsWritten),
                    new OutboxMeters(new SimpleMeterRegistry(), leases));
            relay.start();
        }

        @Override
        public void close() {
            relay.stop();
        }
    }
}
