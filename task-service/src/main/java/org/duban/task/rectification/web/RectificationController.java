package org.duban.task.rectification.web;

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
import org.duban.task.rectification.Finding;
import org.duban.task.rectification.NewRectification;
import org.duban.task.rectification.RectificationCounts;
import org.duban.task.rectification.RectificationDesk;
import org.duban.task.rectification.RectificationDetail;
import org.duban.task.rectification.RectificationFilter;
import org.duban.task.rectification.RectificationRow;
import org.duban.task.rectification.RectificationSource;
import org.duban.task.rectification.RectificationState;
import org.duban.task.rectification.RectificationViews;
import org.duban.task.text.Stripped;
import org.duban.task.web.UnitParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/rectifications")
@Tag(name = "整改")
class RectificationController {

    private final RectificationViews views;
    private final RectificationDesk desk;
    private final RectificationList lists;

    RectificationController(RectificationViews views, RectificationDesk desk, RectificationList lists) {
        this.views = views;
        this.desk = desk;
        this.lists = lists;
    }

    @GetMapping
    @PreAuthorize(READS)
    @Operation(summary = "整改问题列表，新登记的在前")
    Page<RectificationRow> list(
            @Parameter(description = "状态，多个用逗号分隔") @RequestParam(required = false) @Nullable
                    List<RectificationState> state,
            @Parameter(description = "来源，多个用逗号分隔") @RequestParam(required = false) @Nullable
                    List<RectificationSource> source,
            @Parameter(description = "责任或配合单位编号，或 me 表示本单位") @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID county,
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable UUID task,
            @Parameter(description = "只列已逾期的") @RequestParam(defaultValue = "false") boolean overdue,
            @Parameter(description = "只列已到回头看时间的") @RequestParam(name = "follow-up-due", defaultValue = "false")
                    boolean followUpDue,
            @Parameter(description = "问题、地点或措施中的文字，两个字即可") @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        RectificationFilter filter = new RectificationFilter(
                orNone(state),
                orNone(source),
                UnitParameter.of(unit, caller),
                county,
                plan,
                task,
                overdue,
                followUpDue,
                q);
        return views.list(filter, caller, Limit.of(limit), cursor);
    }

    @GetMapping("/counts")
    @PreAuthorize(READS)
    @Operation(summary = "整改情况的数目：未销号、逾期、待审核、按期销号、回头看、反弹")
    RectificationCounts counts(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID county,
            @RequestParam(required = false) @Nullable UUID plan,
            Caller caller) {
        RectificationFilter filter = new RectificationFilter(
                List.of(), List.of(), UnitParameter.of(unit, caller), county, plan, null, false, false, null);
        return views.counts(filter, caller);
    }

    @GetMapping("/{id}")
    @PreAuthorize(READS)
    @Operation(summary = "一项整改：问题、方案、复查、回头看和经过")
    ResponseEntity<RectificationDetail> one(@PathVariable UUID id, Caller caller) {
        return answer(id, caller);
    }

    /**
     * @param correction 立行立改：已当场整改的情况
     * @param followUpMonths 销号后几个月回头看，0 为不回头看，不写为 6 个月
     */
    record RectificationOpening(
            @NotNull(message = "请选择来源") RectificationSource source,
            @NotNull(message = "请填写发现日期") LocalDate foundOn,

            @Nullable @Size(max = 200, message = "地点不超过 200 字")
            String place,

            @NotBlank(message = "请写明存在的问题") @Size(max = 2000, message = "问题不超过 2000 字")
            String problem,

            @NotNull(message = "请选择责任单位") UUID unitId,

            @Nullable @Size(max = 50, message = "配合单位不超过 50 个")
            List<UUID> cooperatorIds,

            @Nullable LocalDate planBy,
            @Nullable LocalDate dueOn,
            @Nullable UUID planId,
            @Nullable UUID taskId,

            @Nullable @Size(max = 4000, message = "整改情况不超过 4000 字")
            String correction,

            @Nullable @Min(value = 0, message = "回头看月数须在 0 到 60 之间") @Max(value = 60, message = "回头看月数须在 0 到 60 之间")
            Integer followUpMonths) {

        NewRectification asked() {
            return new NewRectification(
                    new Finding(source, foundOn, Stripped.orNull(place), problem.strip(), planId, taskId, null),
                    unitId,
                    cooperatorIds == null ? List.of() : cooperatorIds,
                    planBy,
                    dueOn,
                    Stripped.orNull(correction),
                    followUpMonths);
        }
    }

    @PostMapping
    @PreAuthorize("(" + SUPERVISES + ") or (" + FOR_ITS_UNIT + ")")
    @Operation(summary = "登记一个问题", description = "督导部门登记各类问题；单位登记本单位自查的问题，当场整改的写明整改情况（立行立改），直接进入复查。")
    ResponseEntity<RectificationDetail> open(@RequestBody @Valid RectificationOpening opening, Caller caller) {
        UUID id = desk.open(opening.asked(), caller);
        RectificationDetail opened = views.one(id, caller);
        return ResponseEntity.created(URI.create("/api/rectifications/" + id))
                .eTag(ETags.of(opened.row().version()))
                .body(opened);
    }

