package org.duban.kit.event;

/**
 * Keys share lanes, lanes share partitions. Writers of one lane commit one after the other, one relay at a time sends a
 * partition; so for a key the order of ids is the order of commit and the order of sending.
 */
record Lane(int number) {

    // Bounded, so that a transaction with thousands of events holds no more locks than this.
    static final int LANES = 256;
    static final int PARTITIONS = 16;

    static Lane of(String key) {
        int spread = key.hashCode() * 0x9E3779B1;
        return new Lane((spread >>> 16) % LANES);
    }

    int partition() {
        return number % PARTITIONS;
    }
}
