package org.duban.bench;

import java.util.Arrays;

/** Durations in microseconds, sorted. */
public record Figures(long[] sorted) {

    public static Figures of(long[] micros) {
        long[] sorted = micros.clone();
        Arrays.sort(sorted);
        return new Figures(sorted);
    }

    /** @return milliseconds below which that share of the durations lies */
    public double share(double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1000.0;
    }

    public double median() {
        return share(0.5);
    }

    public double most() {
        return share(1);
    }
}
