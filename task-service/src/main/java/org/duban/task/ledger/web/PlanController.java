package org.duban.task.ledger.web;

import static org.duban.task.access.Rights.READS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.ledger.PlanView;
import org.duban.task.ledger.PlanViews;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/plans")
@Tag(name = "方案")
@PreAuthorize(READS)
class PlanController {
    private final PlanViews plans;

    PlanController(PlanViews plans) {
        this.plans = plans;
    }

    @GetMapping
    @Operation(summary = "方案列表及总体进度，新的在前")
    Page<PlanView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return plans.list(caller, Limit.of(limit), cursor);
    }

    @GetMapping("/{id}")
    @Operation(summary = "一份方案及其总体进度")
    PlanView plan(@PathVariable UUID id, Caller caller) {
        return plans.plan(id, caller);
    }
}
