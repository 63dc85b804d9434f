package org.duban.task.plan.draft;

import java.util.Arrays;
import org.duban.task.plan.reading.Span;

/**
 * Where each character of a task's text stands in the document. The text is the document's without brackets, numbers and broken
 * lines, and perhaps with a person's changes; a character that does not stand there has no place.
 */
final class Placed {
    private static final int NOWHERE = -1;
    /** How many characters must agree before words are taken up again, from sure to hopeful. */
    private static final int[] AGREEING = {8, 4, 2};

    private final int[] places;
    private final Span source;

    Placed(String text, String document, Span source) {
        this.source = new Span(Math.min(source.start(), document.length()), Math.min(source.end(), document.length()));
        this.places = places(text, document.substring(this.source.start(), this.source.end()), this.source.start());
    }

    private static int[] places(String text, String words, int offset) {
        int[] places = new int[text.length()];
        Arrays.fill(places, NOWHERE);
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                continue;
            }
            while (next < words.length() && Character.isWhitespace(words.charAt(next))) {
                next++;
            }
            int found = next < words.length() && words.charAt(next) == text.charAt(i) && agreesOn(text, i, words, next)
                    ? next
                    : takenUp(text, i, words, next);
            if (found != NOWHERE) {
                places[i] = offset + found;
                next = found + 1;
            }
        }
        return places;
    }

    // One character that agrees may be chance: 一 of a number is no 一 of a sentence.
    private static boolean agreesOn(String text, int i, String words, int next) {
        return i > 0
                || text.regionMatches(i, words, next, Math.min(2, Math.min(text.length() - i, words.length() - next)));
    }

    private static int takenUp(String text, int i, String words, int from) {
        for (int length : AGREEING) {
            int found = i + length > text.length() ? NOWHERE : words.indexOf(text.substring(i, i + length), from);
            if (found != NOWHERE) {
                return found;
            }
        }
        return i + 1 == text.length() ? words.indexOf(text.charAt(i), from) : NOWHERE;
    }

    /** @return how much of the text stands before this offset of the document */
    int before(int documentOffset) {
        int end = 0;
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= documentOffset) {
                return i;
            }
            end = places[i] == NOWHERE ? end : i + 1;
        }
        return documentOffset >= source.end() ? places.length : end;
    }

    /** @return where the text's first character from this offset on stands; the source's end where none does */
    int at(int textOffset) {
        for (int i = textOffset; i < places.length; i++) {
            if (places[i] != NOWHERE) {
                return places[i];
            }
        }
        return source.end();
    }
}
