package org.duban.local.process;

/** What keeps the local run from going on, told in one line to whoever typed the command. */
public class LocalFailure extends RuntimeException {

    public LocalFailure(String line) {
        super(line);
    }

    public LocalFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
