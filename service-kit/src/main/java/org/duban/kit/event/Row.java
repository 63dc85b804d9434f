package org.duban.kit.event;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.duban.kit.rehearsal.Rehearsal;
import org.duban.kit.rehearsal.Rehearsal.Safeguard;
import org.jspecify.annotations.Nullable;

/** One event on its way out. */
record Row(
        long id,
        int partition,
        String topic,
        String key,
        String type,
        String ceId,
        OffsetDateTime ceTime,
        byte[] payload,
        @Nullable String traceparent,
        OffsetDateTime writtenAt,
        int attempts) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    record Key(String topic, String key) {}

    Key chain() {
        return new Key(topic, key);
    }

    static Row of(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getInt("partition"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getString("ce_id"),
                row.getObject("ce_time", OffsetDateTime.class),
                row.getBytes("payload"),
                row.getString("traceparent"),
                row.getObject("written_at", OffsetDateTime.class),
                row.getInt("attempts"));
    }

    /** CloudEvents 1.0, binary mode. */
    ProducerRecord<String, byte[]> record(String source) {
        String shared = Rehearsal.present().without(Safeguard.KEY) ? ceId : key;
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, shared, payload);
        Headers headers = record.headers();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", ceId);
        header(headers, "ce_source", source);
        header(headers, "ce_type", type);
        header(headers, "ce_subject", key);
        header(headers, "ce_time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ceTime.atZoneSameInstant(ZONE)));
        header(headers, "ce_partitionkey", key);
        header(headers, "content-type", "application/json");
        if (traceparent != null) {
            header(headers, "traceparent", traceparent);
        }
        return record;
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
