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

    /** Which of the clauses stands at a place in the text as it was given; -1 where none does. */
    static int indexAt(List<Passage> clauses, int raw) {
        int low = 0;
        int high = clauses.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            var span = clauses.get(middle).span();
            if (raw < span.start()) {
                high = middle - 1;
            } else if (raw >= span.end()) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
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
