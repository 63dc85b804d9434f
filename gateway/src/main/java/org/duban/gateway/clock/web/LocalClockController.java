package org.duban.gateway.clock.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.duban.gateway.clock.ClockRefused;
import org.duban.gateway.clock.LocalClock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/local/clock")
@ConditionalOnProperty("duban.clock.file")
@Tag(name = "演练时钟")
class LocalClockController {

    /** One of the two. */
    record ClockChange(
            @Schema(example = "2023-03-27T09:00") @Nullable LocalDateTime now,
            @Schema(example = "P1D") @Nullable String advance) {}

    /** @param offset milliseconds added to real time */
    @Schema(name = "LocalClock")
    record ClockView(OffsetDateTime now, long offset) {}

    private final LocalClock clock;

    LocalClockController(LocalClock clock) {
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "演练时钟的当前时间", description = "仅本机演练时存在。")
    ClockView read() {
        return view(clock.read());
    }

    @PutMapping
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'SECRETARY', 'CONVENER', 'ADMIN')")
    @Operation(summary = "把演练时钟往前拨", description = "仅本机演练时存在；所有服务同时生效。")
    ClockView change(@RequestBody ClockChange change) {
        LocalDateTime now = change.now();
        String advance = change.advance();
        if (now != null && advance == null) {
            return view(clock.moveTo(now));
        }
        if (advance != null && now == null) {
            return view(clock.advance(advance));
        }
        throw ClockRefused.ambiguous();
    }

    private static ClockView view(LocalClock.Reading reading) {
        return new ClockView(reading.now().toOffsetDateTime(), reading.offset());
    }
}
