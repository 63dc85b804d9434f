package org.duban.bench.relay;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duban.bench.Figures;
import org.duban.local.TestInfrastructure;

/** Measures each contestant on the same PostgreSQL and Kafka, one after another, and prints a table. */
public final class RelayBench {
    private static final int SLOW = 200;
    private static final int FAST = 1_000;
    private static final int ALL_AT_ONCE = 20_000;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final int seconds;
    private final int kills;
    private final List<Kind> kinds;
    private final TestInfrastructure infrastructure = TestInfrastructure.shared();
    private final Path folder;

    /** @param only one contestant's name; empty for all */
    public RelayBench(int seconds, int kills, String only) throws IOException {
        this.seconds = seconds;
        this.kills = kills;
        this.kinds = only.isEmpty() ? List.of(Kind.values()) : List.of(Kind.valueOf(only.toUpperCase(Locale.ROOT)));
        this.folder = Files.createTempDirectory("duban-bench-");
    }

    /** What one contestant reached; times in milliseconds, the takeover from the kill to the last event that waited for it. */
    private record Result(
            Kind kind,
            Figures slow,
            Figures fast,
            double mostPerSecond,
            double idleTransactions,
            List<Double> takeovers,
            List<Integer> duplicates,
            int lost,
            int passed) {}

    public void run() throws Exception {
        List<Result> results = new ArrayList<>();
        for (var kind : kinds) {
            results.add(measure(kind));
            System.err.println(kind + " measured");
        }
        print(results);
    }

    private Result measure(Kind kind) throws Exception {
        var name = "bench_" + kind.name().toLowerCase(Locale.ROOT);
        infrastructure.jdbcUrl(name);
        try (var reader = new Reader(infrastructure.bootstrapServers(), name)) {
            long next = 0;
            int lost = 0;
            Figures slow;
            Figures fast;
            double most;
            double idle;
            try (var instance = start(kind, name)) {
                // classes loaded, code compiled, connections open
                next = warm(instance, reader, next);
                idle = idleTransactions(name);
                slow = latency(instance, reader, next, SLOW);
                next += (long) SLOW * seconds;
                fast = latency(instance, reader, next, FAST);
                next += (long) FAST * seconds;
                most = mostPerSecond(instance, reader, next);
                next += ALL_AT_ONCE;
            }
            List<Double> takeovers = new ArrayList<>();
            List<Integer> duplicates = new ArrayList<>();
            for (int i = 0; i < kills; i++) {
                int twice = reader.twice();
                int events = SLOW * 10;
                takeovers.add(takeover(kind, name, reader, next, events));
                lost += reader.missing(next, events, LONGEST);
                duplicates.add(reader.twice() - twice);
                next += events;
            }
            return new Result(kind, slow, fast, most, idle, takeovers, duplicates, lost, reader.passed());
        }
    }

    private Instance start(Kind kind, String name) {
        return Instance.start(kind, name, name, folder.resolve(name + ".log"));
    }

    private long warm(Instance instance, Reader reader, long first) throws Exception {
        int events = FAST * 10;
        instance.write(first, events, FAST, folder.resolve("commits"));
        arrive(reader, first, events);
        return first + events;
    }

    private Figures latency(Instance instance, Reader reader, long first, int pace) throws Exception {
        int events = pace * seconds;
        var commits = folder.resolve("commits");
        instance.write(first, events, pace, commits);
        arrive(reader, first, events);
        return Figures.of(delays(reader, first, commits(commits, events)));
    }

    private double mostPerSecond(Instance instance, Reader reader, long first) throws Exception {
        long started = Micros.now();
        instance.write(first, ALL_AT_ONCE, 0, folder.resolve("commits"));
        arrive(reader, first, ALL_AT_ONCE);
        long last = 0;
        for (long number = first; number < first + ALL_AT_ONCE; number++) {
            last = Math.max(last, reader.arrived(number));
        }
        return ALL_AT_ONCE * 1e6 / (last - started);
    }

    // two instances share the work; one writes, the other is killed, and what it would have sent waits for the first
    private double takeover(Kind kind, String name, Reader reader, long first, int events) throws Exception {
        var commits = folder.resolve("commits");
        try (var survivor = start(kind, name);
                var other = start(kind, name)) {
            // until they have parted the work, and until half of it is done
            Thread.sleep(Duration.ofSeconds(4));
            survivor.begin(first, events, SLOW, commits);
            Thread.sleep(Duration.ofSeconds(4));
            long killed = Micros.now();
            other.kill();
            survivor.await("done");
            reader.missing(first, events, LONGEST);
            long[] committed = commits(commits, events);
            long worst = 0;
            for (int i = 0; i < events; i++) {
                // what was committed before the kill and came after it waited for the takeover too
                long from = Math.max(killed, committed[i]);
                worst = Math.max(worst, reader.arrived(first + i) - from);
            }
            return worst / 1000.0;
        }
    }

    private static void arrive(Reader reader, long first, int events) throws InterruptedException {
        int missing = reader.missing(first, events, LONGEST);
        if (missing > 0) {
            throw new IllegalStateException(missing + " of " + events + " events have not come");
        }
    }

    private static long[] delays(Reader reader, long first, long[] committed) {
        long[] delays = new long[committed.length];
        for (int i = 0; i < delays.length; i++) {
            // the reader may be quicker than the writer's note of its commit
            delays[i] = Math.max(0, reader.arrived(first + i) - committed[i]);
        }
        return delays;
    }

    private static long[] commits(Path file, int events) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            var bytes = ByteBuffer.wrap(in.readAllBytes()).asLongBuffer();
            long[] commits = new long[events];
            bytes.get(commits);
            return commits;
        }
    }

    private double idleTransactions(String database) throws Exception {
        // Idle backends hand in their statistics after ten seconds.
        Thread.sleep(Duration.ofSeconds(12));
        long before = transactions(database);
        Thread.sleep(IDLE);
        return (transactions(database) - before) / (double) IDLE.toSeconds();
    }

    private long transactions(String database) throws SQLException {
        // asked in another database, so as not to count itself
        try (var connection = DriverManager.getConnection(
                        infrastructure.jdbcUrl("bench"), infrastructure.username(), infrastructure.password());
                var statement = connection.prepareStatement(
                        "select xact_commit + xact_rollback from pg_stat_database where datname = ?")) {
            statement.setString(1, database);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void print(List<Result> results) {
        System.out.printf("%n%d processors, %d s at each pace, delays in ms from commit to reader%n", cores(), seconds);
        System.out.printf(
                "%-10s %17s %17s %9s %7s %20s %12s %5s %7s%n",
                "",
                SLOW + "/s p50  p99",
                FAST + "/s p50  p99",
                "most/s",
                "idle/s",
                "takeover ms",
                "duplicates",
                "lost",
                "passed");
        for (var result : results) {
            System.out.printf(
                    "%-10s %8.1f %8.1f %8.1f %8.1f %9.0f %7.1f %20s %12s %5d %7d%n",
                    result.kind().name().toLowerCase(Locale.ROOT),
                    result.slow().median(),
                    result.slow().share(0.99),
                    result.fast().median(),
                    result.fast().share(0.99),
                    result.mostPerSecond(),
                    result.idleTransactions(),
                    result.takeovers().stream().map(Math::round).toList(),
                    result.duplicates(),
                    result.lost(),
                    result.passed());
        }
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
