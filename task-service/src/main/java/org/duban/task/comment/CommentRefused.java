package org.duban.task.comment;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** Why a comment is not taken or withdrawn, or a task not watched. */
final class CommentRefused extends Refusal {

    private CommentRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    /** Also where it is on a task that the caller does not see: its existence is nobody else's business. */
    static CommentRefused notFound() {
        return new CommentRefused(Kind.NOT_FOUND, "comment-not-found", "没有这条沟通记录，或您无权查看。");
    }

    static CommentRefused drafted() {
        return new CommentRefused(Kind.CONFLICT, "not-allowed-now", "任务尚未下达，下达后方可沟通和关注。");
    }

    static CommentRefused outOfSight() {
        var words = "所提醒的单位中有未承担这项任务的，看不到这项任务，不能提醒。";
        return new CommentRefused(Kind.INVALID, "unit-does-not-see-task", words, new FieldError("/units", words));
    }

    static CommentRefused otherReport() {
        var words = "这份报送不是这项任务的，请重新选择。";
        return new CommentRefused(Kind.INVALID, "report-of-another-task", words, new FieldError("/reportId", words));
    }

    static CommentRefused notYours() {
        return new CommentRefused(Kind.FORBIDDEN, "not-your-comment", "只能撤回自己写的沟通记录。");
    }

    static CommentRefused withdrawn() {
        return new CommentRefused(Kind.CONFLICT, "comment-withdrawn", "这条沟通记录已经撤回。");
    }

    static CommentRefused tooLate() {
        return new CommentRefused(Kind.CONFLICT, "too-late-to-withdraw", "发出已超过一天，不能撤回；如需更正，请另写一条说明。");
    }

    static CommentRefused noPerson() {
        return new CommentRefused(Kind.FORBIDDEN, "not-a-person", "关注由个人设定，接口账号不能关注任务。");
    }
}
