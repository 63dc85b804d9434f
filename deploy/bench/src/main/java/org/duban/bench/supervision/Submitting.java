package org.duban.bench.supervision;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Reports handed in over HTTP, beside pgbench on the same server. */
final class Submitting extends Part {

    Submitting(Site site) {
        super(site);
    }

    @Override
    void measure() throws Exception {
        if (!Pgbench.isThere()) {
            table.remark("pgbench is not installed: nothing to set reports beside (DUBAN_PGBENCH names it)");
            return;
        }
        var pgbench = new Pgbench(database, Crowd.CLIENTS);
        pgbench.initialise();
        var owed = town.owed(200_000);
        var next = new AtomicInteger();
        Map<UUID, String> tokens = new HashMap<>();
        for (var report : owed) {
            tokens.computeIfAbsent(
                    report.unit(), unit -> site.issuer().token("LIAISON", unit, "report:write ledger:read"));
        }
        warm(owed, next, tokens);
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

    /** Until it becomes no faster: a service runs for weeks, and compiles for its first minutes. */
    private void warm(List<Town.Owed> owed, AtomicInteger next, Map<UUID, String> tokens) throws Exception {
        double best = 0;
        for (int slower = 0, turn = 0; slower < 2 && turn < 20; turn++) {
            double reached = submit(owed, next, tokens, plan.warming()).perSecond();
            say("warming up: %.0f reports a second".formatted(reached));
            slower = reached < best * 1.05 ? slower + 1 : 0;
            best = Math.max(best, reached);
        }
    }

    private Crowd.Asked submit(List<Town.Owed> owed, AtomicInteger next, Map<UUID, String> tokens, int seconds)
            throws Exception {
        var wires = new Wire[Crowd.CLIENTS];
        for (int i = 0; i < Crowd.CLIENTS; i++) {
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
}
