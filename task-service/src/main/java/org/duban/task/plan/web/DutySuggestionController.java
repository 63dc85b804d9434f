package org.duban.task.plan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.task.plan.unit.DutySuggestions;
import org.duban.task.plan.unit.SuggestedUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/duty-suggestions")
@Tag(name = "职责目录")
@PreAuthorize("hasAnyRole('SUPERVISOR', 'SECRETARY') and hasAuthority('SCOPE_ledger:read')")
class DutySuggestionController {
    private static final int LONGEST_TEXT = 5_000;

    private final DutySuggestions suggestions;

    DutySuggestionController(DutySuggestions suggestions) {
        this.suggestions = suggestions;
    }

    record Suggestions(List<SuggestedUnit> items) {}

    @GetMapping
    @Operation(summary = "按职责为一项任务或议定事项建议责任单位，最合适的在前，并附所依据的职责原文")
    Suggestions suggest(
            @Parameter(description = "任务或议定事项的内容") @RequestParam String text,
            @Parameter(description = "哪个县（市、区）的职责；不填则为市级") @RequestParam(required = false) @Nullable UUID countyId,
            Caller caller) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new BadRequest("/text", "须是1到%d个字".formatted(LONGEST_TEXT));
        }
        return new Suggestions(suggestions.suggest(text, countyId, caller));
    }
}
