package org.duban.task.rectification;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** What rectification will not do. */
public final class RectificationRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private RectificationRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    private RectificationRefused(String code, String words, List<FieldError> errors) {
        super(Kind.INVALID, code, words, errors);
    }

    /** Also where it is another unit's. */
    static RectificationRefused notFound() {
        return new RectificationRefused(Kind.NOT_FOUND, "rectification-not-found", "没有找到这项整改，可能已被移除，或不在您的查看范围内。");
    }

    static RectificationRefused notAllowedNow(RectificationState state, RectificationAction action) {
        return new RectificationRefused(
                Kind.CONFLICT, "not-allowed-now", "这项整改目前%s，不能%s。".formatted(words(state), words(action)));
    }

    static RectificationRefused onlyResponsible() {
        return new RectificationRefused(Kind.FORBIDDEN, "only-responsible-unit", "只有责任单位可以制定方案和申请复查，请与责任单位联系。");
    }

    static RectificationRefused noUnit() {
        return new RectificationRefused(Kind.FORBIDDEN, "no-unit", "您的账号没有对应单位，不能以单位身份办理。");
    }

    static RectificationRefused notYours() {
        return new RectificationRefused(Kind.FORBIDDEN, "not-your-rectification", "这项整改由市级督导部门提出，由市级审核和复查。");
    }

    static RectificationRefused onlySelfChecks() {
        return new RectificationRefused(Kind.FORBIDDEN, "only-self-checks", "单位只能登记本单位自查发现的问题；督查、评估和投诉的问题由督导部门登记。");
    }

    static RectificationRefused onTheSpotIsForSelfChecks() {
        return new RectificationRefused(
                Kind.INVALID,
                "on-the-spot-needs-self-check",
                "立行立改只用于单位自查发现的问题。",
                new FieldError("/correction", "立行立改只用于单位自查发现的问题"));
    }

    public static RectificationRefused wrongList(List<FieldError> errors) {
        return new RectificationRefused("invalid-items", "有%d处需要更正，改正后再提交。".formatted(errors.size()), errors);
    }

    private static String words(RectificationState state) {
        return switch (state) {
            case OPEN -> "待制定方案";
            case PLAN_SUBMITTED -> "方案待审核";
            case PLANNED -> "正在整改";
            case RECTIFIED -> "待复查";
            case CLOSED -> "已经销号";
            case HELD -> "已经回头看、长效保持";
            case RECURRED -> "已经回头看、问题反弹";
            case WITHDRAWN -> "已经撤销";
        };
    }

    private static String words(RectificationAction action) {
        return switch (action) {
            case OPEN -> "登记";
            case SUBMIT_PLAN -> "提交方案";
            case AGREE_PLAN -> "同意方案";
            case RETURN_PLAN -> "退回方案";
            case COMPLETE -> "申请复查";
            case PASS -> "复查销号";
            case FAIL -> "退回整改";
            case HOLD, RECUR -> "回头看";
            case WITHDRAW -> "撤销";
        };
    }
}
