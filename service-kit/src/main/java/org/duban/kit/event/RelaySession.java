package org.duban.kit.event;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.duban.kit.rehearsal.Rehearsal;
import org.duban.kit.rehearsal.Rehearsal.Point;
import org.duban.kit.rehearsal.Rehearsal.Safeguard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relay over one connection. Its leases are locks of that connection, and it reads and deletes on it: with the connection
 * goes the right to send, so a relay that was cut off cannot delete what its successor has taken over. All methods run on the
 * relay's one thread.
 */
final class RelaySession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RelaySession.class);

    private static final int ROWS_AT_ONCE = 256;
    private static final int MOST_ROWS = 1024;
    private static final Duration LONGEST_TOPIC_PAUSE = Duration.ofSeconds(2);

    private static final String LOOK = """
            select (select count(*) from pg_locks
                    where locktype = 'advisory' and classid = %d and objid = 0 and objsubid = 2 and granted
                        and database = (select oid from pg_database where datname = current_database())) as members,
                   (select count(*) from (select 1 from outbox limit 100000) as at_most) as waiting,
                   (select written_at from outbox order by id limit 1) as oldest,
                   (select count(*) from (select distinct topic, key from outbox where parked_until is not null) as parked_keys) as parked
            """.formatted(Namespace.MEMBER);

    private static final String TAKE = """
            select partition from unnest(?) as partition
            where pg_try_advisory_lock(%d, partition)
            limit ?
            """.formatted(Namespace.PARTITION);

    private static final String GIVE = "select pg_advisory_unlock(%d, ?)".formatted(Namespace.PARTITION);

    private static final String DELETE = "delete from outbox where id = any(?)";

    // What has arrived is deleted on the way: one journey to the database less before the next rows leave.
    private static final String LOAD = """
            with arrived as (%s)
            select id, partition, topic, key, type, ce_id, ce_time, payload, traceparent, written_at, attempts
            from outbox as event
            where partition = any(?) and id <> all(?) and topic <> all(?)
              and not exists (select from outbox as parked
                              where parked.topic = event.topic and parked.key = event.key
                                and parked.parked_until > clock_timestamp())
            order by id
            limit ?
            """.formatted(DELETE);

    private static final String PARK = """
            update outbox
            set attempts = attempts + 1, parked_until = clock_timestamp() + ? * interval '1 millisecond', last_error = ?
            where id = ?
            """;

    private final Connection connection;
    private final OutboxSettings settings;
    private final Leases leases;
    private final Wake wake;
    private final Sending sending;
    private final OutboxMeters meters;

    private final Map<Row.Key, Deque<Row>> chains = new LinkedHashMap<>();
    private final Set<Long> loaded = new HashSet<>();
    private final List<Row> arrived = new ArrayList<>();
    private final Queue<Settled> settled = new ConcurrentLinkedQueue<>();
    private final Map<String, TopicPause> pauses = new HashMap<>();
    private final Set<Integer> leaving = new HashSet<>();
    private Instant nextLook = Instant.MIN;
    private Instant nextParkedLook = Instant.MAX;

    private record Settled(Row row, @Nullable Exception failure) {}

    private record TopicPause(Instant until, int times) {}

    RelaySession(
            Connection connection,
            OutboxSettings settings,
            Leases leases,
            Wake wake,
            Sending sending,
            OutboxMeters meters)
            throws SQLException {
        this.connection = connection;
        this.settings = settings;
        this.leases = leases;
        this.wake = wake;
        this.sending = sending;
        this.meters = meters;
        leases.clear();
        try (Statement enter = connection.createStatement()) {
            // A vanished process or machine must give its leases back soon.
            enter.execute("set tcp_keepalives_idle = 3");
            enter.execute("set tcp_keepalives_interval = 2");
            enter.execute("set tcp_keepalives_count = 3");
            enter.execute("set statement_timeout = '10s'");
            // A delete that a crash of the database undoes sends an event again, which the inbox takes once.
            enter.execute("set synchronous_commit = off");
            // What it asks is planned while the table is all but empty; read whole, a minute's dead rows would be read
            // each time.
            enter.execute("set enable_seqscan = off");
            enter.execute("set plan_cache_mode = force_generic_plan");
            enter.execute("select pg_advisory_lock_shared(%d, 0)".formatted(Namespace.MEMBER));
        }
    }

    void work(BooleanSupplier going) throws SQLException, InterruptedException {
        wake.keepRows();
        while (going.getAsBoolean()) {
            settle();
            Instant now = Instant.now();
            if (!now.isBefore(nextLook)) {
                look();
                nextLook = now.plus(settings.look());
            }
            boolean parkedIsDue = !now.isBefore(nextParkedLook);
            if (loaded.size() - arrived.size() < MOST_ROWS && (wake.takeRows() || parkedIsDue)) {
                load(now);
            } else {
                deleteArrived();
            }
            Instant next = nextParkedLook.isBefore(nextLook) ? nextParkedLook : nextLook;
            wake.await(Duration.between(Instant.now(), next));
        }
    }

    /** One statement: who relays beside us, and what is waiting. */
    private void look() throws SQLException {
        int members;
        long waiting;
        try (Statement look = connection.createStatement();
                ResultSet row = look.executeQuery(LOOK)) {
            row.next();
            members = Math.max(1, row.getInt("members"));
            waiting = row.getLong("waiting");
            meters.looked(waiting, row.getObject("oldest", OffsetDateTime.class), row.getLong("parked"));
        }
        if (waiting > loaded.size()) {
            wake.keepRows();
        }
        share(members);
    }

    private void share(int members) throws SQLException {
        int fair = (Lane.PARTITIONS + members - 1) / members;
        int mine = leases.count();
        if (mine < fair) {
            take(fair - mine);
        } else {
            for (Integer partition : leases.mine()) {
                if (mine - leaving.size() <= fair) {
                    break;
                }
                leaving.add(partition);
            }
            give();
        }
    }

    private void take(int most) throws SQLException {
        leaving.clear();
        Integer[] free = leases.others();
        java.util.Collections.shuffle(java.util.Arrays.asList(free), ThreadLocalRandom.current());
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setArray(1, connection.createArrayOf("int4", free));
            take.setInt(2, most);
            try (ResultSet taken = take.executeQuery()) {
                while (taken.next()) {
                    leases.add(taken.getInt(1));
                    wake.keepRows();
                }
            }
        }
    }

    /** A partition is given away only when nothing of it is under way any more. */
    private void give() throws SQLException {
        // Its next holder would send again what still stands there.
        deleteArrived();
        for (Integer partition : List.copyOf(leaving)) {
            boolean busy = chains.values().stream()
                    .anyMatch(chain -> chain.peekFirst() instanceof Row row && row.partition() == partition);
            if (!busy) {
                leases.remove(partition);
                leaving.remove(partition);
                try (PreparedStatement give = connection.prepareStatement(GIVE)) {
                    give.setInt(1, partition);
                    give.execute();
                }
            }
        }
    }

    private void load(Instant now) throws SQLException {
        pauses.values()
                .removeIf(pause -> pause.until().plus(Duration.ofMinutes(1)).isBefore(now));
        nextParkedLook = pauses.values().stream()
                .map(TopicPause::until)
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement load = connection.prepareStatement(LOAD)) {
            Integer[] partitions = java.util.Arrays.stream(leases.mine())
                    .filter(partition -> !leaving.contains(partition))
                    .toArray(Integer[]::new);
            // A topic that is being asked for would fill each load with rows that cannot leave yet.
            Set<String> paused = new HashSet<>(sending.asked());
            pauses.forEach((topic, pause) -> {
                if (now.isBefore(pause.until())) {
                    paused.add(topic);
                }
            });
            load.setArray(1, ids(arrived));
            load.setArray(2, connection.createArrayOf("int4", partitions));
            load.setArray(3, ids(loaded));
            load.setArray(4, connection.createArrayOf("text", paused.toArray()));
            load.setInt(5, ROWS_AT_ONCE);
            try (ResultSet result = load.executeQuery()) {
                while (result.next()) {
                    rows.add(Row.of(result));
                }
            }
        }
        forgetArrived();
        if (!rows.isEmpty()) {
            Rehearsal.present().pass(Point.BETWEEN_COMMIT_AND_SEND);
        }
        for (Row row : rows) {
            start(row);
        }
        if (rows.size() == ROWS_AT_ONCE) {
            wake.keepRows();
            wake.sendSettled();
        }
    }

    private void start(Row row) throws SQLException {
        if (!sending.knows(row.topic())) {
            return;
        }
        if (Rehearsal.present().without(Safeguard.MARKING)) {
            delete(List.of(row));
            // In the wrong order the same two steps have the same point between them.
            Rehearsal.present().pass(Point.BETWEEN_SEND_AND_MARK);
        }
        loaded.add(row.id());
        Deque<Row> chain = chains.computeIfAbsent(row.chain(), key -> new ArrayDeque<>());
        chain.addLast(row);
        // The next of a key leaves when the one before has arrived, so that none passes another that fails.
        if (chain.size() == 1) {
            send(row);
        }
    }

    private void send(Row row) {
        sending.send(row, (sent, failure) -> {
            settled.add(new Settled(sent, failure));
            wake.sendSettled();
        });
    }

    private void settle() throws SQLException {
        boolean broken = false;
        for (Settled next = settled.poll(); next != null; next = settled.poll()) {
            Row row = next.row();
            // A send from before a pause or a new producer may still come back; its row has been loaded anew.
            if (chains.get(row.chain()) == null || chains.get(row.chain()).peekFirst() != row) {
                continue;
            }
            if (next.failure() == null) {
                arrived.add(row);
                advance(row);
            } else {
                broken |= Sending.breaksProducer(next.failure());
                fail(row, next.failure());
            }
        }
        if (!arrived.isEmpty()) {
            Rehearsal.present().pass(Point.BETWEEN_SEND_AND_MARK);
        }
        if (broken) {
            deleteArrived();
            log.warn("the producer is beyond use, a new one takes its place");
            chains.clear();
            loaded.clear();
            sending.renew();
            wake.keepRows();
        }
        if (!leaving.isEmpty()) {
            give();
        }
    }

    private void deleteArrived() throws SQLException {
        if (!arrived.isEmpty()) {
            delete(arrived);
            forgetArrived();
        }
    }

    private void forgetArrived() {
        arrived.forEach(row -> loaded.remove(row.id()));
        meters.sent(arrived);
        arrived.clear();
    }

    private void delete(List<Row> rows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, ids(rows));
            delete.executeUpdate();
        }
    }

    private void advance(Row row) {
        pauses.remove(row.topic());
        Deque<Row> chain = chains.get(row.chain());
        if (chain == null) {
            return;
        }
        chain.removeFirst();
        Row next = chain.peekFirst();
        if (next == null) {
            chains.remove(row.chain());
        } else {
            send(next);
        }
    }

    private void fail(Row row, Exception failure) throws SQLException {
        Deque<Row> chain = chains.remove(row.chain());
        if (chain != null) {
            chain.forEach(waiting -> loaded.remove(waiting.id()));
        }
        Instant again;
        if (Sending.lasting(failure)) {
            Duration pause = settings.pause(row.attempts());
            log.error(
                    "{} {} of {} cannot be sent, its key waits {}", row.type(), row.ceId(), row.key(), pause, failure);
            try (PreparedStatement park = connection.prepareStatement(PARK)) {
                park.setLong(1, pause.toMillis());
                park.setString(2, failure.toString());
                park.setLong(3, row.id());
                park.executeUpdate();
            }
            again = Instant.now().plus(pause);
        } else {
            TopicPause before = pauses.get(row.topic());
            Instant now = Instant.now();
            if (before != null && now.isBefore(before.until())) {
                again = before.until();
            } else {
                int times = before == null ? 0 : before.times() + 1;
                Duration pause = settings.shortestPause().multipliedBy(1L << Math.min(times, 10));
                again = now.plus(pause.compareTo(LONGEST_TOPIC_PAUSE) > 0 ? LONGEST_TOPIC_PAUSE : pause);
                pauses.put(row.topic(), new TopicPause(again, times));
                log.warn("{} does not take events for now: {}", row.topic(), failure.toString());
            }
        }
        if (again.isBefore(nextParkedLook)) {
            nextParkedLook = again;
        }
    }

    private Array ids(List<Row> rows) throws SQLException {
        return ids(rows.stream().map(Row::id).toList());
    }

    private Array ids(java.util.Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("int8", ids.toArray());
    }

    @Override
    public void close() throws SQLException {
        leases.clear();
        connection.close();
    }
}
