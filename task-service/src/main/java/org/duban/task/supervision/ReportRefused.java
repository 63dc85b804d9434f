package org.duban.task.supervision;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** Why a report cannot be shown, handed in or decided. */
final class ReportRefused extends Refusal {

    private ReportRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    /** Also where it is another unit's: its existence is nobody else's business. */
    static ReportRefused notFound() {
        return new ReportRefused(Kind.NOT_FOUND, "report-not-found", "没有这份报送，或您无权查看。");
    }

    static ReportRefused notYours() {
        return new ReportRefused(Kind.FORBIDDEN, "not-your-report", "只能报送本单位的任务进展。");
    }

    static ReportRefused stale() {
        return new ReportRefused(Kind.STALE, "stale-version", "内容已被他人修改，请刷新后在最新内容上重新操作。");
    }

    static ReportRefused signedOff() {
        return new ReportRefused(Kind.CONFLICT, "report-signed-off", "这份报送已由单位负责人签发，更正请由负责人提交，或待退回后修改。");
    }

    static ReportRefused nothingToSign() {
        return new ReportRefused(Kind.CONFLICT, "nothing-to-sign", "这份报送没有待签发的内容。");
    }

    static ReportRefused alreadyAccepted() {
        return new ReportRefused(Kind.CONFLICT, "report-accepted", "这份报送已审核通过，不能再修改。");
    }

    static ReportRefused waived() {
        return new ReportRefused(Kind.CONFLICT, "report-waived", "任务已办结或暂缓，本期无需报送。");
    }

    static ReportRefused notYourPlan() {
        return new ReportRefused(Kind.FORBIDDEN, "not-your-plan", "这是市级计划的报送，由市级督导部门审核。");
    }

    static ReportRefused taskClosed() {
        return new ReportRefused(Kind.CONFLICT, "task-closed", "任务已销号或暂缓，不能再退回报送。");
    }

    static ReportRefused roundClosed() {
        return new ReportRefused(Kind.CONFLICT, "round-closed", "本轮督导调度已结束，不能再报送或退回。");
    }

    static ReportRefused notSubmitted() {
        return new ReportRefused(Kind.CONFLICT, "not-allowed-now", "只有已报送、尚未审核的报送才能通过或退回。");
    }

    static ReportRefused progressFell(int from, int to) {
        var words = "本期进度（%d%%）低于上期（%d%%），请在“存在问题”中说明原因。".formatted(to, from);
        return new ReportRefused(Kind.INVALID, "progress-fell", words, new FieldError("/problems", words));
    }
}
