package org.duban.task.supervision.web;

import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.calendar.Period;
import org.duban.task.light.Light;
import org.duban.task.supervision.RoundFact;
import org.duban.task.supervision.RoundFacts;
import org.duban.task.supervision.RoundView;
import org.duban.task.supervision.RoundViews;
import org.duban.task.supervision.Supervision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/rounds")
@Tag(name = "督导调度")
class RoundsController {

    private final RoundViews views;
    private final RoundFacts facts;
    private final Supervision supervision;

    RoundsController(RoundViews views, RoundFacts facts, Supervision supervision) {
        this.views = views;
        this.facts = facts;
        this.supervision = supervision;
    }

    /** @param period as {@code 2026-11}, {@code 2026-Q4} or {@code 2026-W47} */
    record Opening(
            @NotNull(message = "请选择计划") UUID planId,
            @NotBlank(message = "请选择期次") String period) {}

    @GetMapping
    @PreAuthorize(READS)
    @Operation(
            summary = "督导调度列表",
            description = "最近的在前；各项数目只计本人可见的报送。period 写作 2026-11 时列出计入该月的各轮（含按周、按季度的），写作 2026-W47 或 2026-Q4 时只列该期。")
    Page<RoundView> list(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return views.list(
                period == null ? null : Period.parse(period),
                plan,
                limit == null ? Limit.USUAL : limit,
                cursor,
                caller);
    }

    @GetMapping("/{id}")
    @PreAuthorize(READS)
    @Operation(summary = "一轮督导调度")
    RoundView one(@PathVariable UUID id, Caller caller) {
        return views.one(id, caller);
    }

    @GetMapping("/{id}/facts")
    @PreAuthorize("hasAuthority('SCOPE_ledger:read')")
    @Operation(summary = "一轮结束时的情况", description = "本轮结束时各牵头单位每项任务的进度、亮灯及原因，此后不再变化；未结束的一轮没有。只列本人可见的，按方案中的次序。")
    Page<RoundFact> facts(
            @PathVariable UUID id,
            @Parameter(description = "任务亮灯") @RequestParam(required = false) @Nullable Light light,
            @RequestParam(required = false) @Nullable Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return facts.list(id, light, limit == null ? Limit.USUAL : limit, cursor, caller);
    }

    @PostMapping
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "开展一轮督导调度", description = "每个计划按其频次每周、每月或每季度一轮，到时自动开展；重复开展返回同一轮（200）。")
    ResponseEntity<RoundView> open(@RequestBody @Valid Opening opening, Caller caller) {
        var opened = supervision.open(opening.planId(), Period.parse(opening.period()), caller);
        var view = views.one(opened.round(), caller);
        return opened.opened()
                ? ResponseEntity.created(URI.create("/api/rounds/" + view.id())).body(view)
                : ResponseEntity.ok(view);
    }

    @PostMapping("/{id}/close")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "结束一轮督导调度", description = "未报送的计为未报送，此后不再接收；各项数字和亮灯就此固定，此后的变化不再影响；重复结束不起作用。")
    RoundView close(@PathVariable UUID id, Caller caller) {
        supervision.close(id, caller);
        return views.one(id, caller);
    }
}
