package org.duban.task.comment.web;

import static org.duban.task.access.Rights.READS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.comment.WatchDesk;
import org.duban.task.comment.WatchView;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tasks/{id}/watch")
@Tag(name = "沟通记录")
@PreAuthorize(READS)
class WatchController {

    private final WatchDesk desk;

    WatchController(WatchDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "本人是否关注这项任务")
    WatchView one(@PathVariable UUID id, Caller caller) {
        return desk.one(id, caller);
    }

    @PutMapping
    @Operation(summary = "关注任务：有新的沟通记录或状态变化时提醒本人")
    WatchView watch(@PathVariable UUID id, Caller caller) {
        return desk.watch(id, caller);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "取消关注")
    void unwatch(@PathVariable UUID id, Caller caller) {
        desk.unwatch(id, caller);
    }
}
