package org.duban.task.complaint.web;

import static org.duban.task.access.Rights.FOR_ITS_UNIT;
import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.calendar.Period;
import org.duban.task.complaint.ComplaintContact;
import org.duban.task.complaint.ComplaintDesk;
import org.duban.task.complaint.ComplaintDetail;
import org.duban.task.complaint.ComplaintFilter;
import org.duban.task.complaint.ComplaintRow;
import org.duban.task.complaint.ComplaintState;
import org.duban.task.complaint.ComplaintViews;
import org.duban.task.complaint.Satisfaction;
import org.duban.task.complaint.Satisfactions;
import org.duban.task.contract.ComplaintEvent.Kind;
import org.duban.task.text.Stripped;
import org.duban.task.web.UnitParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
@RequestMapping("/api/complaints")
@Tag(name = "投诉建议办理")
class ComplaintController {
    private static final int MONTHS_SHOWN = 12;

    private final ComplaintViews views;
    private final ComplaintDesk desk;
    private final Satisfactions satisfactions;
    private final Clock clock;

    ComplaintController(ComplaintViews views, ComplaintDesk desk, Satisfactions satisfactions, Clock clock) {
        this.views = views;
        this.desk = desk;
        this.satisfactions = satisfactions;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(READS)
    @Operation(summary = "投诉建议列表，新收到的在前；单位只看转给本单位的")
    Page<ComplaintRow> list(
            @Parameter(description = "状态，多个用逗号分隔") @RequestParam(required = false) @Nullable List<ComplaintState> state,
            @RequestParam(required = false) @Nullable Kind kind,
            @Parameter(description = "承办单位编号，或 me 表示本单位") @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID county,
            @Parameter(description = "只列承办逾期的") @RequestParam(defaultValue = "false") boolean overdue,
            @Parameter(description = "内容中的文字，两个字即可") @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return views.list(
                new ComplaintFilter(
                        state == null ? List.of() : state, kind, UnitParameter.of(unit, caller), county, overdue, q),
                caller,
                Limit.of(limit),
                cursor);
    }

    @GetMapping("/satisfaction")
    @PreAuthorize(READS)
    @Operation(summary = "满意率：按月、按县、按承办单位，以评价的月份计", description = "4 星及以上为满意；目标 90% 以上。不写月份为最近 12 个月。")
    Satisfaction satisfaction(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable UUID county,
            @RequestParam(required = false) @Nullable String unit,
            Caller caller) {
        YearMonth last = to == null ? YearMonth.now(clock) : Period.month(to);
        YearMonth first = from == null ? last.minusMonths(MONTHS_SHOWN - 1) : Period.month(from);
        if (first.isAfter(last)) {
            throw new BadRequest("from", "起始月份不能晚于截止月份");
        }
        return satisfactions.of(first, last, county, UnitParameter.of(unit, caller), caller);
    }

    @GetMapping("/{id}")
    @PreAuthorize(READS)
    @Operation(summary = "一件投诉建议：内容、办理情况和经过，不含联系方式")
    ResponseEntity<ComplaintDetail> one(@PathVariable UUID id, Caller caller) {
        return answer(id, caller);
    }

    @GetMapping("/{id}/contact")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "联系方式，只对受理人开放，每次查看都留痕")
    ResponseEntity<ComplaintContact> contact(@PathVariable UUID id, Caller caller) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(desk.contact(id, caller));
    }

    @PostMapping("/{id}/verification")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "受理")
    ResponseEntity<ComplaintDetail> verify(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.verify(id, ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    record ComplaintReason(
            @NotBlank(message = "请写明原因") @Size(max = 1000, message = "原因不超过 1000 字")
            String reason) {}

    @PostMapping("/{id}/rejection")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "不予受理，原因会告知群众")
    ResponseEntity<ComplaintDetail> reject(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ComplaintReason reason,
            Caller caller) {
        desk.reject(id, reason.reason().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @PostMapping("/{id}/handling")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "接办：由本人接手办理")
    ResponseEntity<ComplaintDetail> takeOver(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.takeOver(id, ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    /** @param workingDays 办理时限（工作日），不写为 15 个工作日 */
    record ComplaintGiving(
            @NotNull(message = "请选择承办单位") UUID unitId,

            @Nullable
            @Min(value = 1, message = "办理时限须在 1 到 60 个工作日之间")
            @Max(value = 60, message = "办理时限须在 1 到 60 个工作日之间")
            Integer workingDays,

            @Nullable @Size(max = 1000, message = "转办意见不超过 1000 字")
            String words) {}

    @PostMapping("/{id}/giving")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "转办给承办单位，办理中可以改派")
    ResponseEntity<ComplaintDetail> give(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ComplaintGiving giving,
            Caller caller) {
        desk.give(
                id,
                giving.unitId(),
                giving.workingDays(),
                Stripped.orNull(giving.words()),
                ETags.matching(ifMatch),
                caller);
        return answer(id, caller);
    }

    record ComplaintAnswer(
            @NotBlank(message = "请填写答复") @Size(max = 4000, message = "答复不超过 4000 字")
            String answer) {}

    @PostMapping("/{id}/answer")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "承办单位报送答复，审核通过后群众可见")
    ResponseEntity<ComplaintDetail> submitAnswer(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ComplaintAnswer given,
            Caller caller) {
        desk.submitAnswer(id, given.answer().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @PostMapping("/{id}/answer/approval")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "同意答复，告知群众")
    ResponseEntity<ComplaintDetail> approve(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.approveAnswer(id, ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @PostMapping("/{id}/answer/return")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "退回答复并说明原因", description = "承办单位自退回之日起至少有三个工作日重报。")
    ResponseEntity<ComplaintDetail> returnAnswer(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ComplaintReason reason,
            Caller caller) {
        desk.returnAnswer(id, reason.reason().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    /** @param unitId 责任单位，不写为承办单位 */
    record ComplaintRectification(
            @NotBlank(message = "请写明存在的问题") @Size(max = 2000, message = "问题不超过 2000 字")
            String problem,

            @Nullable UUID unitId,
            @Nullable LocalDate dueOn) {}

    @PostMapping("/{id}/rectification")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "由投诉登记一项整改")
    ResponseEntity<ComplaintDetail> rectify(
            @PathVariable UUID id, @RequestBody @Valid ComplaintRectification asked, Caller caller) {
        UUID item = desk.rectify(id, asked.problem().strip(), asked.unitId(), asked.dueOn(), caller);
        return ResponseEntity.created(URI.create("/api/rectifications/" + item)).body(views.one(id, caller));
    }

    private ResponseEntity<ComplaintDetail> answer(UUID id, Caller caller) {
        ComplaintDetail complaint = views.one(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(complaint.row().version())).body(complaint);
    }
}
