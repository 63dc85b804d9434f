package org.duban.bench.supervision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.postgresql.PGConnection;

/** A round of very many reports, beside COPY of the same rows. */
final class Opening extends Part {

    Opening(Site site) {
        super(site);
    }

    @Override
    void measure() throws Exception {
        String large = town.largePlan();
        try (var wire = new Wire(service.port(), supervisor)) {
            for (int round = 0; round < plan.rounds(); round++) {
                var period = town.month().plusMonths(1 + 2L * round);
                var other = period.plusMonths(1);
                // what an earlier run that was broken off left behind
                town.drop(period);
                town.drop(other);
                byte[] body = "{\"planId\":\"%s\",\"period\":\"%s\"}"
                        .formatted(large, period)
                        .getBytes(StandardCharsets.UTF_8);
                double before = cpu.seconds();
                long from = System.nanoTime();
                var answer = wire.send(
                        "POST", "/api/rounds", "Idempotency-Key: " + UUID.randomUUID() + "\r\n", body, Crowd.nowhere());
                double took = (System.nanoTime() - from) / 1e9;
                require(answer.status() == 201, "a round was answered " + answer.status());
                long opened =
                        database.number("select count(*) from report where period = '%s'".formatted(period.atDay(1)));
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
                before = postgres.seconds();
                double copied = copy(period.atDay(1).toString(), other.atDay(1).toString());
                table.add("COPY of the same rows", "s", copied, (postgres.seconds() - before) / opened);
                table.ratio("opening : COPY", took / copied);
                town.drop(period);
                town.drop(other);
                site.settle();
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
}
