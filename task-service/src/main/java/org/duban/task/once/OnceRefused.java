package org.duban.task.once;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** What will not be taken for the same. */
public final class OnceRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private OnceRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    static OnceRefused notYourPlan() {
        return new OnceRefused(Kind.FORBIDDEN, "not-your-plan", "两项任务不都是本级下达的，由下达单位的上一级督导部门确认。");
    }

    /** Who decides on two of them decides on all that are the same. */
    static OnceRefused notYourGroup() {
        return new OnceRefused(Kind.FORBIDDEN, "not-your-plan", "与之为同一事项的任务中有不是本级下达的，由下达单位的上一级督导部门确认。");
    }

    static OnceRefused twoOfOnePlan(String plan) {
        var words = "确认后，《%s》中的两项任务会成为同一事项；同一计划的任务须分别报送。".formatted(plan);
        return new OnceRefused(Kind.INVALID, "same-plan", words, new FieldError("/otherId", words));
    }

    static OnceRefused toldApart(String one, String other) {
        return new OnceRefused(Kind.CONFLICT, "told-apart", "“%s”与“%s”已确认不是同一事项，请先改正那一项，再确认这一项。".formatted(one, other));
    }

    /** @param through the task that both are the same as */
    static OnceRefused stillSame(String through) {
        return new OnceRefused(
                Kind.CONFLICT, "same-through-another", "两项任务都与“%s”为同一事项，请先在那一项任务上改为分别报送。".formatted(through));
    }

    static OnceRefused onePlan() {
        return new OnceRefused(
                Kind.INVALID, "same-plan", "两项任务在同一个计划里，分别报送。", new FieldError("/otherId", "须是另一个计划的任务"));
    }

    static OnceRefused nobodyReportsBoth() {
        return new OnceRefused(
                Kind.INVALID, "no-common-lead", "两项任务没有共同的牵头单位，没有单位需要重复报送。", new FieldError("/otherId", "没有共同的牵头单位"));
    }
}
