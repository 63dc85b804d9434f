package org.duban.task.handin;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** Why a hand-in cannot be asked for, answered or decided. */
final class HandInRefused extends Refusal {

    private HandInRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    /** Also where it is another unit's: its existence is nobody else's business. */
    static HandInRefused notFound() {
        return new HandInRefused(Kind.NOT_FOUND, "hand-in-not-found", "没有这份材料，或您无权查看。");
    }

    static HandInRefused noSuchPlan() {
        return new HandInRefused(Kind.NOT_FOUND, "plan-not-found", "没有这个计划，或您无权查看。");
    }

    static HandInRefused notYours() {
        return new HandInRefused(Kind.FORBIDDEN, "not-your-hand-in", "只能报送本单位的材料。");
    }

    static HandInRefused notYourPlan() {
        return new HandInRefused(Kind.FORBIDDEN, "not-your-plan", "这是市级计划，由市级督导部门办理。");
    }

    static HandInRefused withdrawn() {
        return new HandInRefused(Kind.CONFLICT, "hand-in-withdrawn", "这份材料已不再要求报送。");
    }

    static HandInRefused notHandedIn() {
        return new HandInRefused(Kind.CONFLICT, "not-allowed-now", "只有已报送的材料才能退回。");
    }

    static HandInRefused tooEarly() {
        var words = "报送截止日不能早于今天。";
        return new HandInRefused(Kind.INVALID, "due-in-the-past", words, new FieldError("/dueOn", words));
    }

    static HandInRefused noUnits() {
        return new HandInRefused(Kind.CONFLICT, "no-units", "这个计划没有承担任务的单位，请指定报送单位。");
    }

    static HandInRefused unknownUnit() {
        var words = "所选单位中有未登记、已撤销或不在本级管辖范围的，请核对。";
        return new HandInRefused(Kind.INVALID, "unit-out-of-reach", words, new FieldError("/units", words));
    }
}
