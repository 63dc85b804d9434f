package org.duban.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import org.duban.local.NotHere;
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

    /** One of the real plan documents; where it is absent the test is skipped aloud, and fails in CI. */
    static Path plan(String name) {
        Path file = ROOT.resolveSibling("shared/plans").resolve(name);
        if (!Files.exists(file)) {
            NotHere.skip(file + " is missing");
        }
        return file;
    }
}
