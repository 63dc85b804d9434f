package org.duban.task.comment.web;

import static org.duban.task.access.Rights.COMMENTS;
import static org.duban.task.access.Rights.READS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.comment.CommentDesk;
import org.duban.task.comment.CommentView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "沟通记录")
class CommentController {

    private final CommentDesk desk;

    CommentController(CommentDesk desk) {
        this.desk = desk;
    }

    @Schema(name = "CommentAsked")
    record Asked(
            @NotBlank(message = "请填写内容") @Size(max = 1000, message = "内容请控制在1000字以内")
            String text,

            @Schema(description = "所针对的报送；不写则针对任务本身") @Nullable
            UUID reportId,

            @Schema(description = "提醒的单位，限承担这项任务的单位") @Nullable @Size(max = 50, message = "一次最多提醒50家单位")
            List<@NotNull UUID> units,

            @Schema(description = "是否提醒督查人员") @Nullable Boolean supervisors) {}

    @GetMapping("/api/tasks/{id}/comments")
    @PreAuthorize(READS)
    @Operation(summary = "任务的沟通记录，新的在前；能看到任务即能看到")
    Page<CommentView> list(
            @PathVariable UUID id,
            @Parameter(description = "只列针对这份报送的") @RequestParam(required = false) @Nullable UUID report,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return desk.list(id, report, Limit.of(limit), cursor, caller);
    }

    @PostMapping("/api/tasks/{id}/comments")
    @PreAuthorize(COMMENTS)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "就任务或其一份报送写一条沟通记录", description = "可提醒承担任务的单位和督查人员；发出后不能修改，一天内可撤回。未承担这项任务的单位不能提醒。")
    ResponseEntity<CommentView> write(@PathVariable UUID id, @RequestBody @Valid Asked asked, Caller caller) {
        CommentView written = desk.write(
                id,
                asked.reportId(),
                asked.text().strip(),
                asked.units() == null ? List.of() : asked.units(),
                Boolean.TRUE.equals(asked.supervisors()),
                caller);
        return ResponseEntity.created(URI.create("/api/comments/" + written.id()))
                .body(written);
    }

    @GetMapping("/api/comments/{id}")
    @PreAuthorize(READS)
    @Operation(summary = "一条沟通记录")
    CommentView one(@PathVariable UUID id, Caller caller) {
        return desk.one(id, caller);
    }

    @PostMapping("/api/comments/{id}/withdrawal")
    @PreAuthorize(COMMENTS)
    @Operation(summary = "撤回自己写的沟通记录，限发出后一天内；撤回后不再显示内容")
    CommentView withdrawal(@PathVariable UUID id, Caller caller) {
        return desk.withdraw(id, caller);
    }
}
