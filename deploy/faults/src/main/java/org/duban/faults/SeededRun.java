package org.duban.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.duban.faults.Findings.Outage;
import org.duban.faults.Schedule.Planned;

/** One seed: a town, work in it, faults, rest, and what the checker says. */
final class SeededRun {

    // Long enough for a producer to give up on what it holds.
    private static final Duration OUTAGE = Duration.ofSeconds(12);
    // A machine that is busy with other things needs longer for a single write.
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(90);
    // A mail that failed a few times waits for 80 seconds, an event for 30.
    private static final Duration SETTLING = Duration.ofSeconds(120);

    private final Apps apps;
    private final Order order;
    private final long seed;
    private final Consumer<String> told;
    private final Path data;
    private String summary = "";

    /** @param told hears what happens; it also stands in {@code run.log} beside the data */
    SeededRun(Apps apps, Order order, long seed, Consumer<String> told) {
        this.apps = apps;
        this.order = order;
        this.seed = seed;
        this.told = told;
        try {
            data = Files.createTempDirectory("duban-faults-" + seed + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return what is wrong; empty where all is as it should be */
    List<String> run() {
        SplittableRandom random = new SplittableRandom(seed);
        Schedule schedule = Schedule.of(random.split(), order.lasting());
        SplittableRandom work = random.split();
        say("seed " + seed);
        Town town = new Town(apps, data, order.without());
        List<String> wrong;
        try (town) {
            town.start();
            wrong = inTown(town, schedule, work);
        }
        try {
            if (wrong.isEmpty()) {
                town.remove();
            } else {
                Files.write(data.resolve("wrong.txt"), wrong);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        say("  %5.1f s  all is well again; now Kafka alone is down".formatted(seconds(start)));
        Outage outage = withoutKafka(town, journal);
        workload.end();
        say("  %5.1f s  at rest".formatted(seconds(start)));
        town.heal();
        List<String> wrong = settled(town, journal, List.of(outage));
        summary = ": " + Workload.summary(journal.intents()) + "; "
                + schedule.faults().size() + " faults, "
                + Duration.between(start, Instant.now()).toSeconds() + " s";
        return wrong;
    }

    private void suffer(Town town, Schedule schedule, Instant start) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Planned planned : schedule.faults()) {
                running.add(threads.submit(() -> {
                    sleepUntil(start.plus(planned.begins()));
                    say("  %5.1f s  %s".formatted(seconds(start), planned.fault()));
                    planned.fault().begin(town);
                    Pause.of(planned.lasts());
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
    private static Outage withoutKafka(Town town, Journal journal) {
        town.messages().kill();
        Instant from = Instant.now();
        Pause.of(OUTAGE);
        Pause.until(() -> new Outage(from, Instant.now()).sawAWrite(journal.intents()), LONGEST_OUTAGE.minus(OUTAGE));
        Instant until = Instant.now();
        town.messages().ensure();
        return new Outage(from, until);
    }

    private List<String> settled(Town town, Journal journal, List<Outage> outages) {
        Reading reading = new Reading(town);
        reading.nudge();
        awaitRest(reading);
        List<String> wrong = List.of();
        // A consumer may have committed its offset a moment after its effect, so once is not enough.
        for (int readings = 0; readings < 3; readings++) {
            try {
                wrong = Checker.check(reading.read(journal, outages));
                if (wrong.isEmpty()) {
                    break;
                }
            } catch (SQLException | KafkaException broken) {
                wrong = List.of("nothing could be read: " + broken);
            }
            Pause.of(Duration.ofSeconds(2));
        }
        return wrong;
    }

    /** Returns when nothing waits any more, or what waits has not become less for long. */
    private static void awaitRest(Reading reading) {
        long least = Long.MAX_VALUE;
        Instant end = Instant.now().plus(SETTLING);
        while (Instant.now().isBefore(end)) {
            try {
                long waiting = reading.waiting().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                if (waiting == 0) {
                    return;
                }
                if (waiting < least) {
                    least = waiting;
                    end = Instant.now().plus(SETTLING);
                }
            } catch (SQLException | KafkaException notYet) {
                // asked again
            }
            Pause.of(Duration.ofSeconds(1));
        }
    }

    /** What was done in it, once it has run. */
    String summary() {
        return summary;
    }

    /** Where data and logs of a run that failed lie. */
    Path kept() {
        return data;
    }

    private void say(String line) {
        told.accept(line);
        try {
            Files.writeString(
                    data.resolve("run.log"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
}
