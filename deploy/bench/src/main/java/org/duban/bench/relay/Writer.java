package org.duban.bench.relay;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes events at a pace, each in a transaction of its own that changes something, and notes when it was committed. */
final class Writer {
    private static final int WRITERS = 8;
    private static final int KEYS = 500;

    private final Contestant contestant;
    private final JdbcOperations jdbc;
    private final TransactionTemplate transactions;

    Writer(Contestant contestant, JdbcOperations jdbc, TransactionTemplate transactions) {
        this.contestant = contestant;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * @param pace events a second; 0 as many as can be
     * @param commits of each event, number and microseconds since 1970
     */
    void write(long first, int events, int pace, Path commits) throws IOException {
        long[] committed = new long[events];
        var next = new AtomicLong();
        long started = System.nanoTime();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                writers.submit(() -> {
                    for (int at = (int) next.getAndIncrement(); at < events; at = (int) next.getAndIncrement()) {
                        waitUntil(pace == 0 ? started : started + at * 1_000_000_000L / pace);
                        write(first + at);
                        committed[at] = Micros.now();
                    }
                });
            }
        }
        try (var file = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(commits)))) {
            for (long each : committed) {
                file.writeLong(each);
            }
        }
    }

    private void write(long number) {
        transactions.executeWithoutResult(status -> {
            jdbc.update("insert into work (number) values (?)", number);
            contestant.write("key-" + number % KEYS, number);
        });
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
