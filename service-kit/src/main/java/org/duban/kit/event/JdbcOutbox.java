package org.duban.kit.event;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.duban.kit.commit.AtCommit;
import org.duban.kit.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Collects a transaction's events and writes them as its last act, so that lanes are locked for a moment only. */
final class JdbcOutbox implements Outbox {

    static final String CHANNEL = "duban_outbox";

    // Lanes are sorted, so that two transactions never wait for each other's. There is no row, and so no id, before all
    // are locked.
    private static final String INSERT = """
            with locked as materialized (select pg_advisory_xact_lock(%d, lane) from unnest(?) as lane)
            insert into outbox (partition, topic, key, type, ce_id, ce_time, payload, traceparent)
            select partition, topic, key, type, ce_id, ce_time, payload, traceparent
            from (select count(*) from locked) as all_locked,
                 unnest(?::smallint[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[], ?::bytea[], ?::text[])
                     with ordinality as event (partition, topic, key, type, ce_id, ce_time, payload, traceparent, ordinal)
            order by ordinal
            """.formatted(Namespace.LANE);

    private final JdbcOperations jdbc;
    private final Clock clock;
    private final Leases leases;
    private final AtCommit<Event> events;
    private final Supplier<@Nullable String> traceparent;

    JdbcOutbox(JdbcOperations jdbc, Clock clock, Leases leases, Wake wake, Supplier<@Nullable String> traceparent) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.leases = leases;
        // Before the audit trail's: every transaction takes lanes first and the chain's end last.
        this.events = new AtCommit<>(-100, this::write, wake::rowsWritten);
        this.traceparent = traceparent;
    }

    @Override
    public void append(Outgoing event) {
        events.add(new Event(
                event.topic(),
                event.key(),
                event.type(),
                Ids.next(),
                clock.instant(),
                EventJson.write(event.payload()),
                traceparent.get()));
    }

    private void write(List<Event> events) {
        Integer[] lanes = events.stream()
                .map(event -> event.lane().number())
                .sorted()
                .distinct()
                .toArray(Integer[]::new);
        jdbc.update(connection -> insert(connection, lanes, events));
        if (events.stream().anyMatch(event -> !leases.holds(event.lane().partition()))) {
            jdbc.query("select pg_notify(?, '')", row -> {}, CHANNEL);
        }
    }

    private static PreparedStatement insert(Connection connection, Integer[] lanes, List<Event> events)
            throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.setArray(1, connection.createArrayOf("int4", lanes));
        insert.setArray(2, array(connection, "int2", events, event ->
                (short) event.lane().partition()));
        insert.setArray(3, array(connection, "text", events, Event::topic));
        insert.setArray(4, array(connection, "text", events, Event::key));
        insert.setArray(5, array(connection, "text", events, Event::type));
        insert.setArray(6, array(connection, "uuid", events, Event::id));
        insert.setArray(
                7, array(connection, "text", events, event -> event.time().toString()));
        insert.setArray(
                8,
                connection.createArrayOf(
                        "bytea", events.stream().map(Event::payload).toArray(byte[][]::new)));
        insert.setArray(9, array(connection, "text", events, Event::traceparent));
        return insert;
    }

    private static Array array(
            Connection connection, String type, List<Event> events, Function<Event, @Nullable Object> field)
            throws SQLException {
        @Nullable Object[] values = new @Nullable Object[events.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.apply(events.get(i));
        }
        return connection.createArrayOf(type, values);
    }

    private record Event(
            String topic,
            String key,
            String type,
            UUID id,
            Instant time,
            byte[] payload,
            @Nullable String traceparent) {

        Lane lane() {
            return Lane.of(key);
        }

        @Override
        public String toString() {
            return type + " " + new String(payload, StandardCharsets.UTF_8);
        }
    }
}
