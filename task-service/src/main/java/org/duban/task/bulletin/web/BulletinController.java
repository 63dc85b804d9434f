package org.duban.task.bulletin.web;

import static org.duban.task.access.Rights.READS;
import static org.duban.task.access.Rights.SUPERVISES;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.ETags;
import org.duban.task.bulletin.BulletinDesk;
import org.duban.task.bulletin.BulletinView;
import org.duban.task.bulletin.Section;
import org.duban.task.bulletin.Texts;
import org.duban.task.paper.OfficialPaper;
import org.duban.task.web.Attachment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/rounds/{id}/bulletin")
@Tag(name = "通报")
class BulletinController {

    private final BulletinDesk desk;

    BulletinController(BulletinDesk desk) {
        this.desk = desk;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(READS)
    @Operation(
            summary = "一期督导调度的通报；Accept 为 Word 文档类型时给出公文格式的文件",
            description = "印发前由督导部门编辑，数字与督导看板同源、随时更新；印发后固定，参加本期报送的单位可看。")
    ResponseEntity<BulletinView> one(@PathVariable UUID id, Caller caller) {
        return answer(desk.one(id, caller));
    }

    @GetMapping(produces = OfficialPaper.MEDIA_TYPE)
    @PreAuthorize(READS)
    @Operation(summary = "一期督导调度的通报；Accept 为 Word 文档类型时给出公文格式的文件")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = OfficialPaper.MEDIA_TYPE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> docx(@PathVariable UUID id, Caller caller) {
        OfficialPaper.File bulletin = desk.docx(id, caller);
        return Attachment.of(OfficialPaper.MEDIA_TYPE, bulletin.name(), bulletin.content());
    }

    @Schema(name = "BulletinWords")
    record Words(
            @NotBlank(message = "请填写标题") @Size(max = 200, message = "标题请控制在200字以内")
            String title,

            @NotBlank(message = "请填写主送机关") @Size(max = 500, message = "主送机关请控制在500字以内")
            String addressee,

            @NotNull(message = "抄送机关没有请留空") @Size(max = 50, message = "抄送机关不超过50个")
            List<@NotBlank(message = "抄送机关不能为空") @Size(max = 100, message = "抄送机关名称不超过100字") String> copiedTo,

            @NotBlank(message = "请填写总体情况") @Size(max = 4000, message = "总体情况请控制在4000字以内")
            String opening,

            @NotNull(message = "点评没有请留空") @Size(max = 4000, message = "点评请控制在4000字以内")
            String remarks,

            @NotNull(message = "下步要求没有请留空") @Size(max = 4000, message = "下步要求请控制在4000字以内")
            String demands,

            @NotNull(message = "请选择列出的内容") @Size(max = 4, message = "列出的内容不超过四项")
            List<@NotNull(message = "列出的内容不能为空") Section> sections) {}

    @PutMapping
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "编辑通报的文字", description = "须带 If-Match；数字写成花括号中的名称，如 {报送率}，按最新数字填入。")
    ResponseEntity<BulletinView> write(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Words words,
            Caller caller) {
        return answer(desk.write(
                id,
                new Texts(
                        words.title().strip(),
                        words.addressee().strip(),
                        words.copiedTo(),
                        words.opening().strip(),
                        words.remarks().strip(),
                        words.demands().strip(),
                        words.sections()),
                ETags.matching(ifMatch),
                caller));
    }

    @Schema(name = "BulletinIssue")
    record Issue(@NotBlank(message = "请先核对数字") String mark) {}

    @PostMapping("/issue")
    @PreAuthorize(SUPERVISES)
    @Operation(summary = "印发：编发文字号，固定数字", description = "须带 If-Match 和所见数字的 mark；其后数字有变化的，须重新核对（409）。")
    ResponseEntity<BulletinView> issue(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Issue issue,
            Caller caller) {
        return answer(desk.issue(id, issue.mark(), ETags.matching(ifMatch), caller));
    }

    private static ResponseEntity<BulletinView> answer(BulletinView bulletin) {
        return ResponseEntity.ok().eTag(ETags.of(bulletin.version())).body(bulletin);
    }
}
