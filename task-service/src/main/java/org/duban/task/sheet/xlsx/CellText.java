package org.duban.task.sheet.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a cell's words travel: a workbook writes what XML cannot hold as {@code _x000B_}, and cannot hold more than so much. */
public final class CellText {
    /** The most characters that a cell holds. */
    public static final int LONGEST = 32_767;

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    /** @return the words as a cell can hold them; what only looks like an escape is escaped itself */
    public static String written(String words) {
        String plain = canonical(words);
        return plain.indexOf("_x") < 0 ? plain : LOOKS_ESCAPED.matcher(plain).replaceAll("_x005F_");
    }

    static String read(String raw) {
        if (raw.indexOf("_x") < 0) {
            return raw;
        }
        Matcher escape = ESCAPE.matcher(raw);
        StringBuilder words = new StringBuilder();
        while (escape.find()) {
            char letter = (char) Integer.parseInt(escape.group(1), 16);
            escape.appendReplacement(words, Matcher.quoteReplacement(letter == 0 ? "" : String.valueOf(letter)));
        }
        return escape.appendTail(words).toString();
    }

    /** The same words whichever way they went: one kind of line break, nothing that a cell cannot hold, no blank ends. */
    public static String canonical(String words) {
        return isCanonical(words) ? words : made(words);
    }

    // Nearly all words are, and a large ledger has a million of them.
    private static boolean isCanonical(String words) {
        int length = words.length();
        if (length == 0) {
            return true;
        }
        if (length > LONGEST
                || Character.isWhitespace(words.charAt(0))
                || Character.isWhitespace(words.charAt(length - 1))) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char letter = words.charAt(i);
            if (letter < ' ' ? letter != '\n' && letter != '\t' : letter > 0xD7FF && !isAbovePairs(letter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAbovePairs(char letter) {
        return letter >= 0xE000 && letter <= 0xFFFD;
    }

    private static String made(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(CellText::fits)
                .forEach(kept::appendCodePoint);
        String plain = kept.toString().strip();
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return plain.substring(0, end).strip();
    }

    private static boolean fits(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter >= 0x20 && letter <= 0xD7FF
                || letter >= 0xE000 && letter <= 0xFFFD
                || letter >= 0x10000;
    }
}
