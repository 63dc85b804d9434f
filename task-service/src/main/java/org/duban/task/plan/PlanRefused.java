package org.duban.task.plan;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;
import org.duban.task.plan.document.UnreadableDocument;

/** What the review of a reading will not do. */
public final class PlanRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private PlanRefused(Kind kind, String code, String words) {
        super(kind, code, words);
    }

    private PlanRefused(Kind kind, String code, String words, List<FieldError> errors) {
        super(kind, code, words, errors);
    }

    static PlanRefused unreadable(UnreadableDocument document) {
        Kind kind = switch (document.reason()) {
            case TOO_LARGE -> Kind.TOO_LARGE;
            case UNSUPPORTED_FORMAT,
                    OLD_WORD,
                    RICH_TEXT,
                    WPS,
                    OFD,
                    PICTURE,
                    WEB_PAGE,
                    WORD_XML,
                    OPEN_DOCUMENT,
                    SLIDES,
                    ARCHIVE -> Kind.UNSUPPORTED;
            case EMPTY,
                    NOT_WORD,
                    NOT_EXCEL,
                    NOT_PDF,
                    SCAN,
                    NAMELESS_PDF,
                    SUSPICIOUS_ARCHIVE,
                    ENCRYPTED,
                    UNKNOWN_ENCODING,
                    TOO_SLOW -> Kind.INVALID;
        };
        return new PlanRefused(kind, "unreadable-document", document.reason().sentence());
    }

    static PlanRefused notFound() {
        return new PlanRefused(Kind.NOT_FOUND, "plan-reading-not-found", "没有找到这份识别结果，可能已被移除，或不在您的查看范围内。");
    }

    static PlanRefused noSuchUnit() {
        return new PlanRefused(
                Kind.INVALID,
                "no-such-unit",
                "没有找到这个单位，或该单位已撤销、不属于本县和市级。",
                List.of(new FieldError("/unitId", "请选择本县或市级的在册单位")));
    }

    static PlanRefused noSuchCounty() {
        return new PlanRefused(
                Kind.INVALID,
                "no-such-county",
                "没有找到这个县（市、区），请先登记其单位。",
                List.of(new FieldError("/countyId", "请选择已登记的县（市、区）")));
    }

    static PlanRefused otherCounty() {
        return new PlanRefused(Kind.FORBIDDEN, "other-county", "只能办理本县的文件。");
    }

    static PlanRefused openFindings(List<FieldError> open) {
        return new PlanRefused(Kind.CONFLICT, "open-findings", "还有%d处需要核定，核定后才能纳入台账。".formatted(open.size()), open);
    }

    static PlanRefused unknownUnits(List<FieldError> units) {
        return new PlanRefused(
                Kind.CONFLICT, "unknown-units", "还有%d个单位没有对应，登记或对应后才能纳入台账。".formatted(units.size()), units);
    }

    static PlanRefused nothingToAdopt() {
        return new PlanRefused(Kind.CONFLICT, "nothing-to-adopt", "没有要纳入台账的任务，请至少保留一项。");
    }

    static PlanRefused partlyAdopted() {
        return new PlanRefused(Kind.CONFLICT, "partly-adopted", "部分任务已经纳入台账，文件信息不能再改动，也不能放弃；其余任务可以继续核定。");
    }

    static PlanRefused taskAdopted(int ordinal) {
        return new PlanRefused(Kind.CONFLICT, "task-adopted", "第%d项任务已经纳入台账，请到台账中办理。".formatted(ordinal));
    }

    static PlanRefused leftOut(int ordinal) {
        return new PlanRefused(Kind.CONFLICT, "task-left-out", "第%d项任务已选择不纳入，请先改为纳入。".formatted(ordinal));
    }

    static PlanRefused nothingToMerge() {
        return new PlanRefused(
                Kind.INVALID, "nothing-to-merge", "请至少选择两项任务合并。", List.of(new FieldError("/ordinals", "请至少选择两项任务")));
    }

    static PlanRefused noSuchPlan() {
        return new PlanRefused(
                Kind.INVALID,
                "no-such-plan",
                "没有找到这份方案，或它不是本县（市）按文件纳入台账的方案。",
                List.of(new FieldError("/previousPlanId", "请选择本县（市）已纳入台账的方案")));
    }

    static PlanRefused nothingToUndo() {
        return new PlanRefused(Kind.CONFLICT, "nothing-to-undo", "没有可以撤销的操作。");
    }

    static PlanRefused alreadyAdopted() {
        return new PlanRefused(Kind.CONFLICT, "already-adopted", "这份文件已经纳入台账，不能再改动。");
    }

    static PlanRefused discarded() {
        return new PlanRefused(Kind.CONFLICT, "already-discarded", "这份识别结果已经放弃，请重新上传文件。");
    }
}
