package org.duban.local;

import org.junit.jupiter.api.Assumptions;

/** For tests that need what is not everywhere: without it they are skipped, loudly; never in CI. */
public final class NotHere {

    private NotHere() {}

    /** @throws AssertionError in CI, where everything is to be there */
    public static void say(String words) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(words);
        }
        System.err.println("!!! SKIPPED: " + words);
    }

    /** Ends the test that asks. */
    public static void skip(String words) {
        say(words);
        Assumptions.abort(words);
    }
}
