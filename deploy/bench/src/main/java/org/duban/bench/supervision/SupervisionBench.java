package org.duban.bench.supervision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.bench.Issuer;
import org.duban.bench.Packaged;
import org.duban.local.TestInfrastructure;
import org.postgresql.PGConnection;

/**
 * A month of supervision at a city's size on task-service as it is packaged, each figure beside what stands next to it, in rounds
 * that take turns.
 */
public final class SupervisionBench {
    private static final int CLIENTS = 8;
    private static final int HEAP = 512;
    private static final List<String> WORDS = List.of("鼠疫", "中医", "设备", "完成", "会议");
    private static final String READS = "ledger:read ledger:write";

    /**
     * @param rounds of each measurement, taking turns
     * @param seconds of each round
     * @param large reports of the large round
     * @param only some of submit, open, read, export; empty for all
     * @param folder keeps the database for the next run; empty for one that is thrown away
     */
    public record Plan(int rounds, int seconds, int tasks, int large, int heap, String only, String folder) {}

    private final Plan plan;
    private final Figure.Table table = new Figure.Table();

    public SupervisionBench(Plan plan) {
        this.plan = plan;
    }

    public void run() throws Exception {
        Path folder = plan.folder().isEmpty() ? Files.createTempDirectory("duban-bench-") : Path.of(plan.folder());
        try (var database = new Database(folder);
                var issuer = new Issuer()) {
            var town = new Town(database);
            if (database.number("select count(*) from pg_class where relname = 'report_words'") == 0) {
                // the first start makes the tables
                start(database, issuer, folder).close();
            }
            say("the town is being built");
            town.build(plan.tasks(), plan.large());
            try (var service = start(database, issuer, folder)) {
                settle(database);
                new Measured(database, issuer, town, service).all();
            }
        }
        table.print(plan);
    }

    private Packaged start(Database database, Issuer issuer, Path folder) throws Exception {
        return Packaged.start(
                "task-service",
                plan.heap() == 0 ? HEAP : plan.heap(),
                List.of(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + Database.USER,
                        "--spring.datasource.password=" + Database.PASSWORD,
                        "--spring.kafka.bootstrap-servers="
                                + TestInfrastructure.shared().bootstrapServers(),
                        "--duban.security.jwk-set-uri=" + issuer.address()),
                folder.resolve("task-service.log"));
    }

