package org.duban.task.urging.web;

import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.task.urging.EscalationRules;
import org.duban.task.urging.EscalationView;
import org.duban.task.urging.EscalationView.StepRule;
import org.duban.task.urging.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/plans/{id}/escalation")
@Tag(name = "督办单")
class EscalationController {
    private final EscalationRules rules;

    EscalationController(EscalationRules rules) {
        this.rules = rules;
    }

    @GetMapping
    @PreAuthorize(READS)
    @Operation(summary = "方案的催办频次和逐级督办规则", description = "steps 为空表示不自动逐级督办；usual 是常用的规则。")
    ResponseEntity<EscalationView> one(@PathVariable UUID id, Caller caller) {
        return answer(rules.of(id, caller));
    }

    @Schema(name = "EscalationStep")
    record Rule(
            @NotNull(message = "请选择督办等级") Step step,

            @NotNull(message = "请填写逾期工作日数")
            @Min(value = 1, message = "逾期工作日数须在 1 到 250 之间")
            @Max(value = 250, message = "逾期工作日数须在 1 到 250 之间")
            Integer afterWorkingDays,

            @NotNull(message = "请填写宽限工作日数")
            @Min(value = 0, message = "宽限工作日数须在 0 到 60 之间")
            @Max(value = 60, message = "宽限工作日数须在 0 到 60 之间")
            Integer graceWorkingDays) {}

    @Schema(name = "EscalationChange")
    record Change(
            @NotNull(message = "请填写每周催办次数上限")
            @Min(value = 1, message = "每周催办次数上限须在 1 到 7 之间")
            @Max(value = 7, message = "每周催办次数上限须在 1 到 7 之间")
            Integer urgingsAWeek,

            @NotNull(message = "请填写逐级督办规则") @Size(max = 6, message = "逐级督办不超过六级")
            List<@Valid @NotNull(message = "逐级督办规则不能为空") Rule> steps) {}

    @PutMapping
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "设定方案的催办频次和逐级督办规则", description = "须带 If-Match；次日起按新规则办理，已采取的措施不受影响。")
    ResponseEntity<EscalationView> set(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Change change,
            Caller caller) {
        return answer(rules.set(
                id,
                change.urgingsAWeek(),
                change.steps().stream()
                        .map(rule -> new StepRule(rule.step(), rule.afterWorkingDays(), rule.graceWorkingDays()))
                        .toList(),
                ETags.matching(ifMatch),
                caller));
    }

    private static ResponseEntity<EscalationView> answer(EscalationView rules) {
        return ResponseEntity.ok().eTag(ETags.of(rules.version())).body(rules);
    }
}
