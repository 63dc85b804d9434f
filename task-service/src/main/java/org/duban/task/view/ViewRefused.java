package org.duban.task.view;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** Why a view is not kept. */
final class ViewRefused extends Refusal {

    private ViewRefused(Kind kind, String code, String words, FieldError... errors) {
        super(kind, code, words, List.of(errors));
    }

    static ViewRefused notFound() {
        return new ViewRefused(Kind.NOT_FOUND, "view-not-found", "没有这个视图，或保存人已不再共享。");
    }

    static ViewRefused notYours() {
        return new ViewRefused(Kind.FORBIDDEN, "view-not-yours", "共享的视图只能由保存人修改或删除，可另存为自己的视图。");
    }

    static ViewRefused notForEveryone() {
        var words = "只有督导人员可以向全部单位共享视图。";
        return new ViewRefused(Kind.FORBIDDEN, "view-not-for-everyone", words, new FieldError("/audience", words));
    }

    static ViewRefused nameTaken() {
        var words = "您已有同名视图，请换一个名称或更新原视图。";
        return new ViewRefused(Kind.CONFLICT, "view-name-taken", words, new FieldError("/name", words));
    }

    static ViewRefused tooMany(int most) {
        return new ViewRefused(Kind.CONFLICT, "too-many-views", "每人最多保存%d个视图，请先删除不用的。".formatted(most));
    }
}
