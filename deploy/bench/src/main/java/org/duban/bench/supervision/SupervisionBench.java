package org.duban.bench.supervision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.duban.bench.Issuer;
import org.duban.bench.Packaged;
import org.duban.local.TestInfrastructure;

/**
 * A month of supervision at a city's size on task-service as it is packaged, each figure beside what stands next to it, in rounds
 * that take turns.
 */
public final class SupervisionBench {
    private static final int HEAP = 512;
    private static final int WARMING = 15;

    /**
     * @param rounds of each measurement, taking turns
     * @param seconds of each round
     * @param large reports of the large round
     * @param only some of submit, open, read, export; empty for all
     * @param folder keeps the database for the next run; empty for one that is thrown away
     */
    public record Plan(int rounds, int seconds, int tasks, int large, int heap, String only, String folder) {

        /** @return seconds in which a service that has just begun comes up to its speed, before anything is measured */
        int warming() {
            return Math.max(WARMING, seconds);
        }
    }

    private final Plan plan;
    private final Figure.Table table = new Figure.Table();
    private boolean failed;

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
            Part.say("the town is being built");
            town.build(plan.tasks(), plan.large());
            try (var service = start(database, issuer, folder)) {
                var site = new Site(
                        plan,
                        table,
                        database,
                        issuer,
                        town,
                        service,
                        new Cpu(service.process(), database.process()),
                        new Cpu(database.process()));
                site.settle();
                for (var part : parts().entrySet()) {
                    if (wanted(part.getKey())) {
                        measure(part.getKey(), part.getValue().apply(site));
                    }
                }
            }
        }
        table.print(plan);
        if (failed) {
            throw new IllegalStateException("not all was measured");
        }
    }

    /** One that fails does not take the others' figures with it. */
    private void measure(String name, Part part) throws InterruptedException {
        try {
            part.measure();
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failure) {
            failed = true;
            table.remark(name + " broke off: " + failure.getMessage());
            failure.printStackTrace();
        }
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

    private static Map<String, Function<Site, Part>> parts() {
        Map<String, Function<Site, Part>> parts = new LinkedHashMap<>();
        parts.put("submit", Submitting::new);
        parts.put("read", Reading::new);
        parts.put("export", Exporting::new);
        parts.put("open", Opening::new);
        return parts;
    }

    private boolean wanted(String part) {
        return plan.only().isEmpty()
                || Set.copyOf(Arrays.asList(plan.only().split(","))).contains(part);
    }
}
