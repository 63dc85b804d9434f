package org.duban.task.supervision;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** Why a round cannot be shown or opened. */
final class RoundRefused extends Refusal {

    private RoundRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    static RoundRefused notFound() {
        return new RoundRefused(Kind.NOT_FOUND, "round-not-found", "没有这一轮督导调度，或您无权查看。");
    }

    static RoundRefused noSuchPlan() {
        return new RoundRefused(Kind.NOT_FOUND, "plan-not-found", "没有这个计划，或您无权查看。");
    }

    static RoundRefused notYourPlan() {
        return new RoundRefused(Kind.FORBIDDEN, "not-your-plan", "这是市级计划，由市级督导部门设定。");
    }

    static RoundRefused outOfRange() {
        var words = "调度期次须在计划下达之时至今后一年之内。";
        return new RoundRefused(Kind.INVALID, "period-out-of-range", words, new FieldError("/period", words));
    }

    static RoundRefused nothingOwed() {
        return new RoundRefused(Kind.CONFLICT, "nothing-owed", "这个计划没有须在该期报送的任务，无需开展督导调度。");
    }
}
