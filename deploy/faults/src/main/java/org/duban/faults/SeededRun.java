package org.duban.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.duban.faults.Findings.Outage;
import org.duban.faults.Schedule.Planned;

/** One seed: a town, work in it, faults, rest, and what the checker says. */
final class SeededRun {

    // Long enough for a producer to give up on what it holds.
    private static final Duration OUTAGE = Duration.ofSeconds(12);
    private static final Duration SETTLING = Duration.ofSeconds(150);

    private final Path code;
    private final Order order;
    private final long seed;
    private final Consumer<String> said;

    SeededRun(Path code, Order order, long seed, Consumer<String> said) {
        this.code = code;
        this.order = order;
        this.seed = seed;
        this.said = said;
    }

    /** @return what is wrong; empty where all is as it should be */
    List<String> run() throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Schedule schedule = Schedule.of(random.split(), order.lasting());
        SplittableRandom work = random.split();
        Path data = Files.createTempDirectory("duban-faults-" + seed + "-");
        Town town = new Town(code, data, order.without());
        Thread ending = new Thread(() -> close(town));
        Runtime.getRuntime().addShutdownHook(ending);
        List<String> wrong;
        try {
            town.start();
            wrong = inTown(town, schedule, work);
        } finally {
            close(town);
            Runtime.getRuntime().removeShutdownHook(ending);
        }
        if (wrong.isEmpty()) {
            town.forget();
            delete(data);
        } else {
            said.accept("  data and logs are kept in " + data);
        }
        return wrong;
    }

    private List<String> inTown(Town town, Schedule schedule, SplittableRandom random) {
        City city = new City(town);
        Journal journal = new Journal();
        Instant start = Instant.now();
        Workload workload =
                new Workload(town, city, journal, start.plus(order.lasting()).plusSeconds(300));
        workload.begin(random);
        suffer(town, schedule, start);
        town.heal();
        said.accept("  %5.1f s  all is well again; now Kafka alone is down".formatted(seconds(start)));
        Outage outage = withoutKafka(town);
        workload.end();
        said.accept("  %5.1f s  at rest".formatted(seconds(start)));
        town.heal();
        List<String> wrong = settled(town, journal, List.of(outage));
        said.accept("seed " + seed + ": " + Workload.summary(journal.intents()) + "; "
                + schedule.faults().size() + " faults, "
                + Duration.between(start, Instant.now()).toSeconds() + " s");
        return wrong;
    }

    private void suffer(Town town, Schedule schedule, Instant start) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Planned planned : schedule.faults()) {
                running.add(threads.submit(() -> {
                    sleepUntil(start.plus(planned.begins()));
                    said.accept("  %5.1f s  %s".formatted(seconds(start), planned.fault()));
                    planned.fault().begin(town);
                    sleepUntil(start.plus(planned.ends()));
                    planned.fault().end(town);
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        sleepUntil(start.plus(order.lasting()));
    }

    /** All else is well: whoever writes must not notice. */
    private Outage withoutKafka(Town town) {
        town.killKafka();
        Instant from = Instant.now();
        sleepUntil(from.plus(OUTAGE));
        Instant until = Instant.now();
        town.ensureKafka();
        return new Outage(from, until);
    }

    private List<String> settled(Town town, Journal journal, List<Outage> outages) {
        Reading reading = new Reading(town);
        Instant end = Instant.now().plus(SETTLING);
        List<String> wrong = List.of("nothing could be read");
        List<String> before = List.of();
        int same = 0;
        while (true) {
            try {
                wrong = Checker.check(reading.read(journal, outages));
            } catch (SQLException | KafkaException notYet) {
                wrong = List.of("nothing could be read: " + notYet);
            }
            same = wrong.equals(before) ? same + 1 : 0;
            // What has not moved for half a minute will not.
            if (wrong.isEmpty() || same >= 15 || Instant.now().isAfter(end)) {
                return wrong;
            }
            before = wrong;
            Pause.of(Duration.ofSeconds(2));
        }
    }

    private static double seconds(Instant start) {
        return Duration.between(start, Instant.now()).toMillis() / 1000.0;
    }

    private static void sleepUntil(Instant moment) {
        Duration left = Duration.between(Instant.now(), moment);
        if (left.isPositive()) {
            Pause.of(left);
        }
    }

    private static void close(Town town) {
        try {
            town.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
