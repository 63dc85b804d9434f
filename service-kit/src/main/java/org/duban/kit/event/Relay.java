package org.duban.kit.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.duban.kit.live.SideConnections;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Takes events from the outbox to Kafka on a thread of its own; another thread listens for rows that other instances wrote. */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration LISTEN = Duration.ofSeconds(30);

    private final SideConnections connections;
    private final OutboxSettings settings;
    private final Leases leases;
    private final Wake wake;
    private final Sending sending;
    private final OutboxMeters meters;

    private volatile boolean going;
    private volatile Thread[] threads = {};
    private int lastBackend;

    Relay(
            SideConnections connections,
            OutboxSettings settings,
            Leases leases,
            Wake wake,
            Sending sending,
            OutboxMeters meters) {
        this.connections = connections;
        this.settings = settings;
        this.leases = leases;
        this.wake = wake;
        this.sending = sending;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        if (going) {
            return;
        }
        going = true;
        threads = new Thread[] {
            Thread.ofPlatform().daemon().name("duban-outbox-relay").start(() -> keepOn("relay", this::relay)),
            Thread.ofPlatform().daemon().name("duban-outbox-listen").start(() -> keepOn("listen", this::listen))
        };
    }

    private interface Work {
        void run() throws SQLException, InterruptedException;
    }

    private void keepOn(String what, Work work) {
        Duration pause = Duration.ofMillis(100);
        while (going) {
            long started = System.nanoTime();
            try {
                work.run();
            } catch (InterruptedException stopped) {
                return;
            } catch (SQLException | RuntimeException | Error failure) {
                if (!going) {
                    return;
                }
                boolean wasFine =
                        System.nanoTime() - started > Duration.ofSeconds(5).toNanos();
                pause = wasFine ? Duration.ofMillis(100) : pause.multipliedBy(2);
                pause = pause.compareTo(Duration.ofSeconds(2)) > 0 ? Duration.ofSeconds(2) : pause;
                log.warn("outbox {} starts again in {}: {}", what, pause, failure.toString());
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    private void relay() throws SQLException, InterruptedException {
        Connection connection = connections.open("relay", Duration.ofSeconds(12));
        try (RelaySession session = new RelaySession(connection, settings, leases, wake, sending, meters)) {
            endPredecessor(connection);
            session.work(() -> going);
        } finally {
            leases.clear();
            connection.close();
        }
    }

    // After a stalled connection its server side may still hold our leases.
    private void endPredecessor(Connection connection) throws SQLException {
        int own = connection.unwrap(PGConnection.class).getBackendPID();
        if (lastBackend != 0) {
            try (PreparedStatement end = connection.prepareStatement(
                    "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and application_name = ?")) {
                end.setInt(1, lastBackend);
                end.setString(2, connections.name("relay"));
                end.execute();
            }
        }
        lastBackend = own;
    }

    private void listen() throws SQLException {
        try (Connection connection = connections.open("listen", Duration.ZERO);
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + JdbcOutbox.CHANNEL);
            wake.rowsWritten();
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (going) {
                var notifications = postgres.getNotifications(Math.toIntExact(LISTEN.toMillis()));
                if (notifications != null && notifications.length > 0) {
                    wake.rowsWritten();
                } else if (!connection.isValid(5)) {
                    throw new SQLException("the listening connection is gone");
                }
            }
        }
    }

    @Override
    public synchronized void stop() {
        going = false;
        wake.sendSettled();
        for (Thread thread : threads) {
            thread.interrupt();
        }
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(2));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        sending.close();
    }

    @Override
    public boolean isRunning() {
        return going;
    }

    @Override
    public int getPhase() {
        // Stops after the web server and the listeners, so that their last events still leave.
        return 0;
    }
}
