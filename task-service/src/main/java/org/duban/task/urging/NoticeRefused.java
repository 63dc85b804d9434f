package org.duban.task.urging;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** Why a notice cannot be shown, proposed, issued or answered. */
public final class NoticeRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private NoticeRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    /** Also where it is another unit's: its existence is nobody else's business. */
    static NoticeRefused notFound() {
        return new NoticeRefused(Kind.NOT_FOUND, "notice-not-found", "没有这份督办单，或您无权查看。");
    }

    static NoticeRefused taskNotFound() {
        return new NoticeRefused(Kind.NOT_FOUND, "task-not-found", "没有找到这项任务，可能已被移除，或不在您的查看范围内。");
    }

    static NoticeRefused planNotFound() {
        return new NoticeRefused(Kind.NOT_FOUND, "plan-not-found", "没有找到这份方案，可能已被移除，或不在您的查看范围内。");
    }

    static NoticeRefused notYourPlan() {
        return new NoticeRefused(Kind.FORBIDDEN, "not-your-plan", "这是市级方案的督办事项，由市级督导部门办理。");
    }

    static NoticeRefused notYours() {
        return new NoticeRefused(Kind.FORBIDDEN, "not-your-notice", "只能办理发给本单位的督办单。");
    }

    static NoticeRefused notItsUnit() {
        return new NoticeRefused(
                Kind.INVALID,
                "not-its-unit",
                "该单位不是这项任务的牵头或配合单位，不能对其督办。",
                new FieldError("/unitId", "该单位不是这项任务的牵头或配合单位"));
    }

    static NoticeRefused taskNotRunning() {
        return new NoticeRefused(Kind.CONFLICT, "task-not-running", "任务没有在推进（已销号、暂缓或尚未下达），不能督办。");
    }

    static NoticeRefused reminderByUrging() {
        return new NoticeRefused(
                Kind.INVALID, "reminder-by-urging", "提醒请用“催办”，督办单须为蓝色及以上。", new FieldError("/step", "须为蓝色督办单及以上"));
    }

    static NoticeRefused noLongerOwed() {
        return new NoticeRefused(Kind.CONFLICT, "no-longer-owed", "该单位已报送或任务已办结、顺延，无需再签发。");
    }

    static NoticeRefused appealedBefore() {
        return new NoticeRefused(Kind.CONFLICT, "appealed-before", "这份督办单已申诉过一次并有结论，不能再次申诉。");
    }

    static NoticeRefused replyDayPast() {
        return new NoticeRefused(
                Kind.INVALID, "reply-day-past", "反馈期限不能早于今天。", new FieldError("/replyBy", "反馈期限不能早于今天"));
    }

    static NoticeRefused stepsDoNotRise(String words) {
        return new NoticeRefused(Kind.INVALID, "steps-do-not-rise", words, new FieldError("/steps", words));
    }

    static NoticeRefused notAllowedNow(NoticeState state, NoticeAction action) {
        return new NoticeRefused(
                Kind.CONFLICT, "not-allowed-now", "督办单目前%s，不能%s。".formatted(name(state), name(action)));
    }

    private static String name(NoticeState state) {
        return switch (state) {
            case REMINDED -> "只是提醒";
            case PROPOSED -> "待签发";
            case DISMISSED -> "已决定不签发";
            case LAPSED -> "已失效";
            case ISSUED -> "待签收";
            case RECEIVED -> "已签收";
            case REPLIED -> "已反馈";
            case APPEALED -> "正在申诉";
            case WITHDRAWN -> "已撤销";
            case SETTLED -> "已办结";
        };
    }

    private static String name(NoticeAction action) {
        return switch (action) {
            case ISSUE -> "签发";
            case DISMISS -> "作不予签发处理";
            case RECEIVE -> "签收";
            case REPLY -> "反馈";
            case APPEAL -> "申诉";
            case UPHOLD, WITHDRAW -> "作出申诉结论";
            case SETTLE -> "办结";
        };
    }
}
