package org.duban.local.broker;

import java.time.Duration;

/** Creates the topics that are missing, for a broker that is not ours: {@code TopologyMain <bootstrap servers>}. */
final class TopologyMain {

    private TopologyMain() {}

    public static void main(String[] arguments) {
        Topology.create(arguments[0], Duration.ofMinutes(2));
    }
}
