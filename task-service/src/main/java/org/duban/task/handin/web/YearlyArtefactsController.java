package org.duban.task.handin.web;

import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.task.handin.Artefact;
import org.duban.task.handin.YearlyArtefacts;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/plans/{id}/yearly-artefacts")
@PreAuthorize(SUPERVISES)
@Tag(name = "报送材料")
class YearlyArtefactsController {

    private final YearlyArtefacts artefacts;

    YearlyArtefactsController(YearlyArtefacts artefacts) {
        this.artefacts = artefacts;
    }

    @Schema(name = "ArtefactDay")
    record Day(
            @NotNull(message = "请选择材料") Artefact artefact,

            @Min(value = 1, message = "月份须在 1 到 12 之间") @Max(value = 12, message = "月份须在 1 到 12 之间")
            int month,

            @Min(value = 1, message = "日须在 1 到 31 之间") @Max(value = 31, message = "日须在 1 到 31 之间")
            int day) {}

    @Schema(name = "YearlyArtefactRules")
    record Rules(
            @NotNull(message = "请填写各项材料的截止日") @Size(max = 5, message = "每年五项材料")
            List<@Valid @NotNull(message = "截止日不能为空") Day> days,

            @NotNull(message = "请选择任务") @Size(max = 2000, message = "任务不超过 2000 项")
            List<@NotNull(message = "任务不能为空") UUID> tasks) {

        static Rules of(YearlyArtefacts.Rules rules) {
            return new Rules(
                    rules.days().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                            .map(one -> new Day(
                                    one.getKey(),
                                    one.getValue().getMonthValue(),
                                    one.getValue().getDayOfMonth()))
                            .toList(),
                    rules.tasks());
        }

        YearlyArtefacts.Rules rules() {
            Map<Artefact, MonthDay> kept = new LinkedHashMap<>();
            for (Day day : days) {
                try {
                    kept.put(day.artefact(), MonthDay.of(day.month(), day.day()));
                } catch (DateTimeException noSuchDay) {
                    throw new BadRequest("days", "%d月没有%d日".formatted(day.month(), day.day()));
                }
            }
            return new YearlyArtefacts.Rules(kept, tasks);
        }
    }

    @GetMapping
    @Operation(summary = "方案每年的五项材料", description = "计划、部署、检查、考核、总结的截止日，以及须逐年报送的任务。")
    Rules one(@PathVariable UUID id, Caller caller) {
        return Rules.of(artefacts.of(id, caller));
    }

    @PutMapping
    @Operation(summary = "设定方案每年的五项材料", description = "未写的材料按通常的截止日；任务的牵头单位每年各报一份，已经要求的照常报送。")
    Rules set(@PathVariable UUID id, @RequestBody @Valid Rules rules, Caller caller) {
        return Rules.of(artefacts.set(id, rules.rules(), caller));
    }
}
