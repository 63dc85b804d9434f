package org.duban.notification.channel.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.duban.kit.security.Caller;
import org.duban.notification.channel.LiveStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Writes to one page, on a virtual thread only while there is something to write, so that a slow page holds up no other. */
final class EmitterStream implements LiveStream {

    // A page that is this far behind is gone or asleep; it looks anew when it comes back.
    private static final int MOST_WAITING = 500;

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private interface Write {
        void to(SseEmitter emitter) throws IOException;
    }

    private final Caller caller;
    private final SseEmitter emitter;
    private final JsonMapper mapper;
    private final Deque<Write> waiting = new ArrayDeque<>(2);
    private boolean writing;

    EmitterStream(Caller caller, SseEmitter emitter, JsonMapper mapper) {
        this.caller = caller;
        this.emitter = emitter;
        this.mapper = mapper;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public void send(String event, Object data) {
        String json = mapper.writeValueAsString(data);
        // Text, not an object: the stream's converters would write another JSON than the rest of the API.
        enqueue(to -> to.send(SseEmitter.event().name(event).data(json, TEXT)));
    }

    @Override
    public void ping() {
        enqueue(to -> to.send(SseEmitter.event().comment("ping")));
    }

    @Override
    public void end() {
        enqueue(SseEmitter::complete);
    }

    private synchronized void enqueue(Write write) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.clear();
            waiting.add(SseEmitter::complete);
        } else {
            waiting.add(write);
        }
        if (!writing) {
            writing = true;
            Thread.ofVirtual().name("duban-alert-stream").start(this::drain);
        }
    }

    private void drain() {
        for (Write next = next(); next != null; next = next()) {
            try {
                next.to(emitter);
            } catch (IOException | IllegalStateException gone) {
                // Left as writing: nothing more is written to a page that is gone.
                emitter.completeWithError(gone);
                return;
            }
        }
    }

    private synchronized @Nullable Write next() {
        Write next = waiting.poll();
        writing = next != null;
        return next;
    }
}
