package org.duban.notification.alert.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.kit.web.Refusal;
import org.duban.notification.alert.Alert;
import org.duban.notification.alert.Alerts;
import org.duban.notification.alert.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "提醒")
@RestController
@RequestMapping("/api/alerts")
@PreAuthorize("hasAuthority('SCOPE_alert:read')")
class AlertController {

    enum State {
        UNREAD,
        ALL
    }

    record Count(long unread) {}

    static final class NoSuchAlert extends Refusal {
        NoSuchAlert() {
            super(Kind.NOT_FOUND, "not-found", "没有这条提醒，或您无权查看");
        }
    }

    private final Alerts alerts;

    AlertController(Alerts alerts) {
        this.alerts = alerts;
    }

    @Operation(summary = "我的提醒，新的在前", description = "state：unread 只列未读且仍有效的，all 全部（默认）。")
    @GetMapping
    Page<Alert> list(
            Caller caller,
            @RequestParam(defaultValue = "ALL") State state,
            @RequestParam(defaultValue = "50") Limit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        return alerts.list(Viewer.of(caller), state == State.UNREAD, limit, cursor);
    }

    @Operation(summary = "未读提醒的数目")
    @GetMapping("/count")
    Count count(Caller caller) {
        return new Count(alerts.unread(Viewer.of(caller)));
    }

    @Operation(summary = "把一条提醒标为已读")
    @PostMapping("/{id}/read")
    Alert read(Caller caller, @PathVariable UUID id) {
        return alerts.read(Viewer.of(caller), id).orElseThrow(NoSuchAlert::new);
    }

    @Operation(summary = "把全部提醒标为已读")
    @PostMapping("/read")
    Count readAll(Caller caller) {
        alerts.readAll(Viewer.of(caller));
        return new Count(alerts.unread(Viewer.of(caller)));
    }
}
