package org.duban.task.assessment.web;

import static org.duban.task.access.Rights.FOR_ITS_UNIT;
import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.assessment.AppealState;
import org.duban.task.assessment.AppealView;
import org.duban.task.assessment.AssessmentBoard;
import org.duban.task.assessment.AssessmentDesk;
import org.duban.task.assessment.AssessmentViews;
import org.duban.task.assessment.Measure;
import org.duban.task.assessment.ScoreSheet;
import org.duban.task.assessment.Scoring;
import org.duban.task.assessment.ScoringRules;
import org.duban.task.assessment.ScoringRules.ScoringItem;
import org.duban.task.assessment.ScoringRules.ScoringPart;
import org.duban.task.assessment.ScoringRulesView;
import org.duban.task.assessment.ScoringTrial;
import org.duban.task.text.Stripped;
import org.duban.task.web.UnitParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "考核")
class AssessmentController {
    private final AssessmentViews views;
    private final AssessmentDesk desk;
    private final Scoring scoring;

    AssessmentController(AssessmentViews views, AssessmentDesk desk, Scoring scoring) {
        this.views = views;
        this.desk = desk;
        this.scoring = scoring;
    }

    @GetMapping("/api/assessments/{month}")
    @PreAuthorize(READS)
    @Operation(
            summary = "一个月的考核排名",
            description = "未核定的月份按现在的情况和当月执行的规则计算；已核定的以公布时逐条记下的情况为准，申诉成立的另加更正。单位只看本单位，县级看本县，名次均在全市范围内排。")
    AssessmentBoard board(@PathVariable String month, Caller caller) {
        return views.board(month(month, "month"), caller);
    }

    @GetMapping("/api/assessments/{month}/units/{unit}")
    @PreAuthorize(READS)
    @Operation(summary = "一个单位一个月的得分单，每一条都指明事实", description = "unit 为单位编号，或 me 表示本单位。")
    ScoreSheet sheetOf(@PathVariable String month, @PathVariable String unit, Caller caller) {
        UUID of = UnitParameter.of(unit, caller);
        if (of == null) {
            throw new BadRequest("unit", "请指明单位");
        }
        return views.sheet(month(month, "month"), of, caller);
    }

    @GetMapping("/api/assessment-sheets/{id}")
    @PreAuthorize(READS)
    @Operation(summary = "一份已公布的得分单")
    ScoreSheet sheet(@PathVariable UUID id, Caller caller) {
        return views.sheet(id, caller);
    }

