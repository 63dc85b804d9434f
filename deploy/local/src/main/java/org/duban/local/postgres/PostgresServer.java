package org.duban.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.local.process.Attached;
import org.duban.local.process.Commands;
import org.duban.local.process.Daemon;
import org.duban.local.process.LocalFailure;
import org.duban.local.process.Ports;

/**
 * One PostgreSQL 18 server on 127.0.0.1, with a password, in a data folder of its own.
 *
 * <p>{@link #start} never attaches to a server that it did not start itself: one that is found running on the folder is
 * stopped first, and the pid file of one that is gone is recognised.
 */
public final class PostgresServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path data;
    private final int port;
    private final boolean durable;
    private final Daemon daemon;
    private final Unprivileged user;

    /**
     * @param folder holds the data, the log and the superuser's password
     * @param durable whether a commit outlives the machine (fsync); only tests may do without
     */
    public PostgresServer(Path folder, int port, boolean durable, Daemon daemon) {
        this.folder = folder.toAbsolutePath().normalize();
        this.data = this.folder.resolve("data");
        this.port = port;
        this.durable = durable;
        this.daemon = daemon;
        this.user = Unprivileged.forCurrentUser();
    }

    /** A server for as long as this process lives: whatever ends it ends the server and removes the folder. */
    public static PostgresServer forThisProcess(Path folder) {
        for (int attempt = 1; ; attempt++) {
            Daemon daemon = new Daemon("PostgreSQL", folder.resolve("postgres.pid"), folder.resolve("postgres.log"));
            PostgresServer server = new PostgresServer(folder, Ports.free(), false, daemon);
            server.initialise();
            try {
                server.startAsChild();
                return server;
            } catch (LocalFailure failure) {
                if (attempt == 3 || !daemon.lastWords().contains("in use")) {
                    throw failure;
                }
            }
        }
    }

    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public boolean isRunning() {
        return daemon.isRunning();
    }

    /**
     * Initialises the folder when it is new, and returns once connections are accepted.
     *
     * @return what was noticed on the way and the user should know
     */
    public List<String> start() {
        if (daemon.isRunning()) {
            return List.of();
        }
        initialise();
        List<String> notices = clearAway();
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            ProcessHandle process = daemon.start(user.command(command()), environment(), folder);
            if (waitUntilReady(process, end)) {
                return notices;
            }
            // Backends of a postmaster that was killed need a moment to notice, and hold the shared memory until then.
            if (!daemon.lastWords().contains("shared memory block")
                    || Instant.now().isAfter(end)) {
                daemon.forget();
                throw new LocalFailure(
                        "PostgreSQL 启动失败 / did not start: " + daemon.lastWords() + " (" + daemon.log() + ")");
            }
            pause();
        }
    }

    /** Ends it, rolling back what is under way; nothing committed is lost. */
    public void stop() {
        daemon.find().ifPresent(process -> interrupt(process.pid()));
        daemon.forget();
    }

    /** Makes sure that the role and its database exist and that the role has this password. */
    public void ensureDatabase(String database, String role, String password) {
        new Superuser(jdbcUrl(Superuser.NAME), superuserPassword()).ensureDatabase(database, role, password);
    }

    private void initialise() {
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new LocalFailure("数据目录 " + folder + " 不属于当前用户（属于 "
                        + Files.getOwner(folder).getName() + "）/ belongs to another user");
            }
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            if (Files.exists(data.resolve("PG_VERSION"))) {
                // A copied folder may have lost the modes that PostgreSQL insists on.
                Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
                own();
                return;
            }
            Path password = passwordFile();
            Files.deleteIfExists(password);
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, newPassword());
            own();
            // A folder that a crash left half-made would be refused by initdb; without PG_VERSION it holds nothing.
            Commands.run(List.of("rm", "-rf", data.toString()));
            Commands.Outcome outcome = Commands.run(user.command(List.of(
                    binaries().program("initdb"),
                    "--pgdata=" + data,
                    "--username=" + Superuser.NAME,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    durable ? "--data-checksums" : "--no-sync")));
            if (!outcome.succeeded()) {
                throw new LocalFailure("PostgreSQL 初始化失败 / initdb failed: "
                        + outcome.said().lines().reduce((a, b) -> b).orElse(""));
            }
        } catch (IOException e) {
            throw new LocalFailure("无法写入 " + folder + " / cannot write: " + e.getMessage(), e);
        }
    }

    private List<String> clearAway() {
        Optional<Postmaster> found = Postmaster.of(data);
        if (found.isEmpty()) {
            return List.of();
        }
        Postmaster postmaster = found.get();
        if (postmaster.process().isPresent()) {
            interrupt(postmaster.pid());
            if (postmaster.process().isPresent()) {
                throw new LocalFailure("数据目录 " + data + " 正被另一个 PostgreSQL（进程 " + postmaster.pid()
                        + "）使用，无法停止 / in use by another PostgreSQL that cannot be stopped");
            }
            return List.of("已停止占用数据目录的遗留 PostgreSQL（进程 " + postmaster.pid() + "）/ stopped a stale PostgreSQL");
        }
        if (postmaster.isOutlivedByItsPid()) {
            postmaster.replacePid();
        }
        return List.of("PostgreSQL 上次未正常停止，已自动恢复 / PostgreSQL had not been shut down, recovering");
    }

    private void own() {
        if (user.isForRoot()) {
            Commands.run(List.of("chown", "-R", user.owner(), folder.toString()));
        }
    }

    private List<String> command() {
        return List.of(
                binaries().program("postgres"),
                "-D",
                data.toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=" + (durable ? "256MB" : "128MB"),
                "-c",
                "fsync=" + (durable ? "on" : "off"),
                "-c",
                "synchronous_commit=" + (durable ? "on" : "off"),
                "-c",
                "full_page_writes=" + (durable ? "on" : "off"),
                "-c",
                "timezone=Asia/Shanghai",
                "-c",
                "log_timezone=Asia/Shanghai");
    }

    private Map<String, String> environment() {
        return Map.of("LC_ALL", "C", "TZ", "Asia/Shanghai");
    }

    private void startAsChild() {
        ProcessHandle shell = Attached.start(folder, daemon.log(), "QUIT", user.command(command()));
        if (!waitUntilReady(shell, Instant.now().plus(PATIENCE))) {
            throw new LocalFailure("PostgreSQL did not start: " + daemon.lastWords());
        }
    }

    private boolean waitUntilReady(ProcessHandle process, Instant end) {
        while (Daemon.isAlive(process) && Instant.now().isBefore(end)) {
            Optional<Postmaster> postmaster = Postmaster.of(data);
            if (postmaster
                    .filter(Postmaster::isReady)
                    .flatMap(Postmaster::process)
                    .isPresent()) {
                return true;
            }
            pause();
        }
        return false;
    }

    private void interrupt(long pid) {
        Commands.run(List.of("kill", "-INT", String.valueOf(pid)));
        ProcessHandle.of(pid).ifPresent(process -> {
            if (!Daemon.hasEnded(process, Duration.ofSeconds(20))) {
                Commands.run(List.of("kill", "-QUIT", String.valueOf(pid)));
                Daemon.hasEnded(process, Duration.ofSeconds(10));
            }
        });
    }

    private PostgresBinaries binaries() {
        PostgresBinaries usual = PostgresBinaries.unpacked();
        return user.canRun(usual.program("postgres"), "--version") ? usual : PostgresBinaries.unpackedForAnybody();
    }

    private Path passwordFile() {
        return folder.resolve("superuser-password");
    }

    private String superuserPassword() {
        try {
            return Files.readString(passwordFile());
        } catch (IOException e) {
            throw new LocalFailure("无法读取 " + passwordFile() + " / cannot read", e);
        }
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void pause() {
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("interrupted", e);
        }
    }
}
