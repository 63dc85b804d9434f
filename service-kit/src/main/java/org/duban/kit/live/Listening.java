package org.duban.kit.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Listens on a connection of its own. */
final class Listening implements SmartLifecycle {

    static final String CHANNEL = "duban_live";

    private static final Logger log = LoggerFactory.getLogger(Listening.class);
    private static final Duration LISTEN = Duration.ofSeconds(30);

    private final SideConnections connections;
    private final List<BroadcastListener> listeners;
    private volatile boolean going;
    private volatile Thread thread = Thread.currentThread();

    Listening(SideConnections connections, List<BroadcastListener> listeners) {
        this.connections = connections;
        this.listeners = listeners;
    }

    @Override
    public synchronized void start() {
        if (!going && !listeners.isEmpty()) {
            going = true;
            thread = Thread.ofPlatform().daemon().name("duban-live").start(this::keepListening);
        }
    }

    private void keepListening() {
        while (going) {
            try {
                listen();
            } catch (SQLException | RuntimeException | Error failure) {
                if (going) {
                    log.warn("listening starts again: {}", failure.toString());
                    pause();
                }
            }
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = connections.open("live", Duration.ZERO);
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            listeners.forEach(BroadcastListener::mayHaveMissed);
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (going) {
                var heard = postgres.getNotifications(Math.toIntExact(LISTEN.toMillis()));
                if (heard == null || heard.length == 0) {
                    if (!connection.isValid(5)) {
                        throw new SQLException("the listening connection is gone");
                    }
                    continue;
                }
                for (var notification : heard) {
                    hear(notification.getParameter());
                }
            }
        }
    }

    private void hear(String message) {
        for (BroadcastListener listener : listeners) {
            try {
                listener.heard(message);
            } catch (RuntimeException failure) {
                log.warn("a listener failed", failure);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        going = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return going;
    }
}
