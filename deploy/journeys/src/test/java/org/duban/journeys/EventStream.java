package org.duban.journeys;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.duban.journeys.recount.Calendar;
import org.duban.journeys.recount.Fact;
import org.duban.journeys.recount.Facts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the task service has told everyone, read from the first event on; asked again, it reads on. */
final class EventStream implements AutoCloseable {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = new JsonMapper();

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Set<String> taken = new HashSet<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Map<Integer, JsonNode> years = new HashMap<>();

    EventStream(String broker) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "enable.auto.commit", "false", "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        partitions = Stream.of("duban.task", "duban.calendar")
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Of all that lies in the topics by now. */
    List<Fact> facts() {
        readOn();
        return List.copyOf(facts);
    }

    /** Working days as published. */
    Calendar calendar() {
        readOn();
        return new Calendar(days("holidays"), days("makeUpDays"));
    }

    private Set<LocalDate> days(String field) {
        Set<LocalDate> days = new HashSet<>();
        years.values().forEach(year -> year.get(field).forEach(day -> days.add(LocalDate.parse(day.asString()))));
        return days;
    }

    private void readOn() {
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        // At least once: a second delivery tells nothing new.
        if (!taken.add(header(record, "ce_id"))) {
            return;
        }
        var type = header(record, "ce_type");
        var event = JSON.readTree(record.value());
        if (type.equals("duban.calendar.working-days-published.v1")) {
            years.put(event.get("year").asInt(), event);
        } else {
            Facts.of(type, moment(record), event).ifPresent(facts::add);
        }
    }

    private static LocalDateTime moment(ConsumerRecord<String, byte[]> record) {
        return OffsetDateTime.parse(header(record, "ce_time"))
                .atZoneSameInstant(SHANGHAI)
                .toLocalDateTime();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
