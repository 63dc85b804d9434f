package org.duban.task.light;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** Why a set of rules for lights makes no sense. */
public final class RulesRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private RulesRefused(String code, String words, String pointer) {
        super(Kind.INVALID, code, words, List.of(new FieldError(pointer, words)));
    }

    static RulesRefused greenNeedsNoRule() {
        return new RulesRefused("light-rule-green", "没有规则命中的任务即为正常，不需要为“正常”设规则。", "/rules");
    }

    static RulesRefused doneLateStandsApart() {
        return new RulesRefused("light-rule-done-late", "逾期办结单独标示：只有“办结晚于期限”的规则使用，也只能用它。", "/rules");
    }

    static RulesRefused outOfRange(Condition.Kind kind) {
        return new RulesRefused(
                "light-rule-number",
                "“%s”的%s须在%d到%d之间。".formatted(name(kind), unit(kind), kind.least(), kind.most()),
                "/rules");
    }

    static RulesRefused twice(Condition.Kind kind) {
        return new RulesRefused("light-rule-twice", "“%s”在同一种灯里写了两次，或者不同的灯用了同样的条件。".formatted(name(kind)), "/rules");
    }

    static RulesRefused neverSeen(Condition.Kind kind, Light calmer) {
        return new RulesRefused(
                "light-rule-never-seen",
                "“%s”的%s须%s更重一级的灯，否则永远不会亮%s。"
                        .formatted(name(kind), unit(kind), kind.graverWhenLess() ? "大于" : "小于", name(calmer)),
                "/rules");
    }

    static RulesRefused stillDaysOutOfRange(int most) {
        return new RulesRefused("still-days", "“久无进展”的天数须在1到%d之间。".formatted(most), "/stillDays");
    }

    private static String name(Condition.Kind kind) {
        return switch (kind) {
            case OVERDUE -> "超过办结期限";
            case REPORT_OVERDUE -> "报送逾期";
            case BEHIND -> "落后序时进度";
            case NOT_STARTED -> "下达后未启动";
            case RETURNED -> "被退回";
            case DUE_WITHIN -> "临近办结期限";
            case DONE_LATE -> "逾期办结";
        };
    }

    private static String unit(Condition.Kind kind) {
        return switch (kind) {
            case OVERDUE, REPORT_OVERDUE, DUE_WITHIN, DONE_LATE, RETURNED -> "天数";
            case BEHIND -> "百分点";
            case NOT_STARTED -> "月数";
        };
    }

    private static String name(Light light) {
        return switch (light) {
            case GREEN -> "绿灯";
            case DONE_LATE -> "逾期办结标示";
            case BLUE -> "蓝灯";
            case YELLOW -> "黄灯";
            case RED -> "红灯";
        };
    }
}
