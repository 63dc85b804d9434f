package org.duban.task.ledger.web;

import static org.duban.task.access.Rights.DECIDES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.task.calendar.Cadence;
import org.duban.task.ledger.CadenceDesk;
import org.duban.task.ledger.TaskDetail;
import org.duban.task.ledger.TaskViews;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "台账")
class CadenceController {
    private final CadenceDesk desk;
    private final TaskViews views;

    CadenceController(CadenceDesk desk, TaskViews views) {
        this.desk = desk;
        this.views = views;
    }

    @Schema(name = "TaskCadenceChange")
    record Change(
            @Schema(description = "不写即随方案的频次") @Nullable Cadence cadence) {}

    @PutMapping("/api/tasks/{id}/cadence")
    @PreAuthorize(DECIDES)
    @Operation(summary = "设定任务自己的报送频次", description = "须带 If-Match；已经开展的各轮照常报送，此后按新频次开展。")
    ResponseEntity<TaskDetail> set(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Change change,
            Caller caller) {
        desk.set(id, change.cadence(), ETags.matching(ifMatch), caller);
        TaskDetail task = views.task(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(task.row().version())).body(task);
    }
}
