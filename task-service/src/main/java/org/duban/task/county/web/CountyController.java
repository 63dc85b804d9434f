package org.duban.task.county.web;

import static org.duban.task.access.Rights.READS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.county.CountyLine;
import org.duban.task.county.CountyStanding;
import org.duban.task.county.CountyViews;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/plans/{id}")
@Tag(name = "县级推进")
@PreAuthorize(READS)
class CountyController {
    private final CountyViews views;

    CountyController(CountyViews views) {
        this.views = views;
    }

    record CountyStandings(List<CountyStanding> items) {}

    @GetMapping("/counties")
    @Operation(summary = "各县区在一份方案中的推进情况：事项数、销号数、平均进度和亮灯")
    CountyStandings counties(@PathVariable UUID id, Caller caller) {
        return new CountyStandings(views.counties(id, caller));
    }

    @GetMapping("/county-tasks")
    @Operation(summary = "一份方案中各县区承担的任务，逐项列出每个县区的亮灯、状态和进度")
    Page<CountyLine> lines(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return views.lines(id, caller, Limit.of(limit), cursor);
    }
}
