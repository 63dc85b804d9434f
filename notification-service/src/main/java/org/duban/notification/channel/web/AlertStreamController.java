package org.duban.notification.channel.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.duban.kit.security.Caller;
import org.duban.notification.channel.Live;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

@Tag(name = "提醒")
@RestController
class AlertStreamController {

    // Rights may change meanwhile; the page opens the next stream by itself. Spread, so that not all come back at once.
    private static final Duration SHORTEST = Duration.ofMinutes(12);
    private static final Duration LONGEST = Duration.ofMinutes(18);

    private final Live live;
    private final JsonMapper mapper;

    AlertStreamController(Live live, JsonMapper mapper) {
        this.live = live;
        this.mapper = mapper;
    }

    @Operation(
            summary = "实时提醒（server-sent events）",
            description = "事件 alert：一条新的、改动的或撤回的提醒；count：未读数；change：某个任务、报送、调度或会议有变化，请重新读取。")
    @GetMapping(path = "/api/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("hasAuthority('SCOPE_alert:read')")
    ResponseEntity<SseEmitter> stream(Caller caller) {
        SseEmitter emitter =
                new SseEmitter(ThreadLocalRandom.current().nextLong(SHORTEST.toMillis(), LONGEST.toMillis()));
        EmitterStream stream = new EmitterStream(caller, emitter, mapper);
        emitter.onCompletion(() -> live.closed(stream));
        emitter.onTimeout(stream::end);
        emitter.onError(failure -> live.closed(stream));
        live.open(stream);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }
}
