package org.duban.faults;

import java.time.Duration;
import java.util.List;
import org.duban.faults.MailServer.Mood;
import org.duban.faults.Wire.State;

/** Something that goes wrong for a while. */
sealed interface Fault {

    /** Moments between two steps at which a process can be made to end. */
    List<String> POINTS = List.of("BETWEEN_COMMIT_AND_SEND", "BETWEEN_SEND_AND_MARK", "BETWEEN_EFFECT_AND_OFFSET");

    void begin(Town town);

    default void end(Town town) {}

    /** {@code kill -9} of a service, which somebody starts again. */
    record Killed(String service) implements Fault {
        @Override
        public void begin(Town town) {
            town.services().get(service).kill();
        }

        @Override
        public void end(Town town) {
            town.services().get(service).start();
        }
    }

    /** As {@link Killed}, at a named moment; where it was never passed, nothing happened. */
    record KilledAt(String service, String point) implements Fault {
        @Override
        public void begin(Town town) {
            town.services().get(service).arm(point);
        }

        @Override
        public void end(Town town) {
            town.services().get(service).disarm(point);
            town.services().get(service).start();
        }
    }

    /** Stopped and resumed: to the others it looks dead, to itself nothing happened. */
    record Paused(String service) implements Fault {
        @Override
        public void begin(Town town) {
            town.services().get(service).signal("STOP");
        }

        @Override
        public void end(Town town) {
            town.services().get(service).signal("CONT");
        }
    }

    /** A second instance comes and goes: leases move, consumers are assigned anew. */
    record Joined(String service) implements Fault {
        @Override
        public void begin(Town town) {
            town.services().join(service);
        }

        @Override
        public void end(Town town) {
            town.services().dismiss(service);
        }
    }

    record KafkaKilled() implements Fault {
        @Override
        public void begin(Town town) {
            town.messages().kill();
        }

        @Override
        public void end(Town town) {
            town.messages().ensure();
        }
    }

    record PostgresStopped() implements Fault {
        @Override
        public void begin(Town town) {
            town.databases().stopNow();
        }

        @Override
        public void end(Town town) {
            town.databases().ensure();
        }
    }

    /** Nothing more can be written under the databases; who may not mount a small disk is spared. */
    record DiskFull() implements Fault {
        @Override
        public void begin(Town town) {
            town.databases().disk().fill();
        }

        @Override
        public void end(Town town) {
            town.databases().disk().free();
            town.databases().ensure();
        }
    }

    record BackendsTerminated(String service) implements Fault {
        @Override
        public void begin(Town town) {
            town.databases().terminateBackends(service);
        }
    }

    record Disturbed(String wire, State state) implements Fault {
        @Override
        public void begin(Town town) {
            town.wires().get(wire).become(state);
        }

        @Override
        public void end(Town town) {
            town.wires().get(wire).become(State.OPEN);
        }
    }

    record MailFails(Mood mood) implements Fault {
        @Override
        public void begin(Town town) {
            town.mail().become(mood);
        }

        @Override
        public void end(Town town) {
            town.mail().become(Mood.WELL);
        }
    }

    record ClockJumps(int days) implements Fault {
        @Override
        public void begin(Town town) {
            town.clock().advance(Duration.ofDays(days));
        }
    }

    /** A value that nobody can read, and an event without its headers. */
    record Poisoned(String topic) implements Fault {
        @Override
        public void begin(Town town) {
            town.messages().topics().poison(topic);
        }
    }

    /** Every event of a topic once more, so many times, the keys shuffled, the order within a key kept. */
    record Redelivered(String topic, int times, long seed) implements Fault {
        @Override
        public void begin(Town town) {
            town.messages().topics().redeliver(topic, times, seed);
        }
    }
}
