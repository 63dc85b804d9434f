package org.duban.local.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.local.process.Attached;
import org.duban.local.process.Daemon;
import org.duban.local.process.LocalFailure;
import org.duban.local.process.Ports;
import org.jspecify.annotations.Nullable;

/** One Kafka broker on 127.0.0.1, in a JVM of its own, with its data in a folder of its own. */
public final class Broker {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final Daemon daemon;

    public Broker(Path folder, int port, int controllerPort, Daemon daemon) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
        this.controllerPort = controllerPort;
        this.daemon = daemon;
    }

    /** A broker with all topics for as long as this process lives. */
    public static Broker forThisProcess(Path folder) {
        for (int attempt = 1; ; attempt++) {
            int port = Ports.free();
            Daemon daemon = new Daemon("Kafka", folder.resolve("kafka.pid"), folder.resolve("kafka.log"));
            Broker broker = new Broker(folder, port, Ports.free(Set.of(port)), daemon);
            try {
                broker.startAsChild();
                Topology.create(broker.bootstrapServers(), PATIENCE);
                return broker;
            } catch (LocalFailure failure) {
                if (attempt == 3 || !daemon.lastWords().contains("in use")) {
                    throw failure;
                }
            }
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public boolean isRunning() {
        return daemon.isRunning();
    }

    /** Whether it never ran on this folder: no topic exists. */
    public boolean isNew() {
        return !Files.exists(folder.resolve("meta.properties"));
    }

    /** Returns once it answers and every topic exists. */
    public void start() {
        if (!daemon.isRunning()) {
            try {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            } catch (IOException e) {
                throw new LocalFailure("无法写入 " + folder + " / cannot write: " + e.getMessage(), e);
            }
            ProcessHandle process = daemon.start(command(List.of("-Xms128m", "-Xmx384m")), Map.of(), folder);
            waitForPort(process);
        }
        Topology.create(bootstrapServers(), PATIENCE);
    }

    public void stop() {
        daemon.stop(Duration.ofSeconds(20));
    }

    private void startAsChild() {
        List<String> command = command(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
        waitForPort(Attached.start(folder, daemon.log(), "KILL", command));
    }

    private void waitForPort(ProcessHandle process) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Ports.answers(port)) {
            if (!Daemon.isAlive(process) || System.nanoTime() > end) {
                throw new LocalFailure("Kafka 启动失败 / did not start: " + daemon.lastWords() + " (" + daemon.log() + ")");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalFailure("interrupted", e);
            }
        }
    }

    private List<String> command(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dlog4j2.configurationFile=classpath:org/duban/local/broker/log4j2.xml",
                "-cp",
                classPath(),
                BrokerMain.class.getName(),
                folder.toString(),
                String.valueOf(port),
                String.valueOf(controllerPort)));
        return command;
    }

    private static String classPath() {
        try (@Nullable InputStream recorded = Broker.class.getResourceAsStream("broker.classpath")) {
            if (recorded == null) {
                throw new LocalFailure("broker.classpath is missing: build deploy/local with Maven");
            }
            Path own = Path.of(Broker.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return own + ":" + new String(recorded.readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
