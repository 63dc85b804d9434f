package org.duban.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.duban.local.process.AotCache;
import org.duban.local.process.Daemon;
import org.duban.local.process.LocalFailure;
import org.duban.local.process.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTests {

    @TempDir
    Path folder;

    private int port;
    private Daemon daemon;

    /** Is healthy at once, unless it is given a cache that it does not like. */
    static final class Program {
        public static void main(String[] arguments) throws IOException {
            List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
            if (arguments[1].equals("DELICATE") && flags.stream().anyMatch(flag -> flag.startsWith("-XX:AOTCache="))) {
                System.exit(1);
            }
            HttpServer server =
                    HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        port = Ports.free();
        daemon = new Daemon("program", folder.resolve("program.pid"), folder.resolve("program.log"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("program.jar")))) {
            String entry = Program.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(entry));
            try (var classFile = Program.class.getClassLoader().getResourceAsStream(entry)) {
                classFile.transferTo(jar);
            }
            jar.closeEntry();
        }
    }

    @AfterEach
    void stop() {
        daemon.find().ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void runsOnWhatItsFirstRunRecorded() {
        assertThat(service("STURDY").wantsRecording()).isTrue();
        assertThat(service("STURDY").record(folder)).isTrue();
        assertThat(daemon.isRunning()).isFalse();

        Service service = service("STURDY");
        assertThat(service.wantsRecording()).isFalse();
        service.startHealthy(folder);

        assertThat(service.isHealthy()).isTrue();
        assertThat(arguments()).anyMatch(argument -> argument.startsWith("-XX:AOTCache="));
    }

    @Test
    void oneThatDoesNotSurviveItsCacheIsStartedWithout() {
        service("DELICATE").record(folder);

        Service service = service("DELICATE");
        service.startHealthy(folder);

        assertThat(service.isHealthy()).isTrue();
        assertThat(arguments()).noneMatch(argument -> argument.startsWith("-XX:AOT"));
        assertThat(service("DELICATE").wantsRecording()).isTrue();
    }

    @Test
    void oneThatCannotStartAtAllIsSaidToHaveDied() {
        Service service = service("STURDY", "no-such-port");

        assertThatThrownBy(() -> service.startHealthy(folder))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("died");
    }

    private Service service(String temper) {
        return service(temper, String.valueOf(port));
    }

    private Service service(String temper, String givenPort) {
        List<String> command = new ArrayList<>(List.of(
                Service.java(),
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-cp",
                folder.resolve("program.jar").toString(),
                Program.class.getName(),
                givenPort,
                temper));
        return new Service(
                "program",
                daemon,
                "1",
                folder.resolve("program.version"),
                command,
                Map.of(),
                URI.create("http://127.0.0.1:" + port + "/"),
                AotCache.of(folder.resolve("caches"), "program", "1", command));
    }

    private List<String> arguments() {
        return List.of(daemon.find().orElseThrow().info().arguments().orElseThrow());
    }
}
