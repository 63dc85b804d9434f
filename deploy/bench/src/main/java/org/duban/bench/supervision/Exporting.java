package org.duban.bench.supervision;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** The whole ledger as a sheet, beside fastexcel writing the same cells. */
final class Exporting extends Part {

    Exporting(Site site) {
        super(site);
    }

    @Override
    void measure() throws Exception {
        var written = new ByteArrayOutputStream(1 << 24);
        export(written);
        var sheet = Sheet.of(written.toByteArray());
        say("exported %d rows, %d cells, %.1f MB".formatted(sheet.rows().size(), sheet.filled(), written.size() / 1e6));
        sheet.write(OutputStream.nullOutputStream());
        for (int round = 0; round < plan.rounds(); round++) {
            double before = cpu.seconds();
            long from = System.nanoTime();
            export(OutputStream.nullOutputStream());
            double took = (System.nanoTime() - from) / 1e9;
            table.add("export of the whole ledger", "s", took, cpu.seconds() - before);
            double own = Cpu.own();
            from = System.nanoTime();
            sheet.write(OutputStream.nullOutputStream());
            double alone = (System.nanoTime() - from) / 1e9;
            table.add("fastexcel, the same cells", "s", alone, Cpu.own() - own);
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
}
