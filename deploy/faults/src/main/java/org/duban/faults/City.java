package org.duban.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.faults.Caller.Answer;
import org.duban.faults.Caller.Body;
import tools.jackson.databind.JsonNode;

/** Units, people and software, set up by the administrator before anything goes wrong. */
final class City {

    /** @param caller its software */
    record Unit(String id, String shortName, Caller caller) {}

    static final List<String> NAMES = List.of("发展和改革委员会", "教育局", "财政局", "民政局");

    private final String door;
    private final Caller admin;
    private final List<Unit> units = new ArrayList<>();
    private final Caller supervisor;
    private final Caller secretary;
    private final Caller convener;
    private final String mechanism;

    City(Town town) {
        door = town.door();
        admin = Caller.person(door, "admin", Services.ADMIN_PASSWORD);
        String commission = register("卫生健康委员会");
        List<String> members = new ArrayList<>();
        for (String name : NAMES) {
            String id = register(name);
            holder(post(id, name + "联络员", "LIAISON"), "联络员" + units.size(), "liaison" + units.size());
            units.add(new Unit(id, "市" + name, software(id, "LIAISON")));
            members.add(id);
        }
        supervisor = software(commission, "SUPERVISOR");
        secretary = software(commission, "SECRETARY");
        String convenerPost = post(commission, "召集人", "CONVENER");
        convener = person(convenerPost, "召集人甲", "convener");
        mechanism = made(
                        secretary,
                        "/api/mechanisms",
                        Map.of(
                                "name",
                                "基层卫生联席会议",
                                "convenerPostId",
                                convenerPost,
                                "delegatePostIds",
                                List.of(),
                                "officeUnitId",
                                commission,
                                "members",
                                members.stream()
                                        .map(id -> Map.of("unitId", id, "duty", "按职责分工落实"))
                                        .toList(),
                                "cadence",
                                "QUARTER",
                                "defaultDueDays",
                                10))
                .get("id")
                .asString();
    }

    Caller admin() {
        return admin;
    }

    Caller supervisor() {
        return supervisor;
    }

    Caller secretary() {
        return secretary;
    }

    Caller convener() {
        return convener;
    }

    List<Unit> units() {
        return units;
    }

    String mechanism() {
        return mechanism;
    }

    private String register(String name) {
        return made(
                        admin,
                        "/api/units",
                        Map.of("name", "云江市" + name, "shortName", "市" + name, "aliases", List.of(), "level", "CITY"))
                .get("id")
                .asString();
    }

    private String post(String unit, String title, String role) {
        return made(admin, "/api/posts", Map.of("unitId", unit, "title", title, "role", role))
                .get("id")
                .asString();
    }

    private JsonNode holder(String post, String name, String username) {
        return asked(
                        admin,
                        "PUT",
                        "/api/posts/" + post + "/holder",
                        Map.of("name", name, "email", username + "@yunjiang.example"))
                .get("holder");
    }

    private Caller person(String post, String name, String username) {
        String person = holder(post, name, username).get("personId").asString();
        String first = made(admin, "/api/accounts", Map.of("username", username, "personId", person))
                .get("initialPassword")
                .asString();
        String own = first + "-自己的1";
        asked(Caller.person(door, username, first), "PUT", "/api/me/password", Map.of("old", first, "new", own));
        return Caller.person(door, username, own);
    }

    private Caller software(String unit, String role) {
        JsonNode client = made(admin, "/api/clients", Map.of("name", "接口 " + role, "unitId", unit, "role", role));
        return Caller.software(
                door,
                client.get("clientId").asString(),
                client.get("clientSecret").asString());
    }

    private static JsonNode made(Caller caller, String path, Object body) {
        return asked(caller, "POST", path, body);
    }

    /** What one service did reaches the next by event: asked again until it has. */
    private static JsonNode asked(Caller caller, String method, String path, Object body) {
        String key = UUID.randomUUID().toString();
        String last = "";
        for (int i = 0; i < 120; i++) {
            try {
                Answer answer = caller.call(method, path, null, key, Body.json(body));
                if (answer.succeeded()) {
                    return answer.text().isBlank() ? Caller.JSON.createObjectNode() : answer.json();
                }
                last = answer.shortly();
            } catch (IOException again) {
                last = again.toString();
            }
            Pause.of(Duration.ofMillis(500));
        }
        throw new IllegalStateException(method + " " + path + " never succeeded: " + last);
    }
}
