package org.duban.faults;

import java.nio.file.Path;
import java.time.Duration;
import org.duban.local.broker.Broker;
import org.duban.local.process.Daemon;

/** Kafka, and what lies in it. */
final class Messages {

    private final Daemon daemon;
    private final Broker broker;
    private final Topics topics;
    private volatile boolean over;

    Messages(Path folder, Daemon daemon) {
        this.daemon = daemon;
        broker = new Broker(folder, TownPorts.next(), TownPorts.next(), daemon);
        topics = new Topics(broker.bootstrapServers());
    }

    String servers() {
        return broker.bootstrapServers();
    }

    Topics topics() {
        return topics;
    }

    /** For good: what still waits to start it finds that it is over. */
    void end() {
        over = true;
        kill();
    }

    void kill() {
        daemon.find().ifPresent(process -> {
            process.destroyForcibly();
            Daemon.hasEnded(process, Duration.ofSeconds(10));
        });
    }

    /** Starts it where it does not run; where another fault strikes meanwhile, again. */
    synchronized void ensure() {
        Pause.untilDone("Kafka", () -> {
            if (!over) {
                broker.start();
            }
        });
    }
}
