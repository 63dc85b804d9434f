package org.duban.task.plan.draft;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** What cannot be done to a draft. */
public final class DraftRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private DraftRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    static DraftRefused noSuchTask(int ordinal) {
        return new DraftRefused(Kind.NOT_FOUND, "no-such-task", "这份文件没有第%d项任务。".formatted(ordinal));
    }

    static DraftRefused noSuchFinding() {
        return new DraftRefused(Kind.NOT_FOUND, "no-such-finding", "没有找到这条待核问题。");
    }

    static DraftRefused cannotSplit() {
        return new DraftRefused(
                Kind.INVALID, "cannot-split", "拆分的位置须在任务文字中间，前后两部分都要有内容。", new FieldError("/at", "请在任务文字中间选择拆分位置"));
    }

    static DraftRefused noSuchWords() {
        return new DraftRefused(
                Kind.INVALID, "no-such-words", "选中的文字不在文件范围内。", new FieldError("/source", "请在文件中重新选择文字"));
    }
}
