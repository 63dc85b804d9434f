package org.duban.bench.supervision;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duban.bench.Figures;

/** Clients that ask again as soon as they are answered. */
final class Crowd {
    static final int CLIENTS = 8;

    /** One thing that a client asks; it throws where the answer is wrong. */
    @FunctionalInterface
    interface Asking {
        void ask(int client, int time) throws Exception;
    }

    /** @param times how long each answer took */
    record Asked(Figures times, double perSecond) {}

    Asked ask(int seconds, Asking asking) throws Exception {
        long began = System.nanoTime();
        long until = began + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                Callable<long[]> one = () -> asked(client, until, asking);
                all.add(threads.submit(one));
            }
            var micros = new ArrayList<long[]>();
            for (var one : all) {
                micros.add(one.get());
            }
            long[] times = micros.stream().flatMapToLong(Arrays::stream).toArray();
            return new Asked(Figures.of(times), times.length * 1e9 / (System.nanoTime() - began));
        }
    }

    private static long[] asked(int client, long until, Asking asking) throws Exception {
        var micros = new ArrayList<Long>();
        for (int time = 0; System.nanoTime() < until; time++) {
            long from = System.nanoTime();
            asking.ask(client, time);
            micros.add((System.nanoTime() - from) / 1_000);
        }
        return micros.stream().mapToLong(Long::longValue).toArray();
    }

    static OutputStream nowhere() {
        return OutputStream.nullOutputStream();
    }
}
