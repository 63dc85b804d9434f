package org.duban.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** What the user reads; several threads may speak. */
record Console(PrintStream out) {

    void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    void ready(String part, int port) {
        say(String.format("  %-22s 就绪 ready  127.0.0.1:%d  %s", part, port, sinceBegin()));
    }

    /** Seconds since this command began. */
    static String sinceBegin() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(began -> Duration.between(began, Instant.now()).toMillis())
                .map(millis -> String.format("%.1f s", millis / 1000.0))
                .orElse("");
    }
}
