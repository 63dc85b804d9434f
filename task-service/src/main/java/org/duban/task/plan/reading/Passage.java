package org.duban.task.plan.reading;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words of the document, mended, each character still knowing where it stood in the text as it was given. */
final class Passage {
    private static final Pattern BRACKETED_LABEL =
            Pattern.compile("[【\\[〔［](?:牵头|责任|配合|主办|协办|承办|参与)(?:责任)?(?:单位|部门)[】\\]〕］](?=[\\p{IsHan}※★ ])");

    private final String text;
    // the same where nothing was made plain
    private final String written;
    // one longer than the text: the last entry is the end
    private final int[] at;

    private Passage(String text, String written, int[] at) {
        this.text = text;
        this.written = written;
        this.at = at;
    }

    static Passage of(String raw, int from, int to) {
        var at = new int[to - from + 1];
        Arrays.setAll(at, i -> from + i);
        var written = raw.substring(from, to);
        return new Passage(plain(written), written, at);
    }

    // １２．５ and 12.5, a wide blank and a narrow one are the same to the grammar
    private static String plain(String written) {
        var plain = new StringBuilder(written);
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '０' && c <= '９') {
                plain.setCharAt(i, (char) (c - '０' + '0'));
            } else if (c == '．' && isDigitAt(written, i - 1) && isDigitAt(written, i + 1)) {
                plain.setCharAt(i, '.');
            } else if (c != '\t' && c != '\n' && Chars.isBlank(c)) {
                plain.setCharAt(i, ' ');
            }
        }
        // 【责任单位】市民政局 is 责任单位：市民政局
        var label = BRACKETED_LABEL.matcher(plain);
        while (label.find()) {
            plain.setCharAt(label.start(), ' ');
            plain.setCharAt(label.end() - 1, '：');
        }
        var made = plain.toString();
        return made.equals(written) ? written : made;
    }

    private static boolean isDigitAt(String text, int i) {
        return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
    }

    /** The passages one after another, a line break between them. */
    static Passage lines(List<Passage> parts) {
        var builder = new Builder();
        for (var part : parts) {
            if (part.isEmpty()) {
                continue;
            }
            if (!builder.isEmpty()) {
                builder.append('\n', builder.end());
            }
            builder.append(part);
        }
        return builder.build();
    }

    /** What the grammar looks at: digits and blanks of full width made plain. */
    String text() {
        return text;
    }

    /** The words as the document has them. */
    String written() {
        return written;
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    int rawAt(int index) {
        return at[index];
    }

    /** The first place that stands at or after the place in the text as it was given. */
    int indexAt(int raw) {
        int low = 0;
        int high = length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at[middle] < raw) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Passage cut(int longest) {
        return length() <= longest ? this : slice(0, longest);
    }

    Span span() {
        return span(0, length());
    }

    Span span(int from, int to) {
        return to > from ? new Span(at[from], at[to - 1] + 1) : new Span(at[from], at[from]);
    }

    Passage slice(int from, int to) {
        var part = Arrays.copyOfRange(at, from, to + 1);
        part[to - from] = to > from ? at[to - 1] + 1 : at[from];
        var words = text.substring(from, to);
        return new Passage(words, written == text ? words : written.substring(from, to), part);
    }

    Passage from(int from) {
        return slice(from, length());
    }

    Passage strip() {
        int from = 0;
        int to = length();
        while (from < to && Chars.isBlank(charAt(from))) {
            from++;
        }
        while (to > from && Chars.isBlank(charAt(to - 1))) {
            to--;
        }
        return slice(from, to);
    }

    Passage stripTrailing(String characters) {
        int to = length();
        while (to > 0 && characters.indexOf(charAt(to - 1)) >= 0) {
            to--;
        }
        return slice(0, to);
    }

    /** Without what the pattern finds at the start. */
    Passage stripLeading(Pattern pattern) {
        var matcher = pattern.matcher(text);
        return matcher.lookingAt() ? from(matcher.end()) : this;
    }

    Passage plus(Passage next) {
        var builder = new Builder();
        builder.append(this);
        builder.append(next);
        return builder.build();
    }

    Passage replace(char character, char by) {
        return new Passage(text.replace(character, by), written.replace(character, by), at);
    }

    /** Without the characters between the two places. */
    Passage without(int from, int to) {
        var builder = new Builder();
        builder.append(slice(0, from));
        builder.append(from(to));
        return builder.build();
    }

    /** Without anything that the pattern finds. */
    Passage without(Pattern pattern) {
        var found = matcher(pattern);
        if (!found.find()) {
            return this;
        }
        var builder = new Builder();
        int from = 0;
        do {
            builder.append(slice(from, found.start()));
            from = found.end();
        } while (found.find());
        builder.append(from(from));
        return builder.build();
    }

    boolean contains(String words) {
        return text.contains(words);
    }

    boolean containsAny(BitSet characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.get(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    boolean has(Pattern pattern) {
        return pattern.matcher(text).find();
    }

    Matcher matcher(Pattern pattern) {
        return pattern.matcher(text);
    }

    @Nullable
    Passage group(Matcher matcher, String name) {
        return matcher.start(name) < 0 ? null : slice(matcher.start(name), matcher.end(name));
    }

    @Override
    public String toString() {
        return text;
    }

    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder written = new StringBuilder();
        private int[] at = new int[64];
        private int end;

        void append(char character, int rawAt) {
            grow(text.length() + 2);
            at[text.length()] = rawAt;
            text.append(character);
            written.append(character);
            end = rawAt + 1;
        }

        int length() {
            return text.length();
        }

        CharSequence text() {
            return text;
        }

        void append(Passage passage) {
            if (passage.isEmpty()) {
                end = isEmpty() ? passage.at[0] : end;
                return;
            }
            grow(text.length() + passage.length() + 1);
            System.arraycopy(passage.at, 0, at, text.length(), passage.length());
            text.append(passage.text);
            written.append(passage.written);
            end = passage.at[passage.length()];
        }

        int end() {
            return end;
        }

        boolean isEmpty() {
            return text.isEmpty();
        }

        Passage build() {
            var exact = Arrays.copyOf(at, text.length() + 1);
            exact[text.length()] = end;
            var words = text.toString();
            return new Passage(words, written.compareTo(text) == 0 ? words : written.toString(), exact);
        }

        private void grow(int size) {
            if (size > at.length) {
                at = Arrays.copyOf(at, Math.max(size, at.length * 2));
            }
        }
    }
}
