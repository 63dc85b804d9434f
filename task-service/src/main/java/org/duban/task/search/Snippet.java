package org.duban.task.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place in a text where words were found.
 *
 * @param text a piece of the text as it is written, with … where it goes on
 * @param from where in {@code text} the words begin, in UTF-16 units
 * @param to where they end; equal to {@code from} where they are not in one piece of the text
 */
public record Snippet(String text, int from, int to) {

    private static final int BEFORE = 16;
    private static final int MOST = 72;
    private static final String GOES_ON = "…";
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * @param words found whatever their width, case and blanks, as {@code search_form} compares them
     * @return null where the words are not in the text
     */
    static @Nullable Snippet of(String text, String words) {
        var form = new StringBuilder();
        var places = new int[text.length() * 4 + 1];
        for (int at = 0; at < text.length(); ) {
            if (isOwnForm(text.charAt(at)) && form.length() + 1 < places.length) {
                places[form.length()] = at;
                form.append(text.charAt(at++));
                continue;
            }
            int next = at + Character.charCount(text.codePointAt(at));
            for (char c : form(text.substring(at, next)).toCharArray()) {
                if (form.length() + 1 >= places.length) {
                    return null;
                }
                places[form.length()] = at;
                form.append(c);
            }
            at = next;
        }
        places[form.length()] = text.length();
        String wanted = form(words);
        int found = wanted.isEmpty() ? -1 : form.indexOf(wanted);
        return found < 0 ? null : around(text, places[found], end(text, places[found + wanted.length() - 1]));
    }

    /** The beginning of a text, where only a title says why it was found. */
    static Snippet beginning(String text) {
        String line = text.strip();
        return line.length() <= MOST
                ? new Snippet(oneLine(line), 0, 0)
                : new Snippet(oneLine(line.substring(0, whole(line, MOST))) + GOES_ON, 0, 0);
    }

    private static Snippet around(String text, int from, int to) {
        int start = whole(text, Math.max(0, from - BEFORE));
        int end = whole(text, Math.min(text.length(), Math.max(to, start + MOST)));
        String before = (start > 0 ? GOES_ON : "") + oneLine(text.substring(start, from));
        String match = oneLine(text.substring(from, to));
        String after = oneLine(text.substring(to, end)) + (end < text.length() ? GOES_ON : "");
        return new Snippet(before + match + after, before.length(), before.length() + match.length());
    }

    private static int end(String text, int last) {
        return last + Character.charCount(text.codePointAt(last));
    }

    // not between the two halves of a rare character
    private static int whole(String text, int at) {
        return at > 0
                        && at < text.length()
                        && Character.isLowSurrogate(text.charAt(at))
                        && Character.isHighSurrogate(text.charAt(at - 1))
                ? at - 1
                : at;
    }

    private static String oneLine(String piece) {
        return BLANK.matcher(piece).replaceAll(" ");
    }

    // What most texts are made of; normalizing each of their characters costs more than finding the text did.
    private static boolean isOwnForm(char c) {
        return c >= '\u4E00' && c <= '\u9FFF' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
    }

    private static String form(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(lower).replaceAll("");
    }
}
