package org.duban.notification.channel.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.duban.kit.security.Caller;
import org.duban.notification.channel.Live;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
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
            description = "事件 alert：一条新的、改动的或撤回的提醒；count：未读数；change：某个任务、报送、调度、会议、整改、投诉建议或督办单有变化，请重新读取。")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @GetMapping(path = "/api/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("hasAuthority('SCOPE_alert:read')")
    void stream(Caller caller, HttpServletRequest request, HttpServletResponse response) throws Exception {
        PageStream stream = new PageStream(caller, mapper, lifetime(), live::closed);
        live.open(stream);
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader("X-Accel-Buffering", "no");
            StreamConnection.carry(stream, request, response);
        } catch (Exception notOpened) {
            live.closed(stream);
            throw notOpened;
        }
    }

    private static Duration lifetime() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(SHORTEST.toMillis(), LONGEST.toMillis()));
    }
}
