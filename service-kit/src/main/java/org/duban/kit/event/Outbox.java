package org.duban.kit.event;

/** Where events are put down in the transaction that makes them true. */
public interface Outbox {

    /**
     * Writes the event in the caller's transaction; it leaves for Kafka once that has committed. For one key, events leave
     * in the order of commit, and within a transaction in the order of the calls.
     *
     * @throws IllegalStateException without an active transaction, or where it has been written to its end
     */
    void append(Outgoing event);
}
