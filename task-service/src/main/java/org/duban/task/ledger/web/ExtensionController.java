package org.duban.task.ledger.web;

import static org.duban.task.access.Rights.DECIDES;
import static org.duban.task.access.Rights.FOR_ITS_UNIT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.kit.web.ETags;
import org.duban.task.ledger.ExtensionDesk;
import org.duban.task.ledger.TaskDetail;
import org.duban.task.ledger.TaskViews;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Each answer is the whole task; {@code If-Match} names the task's version. */
@RestController
@RequestMapping("/api/tasks/{id}/extension-requests")
@Tag(name = "台账")
class ExtensionController {
    private final ExtensionDesk desk;
    private final TaskViews views;

    ExtensionController(ExtensionDesk desk, TaskViews views) {
        this.desk = desk;
        this.views = views;
    }

    @Schema(name = "ExtensionAsked")
    record Asked(
            @NotNull(message = "请选择希望延期到的日期") LocalDate wantedDay,

            @NotBlank(message = "请填写延期理由") @Size(max = 2000, message = "延期理由请控制在2000字以内")
            String reason) {}

    @PostMapping
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "牵头单位申请延期")
    ResponseEntity<TaskDetail> request(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Asked asked,
            Caller caller) {
        UUID request = desk.request(id, asked.wantedDay(), asked.reason().strip(), ETags.matching(ifMatch), caller);
        TaskDetail task = views.task(id, caller);
        return ResponseEntity.created(URI.create("/api/tasks/%s/extension-requests/%s".formatted(id, request)))
                .eTag(ETags.of(task.row().version()))
                .body(task);
    }

    @Schema(name = "ExtensionDecision")
    record Decision(
            @NotNull(message = "请选择是否同意") Boolean granted,

            @Schema(description = "同意延期到的日期；不写则为申请的日期") @Nullable
            LocalDate day,

            @Nullable @Size(max = 2000, message = "审核意见请控制在2000字以内")
            String opinion) {}

    @PostMapping("/{request}/decision")
    @PreAuthorize(DECIDES)
    @Operation(summary = "审核延期申请；不同意时须说明理由")
    ResponseEntity<TaskDetail> decision(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Decision decision,
            Caller caller) {
        String opinion = decision.opinion() == null || decision.opinion().isBlank()
                ? null
                : decision.opinion().strip();
        if (decision.granted()) {
            desk.grant(id, request, decision.day(), opinion, ETags.matching(ifMatch), caller);
        } else if (opinion == null) {
            throw new BadRequest("opinion", "不同意延期时，请说明理由");
        } else {
            desk.refuse(id, request, opinion, ETags.matching(ifMatch), caller);
        }
        return answer(id, caller);
    }

    @PostMapping("/{request}/withdrawal")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "撤回本单位的延期申请")
    ResponseEntity<TaskDetail> withdrawal(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.withdraw(id, request, ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    private ResponseEntity<TaskDetail> answer(UUID id, Caller caller) {
        TaskDetail task = views.task(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(task.row().version())).body(task);
    }
}
