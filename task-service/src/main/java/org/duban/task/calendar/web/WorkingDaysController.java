package org.duban.task.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.duban.kit.web.BadRequest;
import org.duban.task.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "工作日历")
class WorkingDaysController {

    private final WorkingDays workingDays;
    private final Clock clock;

    WorkingDaysController(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * @param provisional true while the State Council has not published the year: weekends only
     * @param holidays Mondays to Fridays that are off
     * @param makeUpDays Saturdays and Sundays that are worked
     */
    record Year(int year, boolean provisional, List<LocalDate> holidays, List<LocalDate> makeUpDays) {}

    @GetMapping("/api/working-days")
    @Operation(summary = "某年的工作日安排", description = "节假日与调休以国务院办公厅通知为准；尚未公布的年份标为暂定，只除周末。")
    Year year(@RequestParam(required = false) @Nullable Integer year) {
        int asked = year == null ? LocalDate.now(clock).getYear() : year;
        if (asked < 2000 || asked > 2100) {
            throw new BadRequest("year", "年份须在 2000 到 2100 之间");
        }
        var arrangement = workingDays.year(asked);
        return new Year(
                asked,
                arrangement.provisional(),
                arrangement.holidays().stream().sorted().toList(),
                arrangement.makeUpDays().stream().sorted().toList());
    }
}
