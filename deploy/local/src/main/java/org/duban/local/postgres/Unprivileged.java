package org.duban.local.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.duban.local.process.Commands;
import org.duban.local.process.LocalFailure;

/**
 * How PostgreSQL is run by somebody who is not root, which it insists on.
 *
 * @param prefix what goes before the command; empty for an ordinary user
 * @param owner the user that must own the data folder, as {@code chown} takes it; empty for an ordinary user
 */
record Unprivileged(List<String> prefix, String owner) {

    static Unprivileged forCurrentUser() {
        return isRoot() ? forRoot() : new Unprivileged(List.of(), "");
    }

    /** In order of preference; a user namespace needs no second user, but containers often forbid it. */
    static Stream<Unprivileged> waysForRoot() {
        String other = Commands.run(List.of("id", "-u", "postgres")).succeeded() ? "postgres" : "nobody";
        String uid = Commands.run(List.of("id", "-u", other)).said();
        String gid = Commands.run(List.of("id", "-g", other)).said();
        return Stream.of(
                new Unprivileged(List.of("unshare", "-U", "--map-user=1000", "--map-group=1000", "--"), "0:0"),
                new Unprivileged(
                        List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"),
                        uid + ":" + gid),
                new Unprivileged(List.of("runuser", "-u", other, "--"), uid + ":" + gid));
    }

    private static Unprivileged forRoot() {
        return waysForRoot()
                .filter(way -> way.canRun("true"))
                .findFirst()
                .orElseThrow(() -> new LocalFailure(
                        "PostgreSQL 不能以 root 运行，且本机没有可用的 unshare、setpriv、runuser / PostgreSQL refuses root: run as an"
                                + " ordinary user"));
    }

    boolean canRun(String... command) {
        return Commands.run(command(List.of(command))).succeeded();
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    boolean isForRoot() {
        return !prefix.isEmpty();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"))
                || Commands.run(List.of("id", "-u")).said().equals("0");
    }
}
