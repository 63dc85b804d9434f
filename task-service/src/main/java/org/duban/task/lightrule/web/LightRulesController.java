package org.duban.task.lightrule.web;

import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.task.calendar.Period;
import org.duban.task.light.Condition;
import org.duban.task.light.Light;
import org.duban.task.light.RuleSet;
import org.duban.task.lightrule.LightRules;
import org.duban.task.lightrule.LightRulesView;
import org.duban.task.lightrule.LightTrial;
import org.duban.task.lightrule.LightTrials;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "亮灯规则")
class LightRulesController {
    private static final int MOST_RULES = 20;

    private final LightRules rules;
    private final LightTrials trials;

    LightRulesController(LightRules rules, LightTrials trials) {
        this.rules = rules;
        this.trials = trials;
    }

    @Schema(name = "LightRuleLine")
    record Line(
            @NotNull(message = "请选择亮什么灯") Light light,

            @NotNull(message = "请选择亮灯条件")
            @Schema(
                    description =
                            "BEHIND：落后序时进度达到 number 个百分点；NOT_STARTED：下达（周期性任务自本周期开始）满 number 个月进度仍为 0；"
                                    + "OVERDUE、REPORT_OVERDUE、DONE_LATE：超过期限多于 number 天；DUE_WITHIN：距期限不多于 number 天；RETURNED 不用填")
            Condition.Kind when,

            @Nullable Integer number) {}

    @Schema(name = "LightRulesChange")
    record Change(
            @Schema(description = "为空表示改按全市默认规则，仅用于单个方案") @Nullable @Size(max = MOST_RULES, message = "规则不超过 20 条")
            List<@Valid @NotNull(message = "规则不能为空") Line> rules,

            @Schema(description = "多少天没有进展就提示；为空不提示") @Nullable
            Integer stillDays,

            @NotNull(message = "请填写从哪一天起执行") LocalDate from,

            @NotBlank(message = "请写明调整的原因") @Size(max = 500, message = "原因不超过 500 字")
            String reason) {}

    @Schema(name = "LightTrialRequest")
    record Trial(
            @NotNull(message = "请填写要试算的规则") @Size(max = MOST_RULES, message = "规则不超过 20 条")
            List<@Valid @NotNull(message = "规则不能为空") Line> rules,

            @Schema(description = "为空表示试算所有按全市默认规则亮灯的方案") @Nullable
            UUID plan,

            @NotBlank(message = "请填写起始月份") @Schema(example = "2026-06")
            String from,

            @NotBlank(message = "请填写截止月份") @Schema(example = "2026-10")
            String to) {}

    @GetMapping("/api/light-rules")
    @PreAuthorize(READS)
    @Operation(summary = "全市默认的亮灯规则", description = "方案没有自己的规则时按此亮灯；含历次调整。")
    ResponseEntity<LightRulesView> city(Caller caller) {
        return answer(rules.of(null, caller));
    }

    @GetMapping("/api/plans/{id}/light-rules")
    @PreAuthorize(READS)
    @Operation(summary = "方案的亮灯规则", description = "origin 说明用的是本方案的规则、全市默认规则还是常用规则。")
    ResponseEntity<LightRulesView> plan(@PathVariable UUID id, Caller caller) {
        return answer(rules.of(id, caller));
    }

    @PutMapping("/api/light-rules")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "调整全市默认的亮灯规则", description = "须带 If-Match；最早自次日起执行，此前的亮灯不改。")
    ResponseEntity<LightRulesView> adoptCity(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Change change,
            Caller caller) {
        return adopt(null, ifMatch, change, caller);
    }

    @PutMapping("/api/plans/{id}/light-rules")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "调整方案的亮灯规则", description = "须带 If-Match；最早自次日起执行，此前的亮灯不改。")
    ResponseEntity<LightRulesView> adoptPlan(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Change change,
            Caller caller) {
        return adopt(id, ifMatch, change, caller);
    }

    @PostMapping("/api/light-rule-trials")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "用过去的月份试算亮灯规则", description = "按台账历史还原各月末的情况，分别用当时的规则和所填规则亮灯，列出差别；只计算，不保存，不影响现在的亮灯。")
    LightTrial trial(@RequestBody @Valid Trial asked, Caller caller) {
        return trials.run(
                asked.plan(),
                ruleSet(asked.rules(), null),
                Period.month(asked.from()),
                Period.month(asked.to()),
                caller);
    }

    private ResponseEntity<LightRulesView> adopt(
            @Nullable UUID plan, @Nullable String ifMatch, Change change, Caller caller) {
        return answer(rules.adopt(
                plan,
                change.rules() == null ? null : ruleSet(change.rules(), change.stillDays()),
                change.from(),
                change.reason().strip(),
                version -> ETags.requireMatch(ifMatch, version),
                caller));
    }

    private static RuleSet ruleSet(List<Line> lines, @Nullable Integer stillDays) {
        return RuleSet.of(
                lines.stream()
                        .map(line -> new RuleSet.RuleLine(line.light(), line.when(), line.number()))
                        .toList(),
                stillDays);
    }

    private static ResponseEntity<LightRulesView> answer(LightRulesView rules) {
        return ResponseEntity.ok().eTag(ETags.of(rules.version())).body(rules);
    }
}
