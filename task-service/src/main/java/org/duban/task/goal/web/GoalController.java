package org.duban.task.goal.web;

import static org.duban.task.access.Rights.FOR_ITS_UNIT;
import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.contract.GoalEvent.Verdict;
import org.duban.task.goal.GoalDesk;
import org.duban.task.goal.GoalFilter;
import org.duban.task.goal.GoalRow;
import org.duban.task.goal.GoalState;
import org.duban.task.goal.GoalViews;
import org.duban.task.text.Stripped;
import org.duban.task.web.UnitParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/goals")
@Tag(name = "年度目标")
class GoalController {
    private static final String EITHER = "(" + SUPERVISES + ") or (" + FOR_ITS_UNIT + ")";

    private final GoalViews views;
    private final GoalDesk desk;

    GoalController(GoalViews views, GoalDesk desk) {
        this.views = views;
        this.desk = desk;
    }

    @GetMapping
    @PreAuthorize(READS)
    @Operation(summary = "各单位年度目标，新年度在前")
    Page<GoalRow> list(
            @RequestParam(required = false) @Nullable Integer year,
            @Parameter(description = "单位编号，或 me 表示本单位") @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID county,
            @RequestParam(required = false) @Nullable UUID plan,
            @Parameter(description = "状态，多个用逗号分隔") @RequestParam(required = false) @Nullable List<GoalState> state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        GoalFilter filter =
                new GoalFilter(year, UnitParameter.of(unit, caller), county, plan, state == null ? List.of() : state);
        return views.list(filter, caller, Limit.of(limit), cursor);
    }

    @GetMapping("/{id}")
    @PreAuthorize(READS)
    @Operation(summary = "一项年度目标")
    ResponseEntity<GoalRow> one(@PathVariable UUID id, Caller caller) {
        return answer(id, caller);
    }

    record GoalWords(
            @NotBlank(message = "请填写目标") @Size(max = 2000, message = "目标不超过 2000 字")
            String text,

            @Schema(description = "衡量标准") @Nullable @Size(max = 500, message = "衡量标准不超过 500 字")
            String measure,

            @Schema(description = "所属方案，可不填") @Nullable UUID planId) {

        GoalDesk.Asked asked() {
            return new GoalDesk.Asked(text.strip(), Stripped.orNull(measure), planId);
        }
    }

    record NewGoal(
            @Schema(description = "不填为本单位") @Nullable UUID unitId,
            int year,
            @NotNull(message = "请填写目标") @Valid GoalWords goal) {}

    @PostMapping
    @PreAuthorize(EITHER)
    @Operation(summary = "确定一项年度目标", description = "单位为本单位确定；督导部门可为所辖单位确定。")
    ResponseEntity<GoalRow> set(@RequestBody @Valid NewGoal goal, Caller caller) {
        UUID id = desk.set(goal.unitId(), goal.year(), goal.goal().asked(), caller);
        GoalRow set = views.one(id, caller);
        return ResponseEntity.created(URI.create("/api/goals/" + id))
                .eTag(ETags.of(set.version()))
                .body(set);
    }

    @PutMapping("/{id}")
    @PreAuthorize(EITHER)
    @Operation(summary = "自评之前修改年度目标")
    ResponseEntity<GoalRow> revise(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid GoalWords goal,
            Caller caller) {
        desk.revise(id, goal.asked(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @DeleteMapping("/{id}")
    @PreAuthorize(EITHER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "自评之前撤销年度目标")
    void drop(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.drop(id, ETags.matching(ifMatch), caller);
    }

    record GoalAssessment(
            @Schema(description = "完成程度，0至100")
            @Min(value = 0, message = "完成程度须在0至100之间")
            @Max(value = 100, message = "完成程度须在0至100之间")
            int done,

            @NotBlank(message = "请说明完成情况") @Size(max = 4000, message = "完成情况不超过 4000 字")
            String statement) {}

    @PostMapping("/{id}/assessment")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "年终自评：自当年12月1日起")
    ResponseEntity<GoalRow> assess(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid GoalAssessment assessment,
            Caller caller) {
        desk.assess(id, assessment.done(), assessment.statement().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    record GoalReturn(
            @NotBlank(message = "请说明退回原因") @Size(max = 1000, message = "退回原因不超过 1000 字")
            String reason) {}

    @PostMapping("/{id}/return")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "退回自评并说明原因")
    ResponseEntity<GoalRow> returned(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid GoalReturn returned,
            Caller caller) {
        desk.returnAssessment(id, returned.reason().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    record GoalReview(
            @NotNull(message = "请选择评定结果") Verdict verdict,

            @Schema(description = "评定意见；未全部完成的必填") @Nullable @Size(max = 1000, message = "评定意见不超过 1000 字")
            String opinion) {}

    @PostMapping("/{id}/review")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "评定一项已自评的年度目标")
    ResponseEntity<GoalRow> review(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid GoalReview review,
            Caller caller) {
        desk.review(id, review.verdict(), Stripped.orNull(review.opinion()), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    private ResponseEntity<GoalRow> answer(UUID id, Caller caller) {
        GoalRow goal = views.one(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(goal.version())).body(goal);
    }
}
