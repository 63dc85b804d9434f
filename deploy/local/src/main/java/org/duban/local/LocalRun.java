package org.duban.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duban.local.broker.Broker;
import org.duban.local.mailbox.MailboxMain;
import org.duban.local.postgres.PostgresServer;
import org.duban.local.process.AotCache;
import org.duban.local.process.Daemon;
import org.duban.local.process.LocalFailure;
import org.duban.local.process.Ports;
import org.jspecify.annotations.Nullable;

/** The whole topology: what runs, where it listens, and what it is told. */
final class LocalRun {

    static final List<String> DATABASES = List.of("task", "meeting", "notification", "gateway");
    private static final int DEFAULT_PORT = 8080;
    private static final boolean CACHES_WANTED = System.getenv("DUBAN_NO_CACHE") == null;

    private final Path code;
    private final DataFolder data;
    private final Settings settings;

    LocalRun(Path code, DataFolder data, Settings settings) {
        this.code = code;
        this.data = data;
        this.settings = settings;
    }

    // ---- what there is

    List<Service> services() {
        List<Service> services = new ArrayList<>();
        services.add(springService(
                "task-service",
                "task",
                448,
                Map.of("DUBAN_EVIDENCE_FOLDER", data.evidence().toString())));
        services.add(springService("meeting-service", "meeting", 288, Map.of()));
        services.add(springService(
                "notification-service",
                "notification",
                288,
                Map.of(
                        "SPRING_MAIL_HOST", "127.0.0.1",
                        "SPRING_MAIL_PORT", String.valueOf(settings.port("smtp")),
                        "DUBAN_PAGE_ADDRESS", address())));
        services.add(springService(
                "gateway",
                "gateway",
                320,
                Map.of(
                        "DUBAN_ROUTES_TASK", local("task-service"),
                        "DUBAN_ROUTES_MEETING", local("meeting-service"),
                        "DUBAN_ROUTES_NOTIFICATION", local("notification-service"),
                        "DUBAN_ADMIN_USERNAME", "admin",
                        "DUBAN_ADMIN_PASSWORD", settings.secret("admin"),
                        "DUBAN_ADMIN_MUST_CHANGE", String.valueOf(settings.is("empty")),
                        "DUBAN_MAILBOX_URL", mailboxAddress())));
        services.add(mailbox());
        return services;
    }

    PostgresServer postgres() {
        return new PostgresServer(data.postgres(), settings.port("postgres"), true, data.daemon("postgres"));
    }

    Broker kafka() {
        return new Broker(
                data.kafka(), settings.port("kafka"), settings.port("kafka-controller"), data.daemon("kafka"));
    }

    List<Daemon> daemons() {
        return List.of(
                data.daemon("postgres"),
                data.daemon("kafka"),
                data.daemon("task-service"),
                data.daemon("meeting-service"),
                data.daemon("notification-service"),
                data.daemon("gateway"),
                data.daemon("mailbox"));
    }

    int port() {
        return settings.port("gateway");
    }

    String address() {
        return "http://localhost:" + port();
    }

    String mailboxAddress() {
        return "http://localhost:" + settings.port("mailbox");
    }

