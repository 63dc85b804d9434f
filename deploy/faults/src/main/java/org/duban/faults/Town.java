package org.duban.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duban.local.broker.Broker;
import org.duban.local.postgres.PostgresServer;
import org.duban.local.process.Daemon;
import org.duban.local.process.LocalFailure;
import org.duban.local.process.Ports;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Kafka and the four services as real processes on a data folder of their own. The services reach the database, and
 * the world reaches the gateway, over wires that can be disturbed.
 */
final class Town implements Closeable {

    static final List<String> SERVICES = List.of("task-service", "meeting-service", "notification-service", "gateway");
    static final String ADMIN_PASSWORD = "faults-Admin-2026";

    private static final String PASSWORD = "faults";
    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 9, 0);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Path code;
    private final Path data;
    private final @Nullable String without;
    private final Set<Integer> ports = new HashSet<>();
    private final Map<String, Wire> wires = new LinkedHashMap<>();
    private final Map<String, Integer> httpPorts = new HashMap<>();
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final List<Instance> extras = new ArrayList<>();
    private final SmallDisk disk;
    private final PostgresServer postgres;
    private final Daemon postgresDaemon;
    private final Broker kafka;
    private final Daemon kafkaDaemon;
    private final MailServer mail;
    private final Topics topics;
    private final int mailPort;
    private final int doorPort;

    Town(Path code, Path data, @Nullable String without) {
        this.code = code;
        this.data = data;
        this.without = without;
        disk = new SmallDisk(data.resolve("postgres"));
        postgresDaemon = daemon("postgres");
        postgres = new PostgresServer(data.resolve("postgres"), port(), true, postgresDaemon);
        kafkaDaemon = daemon("kafka");
        kafka = new Broker(data.resolve("kafka"), port(), port(), kafkaDaemon);
        topics = new Topics(kafka.bootstrapServers());
        mailPort = port();
        mail = new MailServer(mailPort);
        SERVICES.forEach(service -> httpPorts.put(service, port()));
        SERVICES.forEach(service -> wire("postgres of " + service, postgres.port()));
        doorPort = wire("door", httpPort("gateway"));
        wire("task-service", httpPort("task-service"));
    }

    private int httpPort(String service) {
        return Objects.requireNonNull(httpPorts.get(service));
    }

    private int wire(String name, int target) {
        int port = port();
        wires.put(name, new Wire(port, target));
        return port;
    }

    private int port() {
        int port = Ports.free(ports);
        ports.add(port);
        return port;
    }

    private Daemon daemon(String name) {
        return new Daemon(
                name,
                data.resolve("run").resolve(name + ".pid"),
                data.resolve("logs").resolve(name + ".log"));
    }

    // ---- what it does

    void start() {
        writeClock();
        inParallel(List.of(this::startPostgres, kafka::start));
        List<Runnable> starts = new ArrayList<>();
        for (String service : SERVICES) {
            Instance instance = instance(service, service, httpPort(service), port());
            instances.put(service, instance);
            starts.add(() -> {
                instance.start();
                instance.awaitHealthy();
            });
        }
        inParallel(starts);
    }

    private void writeClock() {
        long ahead =
                Duration.between(Instant.now(), BEGIN.atZone(ZONE).toInstant()).toMillis();
        try {
            Files.createDirectories(data);
            Files.write(clock(), ByteBuffer.allocate(Long.BYTES).putLong(ahead).array(), StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path clock() {
        return data.resolve("clock");
    }

    private void startPostgres() {
        postgres.start();
        for (String service : SERVICES) {
            String database = database(service);
            postgres.ensureDatabase(database, database, PASSWORD);
            try (Connection connection = connect(service);
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema if not exists rehearsal");
                statement.execute("create table if not exists rehearsal.effect (consumer text, ce_id uuid)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static String database(String service) {
        return service.replace("-service", "");
    }

    private Instance instance(String name, String service, int httpPort, int managementPort) {
        Path rehearsal = data.resolve("rehearsal").resolve(name);
        try {
            Files.createDirectories(rehearsal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String database = database(service);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(httpPort));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(managementPort));
        environment.put(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:" + wire("postgres of " + service).port() + "/" + database);
        environment.put("SPRING_DATASOURCE_USERNAME", database);
        environment.put("SPRING_DATASOURCE_PASSWORD", PASSWORD);
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("DUBAN_CLOCK_FILE", clock().toString());
        environment.put("DUBAN_SECURITY_ISSUER", "http://localhost:" + httpPort("gateway"));
        environment.put("DUBAN_SECURITY_JWK_SET_URI", "http://127.0.0.1:" + httpPort("gateway") + "/oauth2/jwks");
        environment.put("DUBAN_REHEARSAL", rehearsal.toString());
        if (without != null) {
            environment.put("DUBAN_REHEARSAL_WITHOUT", without);
        }
        int megabytes = 320;
        switch (service) {
            case "notification-service" -> {
                environment.put("SPRING_MAIL_HOST", "127.0.0.1");
                environment.put("SPRING_MAIL_PORT", String.valueOf(mailPort));
                environment.put("DUBAN_PAGE_ADDRESS", door());
            }
            case "gateway" -> {
                environment.put(
                        "DUBAN_ROUTES_TASK",
                        "http://127.0.0.1:" + wire("task-service").port());
                environment.put("DUBAN_ROUTES_MEETING", "http://127.0.0.1:" + httpPort("meeting-service"));
                environment.put("DUBAN_ROUTES_NOTIFICATION", "http://127.0.0.1:" + httpPort("notification-service"));
                environment.put("DUBAN_ADMIN_USERNAME", "admin");
                environment.put("DUBAN_ADMIN_PASSWORD", ADMIN_PASSWORD);
                environment.put("DUBAN_ADMIN_MUST_CHANGE", "false");
            }
            default -> megabytes = 448;
        }
        List<String> command = List.of(
                Apps.java(),
                "-Xms96m",
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                Apps.unpacked(code, service).toString());
        return new Instance(
                service,
                daemon(name),
                command,
                environment,
                rehearsal,
                URI.create("http://127.0.0.1:" + managementPort + "/actuator/health"));
    }

    // ---- what faults take hold of

    Instance service(String name) {
        return Objects.requireNonNull(instances.get(name), name);
    }

    /** A second instance of a service, which shares its work; it is not waited for. */
    synchronized Instance join(String service) {
        Instance second = instance(service + "-" + (extras.size() + 2), service, port(), port());
        extras.add(second);
        second.start();
        return second;
    }

    /** Kills the second instances of a service. */
    synchronized void dismiss(String service) {
        extras.stream().filter(extra -> extra.service().equals(service)).forEach(Instance::kill);
    }

    Topics topics() {
        return topics;
    }

    Wire wire(String name) {
        return Objects.requireNonNull(wires.get(name), name);
    }

    MailServer mail() {
        return mail;
    }

    void killKafka() {
        kafkaDaemon.find().ifPresent(process -> {
            process.destroyForcibly();
            Daemon.hasEnded(process, Duration.ofSeconds(10));
        });
    }

    void ensureKafka() {
        again(kafka::start);
    }

    /** Immediate stop: no checkpoint, nobody is waited for. */
    void stopPostgresNow() {
        postgresDaemon.find().ifPresent(process -> {
            org.duban.local.process.Commands.run(List.of("kill", "-QUIT", String.valueOf(process.pid())));
            Daemon.hasEnded(process, Duration.ofSeconds(20));
        });
    }

    void ensurePostgres() {
        again(postgres::start);
    }

    // Another fault may strike while it starts.
    private synchronized void again(Runnable start) {
        for (int tries = 1; ; tries++) {
            try {
                start.run();
                return;
            } catch (LocalFailure struck) {
                if (tries == 5) {
                    throw struck;
                }
                Pause.of(Duration.ofSeconds(1));
            }
        }
    }

    /** The disk that the databases are on. */
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

    /** Moves the business clock, which only ever goes forward. */
    synchronized void advanceClock(Duration by) {
        try {
            long ahead = ByteBuffer.wrap(Files.readAllBytes(clock())).getLong() + by.toMillis();
            Files.write(clock(), ByteBuffer.allocate(Long.BYTES).putLong(ahead).array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalDateTime now() {
        try {
            long ahead = ByteBuffer.wrap(Files.readAllBytes(clock())).getLong();
            return LocalDateTime.ofInstant(Instant.now().plusMillis(ahead), ZONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every fault that may still last, and waits until all is well. */
    void heal() {
        wires.values().forEach(wire -> wire.become(Wire.State.OPEN));
        mail.become(MailServer.Mood.WELL);
        disk.free();
        inParallel(List.of(this::ensurePostgres, this::ensureKafka));
        extras.forEach(extra -> {
            extra.signal("CONT");
            extra.kill();
        });
        instances.values().forEach(instance -> {
            instance.signal("CONT");
            for (String point : Fault.POINTS) {
                instance.disarm(point);
            }
        });
        inParallel(instances.values().stream()
                .<Runnable>map(instance -> () -> {
                    instance.start();
                    instance.awaitHealthy();
                })
                .toList());
    }

    // ---- where it is found

    String door() {
        return "http://localhost:" + doorPort;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    String jdbcUrl(String service) {
        return postgres.jdbcUrl(database(service)) + "?connectTimeout=5&socketTimeout=30";
    }

    Connection connect(String service) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(service), database(service), PASSWORD);
    }

    static String password() {
        return PASSWORD;
    }

    Path data() {
        return data;
    }

    @Override
    public void close() throws IOException {
        extras.forEach(Instance::kill);
        instances.values().forEach(Instance::kill);
        killKafka();
        stopPostgresNow();
        for (Wire wire : wires.values()) {
            wire.close();
        }
        mail.close();
    }

    /** Removes what no one will look at. */
    void forget() {
        disk.close();
    }

    private static void inParallel(List<Runnable> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> results = new ArrayList<>();
            work.forEach(each -> results.add(threads.submit((Callable<Void>) () -> {
                each.run();
                return null;
            })));
            for (Future<?> result : results) {
                result.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
