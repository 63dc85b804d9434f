package org.duban.task.county.web;

import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.county.FeatureBoard;
import org.duban.task.county.FeatureCallRow;
import org.duban.task.county.FeatureDesk;
import org.duban.task.ledger.TaskDetail;
import org.duban.task.ledger.TaskViews;
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
@RequestMapping("/api/feature-calls")
@Tag(name = "一县一特色")
class FeatureController {
    private final FeatureDesk desk;
    private final TaskViews tasks;

    FeatureController(FeatureDesk desk, TaskViews tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    @GetMapping
    @PreAuthorize(READS)
    @Operation(summary = "部署了一县一特色的方案，以及哪些县区尚未提报")
    Page<FeatureCallRow> called(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return desk.called(caller, Limit.of(limit), cursor);
    }

    @GetMapping("/{plan}")
    @PreAuthorize(READS)
    @Operation(summary = "一份方案的一县一特色：各县区提报的改革事项")
    ResponseEntity<FeatureBoard> board(@PathVariable UUID plan, Caller caller) {
        return answer(plan, caller);
    }

    record FeatureAsked(
            @NotNull(message = "请填写提报期限") LocalDate dueOn,

            @Schema(description = "每个县区至少提报几项，不填为1项")
            @Nullable
            @Min(value = 1, message = "至少1项")
            @Max(value = 20, message = "至多20项")
            Integer least) {}

    @PutMapping("/{plan}")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "部署一县一特色，或调整期限和项数；尚未提报的县区会收到提醒", description = "尚未部署的方案，If-Match 用 \"0\"。")
    ResponseEntity<FeatureBoard> call(
            @PathVariable UUID plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid FeatureAsked asked,
            Caller caller) {
        desk.call(plan, asked.dueOn(), asked.least() == null ? 1 : asked.least(), ETags.matching(ifMatch), caller);
        return answer(plan, caller);
    }

    record FeatureItem(
            @Schema(description = "不填为本县区") @Nullable UUID county,

            @NotBlank(message = "请填写事项名称") @Size(max = 200, message = "事项名称不超过 200 字")
            String title,

            @NotBlank(message = "请填写改革内容") @Size(max = 8000, message = "改革内容不超过 8000 字")
            String text,

            @Schema(description = "不填为方案最后阶段的截止日") @Nullable LocalDate dueOn,

            @Schema(description = "不填为本单位") @Nullable @Size(max = 50, message = "牵头单位不超过 50 个")
            List<UUID> leads,

            @Nullable @Size(max = 50, message = "配合单位不超过 50 个")
            List<UUID> cooperators) {}

    @PostMapping("/{plan}/items")
    @PreAuthorize("(" + SUPERVISES + ") or (hasRole('COUNTY_OFFICE') and hasAuthority('SCOPE_report:write'))")
    @Operation(summary = "县区提报一项自选改革事项，列入方案台账，由市级督导")
    ResponseEntity<TaskDetail> name(@PathVariable UUID plan, @RequestBody @Valid FeatureItem item, Caller caller) {
        UUID id = desk.name(
                plan,
                item.county(),
                item.title().strip(),
                item.text().strip(),
                item.dueOn(),
                item.leads() == null ? List.of() : item.leads(),
                item.cooperators() == null ? List.of() : item.cooperators(),
                caller);
        TaskDetail named = tasks.task(id, caller);
        return ResponseEntity.created(URI.create("/api/tasks/" + id))
                .eTag(ETags.of(named.row().version()))
                .body(named);
    }

    private ResponseEntity<FeatureBoard> answer(UUID plan, Caller caller) {
        FeatureBoard board = desk.board(plan, caller);
        return ResponseEntity.ok().eTag(ETags.of(board.version())).body(board);
    }
}
