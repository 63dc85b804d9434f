package org.duban.task.search;

import java.util.List;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;

/** Why nothing is looked for. */
final class SearchRefused extends Refusal {

    private SearchRefused(String code, String words) {
        super(Kind.INVALID, code, words, List.of(new FieldError("q", words)));
    }

    static SearchRefused tooShort() {
        return new SearchRefused("search-too-short", "请至少输入两个字。");
    }

    static SearchRefused tooLong() {
        return new SearchRefused("search-too-long", "搜索内容请控制在100字以内。");
    }
}
