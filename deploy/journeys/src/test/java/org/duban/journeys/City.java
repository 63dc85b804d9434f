package org.duban.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The people and the software of a system that was started empty, set up as its administrator would. */
final class City {

    private final Running running;
    private final Caller admin;
    private final Map<String, Caller> software = new HashMap<>();

    City(Running running) {
        this.running = running;
        var account = running.account("ADMIN");
        admin = running.visitor()
                .signInFirst(
                        account.get("username").asString(),
                        account.get("password").asString());
    }

    Caller admin() {
        return admin;
    }

    JsonNode registerCityUnit(String name, String shortName) {
        return admin.post(
                        "/api/units",
                        Map.of("name", name, "shortName", shortName, "aliases", List.of(), "level", "CITY"))
                .is(201)
                .json();
    }

    String post(String unitId, String title, String role) {
        return admin.post("/api/posts", Map.of("unitId", unitId, "title", title, "role", role))
                .is(201)
                .json()
                .get("id")
                .asString();
    }

    /** A new post, its holder, the holder's account, signed in. */
    Caller official(String unitId, String title, String role, String name, String username) {
        return official(post(unitId, title, role), name, username);
    }

    Caller official(String postId, String name, String username) {
        var password = account(postId, name, username);
        return running.visitor().signInFirst(username, password);
    }

    /** @return the password made for the new account, to be changed at the first sign-in */
    String account(String postId, String name, String username) {
        var holder = admin.put(
                        "/api/posts/" + postId + "/holder",
                        Map.of("name", name, "email", username + "@yunjiang.example"))
                .succeeds()
                .json()
                .get("holder");
        // The gateway hears of the person by event.
        var created = await("account of " + username)
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> admin.post(
                                "/api/accounts",
                                Map.of(
                                        "username",
                                        username,
                                        "personId",
                                        holder.get("personId").asString())),
                        answer -> answer.response().statusCode() == 201);
        return created.json().get("initialPassword").asString();
    }

    /** The unit's own software, one client per unit and role. */
    Caller softwareOf(String unitId, String role) {
        return software.computeIfAbsent(unitId + role, key -> {
            var client = await("client of " + unitId)
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> admin.post(
                                    "/api/clients", Map.of("name", "接口 " + role, "unitId", unitId, "role", role)),
                            answer -> answer.response().statusCode() == 201)
                    .json();
            return running.visitor()
                    .withClient(
                            client.get("clientId").asString(),
                            client.get("clientSecret").asString());
        });
    }

    void clockTo(String moment) {
        admin.put("/api/local/clock", Map.of("now", moment)).succeeds();
    }

    static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asString() : null;
    }
}
