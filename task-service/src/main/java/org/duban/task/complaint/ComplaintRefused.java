package org.duban.task.complaint;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** What the desk for complaints will not do. */
public final class ComplaintRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private ComplaintRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    /** Also where it is another county's or was not given to this unit. */
    static ComplaintRefused notFound() {
        return new ComplaintRefused(Kind.NOT_FOUND, "complaint-not-found", "没有找到这件投诉建议，可能已被移除，或不在您的查看范围内。");
    }

    static ComplaintRefused wrongCode() {
        return new ComplaintRefused(Kind.NOT_FOUND, "wrong-code", "没有找到这个查询码对应的投诉建议，请核对后重新输入。");
    }

    static ComplaintRefused notAllowedNow(ComplaintState state, ComplaintAction action) {
        return new ComplaintRefused(
                Kind.CONFLICT, "not-allowed-now", "这件投诉建议目前%s，不能%s。".formatted(words(state), words(action)));
    }

    static ComplaintRefused notTakenUp() {
        return new ComplaintRefused(Kind.CONFLICT, "not-taken-up", "这件投诉建议没有受理，不能由此登记整改。");
    }

    static ComplaintRefused notYours() {
        return new ComplaintRefused(Kind.FORBIDDEN, "not-your-complaint", "这件投诉建议由市级受理，由市级转办和审核。");
    }

    static ComplaintRefused onlyItsUnit() {
        return new ComplaintRefused(Kind.FORBIDDEN, "only-its-unit", "只有承办单位可以报送答复。");
    }

    static ComplaintRefused onlyItsHandler() {
        return new ComplaintRefused(Kind.FORBIDDEN, "only-its-handler", "联系方式只对受理人开放；需要接手的，请先接办。");
    }

    static ComplaintRefused noSuchUnit(String pointer) {
        return new ComplaintRefused(
                Kind.INVALID, "no-such-unit", "没有这个单位，或不在您的管辖范围内。", new FieldError(pointer, "没有这个单位，或不在您的管辖范围内"));
    }

    static ComplaintRefused noSuchCounty() {
        return new ComplaintRefused(
                Kind.INVALID, "no-such-county", "没有这个县（市、区），请重新选择。", new FieldError("/countyId", "没有这个县（市、区）"));
    }

    static ComplaintRefused wrongChallenge() {
        return new ComplaintRefused(Kind.INVALID, "wrong-challenge", "提交未通过校验，请刷新页面后重新提交，填写的内容请先复制保存。");
    }

    static ComplaintRefused tooFast() {
        return new ComplaintRefused(Kind.INVALID, "too-fast", "提交得太快了，请稍等几秒再提交。");
    }

    static ComplaintRefused stale() {
        return new ComplaintRefused(Kind.INVALID, "challenge-expired", "页面停留时间过长，请刷新页面后重新提交，填写的内容请先复制保存。");
    }

    private static String words(ComplaintState state) {
        return switch (state) {
            case RECEIVED -> "待审核";
            case VERIFIED -> "已受理、待转办";
            case REJECTED -> "不予受理";
            case GIVEN -> "正在办理";
            case ANSWER_SUBMITTED -> "答复待审核";
            case ANSWERED -> "已答复、待评价";
            case RATED -> "已评价";
        };
    }

    private static String words(ComplaintAction action) {
        return switch (action) {
            case FILE -> "提交";
            case VERIFY -> "受理";
            case REJECT -> "不予受理";
            case GIVE -> "转办";
            case SUBMIT_ANSWER -> "报送答复";
            case APPROVE_ANSWER -> "同意答复";
            case RETURN_ANSWER -> "退回答复";
            case RATE -> "评价";
            case TAKE_OVER -> "接办";
        };
    }
}
