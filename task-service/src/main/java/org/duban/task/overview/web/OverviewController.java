package org.duban.task.overview.web;

import static org.duban.task.access.Rights.READS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.kit.web.Page;
import org.duban.task.calendar.Period;
import org.duban.task.overview.Board;
import org.duban.task.overview.Overview;
import org.duban.task.overview.Overviews;
import org.duban.task.overview.TodoCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize(READS)
@Tag(name = "概览")
class OverviewController {

    private final Overviews overviews;
    private final TodoCounts todo;
    private final Clock clock;

    OverviewController(Overviews overviews, TodoCounts todo, Clock clock) {
        this.overviews = overviews;
        this.todo = todo;
        this.clock = clock;
    }

    @GetMapping("/api/overview")
    @Operation(
            summary = "一个月的督导情况",
            description =
                    "完成率、报送率、按时率、亮灯、各单位与各县区排名、近十二个月趋势；只计本人可见的任务与报送，可限于一个计划、一个单位或一个县区。不写期次即为本月；一个月含截止日（未因节假日调整前）在该月的各轮，按周、按季度的也计入；写作 2026-W47 或 2026-Q4 时只计该期。")
    Overview overview(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable UUID county,
            Caller caller) {
        return overviews.of(new Board(period(period), plan, unit, county), caller);
    }

    @GetMapping("/api/overview/plans")
    @Operation(summary = "一个月各计划的督导情况", description = "与概览同样计数，未报最多的计划在前；可限于一个单位或一个县区。")
    Page<Overview.OfPlan> plans(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable UUID county,
            Caller caller) {
        return new Page<>(overviews.plans(new Board(period(period), null, unit, county), caller), null);
    }

    private Period period(@Nullable String period) {
        return period == null ? Period.of(YearMonth.now(clock)) : Period.parse(period);
    }

    @GetMapping("/api/tasks/counts")
    @Operation(summary = "我的待办", description = "unit=me 时，单位用户只计本单位；督导室等工作人员计所见全部。")
    TodoCounts.Counts counts(@RequestParam(required = false) @Nullable String unit, Caller caller) {
        return todo.of(unit(unit, caller), caller);
    }

    private static @Nullable UUID unit(@Nullable String unit, Caller caller) {
        if (unit == null || unit.isBlank()) {
            return null;
        }
        if (unit.equals("me")) {
            return caller.staff() ? null : caller.unit();
        }
        try {
            return UUID.fromString(unit);
        } catch (IllegalArgumentException notAnId) {
            throw new BadRequest("unit", "单位须是单位编号，或 me 表示本单位");
        }
    }
}
