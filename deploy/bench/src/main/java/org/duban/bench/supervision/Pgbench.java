package org.duban.bench.supervision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own measure: three updates, a select and an insert in a transaction, by as many clients, on the same server. */
final class Pgbench {
    private static final String PROGRAM = System.getenv().getOrDefault("DUBAN_PGBENCH", "pgbench");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final int SCALE = 20;

    private final Database database;
    private final int clients;

    Pgbench(Database database, int clients) {
        this.database = database;
        this.clients = clients;
    }

    static boolean isThere() {
        try {
            return new ProcessBuilder(PROGRAM, "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void initialise() throws Exception {
        run("-i", "-q", "-s", String.valueOf(SCALE));
    }

    /** @return transactions a second */
    double measure(int seconds) throws Exception {
        String said = run("-n", "-M", "prepared", "-c", clients + "", "-j", "2", "-T", seconds + "");
        Matcher tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench says: " + said);
        }
        return Double.parseDouble(tps.group(1));
    }

    private String run(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(PROGRAM, "-h", "127.0.0.1", "-p", database.port() + "", "-U", Database.USER));
        command.addAll(List.of(arguments));
        command.add("pgbench");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", Database.PASSWORD);
        var process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pgbench failed: " + said);
        }
        return said;
    }
}
