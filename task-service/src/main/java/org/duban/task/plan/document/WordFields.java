package org.duban.task.plan.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields that are open while a Word file goes by; a field may go on over many paragraphs. */
final class WordFields {
    private static final int DEEPEST = 40;
    private static final int LONGEST = 200;

    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private boolean shown;

        private boolean isContents() {
            return instruction.toString().strip().toUpperCase(Locale.ROOT).startsWith("TOC");
        }
    }

    private final Deque<Field> open = new ArrayDeque<>();

    /** @param kind begin, separate or end, as WordprocessingML names them */
    void mark(@Nullable String kind) {
        switch (kind) {
            case "begin" -> {
                if (open.size() < DEEPEST) {
                    open.push(new Field());
                }
            }
            case "separate" -> {
                if (!open.isEmpty()) {
                    open.peek().shown = true;
                }
            }
            case "end" -> open.poll();
            case null, default -> {}
        }
    }

    void instruction(String words) {
        var field = open.peek();
        if (field != null && !field.shown && field.instruction.length() < LONGEST) {
            field.instruction.append(words);
        }
    }

    /** Whether the words belong to a 目录, which repeats the headings. */
    boolean areContents() {
        return open.stream().anyMatch(Field::isContents);
    }

    /** Whether the words are a field's code and not what it shows. */
    boolean areCode() {
        return open.stream().anyMatch(field -> !field.shown);
    }
}
