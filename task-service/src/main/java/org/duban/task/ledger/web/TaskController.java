package org.duban.task.ledger.web;

import static org.duban.task.access.Rights.DECIDES;
import static org.duban.task.access.Rights.FOR_ITS_UNIT;
import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.ledger.FieldHistory;
import org.duban.task.ledger.Indicator;
import org.duban.task.ledger.PieceDesk;
import org.duban.task.ledger.Repeat;
import org.duban.task.ledger.TaskContent;
import org.duban.task.ledger.TaskDesk;
import org.duban.task.ledger.TaskDetail;
import org.duban.task.ledger.TaskFilter;
import org.duban.task.ledger.TaskHappening;
import org.duban.task.ledger.TaskKind;
import org.duban.task.ledger.TaskRow;
import org.duban.task.ledger.TaskViews;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tasks")
@Tag(name = "台账")
class TaskController {
    private final TaskViews views;
    private final TaskDesk desk;
    private final PieceDesk pieces;

    TaskController(TaskViews views, TaskDesk desk, PieceDesk pieces) {
        this.views = views;
        this.desk = desk;
        this.pieces = pieces;
    }

    @GetMapping
    @PreAuthorize(READS)
    @Operation(summary = "任务台账：新方案在前，按方案内序号排列")
    Page<TaskRow> list(
            @RequestParam(required = false) @Nullable UUID plan,
            @Parameter(description = "单位编号，或 me 表示本单位") @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID county,
            @Parameter(description = "亮灯，多个用逗号分隔") @RequestParam(required = false) @Nullable String light,
            @Parameter(description = "状态，多个用逗号分隔") @RequestParam(required = false) @Nullable String state,
            @Parameter(description = "类型，多个用逗号分隔") @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String part,
            @Parameter(description = "办结期限为这一天或更晚") @RequestParam(name = "due-from", required = false) @Nullable
                    LocalDate dueFrom,
            @Parameter(description = "办结期限早于这一天") @RequestParam(name = "due-before", required = false) @Nullable
                    LocalDate dueBefore,
            @Parameter(description = "只列尚未签收的任务：写明单位时为该单位未签收，否则为可见单位中有未签收的")
                    @RequestParam(name = "to-acknowledge", defaultValue = "false")
                    boolean toAcknowledge,
            @Parameter(description = "只列有延期申请等待审核的任务") @RequestParam(name = "extension-asked", defaultValue = "false")
                    boolean extensionAsked,
            @Parameter(description = "只列久无进展、尚未亮黄灯或红灯的任务") @RequestParam(defaultValue = "false") boolean still,
            @Parameter(description = "只列本人关注的任务") @RequestParam(defaultValue = "false") boolean watched,
            @Parameter(description = "只列由本级审核的：县级督导人员只列本县方案，市级不限")
                    @RequestParam(name = "own-plans", defaultValue = "false")
                    boolean ownPlans,
            @Parameter(description = "分解事项也单独列出；默认只在所属任务下列出") @RequestParam(defaultValue = "false") boolean subtasks,
            @Parameter(description = "只列县区承担的事项：分解到县区的，和由县区单位直接牵头的；写明县区时只列该县区的") @RequestParam(defaultValue = "false")
                    boolean shares,
            @Parameter(description = "标题或内容中的文字，两个字即可") @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        TaskFilter filter = TaskQuery.filter(
                plan,
                unit,
                county,
                light,
                state,
                kind,
                part,
                dueFrom,
                dueBefore,
                toAcknowledge,
                extensionAsked,
                still,
                watched,
                ownPlans,
                q,
                subtasks,
                shares,
                caller);
        return views.list(filter, caller, Limit.of(limit), cursor);
    }

    @GetMapping("/{id}")
    @PreAuthorize(READS)
    @Operation(summary = "一项任务：各单位分工、指标、报送情况和目前可办理的事项")
    ResponseEntity<TaskDetail> task(@PathVariable UUID id, Caller caller) {
        return answer(id, caller);
    }