    // what the town's making left behind is counted, read, lit and written before anything is measured
    private static void settle(Database database) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (database.number("select count(*) from report_count_stale") == 0
                    && database.number("select count(*) from led_count_stale") == 0
                    && database.number("select count(*) from report_unread") == 0
                    && database.number("select count(*) from task where lit_on is null") == 0) {
                break;
            }
            Thread.sleep(500);
        }
        database.run(
                "vacuum analyze report_count, led_count, report_count_stale, led_count_stale, report_unread, task");
    }

    private boolean wanted(String part) {
        return plan.only().isEmpty()
                || Set.copyOf(Arrays.asList(plan.only().split(","))).contains(part);
    }

    private static void say(String words) {
        System.err.println(words);
    }

    private final class Measured {
        private final Database database;
        private final Issuer issuer;
        private final Town town;
        private final Packaged service;
        private final Cpu cpu;
        private final Cpu postgres;
        private final Crowd crowd = new Crowd(CLIENTS);
        private final String supervisor;

        Measured(Database database, Issuer issuer, Town town, Packaged service) throws Exception {
            this.database = database;
            this.issuer = issuer;
            this.town = town;
            this.service = service;
            this.cpu = new Cpu(service.process(), database.process());
            this.postgres = new Cpu(database.process());
            this.supervisor = issuer.token("SUPERVISOR", null, READS);
        }

        void all() throws Exception {
            if (wanted("submit")) {
                submitting();
            }
            if (wanted("read")) {
                reading();
            }
            if (wanted("export")) {
                exporting();
            }
            if (wanted("open")) {
                opening();
            }
        }

        private void submitting() throws Exception {
            if (!Pgbench.isThere()) {
                table.remark("pgbench is not installed: nothing to set reports beside (DUBAN_PGBENCH names it)");
                return;
            }
            var pgbench = new Pgbench(database, CLIENTS);
            pgbench.initialise();
            var owed = town.owed(200_000);
            var next = new AtomicInteger();
            Map<UUID, String> tokens = new HashMap<>();
            for (var report : owed) {
                tokens.computeIfAbsent(
                        report.unit(), unit -> issuer.token("LIAISON", unit, "report:write ledger:read"));
            }
            submit(owed, next, tokens, plan.seconds());
            pgbench.measure(plan.seconds());
            for (int round = 0; round < plan.rounds(); round++) {
                double before = cpu.seconds();
                var asked = submit(owed, next, tokens, plan.seconds());
                double spent = cpu.seconds() - before;
                int count = asked.times().sorted().length;
                table.add("report through the service", "per second", asked.perSecond(), spent / count);
                table.add("  its answer, p95", "ms", asked.times().share(0.95), Double.NaN);
                double own = Cpu.endedChildren();
                before = postgres.seconds();
                double tps = pgbench.measure(plan.seconds());
                spent = postgres.seconds() - before + Cpu.endedChildren() - own;
                table.add("pgbench, five statements", "per second", tps, spent / (tps * plan.seconds()));
                table.ratio("report : pgbench", asked.perSecond() / tps);
                say("submitted and set beside pgbench, round " + (round + 1));
            }
        }

        private Crowd.Asked submit(List<Town.Owed> owed, AtomicInteger next, Map<UUID, String> tokens, int seconds)
                throws Exception {
            var wires = new Wire[CLIENTS];
            for (int i = 0; i < CLIENTS; i++) {
                wires[i] = new Wire(service.port(), "");
            }
            try {
                return crowd.ask(seconds, (client, time) -> {
                    int number = next.getAndIncrement();
                    if (number >= owed.size()) {
                        throw new IllegalStateException("all reports are handed in: build a larger town");
                    }
                    var report = owed.get(number);
                    byte[] body = """
                            {"progress":%d,"done":"已召开调度会，完成人员培训%d次，覆盖乡镇卫生院%d家","problems":"县级配套资金尚未到位","next":"下月开展中期评估"}
                            """.formatted(90 + number % 10, number % 37, number % 53)
                            .strip()
                            .getBytes(StandardCharsets.UTF_8);
                    var answer = wires[client]
                            .as(Objects.requireNonNull(tokens.get(report.unit())))
                            .send(
                                    "PUT",
                                    "/api/reports/" + report.id(),
                                    "If-Match: \"" + report.version() + "\"\r\n",
                                    body,
                                    Crowd.nowhere());
                    require(answer.status() == 200, "a report was answered " + answer.status());
                });
            } finally {
                for (var wire : wires) {
                    wire.close();
                }
            }
        }

        private void reading() throws Exception {
            var cursors = cursors();
            Map<String, Crowd.Asking> asked = new LinkedHashMap<>();
            var wires = new Wire[CLIENTS];
            for (int i = 0; i < CLIENTS; i++) {
                wires[i] = new Wire(service.port(), supervisor);
            }
            asked.put(
                    "ledger page of 50",
                    (client, time) ->
                            get(wires[client], "/api/tasks?limit=50" + cursors.get((client + time) % cursors.size())));
            asked.put("ledger page by light", (client, time) -> get(wires[client], "/api/tasks?limit=50&light=RED"));
            asked.put(
                    "overview of a month",
                    (client, time) -> get(
                            wires[client],
                            "/api/overview?period=" + town.month().minusMonths(time % 12)));
            asked.put(
                    "overview of one plan",
                    (client, time) -> get(
                            wires[client], "/api/overview?plan=" + plans().get((client * 31 + time) % plans().size())));
            asked.put(
                    "two characters in tasks",
                    (client, time) -> get(wires[client], "/api/search?kind=TASK&limit=20&q=" + word(client + time)));
            asked.put(
                    "two characters in reports",
                    (client, time) -> get(wires[client], "/api/search?kind=REPORT&limit=20&q=" + word(client + time)));
            for (var one : asked.values()) {
                crowd.ask(plan.seconds(), one);
            }
            for (int round = 0; round < plan.rounds(); round++) {
                for (var one : asked.entrySet()) {
                    double before = cpu.seconds();
                    var answers = crowd.ask(plan.seconds(), one.getValue());
                    double spent = cpu.seconds() - before;
                    table.add(
                            one.getKey() + ", p95",
                            "ms",
                            answers.times().share(0.95),
                            spent / answers.times().sorted().length);
                    table.add(one.getKey() + ", p50", "ms", answers.times().median(), Double.NaN);
                }
                say("read, round " + (round + 1));
            }
            for (var wire : wires) {
                wire.close();
            }
        }

        private List<String> known = List.of();

        private List<String> plans() throws Exception {
            if (known.isEmpty()) {
                known = database.texts("select id::text from plan where title <> '大规模调度方案'");
            }
            return known;
        }

        // pages from all over the ledger
        private List<String> cursors() throws Exception {
            List<String> cursors = new ArrayList<>(List.of(""));
            try (var wire = new Wire(service.port(), supervisor)) {
                String at = "";
                for (int page = 0; page < 20; page++) {
                    var body = new ByteArrayOutputStream();
                    require(wire.get("/api/tasks?limit=200" + at, body).status() == 200, "no page");
                    String text = body.toString(StandardCharsets.UTF_8);
                    int from = text.lastIndexOf("\"next\":\"");
                    if (from < 0) {
                        break;
                    }
                    at = "&cursor=" + text.substring(from + 8, text.indexOf('"', from + 8));
                    cursors.add(at);
                }
            }
            return cursors;
        }

        private void get(Wire wire, String path) throws Exception {
            var answer = wire.get(path, Crowd.nowhere());
            require(answer.status() == 200, path + " was answered " + answer.status());
        }

        private static String word(int number) {
            return URLEncoder.encode(WORDS.get(number % WORDS.size()), StandardCharsets.UTF_8);
        }

        private void exporting() throws Exception {
            var written = new ByteArrayOutputStream(1 << 24);
            export(written);
            var sheet = Sheet.of(written.toByteArray());
            say("exported %d rows, %d cells, %.1f MB"
                    .formatted(sheet.rows().size(), sheet.filled(), written.size() / 1e6));
            sheet.write(OutputStream.nullOutputStream());
            var self = new Own();
            for (int round = 0; round < plan.rounds(); round++) {
                double before = cpu.seconds();
                long from = System.nanoTime();
                export(OutputStream.nullOutputStream());
                double took = (System.nanoTime() - from) / 1e9;
                table.add("export of the whole ledger", "s", took, cpu.seconds() - before);
                double own = self.seconds();
                from = System.nanoTime();
                sheet.write(OutputStream.nullOutputStream());
                double alone = (System.nanoTime() - from) / 1e9;
                table.add("fastexcel, the same cells", "s", alone, self.seconds() - own);
                table.ratio("export : fastexcel", took / alone);
                say("exported, round " + (round + 1));
            }
            table.add("heap that an export holds, most", "MB", heapOfExport(), Double.NaN);
        }

        private void export(OutputStream out) throws Exception {
            try (var wire = new Wire(service.port(), supervisor)) {
                require(wire.get("/api/ledger.xlsx", out).status() == 200, "no sheet");
            }
        }

        private double heapOfExport() throws Exception {
            long before = service.heap();
            long most = before;
            try (var one = Executors.newSingleThreadExecutor()) {
                var export = CompletableFuture.runAsync(
                        () -> {
                            try {
                                export(OutputStream.nullOutputStream());
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        one);
                while (!export.isDone()) {
                    most = Math.max(most, service.heap());
                }
                export.join();
            }
            return (most - before) / 1e6;
        }

        private void opening() throws Exception {
            String large = town.largePlan();
            try (var wire = new Wire(service.port(), supervisor)) {
                for (int round = 0; round < plan.rounds(); round++) {
                    var period = town.month().plusMonths(1 + 2L * round);
                    byte[] body = "{\"planId\":\"%s\",\"period\":\"%s\"}"
                            .formatted(large, period)
                            .getBytes(StandardCharsets.UTF_8);
                    double before = cpu.seconds();
                    long from = System.nanoTime();
                    var answer = wire.send(
                            "POST",
                            "/api/rounds",
                            "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                            body,
                            Crowd.nowhere());
                    double took = (System.nanoTime() - from) / 1e9;
                    require(answer.status() == 201, "a round was answered " + answer.status());
                    long opened = database.number(
                            "select count(*) from report where period = '%s'".formatted(period.atDay(1)));
                    table.add("opening a round of " + opened, "s", took, (cpu.seconds() - before) / opened);
                    String rows = rows(period.atDay(1).toString());
                    require(
                            wire.send(
                                                    "POST",
                                                    "/api/rounds",
                                                    "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                                                    body,
                                                    Crowd.nowhere())
                                            .status()
                                    < 300,
                            "opened again");
                    table.remark(
                            rows.equals(rows(period.atDay(1).toString()))
                                    ? "opened again: no row changed"
                                    : "opened again: ROWS CHANGED");
                    var other = period.plusMonths(1);
                    before = postgres.seconds();
                    double copied =
                            copy(period.atDay(1).toString(), other.atDay(1).toString());
                    table.add("COPY of the same rows", "s", copied, (postgres.seconds() - before) / opened);
                    table.ratio("opening : COPY", took / copied);
                    town.drop(period);
                    town.drop(other);
                    settle(database);
                    say("opened and copied, round " + (round + 1));
                }
            }
        }

        private String rows(String period) throws Exception {
            return database.texts(
                            "select count(*) || ' ' || sum(version) || ' ' || max(xmin::text::bigint) from report where period = '"
                                    + period + "'")
                    .getFirst();
        }

        /** @return seconds of copying a month's rows into the same table for another month, on disk at the end */
        private double copy(String from, String to) throws Exception {
            try (var connection = database.connect()) {
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    statement.execute("select ensure_report_month('" + to + "')");
                }
                connection.commit();
                var copies = connection.unwrap(PGConnection.class).getCopyAPI();
                var rows = new ByteArrayOutputStream(1 << 26);
                copies.copyOut("""
                        copy (select gen_random_uuid(), date '%1$s', date '%1$s', round_id, plan_id, task_id, unit_id, county_id, due_on, state, version
                              from report where period = '%2$s') to stdout
                        """.formatted(to, from), rows);
                connection.commit();
                var text = new ByteArrayInputStream(rows.toByteArray());
                long began = System.nanoTime();
                copies.copyIn(
                        "copy report (id, period, month, round_id, plan_id, task_id, unit_id, county_id, due_on, state, version) from stdin",
                        text);
                connection.commit();
                return (System.nanoTime() - began) / 1e9;
            }
        }

        private static void require(boolean is, String otherwise) {
            if (!is) {
                throw new IllegalStateException(otherwise);
            }
        }
    }

    /** Processor time of this process alone. */
    private static final class Own {
        double seconds() {
            return ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElse(Duration.ZERO)
                            .toMillis()
                    / 1000.0;
        }
    }
}
