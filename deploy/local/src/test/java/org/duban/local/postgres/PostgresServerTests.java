package org.duban.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.duban.local.process.Commands;
import org.duban.local.process.Daemon;
import org.duban.local.process.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTests {

    @TempDir
    Path folder;

    private Daemon daemon;
    private PostgresServer server;

    @BeforeEach
    void begin() throws SQLException {
        daemon = new Daemon("postgres", folder.resolve("postgres.pid"), folder.resolve("postgres.log"));
        server = new PostgresServer(folder.resolve("postgres"), Ports.free(), true, daemon);
        server.start();
        server.ensureDatabase("task", "task", "secret");
        execute("create table promise (words text)");
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void whatWasCommittedOutlivesAKill() throws SQLException {
        execute("insert into promise values ('kept')");
        kill(daemon.find().orElseThrow());

        List<String> notices = server.start();

        assertThat(promises()).isEqualTo("kept");
        assertThat(notices).singleElement().asString().contains("recovering");
    }

    @Test
    void aPidThatAnotherProcessHasGotDoesNotKeepItFromStarting() throws Exception {
        server.stop();
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Path data = folder.resolve("postgres/data");
            Files.writeString(
                    data.resolve("postmaster.pid"),
                    other.pid() + "\n" + data + "\n1000000000\n" + server.port() + "\n\n127.0.0.1\n\nready   \n");
            Commands.run(List.of(
                    "chown",
                    "--reference=" + data,
                    data.resolve("postmaster.pid").toString()));

            server.start();

            assertThat(promises()).isEmpty();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aServerThatItDidNotStartIsStoppedNotAttachedTo() throws SQLException {
        ProcessHandle foreign = daemon.find().orElseThrow();
        daemon.forget();

        List<String> notices = server.start();

        assertThat(foreign.isAlive()).isFalse();
        assertThat(daemon.find().orElseThrow().pid()).isNotEqualTo(foreign.pid());
        assertThat(notices).singleElement().asString().contains("stopped a stale PostgreSQL");
        assertThat(promises()).isEmpty();
    }

    @Test
    void startingTwiceChangesNothing() {
        ProcessHandle running = daemon.find().orElseThrow();

        assertThat(server.start()).isEmpty();

        assertThat(daemon.find().orElseThrow().pid()).isEqualTo(running.pid());
    }

    @Test
    void aDatabaseIsOpenToItsOwnerOnly() throws IOException {
        server.ensureDatabase("meeting", "meeting", "other");

        assertThat(Files.getPosixFilePermissions(folder.resolve("postgres/superuser-password")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("task"), "meeting", "other"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("task"), "task", "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("task"), "task", "secret")) {
            connection.createStatement().execute(sql);
        }
    }

    private String promises() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("task"), "task", "secret")) {
            ResultSet rows = connection
                    .createStatement()
                    .executeQuery("select coalesce(string_agg(words, ','), '') from promise");
            rows.next();
            return rows.getString(1);
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        assertThat(Daemon.hasEnded(process, Duration.ofSeconds(10))).isTrue();
    }
}
