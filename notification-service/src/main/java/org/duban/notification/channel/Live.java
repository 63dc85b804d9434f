package org.duban.notification.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.duban.kit.live.BroadcastListener;
import org.duban.notification.alert.Alerts;
import org.duban.notification.alert.Link;
import org.duban.notification.alert.News;
import org.duban.notification.alert.News.Change;
import org.duban.notification.alert.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/** Brings what happened to the pages that are open on this instance. */
@Service
public class Live implements BroadcastListener, SmartLifecycle {

    /** Unread alerts of the page's reader. */
    public record Count(long unread) {}

    private static final Logger log = LoggerFactory.getLogger(Live.class);
    private static final Duration PING = Duration.ofSeconds(20);
    private static final int AT_ONCE = 500;

    private final Alerts alerts;
    private final OpenPages pages = new OpenPages();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private volatile boolean going;
    private volatile Thread thread = Thread.currentThread();

    Live(Alerts alerts, MeterRegistry meters) {
        this.alerts = alerts;
        Gauge.builder("duban.alert.streams", pages, OpenPages::count)
                .description("open pages")
                .register(meters);
    }

    /** From now on the stream hears what its caller may hear, beginning with the count. */
    public void open(LiveStream stream) {
        Viewer viewer = Viewer.of(stream.caller());
        pages.add(stream, viewer);
        try {
            stream.send("count", new Count(alerts.unread(viewer)));
        } catch (RuntimeException notCounted) {
            // Its page is answered with the failure and hears nothing more.
            pages.remove(stream);
            throw notCounted;
        }
    }

    public void closed(LiveStream stream) {
        pages.remove(stream);
    }

    @Override
    public void heard(String message) {
        if (pages.count() > 0) {
            messages.add(message);
        }
    }

    @Override
    public void mayHaveMissed() {
        // The page opens another stream and looks anew.
        endAll();
    }

    private void endAll() {
        // One by one: a page that opens meanwhile is either ended or stays.
        for (LiveStream stream : pages.all()) {
            pages.remove(stream);
            stream.end();
        }
    }

    private void work() {
        long nextPing = System.nanoTime() + PING.toNanos();
        while (going) {
            try {
                String first = messages.poll(Math.max(1, nextPing - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (System.nanoTime() >= nextPing) {
                    pages.all().forEach(LiveStream::ping);
                    nextPing = System.nanoTime() + PING.toNanos();
                }
                if (first != null) {
                    List<String> some = new ArrayList<>(List.of(first));
                    messages.drainTo(some, AT_ONCE - 1);
                    deliver(some);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | Error failure) {
                log.warn("open pages could not be told and look anew", failure);
                endAll();
            }
        }
    }

    /** Looks up once what many pages are told. */
    private void deliver(List<String> some) {
        Set<UUID> said = new LinkedHashSet<>();
        Set<Change> changes = new LinkedHashSet<>();
        Set<String> readers = new HashSet<>();
        for (String message : some) {
            switch (News.parse(message)) {
                case News.Item.AlertsSaid alertsSaid -> said.addAll(alertsSaid.ids());
                case News.Item.Changed changed -> changes.add(changed.change());
                case News.Item.Read read -> readers.add(read.reader());
            }
        }
        Map<LiveStream, Viewer> counting = new HashMap<>();
        for (Alerts.Addressed alert : alerts.byIds(said)) {
            pages.reachedBy(alert).forEach((stream, viewer) -> {
                stream.send("alert", alert.alert());
                counting.put(stream, viewer);
            });
        }
        // A change of many units comes in parts, and who sees them all hears of it once.
        Map<Link, Set<LiveStream>> concerned = new LinkedHashMap<>();
        for (Change change : changes) {
            concerned
                    .computeIfAbsent(change.link(), link -> new LinkedHashSet<>())
                    .addAll(pages.concernedBy(change));
        }
        concerned.forEach((link, streams) -> streams.forEach(stream -> stream.send("change", link)));
        for (String reader : readers) {
            counting.putAll(pages.of(reader));
        }
        if (!counting.isEmpty()) {
            Map<String, Long> unread = alerts.unread(new HashSet<>(counting.values()));
            counting.forEach(
                    (stream, viewer) -> stream.send("count", new Count(unread.getOrDefault(viewer.reader(), 0L))));
        }
    }

    @Override
    public synchronized void start() {
        if (!going) {
            going = true;
            thread = Thread.ofPlatform().daemon().name("duban-alert-streams").start(this::work);
        }
    }

    @Override
    public synchronized void stop() {
        going = false;
        thread.interrupt();
        endAll();
    }

    @Override
    public boolean isRunning() {
        return going;
    }
}