    private Service springService(String name, String database, int megabytes, Map<String, String> own) {
        Path jar = Service.jar(code.resolve(name));
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(settings.port(name)));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(settings.port(name + "-management")));
        environment.put(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + settings.port("postgres") + "/" + database);
        environment.put("SPRING_DATASOURCE_USERNAME", database);
        environment.put("SPRING_DATASOURCE_PASSWORD", settings.secret("database." + database));
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + settings.port("kafka"));
        environment.put("DUBAN_CLOCK_FILE", data.clock().toString());
        environment.put("DUBAN_SECURITY_ISSUER", address());
        environment.put("DUBAN_SECURITY_JWK_SET_URI", local("gateway") + "/oauth2/jwks");
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.putAll(own);
        String version = Service.versionOf(jar);
        List<String> command = List.of(
                Service.java(),
                "-Xms48m",
                "-Xmn16m",
                "-Xmx" + megabytes + "m",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=25",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                // Neither is what is used: their thresholds would collect the whole heap in the middle of a start.
                "-XX:MetaspaceSize=96m",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:TrimNativeHeapInterval=10000",
                // The cache is mapped where it was made for: its pages stay the file's.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                data.app()
                        .resolve(name + "-" + version)
                        .resolve(jar.getFileName())
                        .toString());
        return new Service(
                name,
                data.daemon(name),
                version,
                data.run().resolve(name + ".version"),
                command,
                environment,
                URI.create("http://127.0.0.1:" + settings.port(name + "-management") + "/actuator/health"),
                CACHES_WANTED ? AotCache.of(caches(), name, version, command) : null);
    }

    private Service mailbox() {
        List<String> command = List.of(
                Service.java(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MailboxMain.class.getName(),
                data.mail().toString(),
                String.valueOf(settings.port("smtp")),
                String.valueOf(settings.port("mailbox")));
        return new Service(
                "mailbox",
                data.daemon("mailbox"),
                "1",
                data.run().resolve("mailbox.version"),
                command,
                Map.of(),
                URI.create("http://127.0.0.1:" + settings.port("mailbox") + "/api/mails?limit=1"),
                null);
    }

    // Beside the code, so that every data folder on this machine shares them; not where the code is somebody else's.
    private Path caches() {
        Path beside = code.resolve("deploy/local/target");
        return Files.isWritable(beside) ? beside.resolve("caches") : data.app();
    }

    private String local(String service) {
        return "http://127.0.0.1:" + settings.port(service);
    }

    // ---- what it does

    /**
     * Starts what does not run, and restarts what was built again since.
     *
     * @param moved whether a port changed that running services were told
     * @return whether there was anything to start
     */
    boolean start(boolean moved, Console console) {
        List<Service> services = services();
        List<Service> toStop = services.stream()
                .filter(service -> service.isRunning() && (moved || service.isOutdated()))
                .toList();
        toStop.forEach(service -> console.say("重启 restarting " + service.name()));
        inParallel(toStop.stream().<Runnable>map(service -> service::stop).toList());

        List<Service> toStart =
                services.stream().filter(service -> !service.isRunning()).toList();
        boolean infrastructureRuns = postgres().isRunning() && kafka().isRunning();
        if (toStart.isEmpty() && infrastructureRuns) {
            inParallel(services.stream()
                    .<Runnable>map(service -> service::waitUntilHealthy)
                    .toList());
            return false;
        }
        List<Runnable> before = new ArrayList<>(List.of(() -> startPostgres(console)));
        toStart.stream()
                .filter(service -> !service.name().equals("mailbox"))
                .forEach(service -> before.add(() -> {
                    Service.unpacked(Service.jar(code.resolve(service.name())), service.name(), data.app());
                    // Asked here, it reads the cache through while PostgreSQL starts.
                    service.wantsRecording();
                }));
        if (kafka().isNew()) {
            before.add(() -> startKafka(console));
            inParallel(before);
            startServices(services, console);
        } else {
            // Its topics are there, and a service asks for it last of all.
            inParallel(List.of(() -> startKafka(console), () -> {
                inParallel(before);
                startServices(services, console);
            }));
        }
        return true;
    }

    private void startServices(List<Service> services, Console console) {
        List<Service> toRecord = services.stream()
                .filter(service -> !service.isRunning() && service.wantsRecording())
                .toList();
        if (!toRecord.isEmpty()) {
            console.say("这一版首次启动，先录制启动缓存（约一两分钟，以后启动更快）/ recording what later starts will skip …");
        }
        inParallel(toRecord.stream()
                .<Runnable>map(service -> () -> {
                    rotate(service.daemon().log());
                    if (!service.record(data.run())) {
                        console.say(service.name() + " 的启动缓存未能写成，照常启动 / no cache was written, starting without");
                    }
                })
                .toList());
        inParallel(services.stream()
                .<Runnable>map(service -> () -> {
                    if (!service.isRunning()) {
                        rotate(service.daemon().log());
                    }
                    service.startHealthy(data.run());
                    console.ready(service.name(), settings.port(service.name()));
                })
                .toList());
    }

    void stop(Console console) {
        List<Daemon> ours = daemons().stream().filter(Daemon::isRunning).toList();
        if (ours.isEmpty()) {
            daemons().forEach(Daemon::forget);
            console.say("没有在运行 / not running");
            return;
        }
        inParallel(ours.stream()
                .filter(daemon ->
                        !daemon.name().equals("postgres") && !daemon.name().equals("kafka"))
                .<Runnable>map(daemon -> () -> daemon.stop(Duration.ofSeconds(25)))
                .toList());
        inParallel(List.of(() -> postgres().stop(), () -> kafka().stop()));
        daemons().forEach(Daemon::forget);
        console.say("已停止，数据保留在 " + data.root() + " / stopped, data kept");
    }

    private void startPostgres(Console console) {
        PostgresServer postgres = postgres();
        postgres.start().forEach(console::say);
        DATABASES.forEach(
                database -> postgres.ensureDatabase(database, database, settings.secret("database." + database)));
        console.ready("postgres", settings.port("postgres"));
    }

    private void startKafka(Console console) {
        if (!kafka().isRunning()) {
            rotate(data.log("kafka"));
        }
        kafka().start();
        console.ready("kafka", settings.port("kafka"));
    }

    /**
     * The gateway's port is the user's wish and kept; the others are ours to choose, and change when somebody else took them.
     *
     * @return whether a port changed that running services were told
     */
    boolean claimPorts(@Nullable Integer wanted, Console console) {
        int former = settings.get("port.gateway").map(Integer::parseInt).orElse(0);
        int port = wanted != null ? wanted : former != 0 ? former : DEFAULT_PORT;
        boolean gatewayRuns = data.daemon("gateway").isRunning();
        if (gatewayRuns && port != former) {
            throw new LocalFailure(
                    "这份数据已在端口 " + former + " 运行；要换端口请先 duban stop，另开一份请加 --data / runs on port " + former + " already");
        }
        if (!gatewayRuns && !Ports.isFree(port)) {
            throw new LocalFailure("端口 " + port + " 已被其他程序占用，请用 --port 换一个 / port " + port + " is in use");
        }
        settings.usePort("gateway", port);
        boolean moved = former != 0 && former != port;
        int base = port + 10000;
        record Wish(String part, String daemon, int preferred) {}
        for (Wish wish : List.of(
                new Wish("task-service", "task-service", base + 1),
                new Wish("meeting-service", "meeting-service", base + 2),
                new Wish("notification-service", "notification-service", base + 3),
                new Wish("mailbox", "mailbox", base + 5),
                new Wish("smtp", "mailbox", base + 6),
                new Wish("postgres", "postgres", base + 7),
                new Wish("kafka", "kafka", base + 8),
                new Wish("kafka-controller", "kafka", base + 9),
                new Wish("gateway-management", "gateway", base + 10),
                new Wish("task-service-management", "task-service", base + 11),
                new Wish("meeting-service-management", "meeting-service", base + 12),
                new Wish("notification-service-management", "notification-service", base + 13))) {
            int before =
                    settings.get("port." + wish.part()).map(Integer::parseInt).orElse(0);
            if (before != 0 && data.daemon(wish.daemon()).isRunning()) {
                continue;
            }
            int now = settings.freePort(wish.part(), wish.preferred());
            if (before != 0 && before != now) {
                console.say(wish.part() + " 的端口 " + before + " 被占用，改用 " + now + " / moved to another port");
                moved = true;
            }
        }
        return moved;
    }

    private static void rotate(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > 16 << 20) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new LocalFailure("无法轮换日志 " + log + " / cannot rotate: " + e.getMessage(), e);
        }
    }

    private static void inParallel(List<Runnable> work) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> results = new ArrayList<>();
            work.forEach(each -> results.add(executor.submit(each)));
            for (Future<?> result : results) {
                try {
                    result.get();
                } catch (ExecutionException e) {
                    executor.shutdownNow();
                    if (e.getCause() instanceof LocalFailure failure) {
                        throw failure;
                    }
                    throw new IllegalStateException(e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new LocalFailure("interrupted", e);
                }
            }
        }
    }
}
