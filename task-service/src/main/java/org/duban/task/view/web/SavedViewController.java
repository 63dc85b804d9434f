package org.duban.task.view.web;

import static org.duban.task.access.Rights.READS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Page;
import org.duban.task.view.Audience;
import org.duban.task.view.LedgerView;
import org.duban.task.view.ViewDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/ledger-views")
@Tag(name = "台账")
@PreAuthorize(READS)
class SavedViewController {

    private final ViewDesk desk;

    SavedViewController(ViewDesk desk) {
        this.desk = desk;
    }

    @Schema(name = "LedgerViewWords")
    record Words(
            @NotBlank(message = "请填写视图名称") @Size(max = 40, message = "视图名称请控制在40字以内")
            String name,

            @NotNull(message = "请选择共享范围") @Schema(description = "OWNER 仅自己，COLLEAGUES 本单位（督导人员为同级督导人员），EVERYONE 本级全部单位")
            Audience audience,

            @NotNull(message = "请给出筛选条件")
            @Size(max = 20, message = "筛选条件过多")
            @Schema(description = "GET /api/tasks 的筛选参数")
            Map<
                            @Pattern(regexp = "[a-z-]{1,20}", message = "没有这样的筛选条件") String,
                            @Size(max = 500, message = "筛选条件过长") String>
                    filter,

            @Nullable @Size(max = 40, message = "列数过多") @Schema(description = "显示的列及次序；空为常用列")
            List<@Pattern(regexp = "[A-Za-z]{1,30}", message = "没有这样的列") String> columns,

            @Nullable @Pattern(regexp = "[a-z]{1,20}", message = "没有这样的分组") @Schema(description = "分组方式；空为不分组")
            String grouping) {

        List<String> shown() {
            return columns == null ? List.of() : columns;
        }
    }

    @GetMapping
    @Operation(summary = "台账视图：自己保存的在前，其后是共享给自己的")
    Page<LedgerView> list(Caller caller) {
        return new Page<>(desk.list(caller), null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "一个台账视图")
    ResponseEntity<LedgerView> one(@PathVariable UUID id, Caller caller) {
        return tagged(desk.one(id, caller));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "保存筛选、列和分组为视图，可共享；视图只是看法，各人看到的仍是自己可见的任务")
    ResponseEntity<LedgerView> keep(@RequestBody @Valid Words words, Caller caller) {
        var kept = desk.keep(
                words.name().strip(), words.audience(), words.filter(), words.shown(), words.grouping(), caller);
        return ResponseEntity.created(URI.create("/api/ledger-views/" + kept.id()))
                .eTag(ETags.of(kept.version()))
                .body(kept);
    }

    @PutMapping("/{id}")
    @Operation(summary = "更新自己保存的视图", description = "须带 If-Match。")
    ResponseEntity<LedgerView> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Words words,
            Caller caller) {
        return tagged(desk.change(
                id,
                ETags.matching(ifMatch),
                words.name().strip(),
                words.audience(),
                words.filter(),
                words.shown(),
                words.grouping(),
                caller));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删除自己保存的视图", description = "须带 If-Match。")
    void drop(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.drop(id, ETags.matching(ifMatch), caller);
    }

    private static ResponseEntity<LedgerView> tagged(LedgerView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
