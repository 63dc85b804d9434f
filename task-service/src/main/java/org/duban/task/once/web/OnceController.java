package org.duban.task.once.web;

import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.task.once.FollowUp;
import org.duban.task.once.OnceViews;
import org.duban.task.once.ReportAnswers;
import org.duban.task.once.SameTaskDesk;
import org.duban.task.once.SameTasksView;
import org.duban.task.once.SameTasksView.SamePair;
import org.duban.task.once.Spared;
import org.duban.task.web.UnitParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "一次填报")
class OnceController {
    private static final int MOST_MONTHS = 36;

    private final OnceViews views;
    private final SameTaskDesk desk;
    private final Clock clock;

    OnceController(OnceViews views, SameTaskDesk desk, Clock clock) {
        this.views = views;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/api/reports/{id}/answers")
    @PreAuthorize(READS)
    @Operation(summary = "这一份报送同时报给谁：督导调度、议定事项落实、指标、另一计划的同一事项", description = "报送之前是将要报给谁，之后是已经报给谁。")
    ReportAnswers answers(@PathVariable UUID id, Caller caller) {
        return views.answers(id, caller);
    }

    @GetMapping("/api/reports/spared")
    @PreAuthorize(READS)
    @Operation(summary = "少填了多少份表：按月、按单位", description = "不写月份为今年以来。")
    Spared spared(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "单位编号，或 me 表示本单位") @RequestParam(required = false) @Nullable String unit,
            Caller caller) {
        YearMonth last = to == null ? YearMonth.now(clock) : month(to, "to");
        YearMonth first = from == null ? YearMonth.of(last.getYear(), 1) : month(from, "from");
        if (first.isAfter(last) || first.isBefore(last.minusMonths(MOST_MONTHS - 1))) {
            throw new BadRequest("from", "起始月份不能晚于截止月份，一次至多看 36 个月");
        }
        return views.spared(first, last, UnitParameter.of(unit, caller), caller);
    }

    @GetMapping("/api/tasks/{id}/same")
    @PreAuthorize(READS)
    @Operation(summary = "其他计划中的同一事项，以及疑似同一的", description = "疑似的只给有权确认的人看。")
    SameTasksView same(@PathVariable UUID id, Caller caller) {
        return desk.of(id, caller);
    }

    record FollowUps(List<FollowUp> items) {}

    @GetMapping("/api/tasks/follow-ups")
    @PreAuthorize(READS)
    @Operation(summary = "一次会议议定事项的落实反馈", description = "取自各单位对该事项的最近一次进展报送，不另行填报。")
    FollowUps followUps(@RequestParam UUID meeting, Caller caller) {
        return new FollowUps(views.followUps(meeting, caller));
    }

    record LikelyPairs(List<SamePair> items) {}

    @GetMapping("/api/plans/{id}/same-tasks")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "一个计划的任务中，与其他计划疑似同一的", description = "文字相近、有共同的牵头单位、期限相差不超过三个月，最像的在前。")
    LikelyPairs likely(@PathVariable UUID id, Caller caller) {
        return new LikelyPairs(desk.likelyIn(id, caller));
    }

    /** @param same true 是同一事项，只报一次；false 不是，不再提示 */
    record SameDecision(@NotNull(message = "请选择是不是同一事项") Boolean same) {}

    @PutMapping("/api/tasks/{id}/same/{other}")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "确认两个计划的任务是不是同一事项", description = "确认为同一事项的，共同的牵头单位报送其中一项，另一项本期的报送同时完成；可以随时改。")
    SameTasksView decide(
            @PathVariable UUID id, @PathVariable UUID other, @RequestBody @Valid SameDecision decision, Caller caller) {
        desk.decide(id, other, decision.same(), caller);
        return desk.of(id, caller);
    }

    private static YearMonth month(String text, String field) {
        try {
            return YearMonth.parse(text.strip());
        } catch (DateTimeParseException notAMonth) {
            throw new BadRequest(field, "月份须写成 2026-11 的形式");
        }
    }
}