    @PostMapping("/batch")
    @PreAuthorize(SUPERVISES)
    @Operation(
            summary = "一次登记一批问题，至多 500 条",
            description = "责任单位写名称（全称、简称或别名均可）。有一处不对就一条也不登记，所有错误一次列出；dryRun=true 只检查不登记。")
    ResponseEntity<RectificationList.RegisteredRectifications> batch(
            @RequestBody @Valid RectificationList.RectificationBatch batch,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Caller caller) {
        RectificationList.RegisteredRectifications registered = lists.register(batch, dryRun, caller);
        return ResponseEntity.status(dryRun ? 200 : 201).body(registered);
    }

    record RectificationPlan(
            @NotBlank(message = "请写明问题原因") @Size(max = 2000, message = "原因不超过 2000 字")
            String cause,

            @NotBlank(message = "请写明整改措施") @Size(max = 4000, message = "措施不超过 4000 字")
            String measure,

            @NotNull(message = "请填写整改时限") LocalDate dueOn) {}

    @PostMapping("/{id}/plan")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "责任单位提交整改方案", description = "审核之前可以更正。")
    ResponseEntity<RectificationDetail> plan(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid RectificationPlan plan,
            Caller caller) {
        desk.submitPlan(
                id, plan.cause().strip(), plan.measure().strip(), plan.dueOn(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    record RectificationOpinion(
            @Nullable @Size(max = 2000, message = "意见不超过 2000 字")
            String opinion) {}

    @PostMapping("/{id}/plan/agreement")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "同意整改方案，整改时限以方案为准")
    ResponseEntity<RectificationDetail> agree(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Valid @Nullable RectificationOpinion opinion,
            Caller caller) {
        desk.agreePlan(
                id, opinion == null ? null : Stripped.orNull(opinion.opinion()), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    record RectificationReason(
            @NotBlank(message = "请写明原因") @Size(max = 2000, message = "原因不超过 2000 字")
            String reason) {}

    @PostMapping("/{id}/plan/return")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "退回整改方案并说明原因", description = "责任单位自退回之日起至少有五个工作日重报。")
    ResponseEntity<RectificationDetail> returnPlan(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid RectificationReason reason,
            Caller caller) {
        desk.returnPlan(id, reason.reason().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    record RectificationCompletion(
            @NotBlank(message = "请写明整改情况") @Size(max = 4000, message = "整改情况不超过 4000 字")
            String statement,

            @Schema(description = "佐证材料的编号，先上传到 /api/evidence") @Nullable
            List<@NotNull UUID> evidence) {}

    @PostMapping("/{id}/completion")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "责任单位完成整改，申请复查")
    ResponseEntity<RectificationDetail> completion(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid RectificationCompletion completion,
            Caller caller) {
        desk.complete(
                id, completion.statement().strip(), orNone(completion.evidence()), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    /**
     * @param words 复查意见；不合格时必填
     * @param dueOn 不合格时另定的整改时限
     * @param followUpMonths 合格时，几个月后回头看，0 为不回头看
     */
    record Reinspection(
            @NotNull(message = "请选择复查结果") Boolean passed,

            @Nullable @Size(max = 2000, message = "复查意见不超过 2000 字")
            String words,

            @Nullable LocalDate dueOn,

            @Nullable @Min(value = 0, message = "回头看月数须在 0 到 60 之间") @Max(value = 60, message = "回头看月数须在 0 到 60 之间")
            Integer followUpMonths) {}

    @PostMapping("/{id}/reinspection")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "复查：合格即销号并定下回头看的日子，不合格退回整改")
    ResponseEntity<RectificationDetail> reinspection(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Reinspection inspected,
            Caller caller) {
        if (inspected.passed()) {
            desk.pass(
                    id,
                    Stripped.orNull(inspected.words()),
                    inspected.followUpMonths(),
                    ETags.matching(ifMatch),
                    caller);
        } else {
            desk.fail(
                    id, required(inspected.words(), "请写明复查不合格的原因"), inspected.dueOn(), ETags.matching(ifMatch), caller);
        }
        return answer(id, caller);
    }

    /**
     * @param held true 未见反弹，false 问题反弹
     * @param dueOn 反弹时，新的整改时限
     */
    record RectificationFollowUp(
            @NotNull(message = "请选择回头看的结果") Boolean held,

            @NotBlank(message = "请写明回头看的情况") @Size(max = 2000, message = "回头看情况不超过 2000 字")
            String words,

            @Nullable LocalDate dueOn) {}

    @PostMapping("/{id}/follow-up")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "回头看", description = "未见反弹的记为长效保持；反弹的另行登记一项整改，recurredAs 为其编号。")
    ResponseEntity<RectificationDetail> followUp(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid RectificationFollowUp seen,
            Caller caller) {
        if (seen.held()) {
            desk.hold(id, seen.words().strip(), ETags.matching(ifMatch), caller);
        } else {
            desk.recur(id, seen.words().strip(), seen.dueOn(), ETags.matching(ifMatch), caller);
        }
        return answer(id, caller);
    }

    @PostMapping("/{id}/withdrawal")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "撤销登记有误的问题并说明原因")
    ResponseEntity<RectificationDetail> withdrawal(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid RectificationReason reason,
            Caller caller) {
        desk.withdraw(id, reason.reason().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    private ResponseEntity<RectificationDetail> answer(UUID id, Caller caller) {
        RectificationDetail item = views.one(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(item.row().version())).body(item);
    }

    private static <E> List<E> orNone(@Nullable List<E> asked) {
        return asked == null ? List.of() : asked;
    }

    /** Words that only some answers need. */
    private static String required(@Nullable String words, String otherwise) {
        String given = Stripped.orNull(words);
        if (given == null) {
            throw new BadRequest("/words", otherwise);
        }
        return given;
    }
}
