package org.duban.task.handin.web;

import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.handin.ContributionView;
import org.duban.task.handin.HandInDesk;
import org.duban.task.handin.HandInView;
import org.duban.task.handin.HandInViews;
import org.duban.task.text.Stripped;
import org.duban.task.web.Choices;
import org.duban.task.web.UnitParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "报送材料")
class HandInController {

    private static final List<String> STATES = List.of("OWED", "HANDED_IN", "RETURNED", "WITHDRAWN");

    private final HandInDesk desk;
    private final HandInViews views;

    HandInController(HandInDesk desk, HandInViews views) {
        this.desk = desk;
        this.views = views;
    }

    @Schema(name = "HandInAsked")
    record Asked(
            @NotBlank(message = "请写明要报送什么") @Size(max = 200, message = "材料名称不超过 200 字")
            String title,

            @Nullable @Size(max = 2000, message = "说明不超过 2000 字")
            String words,

            @NotNull(message = "请选择截止日") LocalDate dueOn,

            @Nullable @Size(max = 5000, message = "单位不超过 5000 个")
            List<@NotNull(message = "单位不能为空") UUID> units) {}

    @Schema(name = "HandInAnswer")
    record Answer(
            @NotBlank(message = "请填写报送内容") @Size(max = 4000, message = "报送内容不超过 4000 字")
            String words) {}

    @Schema(name = "HandInReturn")
    record Return(
            @NotBlank(message = "请写明退回原因") @Size(max = 1000, message = "退回原因不超过 1000 字")
            String reason) {}

    /** @param handInId what was asked of all units */
    @Schema(name = "HandInOpened")
    record Opened(UUID handInId, HandInViews.Counts counts) {}

    @PostMapping("/api/plans/{id}/hand-ins")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "要求各单位报送材料", description = "每个单位各一项；不写 units 即方案中承担任务的全部单位。截止日遇休息日按方案的调度规则调整。")
    ResponseEntity<Opened> ask(@PathVariable UUID id, @RequestBody @Valid Asked asked, Caller caller) {
        var words = asked.words();
        var units = asked.units();
        var opened = desk.ask(
                id,
                asked.title().strip(),
                Stripped.orNull(words),
                asked.dueOn(),
                units == null ? List.of() : units,
                caller);
        var counts = views.counts(new HandInViews.Asked(null, Set.of(), null, opened, null, null), caller);
        return ResponseEntity.created(URI.create("/api/hand-ins?hand-in=" + opened))
                .body(new Opened(opened, counts));
    }

    @GetMapping("/api/hand-ins")
    @PreAuthorize(READS)
    @Operation(
            summary = "各单位应报送的材料",
            description = "unit=me 表示本单位；state 可写多个，以逗号分隔：OWED 待报送、HANDED_IN 已报送、RETURNED 已退回、WITHDRAWN 不再要求。截止日晚的在前。")
    Page<HandInView> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(name = "hand-in", required = false) @Nullable UUID handIn,
            @RequestParam(required = false) @Nullable UUID task,
            @Parameter(description = "只列这一年的年度材料") @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return views.list(
                new HandInViews.Asked(
                        UnitParameter.of(unit, caller),
                        Set.copyOf(Choices.words(state, STATES, "state")),
                        plan,
                        handIn,
                        task,
                        year),
                limit == null ? Limit.USUAL : limit,
                cursor,
                caller);
    }

    @GetMapping("/api/hand-ins/counts")
    @PreAuthorize(READS)
    @Operation(summary = "应报送材料的数目", description = "只计本人可见的。")
    HandInViews.Counts counts(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(name = "hand-in", required = false) @Nullable UUID handIn,
            Caller caller) {
        return views.counts(
                new HandInViews.Asked(UnitParameter.of(unit, caller), Set.of(), plan, handIn, null, null), caller);
    }

    @GetMapping("/api/hand-ins/{id}")
    @PreAuthorize(READS)
    @Operation(summary = "一个单位应报送的一份材料")
    ResponseEntity<HandInView> one(@PathVariable UUID id, Caller caller) {
        return tagged(id, caller);
    }

    @Schema(name = "Contributions")
    record Told(List<ContributionView> items) {}

    @GetMapping("/api/reports/{id}/contributions")
    @PreAuthorize(READS)
    @Operation(summary = "配合单位报来的情况", description = "方案要求配合单位报牵头单位汇总的，牵头单位报送时可见；尚未报来的也列出。")
    Told contributions(@PathVariable UUID id, Caller caller) {
        return new Told(views.contributions(id, caller));
    }

    @PutMapping("/api/hand-ins/{id}")
    @PreAuthorize("hasAuthority('SCOPE_report:write')")
    @Operation(summary = "报送本单位的材料", description = "须带 If-Match；退回之前可以更正。")
    ResponseEntity<HandInView> answer(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody @Valid Answer answer,
            Caller caller) {
        desk.answer(id, answer.words().strip(), ETags.matching(ifMatch), caller);
        return tagged(id, caller);
    }

    @PostMapping("/api/hand-ins/{id}/return")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "退回重报", description = "须带 If-Match；须写明原因。自退回之日起至少有两个工作日重报。")
    ResponseEntity<HandInView> giveBack(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody @Valid Return giving,
            Caller caller) {
        desk.giveBack(id, giving.reason().strip(), ETags.matching(ifMatch), caller);
        return tagged(id, caller);
    }

    @DeleteMapping("/api/plans/{plan}/hand-ins/{handIn}")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "不再要求报送", description = "对全部单位撤销；已经报送的仍可查阅。")
    ResponseEntity<Void> withdraw(@PathVariable UUID plan, @PathVariable UUID handIn, Caller caller) {
        desk.withdraw(handIn, caller);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<HandInView> tagged(UUID id, Caller caller) {
        var view = views.one(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
