package org.duban.bench.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duban.local.postgres.PostgresServer;
import org.duban.local.process.Daemon;
import org.duban.local.process.Ports;

/** A PostgreSQL whose commits outlive the machine, unlike the tests' one; its folder may be kept for the next run. */
final class Database implements AutoCloseable {
    static final String NAME = "task";
    static final String USER = "duban";
    static final String PASSWORD = "duban";

    private final Path folder;
    private final PostgresServer server;

    Database(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        server = new PostgresServer(
                folder,
                Ports.free(),
                true,
                new Daemon("PostgreSQL", folder.resolve("postgres.pid"), folder.resolve("postgres.log")));
        server.start();
        server.ensureDatabase(NAME, USER, PASSWORD);
        server.ensureDatabase("pgbench", USER, PASSWORD);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    }

    int port() {
        return server.port();
    }

    String url() {
        return server.jdbcUrl(NAME);
    }

    ProcessHandle process() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    void run(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }

    List<String> texts(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
