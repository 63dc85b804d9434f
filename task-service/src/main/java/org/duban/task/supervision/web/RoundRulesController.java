package org.duban.task.supervision.web;

import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.OnDayOff;
import org.duban.task.supervision.Cooperators;
import org.duban.task.supervision.RoundRules;
import org.duban.task.supervision.RoundRulesDesk;
import org.duban.task.supervision.RoundRulesView;
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
@RequestMapping("/api/plans/{id}/round-rules")
@Tag(name = "督导调度")
class RoundRulesController {
    private final RoundRulesDesk desk;

    RoundRulesController(RoundRulesDesk desk) {
        this.desk = desk;
    }

    @Schema(name = "RoundRulesChange")
    record Change(
            @NotNull(message = "请选择报送频次") Cadence cadence,

            @NotNull(message = "请选择每周的截止日")
            @Min(value = 1, message = "每周的截止日须是星期一（1）到星期日（7）")
            @Max(value = 7, message = "每周的截止日须是星期一（1）到星期日（7）")
            Integer weekday,

            @NotNull(message = "请选择每月的截止日")
            @Min(value = 1, message = "每月的截止日须在 1 到 31 之间")
            @Max(value = 31, message = "每月的截止日须在 1 到 31 之间")
            Integer monthDay,

            @NotNull(message = "请选择季度末月的截止日")
            @Min(value = 1, message = "季度末月的截止日须在 1 到 31 之间")
            @Max(value = 31, message = "季度末月的截止日须在 1 到 31 之间")
            Integer quarterDay,

            @NotNull(message = "请选择截止日遇休息日如何调整") OnDayOff onDayOff,

            @NotNull(message = "请填写补报期")
            @Min(value = 0, message = "补报期须在 0 到 60 个工作日之间")
            @Max(value = 60, message = "补报期须在 0 到 60 个工作日之间")
            Integer graceWorkingDays,

            @NotNull(message = "请选择报送是否须经单位负责人签发") Boolean signOff,

            @NotNull(message = "请选择配合单位的报送方式") Cooperators cooperators) {

        RoundRules rules() {
            return new RoundRules(
                    cadence, weekday, monthDay, quarterDay, onDayOff, graceWorkingDays, signOff, cooperators);
        }
    }

    @GetMapping
    @PreAuthorize(READS)
    @Operation(
            summary = "方案的调度规则",
            description =
                    "频次、截止日、遇休息日如何调整、补报期、报送是否须经单位负责人签发、配合单位的报送方式（NOT 不报送、TO_LEAD 报牵头单位汇总、THEMSELVES 单独报送）；next 列出今后几期及其截止日。月末不足该日的，以当月最后一天为准，31 即月末。")
    ResponseEntity<RoundRulesView> one(@PathVariable UUID id, Caller caller) {
        return answer(desk.of(id, caller));
    }

    @PutMapping
    @PreAuthorize(SUPERVISES)
    @Operation(
            summary = "设定方案的调度规则",
            description = "须带 If-Match；已经开展的各轮截止日不变，此后各期按新规则。改变频次的，自当日所在的一期起开展；配合单位须报送的，在尚未到截止日的各轮中一并下达。")
    ResponseEntity<RoundRulesView> set(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Change change,
            Caller caller) {
        return answer(desk.set(id, change.rules(), ETags.matching(ifMatch), caller));
    }

    private static ResponseEntity<RoundRulesView> answer(RoundRulesView rules) {
        return ResponseEntity.ok().eTag(ETags.of(rules.version())).body(rules);
    }
}
