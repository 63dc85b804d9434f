package org.duban.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.duban.local.postgres.PostgresServer;
import org.duban.local.process.Commands;
import org.duban.local.process.Daemon;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** PostgreSQL on a small disk of its own, with a database for each service. */
final class Databases {

    static final String PASSWORD = "faults";

    private final SmallDisk disk;
    private final Daemon daemon;
    private final PostgresServer server;
    private volatile boolean over;

    Databases(Path folder, Daemon daemon) {
        this.daemon = daemon;
        disk = new SmallDisk(folder);
        server = new PostgresServer(folder, TownPorts.next(), true, daemon);
    }

    int port() {
        return server.port();
    }

    /** The database of a service, and the role that owns it. */
    static String name(String service) {
        return service.replace("-service", "");
    }

    void make(List<String> services) {
        server.start();
        for (String service : services) {
            server.ensureDatabase(name(service), name(service), PASSWORD);
            try (Connection connection = connect(service);
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema if not exists rehearsal");
                statement.execute("create table if not exists rehearsal.effect (consumer text, ce_id uuid)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** For good: what still waits to start it finds that it is over. */
    void end() {
        over = true;
        stopNow();
    }

    /** Immediate stop: no checkpoint, nobody is waited for. */
    void stopNow() {
        daemon.find().ifPresent(process -> {
            Commands.run(List.of("kill", "-QUIT", String.valueOf(process.pid())));
            Daemon.hasEnded(process, Duration.ofSeconds(20));
        });
    }

    /** Starts it where it does not run; where something else is in the way, until that has passed. */
    synchronized void ensure() {
        Pause.untilDone("PostgreSQL", () -> {
            if (!over) {
                server.start();
            }
        });
    }

    SmallDisk disk() {
        return disk;
    }

    void terminateBackends(String service) {
        try (Connection connection = connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        } catch (SQLException notThere) {
            // a database that is down has no backends
        }
    }

    /** Not over the services' wires. */
    Connection connect(String service) throws SQLException {
        return DriverManager.getConnection(url(service), name(service), PASSWORD);
    }

    DataSource source(String service) {
        return new DriverManagerDataSource(url(service), name(service), PASSWORD);
    }

    private String url(String service) {
        return server.jdbcUrl(name(service)) + "?connectTimeout=5&socketTimeout=30";
    }
}
