package org.duban.bench.fanout;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.duban.bench.Figures;
import org.duban.bench.Issuer;
import org.duban.bench.Packaged;
import org.duban.kit.event.EventChannel;
import org.duban.local.TestInfrastructure;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.Assignee;
import org.duban.task.contract.TaskEvent.Part;
import org.duban.task.contract.TaskEvent.TaskAssigned;

/** Thousands of open pages on one notification-service, each of a unit of its own, and tasks that are assigned to all of them. */
public final class FanoutBench {
    private static final EventChannel<TaskEvent> CHANNEL =
            EventChannel.of(TaskEvent.TOPIC, TaskEvent.class, TaskEvent.TYPES);
    private static final int AT_ONCE = 100;

    private final int units;
    private final int events;

    public FanoutBench(int units, int events) {
        this.units = units;
        this.events = events;
    }

    /** What the pages heard since it was set. */
    private record Round(long sent, CountDownLatch left, long[] heard, AtomicInteger at) {}

    public void run() throws Exception {
        var infrastructure = TestInfrastructure.shared();
        var folder = Files.createTempDirectory("duban-bench-");
        var ids = IntStream.range(0, units).mapToObj(n -> UUID.randomUUID()).toList();
        try (var issuer = new Issuer();
                var service = Packaged.start(
                        "notification-service",
                        512,
                        List.of(
                                // pages of a whole city on one instance
                                "--server.tomcat.max-connections=12000",
                                "--spring.datasource.url=" + infrastructure.jdbcUrl("bench_notification"),
                                "--spring.datasource.username=" + infrastructure.username(),
                                "--spring.datasource.password=" + infrastructure.password(),
                                "--spring.kafka.bootstrap-servers=" + infrastructure.bootstrapServers(),
                                "--duban.security.jwk-set-uri=" + issuer.address(),
                                "--duban.digest.enabled=false"),
                        folder.resolve("notification-service.log"));
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", infrastructure.bootstrapServers(), "max.request.size", 4_000_000),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            var round = new AtomicReference<Round>(nobody());
            // the first page brings what every page shares
            var pages = new ArrayList<Page>(open(service, issuer, ids.subList(0, 1), round));
            long before = service.heap();
            pages.addAll(open(service, issuer, ids.subList(1, units), round));
            long perPage = (service.heap() - before) / (units - 1);
            long[] last = new long[events];
            long[] all = new long[events * units];
            for (int i = -3; i < events; i++) {
                var now = new Round(System.nanoTime(), new CountDownLatch(units), new long[units], new AtomicInteger());
                round.set(now);
                tell(producer, ids, i);
                if (!now.left().await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException(now.left().getCount() + " pages have heard nothing");
                }
                if (i >= 0) {
                    System.arraycopy(now.heard(), 0, all, i * units, units);
                    last[i] = Arrays.stream(now.heard()).max().orElse(0);
                }
            }
            print(perPage, Figures.of(all), Figures.of(last));
            for (var page : pages) {
                page.close();
            }
        }
    }

    private static Round nobody() {
        return new Round(System.nanoTime(), new CountDownLatch(0), new long[1], new AtomicInteger(1));
    }

    private static List<Page> open(Packaged service, Issuer issuer, List<UUID> units, AtomicReference<Round> round)
            throws Exception {
        var pages = new ArrayList<Page>();
        for (int from = 0; from < units.size(); from += AT_ONCE) {
            var some = units.subList(from, Math.min(units.size(), from + AT_ONCE));
            var opened = new CountDownLatch(some.size());
            for (var unit : some) {
                pages.add(Page.open(service.port(), issuer.token("LIAISON", unit, "alert:read"), new Page.Ear() {
                    private boolean open;

                    @Override
                    public void opened() {
                        if (!open) {
                            open = true;
                            opened.countDown();
                        }
                    }

                    @Override
                    public void alert() {
                        var now = Objects.requireNonNull(round.get());
                        int at = now.at().getAndIncrement();
                        if (at < now.heard().length) {
                            now.heard()[at] = (System.nanoTime() - now.sent()) / 1_000;
                            now.left().countDown();
                        }
                    }

                    @Override
                    public void ended(String why) {
                        if (!open) {
                            System.err.println("a page did not open: " + why);
                        }
                    }
                }));
            }
            if (!opened.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not all pages open");
            }
        }
        return pages;
    }

    private static void tell(KafkaProducer<String, byte[]> producer, List<UUID> units, int number) throws Exception {
        var task = UUID.randomUUID();
        var event = new TaskAssigned(
                task,
                1,
                UUID.randomUUID(),
                "云江市医疗卫生服务体系建设实施方案",
                number + 10,
                "健全基层医疗卫生服务体系",
                LocalDate.now().plusMonths(2),
                LocalDate.now().plusDays(7),
                units.stream()
                        .map(unit -> new Assignee(unit, Part.COOPERATING, null))
                        .toList(),
                null,
                false);
        var record = new ProducerRecord<>(TaskEvent.TOPIC, task.toString(), CHANNEL.encode(event));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/task-service",
                        "ce_type",
                        CHANNEL.typeOf(event),
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) ->
                        record.headers().add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
        producer.send(record).get();
    }

    private void print(long perPage, Figures all, Figures last) {
        System.out.printf(
                "%n%d processors, %d units with an open page each, %d events%n",
                Runtime.getRuntime().availableProcessors(), units, events);
        System.out.printf("heap of an open page            %8.1f KB%n", perPage / 1024.0);
        System.out.printf("event to a page, median         %8.0f ms%n", all.median());
        System.out.printf("event to a page, 99/100         %8.0f ms%n", all.share(0.99));
        System.out.printf("event to the last page, median  %8.0f ms%n", last.median());
        System.out.printf("event to the last page, 99/100  %8.0f ms%n", last.share(0.99));
    }
}
