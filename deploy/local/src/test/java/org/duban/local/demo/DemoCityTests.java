package org.duban.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class DemoCityTests {

    private static final LocalDateTime PRESENT = LocalDateTime.of(2026, 11, 20, 10, 0);

    private final Directory directory = new Directory();
    private final Remembered memory = new Remembered();

    @BeforeEach
    void start() throws IOException {
        directory.start();
    }

    @AfterEach
    void stop() {
        directory.server.stop(0);
    }

    @Test
    void everyRoleHasAnAccountAndAClient() {
        List<DemoAccount> accounts = city().settle();

        assertThat(accounts.stream().map(DemoAccount::role).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "ADMIN", "SUPERVISOR", "SECRETARY", "CONVENER", "LIAISON", "UNIT_HEAD", "COUNTY_OFFICE");
        assertThat(accounts).allSatisfy(account -> {
            assertThat(account.password()).isNotBlank();
            assertThat(account.clientSecret()).isNotBlank();
        });
        assertThat(accounts.stream().map(DemoAccount::username)).doesNotHaveDuplicates();
    }

    @Test
    void fillingInTwiceCreatesNothingTwice() {
        List<DemoAccount> first = city().settle();
        int created = directory.created;

        List<DemoAccount> second = city().settle();

        assertThat(directory.created).isEqualTo(created);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void thePlansDaysFollowTheDayTheyAreIssued() {
        String text = new PlanText("city-plan.txt").issuedOn(LocalDate.of(2026, 9, 7));

        assertThat(text)
                .contains("云卫发〔2026〕18号", "2026年9月7日", "动员部署阶段（2026年9月7日至2026年9月30日）", "至2027年9月30日）")
                .doesNotContain("{{");
        Set<String> known = Cast.MEMBERS.stream().map(Cast.Member::shortName).collect(Collectors.toSet());
        text.lines().filter(line -> line.contains("（牵头单位：")).forEach(line -> {
            String units = line.substring(line.indexOf("（牵头单位：")).replaceAll("（牵头单位：|配合单位：|）", "");
            assertThat(known).contains(units.split("[、；]"));
        });
    }

    @Test
    void theHistoryBeginsOnAWorkingDayTwoMonthsBefore() {
        assertThat(DemoCity.beginningOf(PRESENT, 2)).isEqualTo(LocalDateTime.of(2026, 9, 7, 8, 30));
    }

    private DemoCity city() {
        return new DemoCity("http://127.0.0.1:" + directory.server.getAddress().getPort(), memory, line -> {});
    }

    private static final class Remembered implements Memory {
        private final Map<String, String> values = new HashMap<>();

        @Override
        public Optional<String> recall(String name) {
            return Optional.ofNullable(values.get(name));
        }

        @Override
        public void remember(String name, String value) {
            values.put(name, value);
        }

        @Override
        public String password(String name) {
            return values.computeIfAbsent(
                    "password." + name, any -> UUID.randomUUID().toString());
        }
    }

    /** As much of the gateway as keeps units, posts, accounts and clients. */
    private static final class Directory {
        private final JsonMapper json = JsonMapper.shared();
        private final Map<String, List<ObjectNode>> kept = new HashMap<>();
        private HttpServer server;
        private int created;

        void start() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::handle);
            server.start();
        }

        private void handle(HttpExchange exchange) throws IOException {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                String method = exchange.getRequestMethod();
                byte[] sent = exchange.getRequestBody().readAllBytes();
                JsonNode body = sent.length == 0 ? json.createObjectNode() : json.readTree(sent);
                JsonNode answer = method.equals("GET") ? read(exchange, path) : write(path, (ObjectNode) body);
                byte[] bytes = json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }

        private JsonNode read(HttpExchange exchange, String path) {
            ObjectNode answer = json.createObjectNode();
            answer.putArray("roles").add("ANY");
            ArrayNode items = answer.putArray("items");
            String unit = Optional.ofNullable(exchange.getRequestURI().getQuery())
                    .filter(query -> query.startsWith("unit="))
                    .map(query -> query.substring(5, 41))
                    .orElse("");
            kept.getOrDefault(path, List.of()).stream()
                    .filter(item ->
                            unit.isEmpty() || item.path("unitId").asString("").equals(unit))
                    .forEach(items::add);
            return answer;
        }

        private JsonNode write(String path, ObjectNode body) {
            if (path.equals("/api/session")) {
                return body;
            }
            if (path.endsWith("/holder")) {
                kept.get("/api/posts").stream()
                        .filter(post -> path.contains(post.path("id").asString()))
                        .forEach(post -> post.putObject("holder")
                                .put("personId", UUID.randomUUID().toString()));
                return body;
            }
            if (path.equals("/api/units/registrations")) {
                String county = body.path("county").path("name").asString();
                for (JsonNode name : body.path("names")) {
                    boolean known = kept.getOrDefault("/api/units", List.of()).stream()
                            .anyMatch(unit -> unit.path("shortName").equals(name)
                                    && unit.path("county")
                                            .path("name")
                                            .asString("")
                                            .equals(county));
                    if (!known) {
                        ObjectNode unit = json.createObjectNode().put("shortName", name.asString());
                        unit.put("name", county + name.asString());
                        unit.putObject("county").put("name", county).put("id", county);
                        add("/api/units", unit);
                    }
                }
                return body;
            }
            body.put("clientId", "client-" + created).put("clientSecret", "secret-" + created);
            return add(path, body);
        }

        private ObjectNode add(String path, ObjectNode item) {
            created++;
            item.put("id", UUID.randomUUID().toString());
            kept.computeIfAbsent(path, any -> new ArrayList<>()).add(item);
            return item;
        }
    }
}
