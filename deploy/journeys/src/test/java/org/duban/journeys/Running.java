package org.duban.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A copy of the whole system, with data of its own. */
interface Running extends AutoCloseable {

    Path ROOT = Path.of(System.getProperty("project.root"));

    String address();

    /** {@code role}, {@code username}, {@code password} of each account that exists from the beginning. */
    JsonNode accounts();

    @Override
    void close();

    default JsonNode account(String role) {
        for (JsonNode account : accounts()) {
            if (account.get("role").asString().equals(role)) {
                return account;
            }
        }
        throw new AssertionError("no account for " + role + " in " + accounts());
    }

    default Caller visitor() {
        return new Caller(address());
    }

    /** The text of one of the real plan documents; absent ones fail in CI and are said loudly elsewhere. */
    static @Nullable Path plan(String name) {
        Path file = ROOT.resolveSibling("shared/plans").resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(file + " is missing");
        }
        System.err.println("!!! " + file + " is missing: the journey on a real plan is SKIPPED");
        return null;
    }
}
