package org.duban.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The connections of a town that can be disturbed, by name. */
final class Wires {

    private final Map<String, Wire> wires = new LinkedHashMap<>();

    /** @return the port at which it begins */
    int add(String name, int target) {
        int port = TownPorts.next();
        wires.put(name, new Wire(port, target));
        return port;
    }

    Wire get(String name) {
        return Objects.requireNonNull(wires.get(name), name);
    }

    void mend() {
        wires.values().forEach(wire -> wire.become(Wire.State.OPEN));
    }

    void close() {
        wires.values().forEach(Wire::close);
    }
}
