package org.duban.bench.relay;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What most write themselves: a table, asked every 100 ms by whoever holds its lock. */
final class Polling implements Contestant {
    private static final int PACE = 100;
    private static final int MOST = 500;

    private record Row(long id, String key, byte[] value) {}

    private final JdbcOperations jdbc;
    private final TransactionTemplate transactions;
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    Polling(JdbcOperations jdbc, TransactionTemplate transactions, String topic, String broker) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "enable.idempotence", true, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        jdbc.execute(
                "create table if not exists polled (id bigint generated always as identity primary key, key text, value bytea)");
        clock.scheduleWithFixedDelay(this::poll, PACE, PACE, TimeUnit.MILLISECONDS);
    }

    @Override
    public void write(String key, long number) {
        jdbc.update(
                "insert into polled (key, value) values (?, ?)",
                key,
                Events.value(number).getBytes(StandardCharsets.UTF_8));
    }

    private void poll() {
        try {
            for (int sent = MOST; sent == MOST; ) {
                sent = transactions.execute(status -> send());
            }
        } catch (RuntimeException failure) {
            System.err.println("polling: " + failure);
        }
    }

    private int send() {
        boolean mine =
                Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(4711)", Boolean.class));
        List<Row> rows = !mine
                ? List.of()
                : jdbc.query(
                        "select id, key, value from polled order by id limit " + MOST,
                        (row, n) -> new Row(row.getLong(1), row.getString(2), row.getBytes(3)));
        var acknowledgements = rows.stream()
                .map(row -> producer.send(new ProducerRecord<>(topic, row.key(), row.value())))
                .toList();
        try {
            for (var acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
        if (!rows.isEmpty()) {
            // by id, one by one: a lower id may become visible later
            jdbc.batchUpdate(
                    "delete from polled where id = ?",
                    rows.stream().map(row -> new Object[] {row.id()}).toList());
        }
        return rows.size();
    }

    @PreDestroy
    void close() {
        clock.shutdownNow();
        producer.close();
    }
}
