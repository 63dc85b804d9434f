package org.duban.task.lightrule;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** Why rules of lights cannot be shown, tried or adopted. */
public final class LightRulesRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private LightRulesRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    static LightRulesRefused planNotFound() {
        return new LightRulesRefused(Kind.NOT_FOUND, "plan-not-found", "没有找到这份方案，可能已被移除，或不在您的查看范围内。");
    }

    static LightRulesRefused notYourPlan() {
        return new LightRulesRefused(Kind.FORBIDDEN, "not-your-plan", "这是市级方案，亮灯规则由市级督导部门设定和试算。");
    }

    static LightRulesRefused cityDecides() {
        return new LightRulesRefused(Kind.FORBIDDEN, "city-light-rules", "全市默认的亮灯规则由市级督导部门设定和试算。");
    }

    static LightRulesRefused notBeforeTomorrow() {
        String words = "最早自明天起执行：今天的亮灯已按现行规则显示。";
        return new LightRulesRefused(Kind.INVALID, "light-rules-too-early", words, new FieldError("/from", words));
    }

    static LightRulesRefused cityNeedsRules() {
        String words = "全市默认规则不能为空。";
        return new LightRulesRefused(Kind.INVALID, "light-rules-missing", words, new FieldError("/rules", words));
    }

    static LightRulesRefused monthsOutOfRange(int most) {
        String words = "起止月份须先后有序、不晚于本月，一次最多试算%d个月。".formatted(most);
        return new LightRulesRefused(Kind.INVALID, "trial-months", words, new FieldError("/from", words));
    }
}
