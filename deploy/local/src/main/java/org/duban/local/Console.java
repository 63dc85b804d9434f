package org.duban.local;

import java.io.PrintStream;

/** What the user reads; several threads may speak. */
record Console(PrintStream out) {

    void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    void ready(String part, int port) {
        say(String.format("  %-22s 就绪 ready  127.0.0.1:%d", part, port));
    }
}
