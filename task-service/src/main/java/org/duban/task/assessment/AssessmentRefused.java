package org.duban.task.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;
import org.duban.task.text.DayWords;

/** What assessment will not do. */
public final class AssessmentRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private AssessmentRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    private AssessmentRefused(String code, String words, List<FieldError> errors) {
        super(Kind.INVALID, code, words, errors);
    }

    static AssessmentRefused cityDecides() {
        return new AssessmentRefused(Kind.FORBIDDEN, "city-assesses", "考核由市级督导部门组织，规则、核定、加分和申诉由市级办理。");
    }

    static AssessmentRefused wrongRules(List<FieldError> errors) {
        return new AssessmentRefused("invalid-scoring-rules", "有%d处需要更正，改正后再提交。".formatted(errors.size()), errors);
    }

    static AssessmentRefused tooEarly(YearMonth earliest) {
        return new AssessmentRefused(
                Kind.INVALID,
                "not-for-this-month",
                "规则不能改变已经开始的月份，最早自%s起执行。".formatted(DayWords.of(earliest)),
                new FieldError("/from", "最早为%s".formatted(DayWords.of(earliest))));
    }

    static AssessmentRefused monthToCome() {
        return new AssessmentRefused(Kind.INVALID, "month-to-come", "这个月还没有开始，没有可以考核的情况。");
    }

    static AssessmentRefused monthStillRuns(LocalDate over) {
        return new AssessmentRefused(
                Kind.CONFLICT, "month-still-runs", "这个月还没有结束，%s之后才能核定。".formatted(DayWords.of(over)));
    }

    static AssessmentRefused roundsStillOpen(int rounds) {
        return new AssessmentRefused(
                Kind.CONFLICT, "rounds-still-open", "本月还有%d轮督导调度没有结束，迟报和未报尚未定下来，请在各轮结束后再核定。".formatted(rounds));
    }

    static AssessmentRefused settledAlready() {
        return new AssessmentRefused(Kind.CONFLICT, "month-settled", "这个月已经核定公布，只能通过申诉更正。");
    }

    /** Also where it is another unit's. */
    static AssessmentRefused sheetNotFound() {
        return new AssessmentRefused(Kind.NOT_FOUND, "score-sheet-not-found", "没有找到这份得分单：这个单位本月不在考核之列，或不在您的查看范围内。");
    }

    static AssessmentRefused lineNotFound() {
        return new AssessmentRefused(Kind.NOT_FOUND, "score-line-not-found", "没有找到这条扣分，或不在您的查看范围内。");
    }

    static AssessmentRefused appealNotFound() {
        return new AssessmentRefused(Kind.NOT_FOUND, "appeal-not-found", "没有找到这件申诉，或不在您的查看范围内。");
    }

    static AssessmentRefused awardNotFound() {
        return new AssessmentRefused(Kind.NOT_FOUND, "award-not-found", "没有找到这项加分，可能已被撤销。");
    }

    static AssessmentRefused onlyOwn() {
        return new AssessmentRefused(Kind.FORBIDDEN, "only-own-score", "只能对本单位的扣分提出申诉。");
    }

    static AssessmentRefused notAppealable() {
        return new AssessmentRefused(Kind.CONFLICT, "not-appealable", "加分和更正不能申诉，只能对扣分提出申诉。");
    }

    static AssessmentRefused appealTooLate(LocalDate until) {
        return new AssessmentRefused(
                Kind.CONFLICT, "appeal-too-late", "申诉期到%s为止，现在不再接收。".formatted(DayWords.of(until)));
    }

    static AssessmentRefused appealedAlready() {
        return new AssessmentRefused(Kind.CONFLICT, "appealed-already", "这条扣分已经申诉过，同一条只受理一次。");
    }

    static AssessmentRefused appealDecided() {
        return new AssessmentRefused(Kind.CONFLICT, "appeal-decided", "这件申诉已经办结，不能再办理。");
    }

    static AssessmentRefused restoresTooMuch(BigDecimal points) {
        String words = "退还的分值须大于 0，且不超过这条扣的 %s 分".formatted(points.toPlainString());
        return new AssessmentRefused(
                Kind.INVALID, "restores-too-much", words + "。", new FieldError("/restored", words));
    }

    static AssessmentRefused noFeatures() {
        return new AssessmentRefused(Kind.CONFLICT, "no-feature-points", "这个月执行的规则没有设特色加分。");
    }

    static AssessmentRefused awardTooHigh(BigDecimal most) {
        String words = "一项特色加分至多 %s 分".formatted(most.toPlainString());
        return new AssessmentRefused(Kind.INVALID, "award-too-high", words + "。", new FieldError("/points", words));
    }

    static AssessmentRefused unknownUnit() {
        return new AssessmentRefused(Kind.INVALID, "unknown-unit", "没有这个单位。", new FieldError("/unitId", "没有这个单位"));
    }
}
