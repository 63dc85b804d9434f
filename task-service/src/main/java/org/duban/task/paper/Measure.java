package org.duban.task.paper;

/** Sizes of GB/T 9704-2012, 5 and 6, in twips (twentieths of a point). */
final class Measure {
    static final int PAGE_WIDTH = mm(210);
    static final int PAGE_HEIGHT = mm(297);
    /** 天头 */
    static final int TOP = mm(37);
    /** 订口 */
    static final int LEFT = mm(28);

    /** 版心 156 mm × 225 mm */
    static final int TEXT_WIDTH = mm(156);

    static final int TEXT_HEIGHT = mm(225);
    static final int RIGHT = PAGE_WIDTH - LEFT - TEXT_WIDTH;
    static final int BOTTOM = PAGE_HEIGHT - TOP - TEXT_HEIGHT;

    static final int LINES = 22;
    static final int CHARACTERS = 28;

    /** 3号, the body's size. */
    static final int BODY = points(16);
    /** One line of {@value #LINES}. */
    static final int LINE = TEXT_HEIGHT / LINES;

    /**
     * How much closer than its size a 3号 character stands to the next, so that {@value #CHARACTERS} fill a line. Not left to a grid
     * of characters: programs disagree on what such a grid does.
     */
    static final int CLOSER = Math.floorDiv(TEXT_WIDTH - CHARACTERS * BODY, CHARACTERS);

    /** 页码 begins 7 mm below the text and is 4号 high; measured from the page's lower edge to its foot. */
    static final int FOOTER = BOTTOM - mm(7) - points(14);

    private Measure() {}

    static int mm(double millimetres) {
        return (int) Math.round(millimetres * 1440 / 25.4);
    }

    static int points(double points) {
        return (int) Math.round(points * 20);
    }
}
