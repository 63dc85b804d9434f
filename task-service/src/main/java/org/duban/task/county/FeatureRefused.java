package org.duban.task.county;

import org.duban.kit.web.Refusal;

/** What cannot be done about counties' own reform items. */
public final class FeatureRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private FeatureRefused(Kind kind, String code, String words) {
        super(kind, code, words);
    }

    static FeatureRefused noSuchPlan() {
        return new FeatureRefused(Kind.NOT_FOUND, "plan-not-found", "没有找到这份方案，可能已被移除，或不在您的查看范围内。");
    }

    static FeatureRefused notCalled() {
        return new FeatureRefused(Kind.CONFLICT, "features-not-called", "这份方案没有要求提报一县一特色改革事项。");
    }

    static FeatureRefused onlyCity() {
        return new FeatureRefused(Kind.FORBIDDEN, "only-city", "一县一特色由市级督导部门在市级方案中部署。");
    }

    static FeatureRefused dayGone() {
        return new FeatureRefused(Kind.INVALID, "day-gone", "提报期限不得早于今天。");
    }

    static FeatureRefused overAlready() {
        return new FeatureRefused(Kind.INVALID, "over-already", "完成时限不得早于今天。");
    }

    static FeatureRefused whichCounty() {
        return new FeatureRefused(Kind.INVALID, "which-county", "请选择由哪个县区提报。");
    }

    static FeatureRefused notYourCounty() {
        return new FeatureRefused(Kind.FORBIDDEN, "not-your-county", "只能为本县区提报改革事项。");
    }

    static FeatureRefused unitNotOfCounty() {
        return new FeatureRefused(Kind.INVALID, "unit-not-of-county", "牵头和配合单位须是本县区的单位，请重新选择。");
    }
}
