package org.duban.task.plan.reading;

import java.util.BitSet;

/** Classes of characters that the grammar tells apart. */
final class Chars {
    static final String OPENING = "〔（([【［《〈“「『";
    static final String CLOSING = "〕）)]】］》〉”」』";

    private Chars() {}

    static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || c == '\u00a0'
                || c == '\u3000'
                || c == '\ufeff'
                || c == '\u200b'
                || c == '\ue5e5';
    }

    static boolean isHan(char c) {
        return c >= '一' && c <= '龥' || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    static boolean isLatin(char c) {
        return c < 128 && Character.isLetter(c);
    }

    static boolean isOpening(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    static boolean isClosing(char c) {
        return CLOSING.indexOf(c) >= 0;
    }

    static BitSet set(String characters) {
        var set = new BitSet();
        characters.chars().forEach(set::set);
        return set;
    }

    /** How wide the line prints: a Chinese character counts two. */
    static int width(String line) {
        return line.chars().map(c -> c < 0x2000 ? 1 : 2).sum();
    }
}
