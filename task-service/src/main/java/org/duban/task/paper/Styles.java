package org.duban.task.paper;

/** What Word shows in its list of styles; headings stand in the navigation pane by their outline level. */
final class Styles {
    private Styles() {}

    static String xml() {
        Xml xml = new Xml().open("w:styles", "xmlns:w", Docx.WORD);
        xml.open("w:docDefaults").open("w:rPrDefault");
        Look.BODY.properties(xml);
        xml.close("w:rPrDefault").empty("w:pPrDefault").close("w:docDefaults");
        xml.open("w:style", "w:type", "paragraph", "w:default", 1, "w:styleId", "Normal");
        xml.empty("w:name", "w:val", "Normal").empty("w:qFormat");
        xml.open("w:pPr").empty("w:widowControl", "w:val", 0);
        xml.empty("w:autoSpaceDE", "w:val", 0).empty("w:autoSpaceDN", "w:val", 0);
        xml.empty("w:spacing", "w:line", Measure.LINE, "w:lineRule", "exact");
        xml.empty("w:jc", "w:val", "both").close("w:pPr");
        Look.BODY.properties(xml);
        xml.close("w:style");
        for (int level = 1; level <= Block.Heading.DEEPEST; level++) {
            xml.open("w:style", "w:type", "paragraph", "w:styleId", "Heading" + level);
            xml.empty("w:name", "w:val", "heading " + level).empty("w:basedOn", "w:val", "Normal");
            xml.empty("w:next", "w:val", "Normal").empty("w:qFormat");
            xml.open("w:pPr").empty("w:outlineLvl", "w:val", level - 1).close("w:pPr");
            Look.heading(level).properties(xml);
            xml.close("w:style");
        }
        xml.open("w:style", "w:type", "paragraph", "w:styleId", "Title");
        xml.empty("w:name", "w:val", "Title").empty("w:basedOn", "w:val", "Normal");
        xml.empty("w:next", "w:val", "Normal").empty("w:qFormat");
        xml.open("w:pPr").empty("w:jc", "w:val", "center").close("w:pPr");
        Look.TITLE.properties(xml);
        xml.close("w:style");
        xml.open("w:style", "w:type", "paragraph", "w:styleId", "Footer");
        xml.empty("w:name", "w:val", "footer").empty("w:basedOn", "w:val", "Normal");
        xml.open("w:pPr").empty("w:snapToGrid", "w:val", 0);
        xml.empty("w:spacing", "w:line", 240, "w:lineRule", "auto").close("w:pPr");
        Look.PAGE_NUMBER.properties(xml);
        return xml.close("w:style").close("w:styles").toString();
    }
}
