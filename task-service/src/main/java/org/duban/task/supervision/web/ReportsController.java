package org.duban.task.supervision.web;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.calendar.Period;
import org.duban.task.light.Light;
import org.duban.task.supervision.Content;
import org.duban.task.supervision.Content.IndicatorValue;
import org.duban.task.supervision.ReportView;
import org.duban.task.supervision.ReportViews;
import org.duban.task.supervision.Reporting;
import org.duban.task.text.Stripped;
import org.duban.task.web.Choices;
import org.duban.task.web.UnitParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reports")
@Tag(name = "报送")
class ReportsController {

    private static final List<String> STATES = List.of("DUE", "SUBMITTED", "RETURNED", "ACCEPTED", "LAPSED", "WAIVED");

    private final ReportViews views;
    private final Reporting reporting;

    ReportsController(ReportViews views, Reporting reporting) {
        this.views = views;
        this.reporting = reporting;
    }

    /**
     * @param progress 0 to 100
     * @param evidence ids of what was uploaded to {@code /api/evidence}
     */
    record Submission(
            @NotNull(message = "请填写进度")
            @Min(value = 0, message = "进度须在 0 到 100 之间")
            @Max(value = 100, message = "进度须在 0 到 100 之间")
            Integer progress,

            @NotBlank(message = "请填写已完成的工作") @Size(max = 4000, message = "已完成的工作不超过 4000 字")
            String done,

            @Nullable @Size(max = 4000, message = "存在问题不超过 4000 字")
            String problems,

            @Nullable @Size(max = 4000, message = "下步计划不超过 4000 字")
            String next,

            @Nullable @Size(max = 100, message = "指标不超过 100 项")
            List<@Valid Indicator> indicators,

            @Schema(description = "佐证材料的编号，先上传到 /api/evidence；写全，不写即没有") @Nullable
            List<@NotNull(message = "请写明佐证材料的编号") UUID> evidence) {

        List<UUID> files() {
            return evidence == null ? List.of() : evidence;
        }

        Content content() {
            return new Content(
                    progress,
                    done.strip(),
                    Stripped.orNull(problems),
                    Stripped.orNull(next),
                    indicators == null
                            ? List.of()
                            : indicators.stream()
                                    .map(indicator -> new IndicatorValue(indicator.text(), indicator.value()))
                                    .toList());
        }
    }

    @Schema(name = "ReportedIndicator")
    record Indicator(
            @NotBlank(message = "请写明指标") @Size(max = 1000, message = "指标不超过 1000 字")
            String text,

            @Nullable @Size(max = 200, message = "指标值不超过 200 字")
            String value) {}

    @Schema(name = "ReportReturn")
    record Return(
            @NotBlank(message = "请写明退回原因") @Size(max = 1000, message = "退回原因不超过 1000 字")
            String reason) {}

    @GetMapping
    @PreAuthorize(READS)
    @Operation(
            summary = "报送列表",
            description = "unit=me 表示本单位；state 可写多个，以逗号分隔：DUE 待报送、SUBMITTED 已报送、RETURNED 已退回、ACCEPTED 已通过、"
                    + "LAPSED 未报送而本轮已结束、WAIVED 任务已办结或暂缓而免报。最近的在前。"
                    + "period 写作 2026-11 时列出计入该月的各期（含按周、按季度的），写作 2026-W47 或 2026-Q4 时只列该期。")
    Page<ReportView> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID county,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable UUID round,
            @RequestParam(required = false) @Nullable UUID task,
            @RequestParam(required = false) @Nullable UUID plan,
            @Parameter(description = "截止日为这一天或更晚") @RequestParam(name = "due-from", required = false) @Nullable
                    LocalDate dueFrom,
            @Parameter(description = "截止日早于这一天") @RequestParam(name = "due-before", required = false) @Nullable
                    LocalDate dueBefore,
            @Parameter(description = "只列由本级审核的：县级督导人员只列本县方案，市级不限")
                    @RequestParam(name = "own-plans", defaultValue = "false")
                    boolean ownPlans,
            @RequestParam(required = false) @Nullable Light light,
            @Parameter(description = "只列待单位负责人签发的") @RequestParam(name = "to-sign-off", defaultValue = "false")
                    boolean toSignOff,
            @RequestParam(required = false) @Nullable Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        var asked = new ReportViews.Asked(
                UnitParameter.of(unit, caller),
                county,
                Set.copyOf(Choices.words(state, STATES, "state")),
                period == null ? null : Period.parse(period),
                round,
                task,
                plan,
                dueFrom,
                dueBefore,
                ownPlans ? caller.county() : null,
                light,
                toSignOff);
        return views.list(asked, limit == null ? Limit.USUAL : limit, cursor, caller);
    }

    @GetMapping("/{id}")
    @PreAuthorize(READS)
    @Operation(summary = "一份报送")
    ResponseEntity<ReportView> one(@PathVariable UUID id, Caller caller) {
        return tagged(views.one(id, caller));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('SCOPE_report:write')")
    @Operation(
            summary = "报送本单位的进展",
            description =
                    "须带 If-Match；审核之前可以更正，退回之后可以重报。方案要求单位负责人签发的，非负责人提交后待签发（awaitsSignOff），签发后才算报送。进度低于上期时须在存在问题中说明原因。本轮结束后不再接收（409）。")
    ResponseEntity<ReportView> submit(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody @Valid Submission submission,
            Caller caller) {
        return tagged(reporting.submit(id, ETags.matching(ifMatch), submission.content(), submission.files(), caller));
    }

    @PostMapping("/{id}/sign-off")
    @PreAuthorize("hasRole('UNIT_HEAD') and hasAuthority('SCOPE_report:write')")
    @Operation(summary = "单位负责人签发", description = "须带 If-Match；签发即报送，是否按时以签发为准。")
    ResponseEntity<ReportView> signOff(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return tagged(reporting.signOff(id, ETags.matching(ifMatch), caller));
    }

    @PostMapping("/{id}/sign-off-refusal")
    @PreAuthorize("hasRole('UNIT_HEAD') and hasAuthority('SCOPE_report:write')")
    @Operation(summary = "单位负责人退回修改", description = "须带 If-Match；在本单位内退回，须写明原因，不影响截止日。")
    ResponseEntity<ReportView> refuseSignOff(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody @Valid Return giving,
            Caller caller) {
        return tagged(reporting.refuseSignOff(
                id, ETags.matching(ifMatch), giving.reason().strip(), caller));
    }

    @PostMapping("/{id}/acceptance")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "审核通过", description = "须带 If-Match。")
    ResponseEntity<ReportView> accept(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return tagged(reporting.accept(id, ETags.matching(ifMatch), caller));
    }

    @PostMapping("/{id}/return")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "退回重报", description = "须带 If-Match；须写明原因。自退回之日起至少有两个工作日重报，原截止日更晚的仍按原截止日。")
    ResponseEntity<ReportView> giveBack(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody @Valid Return giving,
            Caller caller) {
        return tagged(
                reporting.giveBack(id, ETags.matching(ifMatch), giving.reason().strip(), caller));
    }

    private static ResponseEntity<ReportView> tagged(ReportView report) {
        return ResponseEntity.ok().eTag(ETags.of(report.version())).body(report);
    }
}
