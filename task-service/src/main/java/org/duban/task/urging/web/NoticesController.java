package org.duban.task.urging.web;

import static org.duban.task.access.Rights.FOR_ITS_UNIT;
import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import org.duban.task.paper.OfficialPaper;
import org.duban.task.urging.NoticeDesk;
import org.duban.task.urging.NoticeState;
import org.duban.task.urging.NoticeView;
import org.duban.task.urging.NoticeViews;
import org.duban.task.urging.Step;
import org.duban.task.urging.UrgingView;
import org.duban.task.web.Attachment;
import org.duban.task.web.Choices;
import org.duban.task.web.UnitParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "督办单")
class NoticesController {

    private final NoticeViews views;
    private final NoticeDesk desk;

    NoticesController(NoticeViews views, NoticeDesk desk) {
        this.views = views;
        this.desk = desk;
    }

    @GetMapping("/api/notices")
    @PreAuthorize(READS)
    @Operation(
            summary = "督办单列表",
            description = "新的在前；state 可写多个，以逗号分隔，不写为除提醒以外的全部：PROPOSED 待签发、DISMISSED 不予签发、LAPSED 已失效、ISSUED 待签收、"
                    + "RECEIVED 已签收、REPLIED 已反馈、APPEALED 申诉中、WITHDRAWN 已撤销、SETTLED 已办结、REMINDED 已提醒。"
                    + "签发之前只有签发的督导部门看得到。")
    Page<NoticeView> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Step step,
            @Parameter(description = "单位编号，或 me 表示本单位") @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID task,
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return views.list(
                new NoticeViews.Asked(
                        Set.copyOf(Choices.of(NoticeState.class, state, "state")),
                        step,
                        UnitParameter.of(unit, caller),
                        task,
                        plan),
                limit == null ? Limit.USUAL : limit,
                cursor,
                caller);
    }

    @GetMapping(path = "/api/notices/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(READS)
    @Operation(summary = "一份督办单；Accept 为 Word 文档类型时给出公文格式的文件")
    ResponseEntity<NoticeView> one(@PathVariable UUID id, Caller caller) {
        return answer(id, caller);
    }

    @GetMapping(path = "/api/notices/{id}", produces = OfficialPaper.MEDIA_TYPE)
    @PreAuthorize(READS)
    @Operation(summary = "一份督办单；Accept 为 Word 文档类型时给出公文格式的文件")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = OfficialPaper.MEDIA_TYPE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> docx(@PathVariable UUID id, Caller caller) {
        OfficialPaper.File notice = views.docx(id, caller);
        return Attachment.of(OfficialPaper.MEDIA_TYPE, notice.name(), notice.content());
    }

    @Schema(name = "NoticeProposal")
    record Proposal(
            @NotNull(message = "请选择任务") UUID taskId,
            @NotNull(message = "请选择单位") UUID unitId,
            @NotNull(message = "请选择督办等级") Step step,

            @NotBlank(message = "请填写督办事由") @Size(max = 1000, message = "督办事由请控制在1000字以内")
            String reason,

            @Size(max = 1000, message = "办理要求请控制在1000字以内") @Nullable
            String demand) {}

    @PostMapping("/api/notices")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "拟一份督办单，待签发；逐级督办到期的由系统自动拟出")
    ResponseEntity<NoticeView> propose(@RequestBody @Valid Proposal proposal, Caller caller) {
        UUID id = desk.propose(
                proposal.taskId(),
                proposal.unitId(),
                proposal.step(),
                proposal.reason().strip(),
                proposal.demand(),
                caller);
        NoticeView notice = views.one(id, caller);
        return ResponseEntity.created(URI.create("/api/notices/" + id))
                .eTag(ETags.of(notice.version()))
                .body(notice);
    }

    @Schema(name = "NoticeIssue")
    record Issue(
            @NotBlank(message = "请填写办理要求") @Size(max = 1000, message = "办理要求请控制在1000字以内")
            String demand,

            @NotNull(message = "请填写反馈期限") LocalDate replyBy) {}

    @PostMapping("/api/notices/{id}/issue")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "签发：编发文字号并送达单位", description = "须带 If-Match；所欠事项已完成的不再签发（409）。")
    ResponseEntity<NoticeView> issue(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Issue issue,
            Caller caller) {
        desk.issue(id, issue.demand().strip(), issue.replyBy(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @Schema(name = "NoticeReason")
    record Reason(
            @NotBlank(message = "请填写理由") @Size(max = 1000, message = "理由请控制在1000字以内")
            String reason) {}

    @PostMapping("/api/notices/{id}/dismissal")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "不予签发并说明理由", description = "须带 If-Match。")
    ResponseEntity<NoticeView> dismissal(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Reason reason,
            Caller caller) {
        desk.dismiss(id, reason.reason().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @PostMapping("/api/notices/{id}/receipt")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "本单位签收", description = "须带 If-Match。")
    ResponseEntity<NoticeView> receipt(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        desk.receive(id, ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @Schema(name = "NoticeReply")
    record Reply(
            @NotBlank(message = "请填写办理情况") @Size(max = 4000, message = "办理情况请控制在4000字以内")
            String words) {}

    @PostMapping("/api/notices/{id}/reply")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "本单位反馈办理情况", description = "须带 If-Match；签收之后方可反馈，可补充反馈。")
    ResponseEntity<NoticeView> reply(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Reply reply,
            Caller caller) {
        desk.reply(id, reply.words().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @PostMapping("/api/notices/{id}/appeal")
    @PreAuthorize(FOR_ITS_UNIT)
    @Operation(summary = "本单位申诉并说明理由", description = "须带 If-Match；每份督办单可申诉一次，申诉期间不再升级。")
    ResponseEntity<NoticeView> appeal(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Reason reason,
            Caller caller) {
        desk.appeal(id, reason.reason().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    @Schema(name = "NoticeAppealDecision")
    record AppealDecision(
            @NotNull(message = "请选择维持或撤销") Boolean withdraw,

            @NotBlank(message = "请填写结论说明") @Size(max = 1000, message = "结论说明请控制在1000字以内")
            String opinion) {}

    @PostMapping("/api/notices/{id}/appeal-decision")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "申诉结论：维持或撤销", description = "须带 If-Match；撤销后该事项不再升级。")
    ResponseEntity<NoticeView> appealDecision(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid AppealDecision decision,
            Caller caller) {
        desk.decideAppeal(id, decision.withdraw(), decision.opinion().strip(), ETags.matching(ifMatch), caller);
        return answer(id, caller);
    }

    record Urgings(List<UrgingView> items) {}

    @GetMapping("/api/tasks/{id}/urgings")
    @PreAuthorize(READS)
    @Operation(summary = "任务的催办记录：何时催办了哪个单位，新的在前")
    Urgings urgings(@PathVariable UUID id, Caller caller) {
        return new Urgings(views.urgings(id, caller));
    }

    private ResponseEntity<NoticeView> answer(UUID id, Caller caller) {
        NoticeView notice = views.one(id, caller);
        return ResponseEntity.ok().eTag(ETags.of(notice.version())).body(notice);
    }
}
