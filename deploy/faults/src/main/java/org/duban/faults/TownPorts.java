package org.duban.faults;

import java.util.HashSet;
import java.util.Set;
import org.duban.local.process.Ports;

/** Ports of all towns that stand side by side: what is given to one and not yet bound is not given to another. */
final class TownPorts {

    private static final Set<Integer> GIVEN = new HashSet<>();

    private TownPorts() {}

    static synchronized int next() {
        int port = Ports.free(GIVEN);
        GIVEN.add(port);
        return port;
    }
}
