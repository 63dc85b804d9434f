package org.duban.task.indicator.web;

import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.indicator.AskedIndicator;
import org.duban.task.indicator.Cycle;
import org.duban.task.indicator.IndicatorChange;
import org.duban.task.indicator.IndicatorCounts;
import org.duban.task.indicator.IndicatorDefinition;
import org.duban.task.indicator.IndicatorDefinition.YearlyTarget;
import org.duban.task.indicator.IndicatorDesk;
import org.duban.task.indicator.IndicatorDetail;
import org.duban.task.indicator.IndicatorDetail.IndicatorValueView;
import org.duban.task.indicator.IndicatorFilter;
import org.duban.task.indicator.IndicatorRow;
import org.duban.task.indicator.IndicatorViews;
import org.duban.task.indicator.Origin;
import org.duban.task.indicator.RollUp;
import org.duban.task.indicator.SameIndicators;
import org.duban.task.indicator.Standing;
import org.duban.task.plan.reading.Operator;
import org.duban.task.text.Stripped;
import org.duban.task.web.UnitParameter;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "指标")
class IndicatorController {
    private static final String MEASURES = "hasAuthority('SCOPE_indicator:write') or " + SUPERVISES;

    private final IndicatorViews views;
    private final IndicatorDesk desk;

    IndicatorController(IndicatorViews views, IndicatorDesk desk) {
        this.views = views;
        this.desk = desk;
    }

    @GetMapping("/indicators")
    @PreAuthorize(READS)
    @Operation(summary = "指标列表，新提出的在前", description = "数值按查看范围汇总：单位只看本单位的，县级只看本县的。")
    Page<IndicatorRow> list(
            @Parameter(description = "达标情况，多个用逗号分隔") @RequestParam(required = false) @Nullable List<Standing> standing,
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable UUID task,
            @RequestParam(required = false) @Nullable UUID county,
            @Parameter(description = "填报单位编号，或 me 表示本单位") @RequestParam(required = false) @Nullable String unit,
            @Parameter(description = "名称中的文字，两个字即可") @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        IndicatorFilter filter = new IndicatorFilter(
                standing == null ? List.of() : standing, plan, task, county, UnitParameter.of(unit, caller), q);
        return views.list(filter, caller, Limit.of(limit), cursor);
    }

    @GetMapping("/indicators/counts")
    @PreAuthorize(READS)
    @Operation(summary = "各达标情况的指标数")
    IndicatorCounts counts(
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable UUID county,
            @RequestParam(required = false) @Nullable String unit,
            Caller caller) {
        return views.counts(
                new IndicatorFilter(List.of(), plan, null, county, UnitParameter.of(unit, caller), null), caller);
    }

    record SameIndicatorsFound(List<SameIndicators> items) {}

