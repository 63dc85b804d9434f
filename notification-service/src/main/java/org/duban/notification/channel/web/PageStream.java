package org.duban.notification.channel.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.duban.kit.security.Caller;
import org.duban.notification.channel.LiveStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes to one page, on a virtual thread only while there is something to write, so that a slow page holds up no other. */
final class PageStream implements LiveStream {

    // A page that is this far behind is gone or asleep; it looks anew when it comes back.
    private static final int MOST_WAITING = 500;

    private final Caller caller;
    private final JsonMapper mapper;
    private final Consumer<LiveStream> gone;
    private final long endsAt;
    private @Nullable StreamConnection connection;
    private @Nullable StringBuilder waiting;
    private int eventsWaiting;
    private boolean ending;
    private boolean writing;

    /** @param gone told once the page hears nothing more */
    PageStream(Caller caller, JsonMapper mapper, Duration lifetime, Consumer<LiveStream> gone) {
        this.caller = caller;
        this.mapper = mapper;
        this.gone = gone;
        this.endsAt = System.nanoTime() + lifetime.toNanos();
    }

    synchronized void connected(StreamConnection connection) {
        this.connection = connection;
        write();
    }

    void disconnected() {
        gone.accept(this);
        end();
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public void send(String event, Object data) {
        // JSON has no line breaks of its own
        enqueue("event:" + event + "\ndata:" + mapper.writeValueAsString(data) + "\n\n");
    }

    @Override
    public void ping() {
        if (System.nanoTime() >= endsAt) {
            disconnected();
        } else {
            enqueue(":ping\n\n");
        }
    }

    @Override
    public synchronized void end() {
        ending = true;
        write();
    }

    private synchronized void enqueue(String event) {
        if (eventsWaiting >= MOST_WAITING) {
            waiting = null;
            ending = true;
        } else if (!ending) {
            waiting = (waiting == null ? new StringBuilder(event.length()) : waiting).append(event);
            eventsWaiting++;
        }
        write();
    }

    private synchronized void write() {
        StreamConnection to = connection;
        if (to != null && !writing) {
            writing = true;
            Thread.ofVirtual().name("duban-alert-stream").start(() -> drain(to));
        }
    }

    private void drain(StreamConnection to) {
        try {
            for (String next = next(); next != null; next = next()) {
                to.write(next.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException left) {
            end();
        }
        if (ended()) {
            to.close();
            gone.accept(this);
        }
    }

    /** All that waits, for one write; null when nothing does. */
    private synchronized @Nullable String next() {
        if (waiting == null) {
            // Left as writing when it ends: nothing more is written.
            writing = ending;
            return null;
        }
        String next = waiting.toString();
        waiting = null;
        eventsWaiting = 0;
        return next;
    }

    private synchronized boolean ended() {
        return ending;
    }
}
