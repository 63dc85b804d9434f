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

    static OnceRefused onePlan() {
        return new OnceRefused(
                Kind.INVALID, "same-plan", "两项任务在同一个计划里，分别报送。", new FieldError("/otherId", "须是另一个计划的任务"));
    }

    static OnceRefused nobodyReportsBoth() {
        return new OnceRefused(
                Kind.INVALID, "no-common-lead", "两项任务没有共同的牵头单位，没有单位需要重复报送。", new FieldError("/otherId", "没有共同的牵头单位"));
    }
}
