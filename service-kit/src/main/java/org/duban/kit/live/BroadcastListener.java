package org.duban.kit.live;

/** Hears what any instance broadcast, on one thread and in order of commit. Must not block. */
public interface BroadcastListener {

    void heard(String message);

    /** The connection was lost and is back: what was said meanwhile was not heard. */
    void mayHaveMissed();
}
