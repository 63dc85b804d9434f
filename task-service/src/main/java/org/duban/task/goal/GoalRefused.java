package org.duban.task.goal;

import org.duban.kit.web.Refusal;

/** What cannot be done about yearly goals. */
public final class GoalRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private GoalRefused(Kind kind, String code, String words) {
        super(kind, code, words);
    }

    static GoalRefused notFound() {
        return new GoalRefused(Kind.NOT_FOUND, "goal-not-found", "没有找到这项年度目标，可能已撤销，或不在您的查看范围内。");
    }

    static GoalRefused notAllowedNow(GoalState state, GoalAction action) {
        return new GoalRefused(
                Kind.CONFLICT, "not-allowed-now", "这项年度目标目前%s，不能%s。".formatted(name(state), name(action)));
    }

    static GoalRefused tooEarly(int year) {
        return new GoalRefused(Kind.CONFLICT, "too-early", "%d年度目标自%d年12月1日起自评。".formatted(year, year));
    }

    static GoalRefused whichYear() {
        return new GoalRefused(Kind.INVALID, "which-year", "年度只能是去年、今年或明年。");
    }

    static GoalRefused saysWhy() {
        return new GoalRefused(Kind.INVALID, "opinion-needed", "评定为部分完成或未完成的，请写明评定意见。");
    }

    static GoalRefused noSuchUnit() {
        return new GoalRefused(Kind.INVALID, "no-such-unit", "所选单位不在您的管辖范围内，或已不在单位名录中，请重新选择。");
    }

    static GoalRefused onlyItsUnit() {
        return new GoalRefused(Kind.FORBIDDEN, "only-its-unit", "年度目标由本单位自评。");
    }

    static GoalRefused notYours() {
        return new GoalRefused(Kind.FORBIDDEN, "not-yours", "这项年度目标由其所属层级的督导部门管理。");
    }

    private static String name(GoalState state) {
        return switch (state) {
            case SET -> "尚未自评";
            case ASSESSED -> "已自评、等待评定";
            case REVIEWED -> "已经评定";
        };
    }

    private static String name(GoalAction action) {
        return switch (action) {
            case REVISE -> "修改";
            case DROP -> "撤销";
            case ASSESS -> "自评";
            case RETURN -> "退回自评";
            case REVIEW -> "评定";
        };
    }
}
