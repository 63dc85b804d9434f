package org.duban.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the callers remember of their requests. */
final class Journal {

    private final List<Intent> intents = new CopyOnWriteArrayList<>();
    private final List<String> contradictions = new CopyOnWriteArrayList<>();

    void add(Intent intent) {
        intents.add(intent);
    }

    /** The same key and body got two different answers. */
    void contradiction(String what) {
        contradictions.add(what);
    }

    List<Intent> intents() {
        return List.copyOf(intents);
    }

    List<String> contradictions() {
        return List.copyOf(contradictions);
    }
}
