package org.duban.task.indicator;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** What will not be done with an indicator. */
public final class IndicatorRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private IndicatorRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    private IndicatorRefused(String code, String words, List<FieldError> errors) {
        super(Kind.INVALID, code, words, errors);
    }

    /** Also where it is others' only. */
    static IndicatorRefused notFound() {
        return new IndicatorRefused(Kind.NOT_FOUND, "indicator-not-found", "没有找到这项指标，可能已并入其他指标，或不在您的查看范围内。");
    }

    static IndicatorRefused valueNotFound() {
        return new IndicatorRefused(Kind.NOT_FOUND, "indicator-value-not-found", "这个时段还没有填报过。");
    }

    static IndicatorRefused wrong(List<FieldError> errors) {
        return new IndicatorRefused("invalid-indicator", "有%d处需要更正，改正后再提交。".formatted(errors.size()), errors);
    }

    static IndicatorRefused unknownUnit(int place) {
        return wrong(List.of(new FieldError("/units/" + place, "没有这个填报单位")));
    }

    static IndicatorRefused unitOfOtherCounty(int place) {
        return wrong(List.of(new FieldError("/units/" + place, "填报单位不属于本县")));
    }

    static IndicatorRefused notYours() {
        return new IndicatorRefused(Kind.FORBIDDEN, "not-your-indicator", "这项指标由市级管理，由市级调整。");
    }

    static IndicatorRefused noUnit() {
        return new IndicatorRefused(Kind.INVALID, "no-unit", "请指明是哪个单位的数据。", new FieldError("/unitId", "请指明是哪个单位的数据"));
    }

    static IndicatorRefused notMeasuring() {
        return new IndicatorRefused(Kind.FORBIDDEN, "not-measuring", "这个单位不填报本项指标；需要填报的，请督导部门把它加为填报单位。");
    }

    static IndicatorRefused notForOthers() {
        return new IndicatorRefused(Kind.FORBIDDEN, "only-own-values", "只能填报本单位的数据；县级可以填报本县单位的数据。");
    }

    static IndicatorRefused counted() {
        return new IndicatorRefused(Kind.CONFLICT, "counted-by-itself", "这项指标由系统按群众评价自动计算，不需要填报，也不能合并。");
    }

    static IndicatorRefused notYet() {
        return new IndicatorRefused(
                Kind.INVALID, "period-not-begun", "这个时段还没有开始，不能填报。", new FieldError("period", "这个时段还没有开始"));
    }

    static IndicatorRefused tooLong(String pointer) {
        return wrong(List.of(new FieldError(pointer, "数值整数不超过 15 位、小数不超过 6 位")));
    }

    static IndicatorRefused joinedToItself() {
        return new IndicatorRefused(Kind.INVALID, "joined-to-itself", "这是同一项指标，不需要合并。");
    }

    static IndicatorRefused otherMeasure(String one, String other) {
        return new IndicatorRefused(Kind.INVALID, "other-measure", "两项指标的计量单位不同（%s与%s），不能合并。".formatted(one, other));
    }

    static IndicatorRefused otherCounty() {
        return new IndicatorRefused(Kind.INVALID, "other-county", "两项指标不属于同一级或同一县，不能合并。");
    }
}
