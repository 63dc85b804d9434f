package org.duban.notification.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<LiveStream, Viewer> streams = new ConcurrentHashMap<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private volatile boolean going;
    private volatile Thread thread = Thread.currentThread();

    Live(Alerts alerts, MeterRegistry meters) {
        this.alerts = alerts;
        Gauge.builder("duban.alert.streams", streams, Map::size)
                .description("open pages")
                .register(meters);
    }

    /** From now on the stream hears what its caller may hear, beginning with the count. */
    public void open(LiveStream stream) {
        Viewer viewer = Viewer.of(stream.caller());
        streams.put(stream, viewer);
        try {
            stream.send("count", new Count(alerts.unread(viewer)));
        } catch (RuntimeException notCounted) {
            // Its page is answered with the failure and hears nothing more.
            streams.remove(stream);
            throw notCounted;
        }
    }

    public void closed(LiveStream stream) {
        streams.remove(stream);
    }

    @Override
    public void heard(String message) {
        if (!streams.isEmpty()) {
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
        for (LiveStream stream : streams.keySet()) {
            streams.remove(stream);
            stream.end();
        }
    }

    private void work() {
        long nextPing = System.nanoTime() + PING.toNanos();
        while (going) {
            try {
                String first = messages.poll(Math.max(1, nextPing - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (System.nanoTime() >= nextPing) {
                    streams.keySet().forEach(LiveStream::ping);
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
        Set<LiveStream> counting = new HashSet<>();
        for (Alerts.Addressed alert : alerts.byIds(said)) {
            streams.forEach((stream, viewer) -> {
                if (alert.reaches(viewer)) {
                    stream.send("alert", alert.alert());
                    counting.add(stream);
                }
            });
        }
        for (Change change : changes) {
            streams.keySet().stream()
                    .filter(stream -> concerns(change, stream))
                    .forEach(stream -> stream.send("change", change.link()));
        }
        streams.forEach((stream, viewer) -> {
            if (readers.contains(viewer.reader())) {
                counting.add(stream);
            }
        });
        count(counting);
    }

    private void count(Collection<LiveStream> counting) {
        Map<LiveStream, Viewer> viewers = new ConcurrentHashMap<>();
        for (LiveStream stream : counting) {
            Viewer viewer = streams.get(stream);
            if (viewer != null) {
                viewers.put(stream, viewer);
            }
        }
        if (viewers.isEmpty()) {
            return;
        }
        Map<String, Long> unread = alerts.unread(new HashSet<>(viewers.values()));
        viewers.forEach((stream, viewer) -> stream.send("count", new Count(unread.getOrDefault(viewer.reader(), 0L))));
    }

    private static boolean concerns(Change change, LiveStream stream) {
        boolean ofAll = change.link().kind() == Link.Kind.ROUND || change.link().kind() == Link.Kind.MEETING;
        if (ofAll && change.units().isEmpty()) {
            return true;
        }
        if (stream.caller().staff()) {
            UUID county = stream.caller().county();
            return county == null || change.county() == null || county.equals(change.county());
        }
        UUID county = stream.caller().county();
        if (stream.caller().has("COUNTY_OFFICE") && county != null && county.equals(change.county())) {
            return true;
        }
        UUID unit = stream.caller().unit();
        return unit != null && change.units().contains(unit);
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
