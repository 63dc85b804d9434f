package org.duban.gateway;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.duban.gateway.directory.Directory;
import org.duban.local.TestInfrastructure;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.duban.meeting.contract.DirectoryEvent.UnitState;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole gateway on a real database and Kafka, with stand-ins for the services behind it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class GatewayTest {

    protected static final String ADMIN_PASSWORD = "Yunjiang2026";
    protected static final WireMockServer TASK =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    protected static final UpstreamOfEvents EVENTS = UpstreamOfEvents.started();
    protected static final Path CLOCK = clockFile();

    @LocalServerPort
    private int port;

    @Autowired
    private Directory directory;

    protected Town town;

    static {
        TASK.start();
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        TestInfrastructure infrastructure = TestInfrastructure.shared();
        settings.add("spring.datasource.url", () -> infrastructure.jdbcUrl("gateway"));
        settings.add("spring.datasource.username", infrastructure::username);
        settings.add("spring.datasource.password", infrastructure::password);
        settings.add("spring.kafka.bootstrap-servers", infrastructure::bootstrapServers);
        settings.add("management.server.port", () -> 0);
        settings.add("duban.routes.task", TASK::baseUrl);
        settings.add("duban.routes.meeting", () -> "http://127.0.0.1:" + closedPort());
        settings.add("duban.routes.notification", EVENTS::address);
        settings.add("duban.routes.timeout", () -> "2s");
        settings.add("duban.admin.password", () -> ADMIN_PASSWORD);
        settings.add("duban.admin.must-change", () -> false);
        settings.add("duban.clock.file", CLOCK::toString);
        settings.add("duban.limits.body", () -> "1MB");
    }

    @BeforeEach
    void prepare() {
        town = new Town(directory);
        TASK.resetAll();
    }

    protected Browser browser() {
        return new Browser(port);
    }

    protected Browser admin() {
        Browser browser = browser();
        Browser.Answer answer = browser.signIn("admin", ADMIN_PASSWORD);
        if (answer.status() != 200) {
            throw new AssertionError(answer.raw().body());
        }
        return browser;
    }

    /** Somebody who holds a post, signed in with a password of their own. */
    protected Browser holderOf(UnitState unit, String title, Role role) {
        var person = town.filled(Town.post(unit, title, role), Town.person("测试员"));
        return signedIn(person.id());
    }

    protected Browser signedIn(UUID person) {
        String username = "u" + UUID.randomUUID().toString().substring(0, 8);
        Browser admin = admin();
        var account = admin.send(
                "POST",
                "/api/accounts",
                Browser.json("username", username, "personId", person.toString(), "password", "Renwu2026"));
        admin.send("PATCH", "/api/accounts/" + account.body().path("id").asString(), "{\"mustChangePassword\":false}");
        Browser browser = browser();
        browser.signIn(username, "Renwu2026");
        return browser;
    }

    public record Software(String id, String clientId, String secret) {}

    protected Software software(UUID unit, Role role) {
        var issued = admin().send(
                        "POST",
                        "/api/clients",
                        Browser.json("name", "县级平台", "unitId", unit.toString(), "role", role.name()))
                .body();
        return new Software(
                issued.path("id").asString(),
                issued.path("clientId").asString(),
                issued.path("clientSecret").asString());
    }

    protected Browser.Answer token(Software software, String... scopes) {
        String basic = Base64.getEncoder()
                .encodeToString((software.clientId() + ":" + software.secret()).getBytes(StandardCharsets.UTF_8));
        String body = "grant_type=client_credentials"
                + (scopes.length == 0
                        ? ""
                        : "&scope=" + URLEncoder.encode(String.join(" ", scopes), StandardCharsets.UTF_8));
        return browser().form("/oauth2/token", body, "Authorization", "Basic " + basic);
    }

    protected String bearer(Software software, String... scopes) {
        return "Bearer " + token(software, scopes).body().path("access_token").asString();
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path clockFile() {
        try {
            Path file = Files.createTempFile("clock", "");
            Files.write(file, ByteBuffer.allocate(Long.BYTES).array());
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