    @PostMapping("/api/assessments/{month}/settlement")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "核定并公布一个月的考核", description = "当月结束、各轮督导调度结束之后由市级核定；核定后逐条记下，通知各单位，五个工作日内可以申诉。")
    AssessmentBoard settle(@PathVariable String month, Caller caller) {
        YearMonth of = month(month, "month");
        desk.settle(of, caller);
        return views.board(of, caller);
    }

    record FeatureAward(
            @NotNull(message = "请选择单位") UUID unitId,

            @NotNull(message = "请填写分值")
            @DecimalMin(value = "0.01", message = "分值须大于 0")
            @Digits(integer = 3, fraction = 2, message = "分值至多两位小数")
            BigDecimal points,

            @NotBlank(message = "请写明特色做法") @Size(max = 500, message = "特色做法不超过 500 字")
            String words,

            @Nullable UUID taskId) {}

    record GivenAward(UUID id) {}

    @PostMapping("/api/assessments/{month}/awards")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "特色加分", description = "由市级认定，核定之前可以撤销；一项的分值不超过规则所定。")
    ResponseEntity<GivenAward> award(
            @PathVariable String month, @RequestBody @Valid FeatureAward award, Caller caller) {
        UUID id = desk.award(
                month(month, "month"),
                award.unitId(),
                award.points(),
                award.words().strip(),
                award.taskId(),
                caller);
        return ResponseEntity.created(URI.create("/api/assessment-awards/" + id))
                .body(new GivenAward(id));
    }

    @DeleteMapping("/api/assessment-awards/{id}")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "撤销一项特色加分")
    ResponseEntity<Void> withdrawAward(@PathVariable UUID id, Caller caller) {
        desk.withdrawAward(id, caller);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/assessment-appeals")
    @PreAuthorize(READS)
    @Operation(summary = "考核申诉，新提出的在前")
    Page<AppealView> appeals(
            @Parameter(description = "状态，多个用逗号分隔") @RequestParam(required = false) @Nullable List<AppealState> state,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return views.appeals(
                state == null ? List.of() : state,
                month == null ? null : month(month, "month"),
                UnitParameter.of(unit, caller),
                caller,
                Limit.of(limit),
                cursor);
    }

    @GetMapping("/api/assessment-appeals/{id}")
    @PreAuthorize(READS)
    @Operation(summary = "一件考核申诉")
    ResponseEntity<AppealView> appeal(@PathVariable UUID id, Caller caller) {
        return answer(id, caller);
    }

    record ScoreAppeal(
            @NotNull(message = "请指明对哪一条扣分申诉") UUID lineId,

            @NotBlank(message = "请写明申诉理由") @Size(max = 2000, message = "申诉理由不超过 2000 字")
            String words) {}

    @PostMapping("/api/assessment-appeals")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "对本单位的一条扣分提出申诉", description = "公布后五个工作日内；同一条只受理一次，撤回的可以再提。")
    ResponseEntity<AppealView> open(@RequestBody @Valid ScoreAppeal appeal, Caller caller) {
        UUID id = desk.appeal(appeal.lineId(), appeal.words().strip(), caller);
        AppealView opened = views.appeal(id, caller);
        return ResponseEntity.created(URI.create("/api/assessment-appeals/" + id))
                .eTag(ETags.of(opened.version()))
                .body(opened);
    }

    /** @param restored 申诉成立时退还的分值，不写为全部退还 */
    record ScoreAppealDecision(
            @NotNull(message = "请选择申诉是否成立") Boolean upheld,

            @Nullable @Digits(integer = 3, fraction = 2, message = "分值至多两位小数")
            BigDecimal restored,

            @NotBlank(message = "请写明裁定理由") @Size(max = 2000, message = "裁定理由不超过 2000 字")
            String words) {}

    @PostMapping("/api/assessment-appeals/{id}/decision")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "裁定一件申诉", description = "须带 If-Match。成立的另记一条退还，原来的扣分不改动，总分和名次随之更新。")
    ResponseEntity<AppealView> decide(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ScoreAppealDecision decision,
            Caller caller) {
        desk.decide(
                id, decision.upheld(), decision.restored(), decision.words().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @PostMapping("/api/assessment-appeals/{id}/withdrawal")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "撤回本单位的申诉", description = "须带 If-Match。")
    ResponseEntity<AppealView> withdraw(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.withdrawAppeal(id, ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @GetMapping("/api/scoring-rules")
    @PreAuthorize(READS)
    @Operation(summary = "考核规则：现行、常用、可计分的事项和历次调整")
    ResponseEntity<ScoringRulesView> rules(Caller caller) {
        return tagged(scoring.rules(caller));
    }

    record WrittenItem(
            @NotNull(message = "请选择计分事项") Measure measure,
            @NotNull(message = "请填写分值") BigDecimal points,
            @Nullable BigDecimal cap) {

        ScoringItem item() {
            return new ScoringItem(measure, points, cap);
        }
    }

    record WrittenPart(
            @NotNull(message = "请填写类名") String name,
            @NotNull(message = "请填写权重") Integer weight,

            @NotNull(message = "请填写扣分项") @Size(max = 20, message = "一类至多 20 项")
            List<@Valid WrittenItem> items) {

        ScoringPart part() {
            return new ScoringPart(
                    name.strip(), weight, items.stream().map(WrittenItem::item).toList());
        }
    }

    record WrittenRules(
            @NotNull(message = "请填写考核内容") @Size(max = 20, message = "考核内容至多 20 类")
            List<@Valid WrittenPart> parts,

            @Nullable @Size(max = 20, message = "加分项至多 20 项")
            List<@Valid WrittenItem> bonus,

            @Nullable BigDecimal bonusCap) {

        ScoringRules rules() {
            return new ScoringRules(
                    parts.stream().map(WrittenPart::part).toList(),
                    bonus == null
                            ? List.of()
                            : bonus.stream().map(WrittenItem::item).toList(),
                    bonusCap);
        }
    }

    /** @param from 自哪个月起执行，写成 2026-12 */
    record ScoringRulesChange(
            @NotNull(message = "请填写规则") @Valid WrittenRules rules,
            @NotBlank(message = "请选择自哪个月起执行") String from,

            @NotBlank(message = "请写明调整的原因") @Size(max = 500, message = "原因不超过 500 字")
            String reason) {}

    @PutMapping("/api/scoring-rules")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "调整考核规则，自某个月起执行", description = "须带 If-Match。由市级调整；已经开始的月份不受影响，首次设定可自当月起。")
    ResponseEntity<ScoringRulesView> adopt(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ScoringRulesChange change,
            Caller caller) {
        return tagged(scoring.adopt(
                change.rules().rules(),
                month(change.from(), "from"),
                change.reason().strip(),
                ETags.matching(ifMatch),
                caller));
    }

    /** @param month 用哪个月试算，写成 2026-10 */
    record ScoringRulesTrial(
            @NotNull(message = "请填写规则") @Valid WrittenRules rules,
            @NotBlank(message = "请选择试算的月份") String month) {}

    @PostMapping("/api/scoring-rule-trials")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "用过去的一个月试算规则", description = "与当时的得分和名次对照；只计算，不保存。")
    ScoringTrial trial(@RequestBody @Valid ScoringRulesTrial trial, Caller caller) {
        return scoring.trial(trial.rules().rules(), month(trial.month(), "month"), caller);
    }

    private ResponseEntity<AppealView> answer(UUID id, Caller caller) {
        AppealView appeal = views.appeal(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(appeal.version())).body(appeal);
    }

    private static ResponseEntity<ScoringRulesView> tagged(ScoringRulesView rules) {
        return ResponseEntity.ok().eTag(ETags.of(rules.version())).body(rules);
    }

    private static YearMonth month(String text, String field) {
        String written = Stripped.orNull(text);
        try {
            YearMonth month = YearMonth.parse(written == null ? "" : written);
            if (month.getYear() >= 2000 && month.getYear() <= 2100) {
                return month;
            }
        } catch (DateTimeParseException notAMonth) {
            // told below, as for a month out of range
        }
        throw new BadRequest(field, "月份须写成 2026-11 的形式");
    }
}
