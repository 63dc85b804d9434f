package org.duban.task.paper;

import org.jspecify.annotations.Nullable;

/** A face in a size; 2号 is 22 points, 3号 16, 4号 14, 小4号 12. */
record Look(Face face, int halfPoints, @Nullable String colour) {
    static final String RED = "FF0000";

    static final Look BODY = new Look(Face.FANGSONG, 32, null);
    static final Look TITLE = new Look(Face.XIAOBIAOSONG, 44, null);
    static final Look LEVEL_1 = new Look(Face.HEITI, 32, null);
    static final Look LEVEL_2 = new Look(Face.KAITI, 32, null);
    static final Look IMPRINT = new Look(Face.FANGSONG, 28, null);
    static final Look PAGE_NUMBER = new Look(Face.SONGTI, 28, null);
    static final Look TABLE = new Look(Face.FANGSONG, 24, null);
    static final Look TABLE_HEAD = new Look(Face.HEITI, 24, null);

    private static final int LARGEST_LETTERHEAD = 88;
    private static final int SMALLEST_LETTERHEAD = 44;

    /** As large as the words leave room for, and never smaller than the title. */
    static Look letterhead(String words) {
        int fitting = (int) (Measure.TEXT_WIDTH / 10 / Math.max(1, TitleLines.width(words)));
        return new Look(Face.XIAOBIAOSONG, Math.clamp(fitting, SMALLEST_LETTERHEAD, LARGEST_LETTERHEAD), RED);
    }

    static Look heading(int level) {
        return switch (level) {
            case 1 -> LEVEL_1;
            case 2 -> LEVEL_2;
            default -> BODY;
        };
    }

    /** Run properties in the order that the schema demands. */
    void properties(Xml xml) {
        xml.open("w:rPr");
        xml.empty(
                "w:rFonts",
                "w:hint",
                "eastAsia",
                "w:ascii",
                face.font,
                "w:hAnsi",
                face.font,
                "w:eastAsia",
                face.font,
                "w:cs",
                face.font);
        if (colour != null) {
            xml.empty("w:color", "w:val", colour);
        }
        if (halfPoints * 10 == Measure.BODY) {
            xml.empty("w:spacing", "w:val", Measure.CLOSER);
        }
        xml.empty("w:sz", "w:val", halfPoints).empty("w:szCs", "w:val", halfPoints);
        xml.close("w:rPr");
    }
}