    @GetMapping("/indicators/same")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "疑似同一指标：口径、目标相同而由几处提出的，由人确认合并或分开")
    SameIndicatorsFound same(Caller caller) {
        return new SameIndicatorsFound(views.same(caller));
    }

    @GetMapping("/indicators/{id}")
    @PreAuthorize(READS)
    @Operation(summary = "一项指标：来源、目标、各单位各时段的数值、走势和预测")
    ResponseEntity<IndicatorDetail> one(@PathVariable UUID id, Caller caller) {
        return answer(id, caller);
    }

    @GetMapping("/indicators/{id}/history")
    @PreAuthorize(READS)
    @Operation(summary = "每一次填报和更正，新的在前")
    Page<IndicatorChange> history(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return views.history(id, caller, Limit.of(limit), cursor);
    }

    /**
     * @param upper 区间目标的上限
     * @param soft 力争
     * @param dueOn 达到目标的时限
     * @param yearly 分年度目标
     * @param units 任务牵头单位之外的填报单位
     */
    record IndicatorWords(
            @NotBlank(message = "请填写指标名称") @Size(max = 100, message = "指标名称不超过 100 字")
            String name,

            @NotBlank(message = "请填写计量单位") @Size(max = 20, message = "计量单位不超过 20 字")
            String measure,

            @NotNull(message = "请选择目标的比较方式") Operator operator,
            @NotNull(message = "请填写目标值") BigDecimal value,
            @Nullable BigDecimal upper,
            @Nullable Boolean soft,
            @Nullable LocalDate dueOn,
            @NotNull(message = "请选择填报周期") Cycle cycle,
            @NotNull(message = "请选择汇总方式") RollUp rollUp,
            @Nullable Origin origin,

            @Nullable @Size(max = 20, message = "分年度目标不超过 20 个")
            List<@Valid IndicatorYear> yearly,

            @Nullable @Size(max = 500, message = "填报单位不超过 500 个")
            List<@NotNull UUID> units) {

        IndicatorDefinition definition() {
            return new IndicatorDefinition(
                    name.strip(),
                    measure.strip(),
                    operator,
                    value,
                    upper,
                    Boolean.TRUE.equals(soft),
                    dueOn,
                    cycle,
                    rollUp,
                    origin == null ? Origin.REPORTED : origin,
                    yearly == null
                            ? List.of()
                            : yearly.stream()
                                    .map(one -> new YearlyTarget(one.year(), one.value(), one.upper()))
                                    .toList(),
                    units == null ? List.of() : units.stream().distinct().toList());
        }
    }

    record IndicatorYear(
            @NotNull(message = "请填写年份") Integer year,
            @NotNull(message = "请填写目标值") BigDecimal value,
            @Nullable BigDecimal upper) {}

    @PostMapping("/indicators")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "新增指标", description = "方案提出的指标在方案采用时自动登记，不必新增。")
    ResponseEntity<IndicatorDetail> create(@RequestBody @Valid IndicatorWords words, Caller caller) {
        UUID id = desk.create(words.definition(), caller);
        IndicatorDetail created = views.one(id, caller);
        return ResponseEntity.created(URI.create("/api/indicators/" + id))
                .eTag(ETags.of(created.row().version()))
                .body(created);
    }

    @PutMapping("/indicators/{id}")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "调整指标的名称、目标、时限、周期、汇总方式和填报单位", description = "须带 If-Match。")
    ResponseEntity<IndicatorDetail> define(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid IndicatorWords words,
            Caller caller) {
        desk.define(id, words.definition(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    record OtherIndicator(@NotNull(message = "请选择另一项指标") UUID otherId) {}

    @PostMapping("/indicators/{id}/joining")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "确认是同一指标：把另一项并入本项", description = "须带 If-Match。两项的来源和数值都归入本项；同一单位同一时段都有数值的，以后填的为准。")
    ResponseEntity<IndicatorDetail> join(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid OtherIndicator other,
            Caller caller) {
        desk.join(id, other.otherId(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @PostMapping("/indicators/{id}/parting")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "确认不是同一指标，不再提示")
    ResponseEntity<IndicatorDetail> keepApart(
            @PathVariable UUID id, @RequestBody @Valid OtherIndicator other, Caller caller) {
        desk.keepApart(id, other.otherId(), caller);
        return answer(id, caller);
    }

    /**
     * @param unitId 不写为本单位；县级可填本县单位，督导部门可填任一填报单位
     * @param value 至时段末的累计数或当期比率
     * @param weight 加权汇总时的权数，如机构数、人数
     * @param note 数据来源，或更正的原因
     */
    record IndicatorEntry(
            @Nullable UUID unitId,
            @NotNull(message = "请填写数值") BigDecimal value,

            @Nullable @Positive(message = "权数须大于 0") BigDecimal weight,

            @Nullable @Size(max = 500, message = "说明不超过 500 字")
            String note) {}

    @PutMapping("/indicators/{id}/values/{period}")
    @PreAuthorize(MEASURES)
    @Operation(
            summary = "填报或更正一个时段的数值",
            description = "时段按指标的周期写成 2026-11、2026-Q4 或 2026。重复提交同样的数值不会产生更正；更正都留痕。带 If-Match 时，数值已被他人更正的不再覆盖。")
    ResponseEntity<IndicatorValueView> measure(
            @PathVariable UUID id,
            @PathVariable String period,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid IndicatorEntry entry,
            Caller caller) {
        desk.measure(
                id,
                period,
                new IndicatorDesk.Entry(entry.unitId(), entry.value(), entry.weight(), Stripped.orNull(entry.note())),
                ETags.matchingIfGiven(ifMatch),
                caller);
        IndicatorValueView value = views.value(id, entry.unitId(), period, caller);
        return ResponseEntity.ok().eTag(ETags.of(value.version())).body(value);
    }

    record AskedIndicators(List<AskedIndicator> items) {}

    @GetMapping("/reports/{id}/indicators")
    @PreAuthorize(READS)
    @Operation(summary = "报送要填的指标，以及本单位本期已在别处填过的数值", description = "由几项任务共同提出的指标只需填一次。")
    AskedIndicators asked(@PathVariable UUID id, Caller caller) {
        return new AskedIndicators(views.asked(id, caller));
    }

    private ResponseEntity<IndicatorDetail> answer(UUID id, Caller caller) {
        IndicatorDetail indicator = views.one(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(indicator.row().version())).body(indicator);
    }
}
