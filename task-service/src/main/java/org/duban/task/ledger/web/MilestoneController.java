package org.duban.task.ledger.web;

import static org.duban.task.access.Rights.DECIDES;
import static org.duban.task.access.Rights.FOR_ITS_UNIT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.task.ledger.Milestone;
import org.duban.task.ledger.MilestoneDesk;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tasks/{id}")
@Tag(name = "台账")
class MilestoneController {
    private final MilestoneDesk desk;
    private final TaskViews views;

    MilestoneController(MilestoneDesk desk, TaskViews views) {
        this.desk = desk;
        this.views = views;
    }

    @Schema(name = "MilestoneAsked")
    record Asked(
            @NotBlank(message = "请填写节点名称") @Size(max = 100, message = "节点名称请控制在100字以内")
            String name,

            @NotNull(message = "请选择节点日期") LocalDate dueOn,

            @Min(value = 1, message = "节点进度须在 1 到 100 之间") @Max(value = 100, message = "节点进度须在 1 到 100 之间")
            int percent) {}

    @Schema(name = "MilestonesAsked")
    record AllAsked(
            @NotNull(message = "请填写时间节点") @Size(max = 30, message = "时间节点不超过30个")
            List<@Valid Asked> milestones) {

        List<Milestone> all() {
            return milestones.stream()
                    .map(one -> new Milestone(one.name().strip(), one.dueOn(), one.percent(), null))
                    .toList();
        }
    }

    @PutMapping("/milestones")
    @PreAuthorize(DECIDES)
    @Operation(summary = "设定时间节点，序时进度随之计算")
    ResponseEntity<TaskDetail> set(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid AllAsked asked,
            Caller caller) {
        desk.set(id, asked.all(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @PutMapping("/milestone-proposal")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "牵头单位拟定时间节点，待督导人员确认")
    ResponseEntity<TaskDetail> propose(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid AllAsked asked,
            Caller caller) {
        desk.propose(id, asked.all(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    private ResponseEntity<TaskDetail> answer(UUID id, Caller caller) {
        TaskDetail task = views.task(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(task.row().version())).body(task);
    }
}
