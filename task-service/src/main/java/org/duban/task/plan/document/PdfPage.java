package org.duban.task.plan.document;

import java.util.List;

/**
 * What stands on a page, seen in the direction in which its words run, in points from the upper left corner.
 *
 * @param turned in degrees: pages seen in different directions are laid out differently
 */
record PdfPage(int number, int turned, float width, float height, List<Glyph> glyphs, List<Ruling> rulings) {

    /** @param y of the line that the sign stands on */
    record Glyph(String text, float x, float end, float y, float size) {
        float middle() {
            return (x + end) / 2;
        }
    }

    /** A drawn line: level at height {@code at}, or upright at {@code at} from the left. */
    record Ruling(boolean level, float at, float from, float to) {}
}
