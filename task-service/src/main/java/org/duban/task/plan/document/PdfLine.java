package org.duban.task.plan.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.duban.task.plan.document.PdfPage.Glyph;

/**
 * Signs that stand on one line, and the words that they make.
 *
 * @param size of its first sign
 * @param head how much room its first signs need that cannot be parted
 */
record PdfLine(String text, float x, float end, float y, float size, float lastSize, float head) {
    private static final float SAME_LINE = 0.45f;
    private static final float SAME_PLACE = 0.25f;
    private static final int MOST_BLANKS = 12;
    private static final String OPENING = "（(〔[【《“‘「『";
    private static final String CLOSING = "，。；：、！？）)〕]】》”’」』%％…,.;:";

    /** From top to bottom. */
    static List<PdfLine> of(List<Glyph> glyphs) {
        var sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::y));
        var lines = new ArrayList<PdfLine>();
        var line = new ArrayList<Glyph>();
        for (var glyph : sorted) {
            if (!line.isEmpty() && glyph.y() - middle(line) > SAME_LINE * Math.max(size(line), glyph.size())) {
                add(lines, line);
                line.clear();
            }
            line.add(glyph);
        }
        add(lines, line);
        return lines;
    }

    private static float middle(List<Glyph> line) {
        // small signs above or below do not carry the line away
        return line.getFirst().y() + (line.getLast().y() - line.getFirst().y()) / 2;
    }

    private static float size(List<Glyph> line) {
        return line.getLast().size();
    }

    private static void add(List<PdfLine> lines, List<Glyph> glyphs) {
        glyphs.sort(Comparator.comparingDouble(Glyph::x));
        var words = new StringBuilder();
        var signs = new ArrayList<Glyph>();
        Glyph last = null;
        for (var glyph : glyphs) {
            boolean blank = glyph.text().isBlank();
            if (last != null && isShadow(last, glyph) || words.isEmpty() && blank) {
                continue;
            }
            if (last != null) {
                words.repeat(' ', blanks(last, glyph));
            }
            words.append(glyph.text());
            last = glyph;
            if (!blank) {
                signs.add(glyph);
            }
        }
        var text = words.toString().stripTrailing();
        if (!signs.isEmpty() && !text.isEmpty()) {
            var first = signs.getFirst();
            lines.add(new PdfLine(
                    text,
                    first.x(),
                    end(signs),
                    first.y(),
                    first.size(),
                    signs.getLast().size(),
                    head(signs)));
        }
    }

    private static float end(List<Glyph> glyphs) {
        float end = 0;
        for (var glyph : glyphs) {
            end = glyph.text().isBlank() ? end : Math.max(end, glyph.end());
        }
        return end;
    }

    // bold print is at times made by printing twice
    private static boolean isShadow(Glyph one, Glyph other) {
        return one.text().equals(other.text())
                && !one.text().isBlank()
                && other.x() - one.x() < SAME_PLACE * one.size()
                && Math.abs(one.y() - other.y()) < SAME_PLACE * one.size();
    }

    // lines are stretched to the margin, and figures stand off from Chinese characters: neither makes a blank
    private static int blanks(Glyph one, Glyph other) {
        float em = Math.max(one.size(), other.size());
        float gap = other.x() - one.end();
        if (gap > 1.2f * em) {
            return Math.clamp(Math.round(gap / em * 2), 2, MOST_BLANKS);
        }
        boolean word = isLatin(one.text(), one.text().length() - 1) && isLatin(other.text(), 0);
        return gap > (word ? 0.22f : 0.75f) * em
                        && !one.text().isBlank()
                        && !other.text().isBlank()
                ? 1
                : 0;
    }

    private static boolean isLatin(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) < 0x250 && Character.isLetterOrDigit(text.charAt(at));
    }

    /** Where it ends; a stop may hang over the edge. */
    float edge() {
        return CLOSING.indexOf(text.charAt(text.length() - 1)) >= 0 ? end - size : end;
    }

    private static float head(List<Glyph> signs) {
        int length = 0;
        while (length < signs.size() - 1 && isOneOf(OPENING, signs.get(length))) {
            length++;
        }
        length++;
        while (length < signs.size()
                && isLatin(signs.get(length - 1).text(), 0)
                && isLatin(signs.get(length).text(), 0)) {
            length++;
        }
        while (length < signs.size() && isOneOf(CLOSING, signs.get(length))) {
            length++;
        }
        return signs.get(length - 1).end() - signs.getFirst().x();
    }

    private static boolean isOneOf(String characters, Glyph glyph) {
        return characters.indexOf(glyph.text().charAt(0)) >= 0;
    }

    /** Both lines as one. */
    static String joined(String line, String next) {
        boolean words = isLatin(line, line.length() - 1)
                && isLatin(next, 0)
                && Character.isLetter(line.charAt(line.length() - 1))
                && Character.isLetter(next.charAt(0));
        return words ? line + " " + next : line + next;
    }
}
