package org.duban.task.rectification.web;

import org.duban.kit.web.BadRequest;
import org.jspecify.annotations.Nullable;

final class Words {
    private Words() {}

    /** Words that only some answers need. */
    static String required(@Nullable String words, String otherwise) {
        if (words == null || words.isBlank()) {
            throw new BadRequest("/words", otherwise);
        }
        return words.strip();
    }
}
