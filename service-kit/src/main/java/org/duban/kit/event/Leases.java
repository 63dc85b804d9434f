package org.duban.kit.event;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Which partitions this instance relays. */
final class Leases {

    private final AtomicInteger held = new AtomicInteger();

    boolean holds(int partition) {
        return (held.get() & (1 << partition)) != 0;
    }

    void add(int partition) {
        held.updateAndGet(bits -> bits | (1 << partition));
    }

    void remove(int partition) {
        held.updateAndGet(bits -> bits & ~(1 << partition));
    }

    void clear() {
        held.set(0);
    }

    int count() {
        return Integer.bitCount(held.get());
    }

    Integer[] mine() {
        return IntStream.range(0, Lane.PARTITIONS).filter(this::holds).boxed().toArray(Integer[]::new);
    }

    Integer[] others() {
        return IntStream.range(0, Lane.PARTITIONS)
                .filter(p -> !holds(p))
                .boxed()
                .toArray(Integer[]::new);
    }
}
