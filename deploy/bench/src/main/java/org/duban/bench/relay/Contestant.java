package org.duban.bench.relay;

/** A way to get an event from a transaction to Kafka. */
interface Contestant {

    /** In the caller's transaction. */
    void write(String key, long number);
}
