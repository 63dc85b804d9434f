package org.duban.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param first the first seed; the others follow it
 * @param lasting how long each seed's faults go on
 * @param parallel how many towns stand side by side
 * @param without the safeguard to leave out; null for none
 */
record Order(
        int seeds,
        Duration lasting,
        long first,
        int parallel,
        @Nullable String without) {

    static final String USAGE = "usage: deploy/faults/run --seeds N --minutes M [--seed S] [--parallel P]"
            + " [--without inbox|outbox|key|marking|retry-key]";

    private static final Set<String> SAFEGUARDS = Set.of("inbox", "outbox", "key", "marking", "retry-key");

    /** @throws IllegalArgumentException with one line that says what is wrong */
    static Order of(List<String> words) {
        int seeds = 1;
        Duration lasting = Duration.ofMinutes(2);
        long first = System.currentTimeMillis() % 1_000_000;
        int parallel = 1;
        String without = null;
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            String word = left.pop();
            if (left.isEmpty()) {
                throw new IllegalArgumentException(word + " needs a value\n" + USAGE);
            }
            String value = left.pop();
            switch (word) {
                case "--seeds" -> seeds = Integer.parseInt(value);
                case "--minutes" -> lasting = Duration.ofMillis(Math.round(Double.parseDouble(value) * 60_000));
                case "--seed" -> first = Long.parseLong(value);
                case "--parallel" -> parallel = Integer.parseInt(value);
                case "--without" -> without = value;
                default -> throw new IllegalArgumentException(word + " is unknown\n" + USAGE);
            }
        }
        if (seeds < 1 || parallel < 1 || lasting.isNegative() || lasting.isZero()) {
            throw new IllegalArgumentException("at least one seed, one at a time, and some minutes\n" + USAGE);
        }
        if (without != null && !SAFEGUARDS.contains(without)) {
            throw new IllegalArgumentException(without + " is no safeguard\n" + USAGE);
        }
        return new Order(seeds, lasting, first, parallel, without);
    }

    /** The command that runs this seed alone once more. */
    String again(long seed) {
        return "deploy/faults/run --seeds 1 --minutes " + lasting.toMillis() / 60_000.0 + " --seed " + seed
                + (without == null ? "" : " --without " + without);
    }
}
