package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;

/** Cuts a passage at its punctuation, never inside brackets, quotation marks or book titles. */
final class Clauses {
    static final String SENTENCE_ENDS = "。！？；;!?\n";
    static final String CLAUSE_ENDS = SENTENCE_ENDS + "，,：:";

    private Clauses() {}

    static List<Passage> sentences(Passage passage) {
        return split(passage, SENTENCE_ENDS);
    }

    static List<Passage> clauses(Passage passage) {
        return split(passage, CLAUSE_ENDS);
    }

    static List<Passage> split(Passage passage, String ends) {
        var parts = new ArrayList<Passage>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < passage.length(); i++) {
            char c = passage.charAt(i);
            if (c == '\n') {
                // an unclosed bracket must not swallow the rest of the document
                depth = 0;
            }
            if (Chars.isOpening(c)) {
                depth++;
            } else if (Chars.isClosing(c) && depth > 0) {
                depth--;
            } else if (depth == 0 && ends.indexOf(c) >= 0 && !betweenDigits(passage, i)) {
                add(parts, passage.slice(start, i));
                start = i + 1;
            }
        }
        add(parts, passage.from(start));
        return parts;
    }

    /** The clause around a place in the passage. */
    static Passage clauseAt(Passage passage, int index) {
        int raw = passage.rawAt(index);
        return clauses(passage).stream()
                .filter(clause ->
                        clause.span().start() <= raw && raw < clause.span().end())
                .findFirst()
                .orElse(passage);
    }

    // 1,000 and 10:30
    private static boolean betweenDigits(Passage passage, int i) {
        return (passage.charAt(i) == ',' || passage.charAt(i) == ':')
                && i > 0
                && i + 1 < passage.length()
                && Character.isDigit(passage.charAt(i - 1))
                && Character.isDigit(passage.charAt(i + 1));
    }

    private static void add(List<Passage> parts, Passage part) {
        var stripped = part.strip();
        if (!stripped.isEmpty()) {
            parts.add(stripped);
        }
    }
}