    record History(List<TaskHappening> items) {}

    @GetMapping("/{id}/history")
    @PreAuthorize(READS)
    @Operation(summary = "任务经过：何人、何时、办了什么、说明了什么，新的在前")
    History history(@PathVariable UUID id, Caller caller) {
        return new History(views.history(id, caller));
    }

    record Fields(List<FieldHistory> items) {}

    @GetMapping("/{id}/fields")
    @PreAuthorize(READS)
    @Operation(summary = "逐项的变动记录：每一项由何人何时从什么改为什么，新的在前")
    Fields fields(@PathVariable UUID id, Caller caller) {
        return new Fields(views.fields(id, caller));
    }

    @PostMapping("/{id}/acknowledgement")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "本单位签收任务")
    ResponseEntity<TaskDetail> acknowledge(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.acknowledge(id, ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    record Completion(
            @NotBlank(message = "请填写完成情况") @Size(max = 4000, message = "完成情况请控制在4000字以内")
            String statement,

            @Schema(description = "佐证材料的编号，先上传到 /api/evidence") @Nullable
            List<@NotNull UUID> evidence) {

        List<UUID> files() {
            return evidence == null ? List.of() : evidence;
        }
    }

    @PostMapping("/{id}/completion")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "牵头单位申请办结")
    ResponseEntity<TaskDetail> completion(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Completion completion,
            Caller caller) {
        desk.submitCompletion(id, completion.statement().strip(), completion.files(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    record Verification(
            @Size(max = 2000, message = "审核意见请控制在2000字以内") @Nullable
            String opinion) {}

    @PostMapping("/{id}/verification")
    @PreAuthorize(DECIDES)
    @Operation(summary = "审核通过，任务销号")
    ResponseEntity<TaskDetail> verification(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Valid @Nullable Verification verification,
            Caller caller) {
        desk.verify(id, verification == null ? null : verification.opinion(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @Schema(name = "CompletionReturn")
    record Return(
            @NotBlank(message = "请填写退回原因") @Size(max = 2000, message = "退回原因请控制在2000字以内")
            String reason,

            @Schema(description = "须继续办理的牵头单位；不写则退回全部已申请办结的牵头单位") @Nullable @Size(max = 200, message = "单位不超过200家")
            List<UUID> units) {}

    @PostMapping("/{id}/return")
    @PreAuthorize(DECIDES)
    @Operation(summary = "退回办结申请并说明原因")
    ResponseEntity<TaskDetail> returned(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Return returned,
            Caller caller) {
        desk.returnCompletion(
                id,
                returned.units() == null ? List.of() : returned.units(),
                returned.reason().strip(),
                ETags.matching(ifMatch),
                caller);
        return answer(id, caller);
    }

    record Urging(
            @Nullable UUID unitId,

            @Size(max = 500, message = "催办内容请控制在500字以内") @Nullable
            String words) {}

    @PostMapping("/{id}/urging")
    @PreAuthorize(DECIDES)
    @Operation(summary = "催办：不指定单位时催办全部牵头单位，同一单位同一任务每天一次")
    ResponseEntity<TaskDetail> urging(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Valid @Nullable Urging urging,
            Caller caller) {
        desk.urge(
                id,
                urging == null ? null : urging.unitId(),
                urging == null ? null : urging.words(),
                ETags.matching(ifMatch),
                caller);
        return answer(id, caller);
    }

    @Schema(name = "TaskSuspension")
    record Pause(
            @NotBlank(message = "请填写暂缓原因") @Size(max = 2000, message = "暂缓原因请控制在2000字以内")
            String reason,

            @Schema(description = "到这一天自动恢复；不写则由督导人员恢复") @Nullable
            LocalDate resumesOn) {}

    @PostMapping("/{id}/suspension")
    @PreAuthorize(DECIDES)
    @Operation(summary = "暂缓办理：暂缓期间不报送、不亮灯")
    ResponseEntity<TaskDetail> suspension(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Pause pause,
            Caller caller) {
        desk.suspend(id, pause.reason().strip(), pause.resumesOn(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @Schema(name = "TaskReason")
    record Reason(
            @NotBlank(message = "请填写原因") @Size(max = 2000, message = "原因请控制在2000字以内")
            String reason) {}

    @PostMapping("/{id}/resumption")
    @PreAuthorize(DECIDES)
    @Operation(summary = "恢复办理暂缓的任务，自下一轮调度起报送")
    ResponseEntity<TaskDetail> resumption(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Reason reason,
            Caller caller) {
        desk.resume(id, reason.reason().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @PostMapping("/{id}/reopening")
    @PreAuthorize(DECIDES)
    @Operation(summary = "重新办理已销号的任务：进度恢复为各单位所报，自下一轮调度起报送")
    ResponseEntity<TaskDetail> reopening(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Reason reason,
            Caller caller) {
        desk.reopen(id, reason.reason().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    /** What a task asks of whom. */
    @Schema(name = "TaskAsked")
    record Asked(
            @NotBlank(message = "请填写任务名称") @Size(max = 200, message = "任务名称请控制在200字以内")
            String title,

            @NotBlank(message = "请填写任务内容") @Size(max = 8000, message = "任务内容请控制在8000字以内")
            String text,

            @Nullable LocalDate dueOn,

            @Schema(description = "类型；不写为一次性任务") @Nullable TaskKind kind,

            @Schema(description = "周期性任务多久一次；其他任务不写") @Nullable
            Repeat repeats,

            @NotEmpty(message = "请选择牵头单位") @Size(max = 200, message = "牵头单位不超过200家")
            List<@NotNull UUID> leads,

            @Nullable @Size(max = 500, message = "配合单位不超过500家")
            List<@NotNull UUID> cooperators,

            @Nullable @Size(max = 100, message = "指标不超过100项")
            List<Indicator> indicators,

            @Nullable @Size(max = 50, message = "编号请控制在50字以内")
            String number,

            @Nullable @Size(max = 2000, message = "备注请控制在2000字以内")
            String remark) {

        TaskContent content() {
            if (indicators != null && !indicators.stream().allMatch(Indicator::complete)) {
                throw new BadRequest("/task/indicators", "每项指标须写明内容、比较方式和目标值");
            }
            TaskKind asked = kind == null ? TaskKind.ONE_OFF : kind;
            if ((asked == TaskKind.PERIODIC) != (repeats != null)) {
                throw new BadRequest("/task/repeats", "周期性任务须写明多久一次，其他任务不写");
            }
            if (asked == TaskKind.INDICATOR && (indicators == null || indicators.isEmpty())) {
                throw new BadRequest("/task/indicators", "指标类任务至少须有一项指标");
            }
            return new TaskContent(
                    title.strip(),
                    text.strip(),
                    asked == TaskKind.STANDING ? null : dueOn,
                    asked,
                    repeats,
                    indicators == null ? List.of() : indicators,
                    leads,
                    cooperators == null ? List.of() : cooperators,
                    number,
                    remark);
        }
    }

    record NewTaskByHand(
            @Schema(description = "所属方案；不写则为临时交办事项") @Nullable
            UUID planId,

            @Schema(description = "立即下达；不写或为否则存为草稿，单位不可见") @Nullable
            Boolean assign,

            @NotNull(message = "请填写任务") @Valid Asked task) {}

    @PostMapping
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "新增任务：在现有方案下，或作为临时交办事项")
    ResponseEntity<TaskDetail> add(@RequestBody @Valid NewTaskByHand task, Caller caller) {
        UUID id = desk.draft(task.planId(), task.task().content(), Boolean.TRUE.equals(task.assign()), caller);
        TaskDetail made = views.task(id, caller);
        return ResponseEntity.created(URI.create("/api/tasks/" + id))
                .eTag(ETags.of(made.row().version()))
                .body(made);
    }

    @Schema(name = "TaskRevision")
    record Revised(
            @NotBlank(message = "请填写调整原因") @Size(max = 2000, message = "调整原因请控制在2000字以内")
            String reason,

            @NotNull(message = "请填写任务") @Valid Asked task) {}

    @PutMapping("/{id}")
    @PreAuthorize(DECIDES)
    @Operation(summary = "调整任务的内容、期限或单位；已下达的任务会通知有关单位")
    ResponseEntity<TaskDetail> revise(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Revised revised,
            Caller caller) {
        desk.revise(id, revised.task().content(), revised.reason().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    record NewPiece(
            @Schema(description = "在本单位各分解事项中的权重，1至100")
            @Min(value = 1, message = "权重须在1至100之间")
            @Max(value = 100, message = "权重须在1至100之间")
            int weight,

            @NotNull(message = "请填写分解事项") @Valid Asked task) {}

    @PostMapping("/{id}/subtasks")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "牵头单位把本单位的任务分解给本单位、配合单位或县区单位，立即下达")
    ResponseEntity<TaskDetail> decompose(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid NewPiece piece,
            Caller caller) {
        UUID given = pieces.give(id, piece.task().content(), piece.weight(), ETags.matching(ifMatch), caller);
        TaskDetail made = views.task(given, caller);
        return ResponseEntity.created(URI.create("/api/tasks/" + given))
                .eTag(ETags.of(made.row().version()))
                .body(made);
    }

    record CountyShare(
            @NotNull(message = "请选择县区") UUID county,

            @Schema(description = "承办单位；不填为该县区的县级督导岗位所在单位") @Nullable
            UUID unit) {}

    record CountyCascade(
            @Schema(description = "不填为全部县区；已有分解事项的县区不变") @Nullable @Valid @Size(max = 500, message = "一次最多分解到 500 个县区")
            List<CountyShare> counties,

            @Schema(description = "由哪个市级牵头单位统筹，各县区的进展汇总为它的进展；不填为第一个，牵头单位自己分解时不用填") @Nullable
            UUID under,

            @Schema(description = "各县区的完成时限，不晚于任务本身的；不填即为任务本身的") @Nullable
            LocalDate dueOn) {}

    record CountiesWithoutShare(List<PieceDesk.WithoutShare> items) {}

    @GetMapping("/{id}/cascade")
    @PreAuthorize(READS)
    @Operation(summary = "一项市级任务还可以分解到哪些县区，由哪个单位承办", description = "供市级督导人员和市级牵头单位分解前查看。")
    CountiesWithoutShare withoutShare(@PathVariable UUID id, Caller caller) {
        return new CountiesWithoutShare(pieces.withoutShare(id, caller));
    }

    @PostMapping("/{id}/cascade")
    @PreAuthorize(DECIDES)
    @Operation(summary = "把市级任务一次分解到各县区：每个县区一件分解事项，由县级督导岗位所在单位承办，立即下达")
    ResponseEntity<TaskDetail> cascade(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid CountyCascade cascade,
            Caller caller) {
        List<CountyShare> counties = cascade.counties() == null ? List.of() : cascade.counties();
        pieces.cascade(
                id,
                counties.stream()
                        .map(share -> new PieceDesk.Share(share.county(), share.unit()))
                        .toList(),
                cascade.under(),
                cascade.dueOn(),
                ETags.matching(ifMatch),
                caller);
        return answer(id, caller);
    }

    @PostMapping("/{id}/assignment")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "下达草稿")
    ResponseEntity<TaskDetail> assignment(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.assign(id, ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @DeleteMapping("/{id}")
    @PreAuthorize(SUPERVISES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删除草稿")
    void discard(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.discard(id, ETags.matching(ifMatch), caller);
    }

    private ResponseEntity<TaskDetail> answer(UUID id, Caller caller) {
        TaskDetail task = views.task(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(task.row().version())).body(task);
    }
}
