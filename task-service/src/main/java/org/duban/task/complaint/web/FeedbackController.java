package org.duban.task.complaint.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.duban.task.complaint.Feedback;
import org.duban.task.complaint.Feedback.FeedbackForm;
import org.duban.task.complaint.Feedback.FeedbackReceipt;
import org.duban.task.complaint.Feedback.FeedbackStatus;
import org.duban.task.complaint.NewComplaint;
import org.duban.task.contract.ComplaintEvent.Kind;
import org.duban.task.text.Stripped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the public: the gateway lets these through without sign-in and limits them by address. */
@RestController
@RequestMapping("/api/feedback")
@Tag(name = "群众投诉建议")
class FeedbackController {
    private final Feedback feedback;

    FeedbackController(Feedback feedback) {
        this.feedback = feedback;
    }

    @GetMapping("/form")
    @Operation(summary = "投诉建议表：县（市、区）和单位的名称，提交时要带回的校验串", description = "无需登录。")
    ResponseEntity<FeedbackForm> form() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(feedback.form());
    }

    /**
     * @param countyId 县（市、区），不写为市级
     * @param unitId 反映的单位
     * @param website 请留空：人看不到这一栏
     * @param challenge 表中的校验串
     * @param proof 使“校验串.数字”的 SHA-256 以表中 difficulty 个零比特开头的数字
     * @param retryKey 自拟的随机串：提交失败后用同一个串重试，得到同一个查询码
     */
    record FeedbackFiling(
            @NotNull(message = "请选择投诉或建议") Kind kind,
            @Nullable UUID countyId,
            @Nullable UUID unitId,

            @NotBlank(message = "请填写内容") @Size(min = 10, max = 2000, message = "内容请写 10 到 2000 字")
            String content,

            @Nullable @Size(max = 50, message = "称呼不超过 50 字")
            String contactName,

            @Nullable @Size(max = 50, message = "联系电话不超过 50 字")
            String contactPhone,

            @Nullable @Size(max = 0, message = "提交未通过校验，请刷新页面后重新填写")
            String website,

            @NotBlank(message = "提交未通过校验，请刷新页面后重新填写") @Size(max = 200, message = "提交未通过校验，请刷新页面后重新填写")
            String challenge,

            @NotBlank(message = "提交未通过校验，请刷新页面后重新填写") @Size(max = 20, message = "提交未通过校验，请刷新页面后重新填写")
            String proof,

            @NotBlank(message = "提交未通过校验，请刷新页面后重新填写") @Size(min = 16, max = 100, message = "提交未通过校验，请刷新页面后重新填写")
            String retryKey) {

        NewComplaint asked() {
            return new NewComplaint(
                    kind,
                    countyId,
                    unitId,
                    content.strip(),
                    Stripped.orNull(contactName),
                    Stripped.orNull(contactPhone));
        }
    }

    @PostMapping
    @Operation(summary = "提交投诉或建议，得到查询码", description = "无需登录。查询码只显示这一次。")
    ResponseEntity<FeedbackReceipt> file(@RequestBody @Valid FeedbackFiling filing) {
        FeedbackReceipt receipt = feedback.file(filing.asked(), filing.challenge(), filing.proof(), filing.retryKey());
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(receipt);
    }

    record FeedbackQuery(
            @NotBlank(message = "请输入查询码") @Size(max = 40, message = "查询码不对，请核对后重新输入")
            String code) {}

    @PostMapping("/query")
    @Operation(summary = "凭查询码查看办理情况和答复", description = "无需登录。查询码放在正文里，不留在地址和日志中。")
    ResponseEntity<FeedbackStatus> query(@RequestBody @Valid FeedbackQuery query) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(feedback.look(query.code()));
    }

    record FeedbackRating(
            @NotBlank(message = "请输入查询码") @Size(max = 40, message = "查询码不对，请核对后重新输入")
            String code,

            @NotNull(message = "请选择星级")
            @Min(value = 1, message = "星级须在 1 到 5 之间")
            @Max(value = 5, message = "星级须在 1 到 5 之间")
            Integer rating,

            @Nullable @Size(max = 500, message = "评价不超过 500 字")
            String words) {}

    @PostMapping("/rating")
    @Operation(summary = "评价答复，1 到 5 星，只评一次", description = "无需登录。4 星及以上为满意。")
    ResponseEntity<FeedbackStatus> rate(@RequestBody @Valid FeedbackRating rating) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(feedback.rate(rating.code(), rating.rating(), Stripped.orNull(rating.words())));
    }
}
