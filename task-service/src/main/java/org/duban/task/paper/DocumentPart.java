package org.duban.task.paper;

import java.time.LocalDate;
import java.util.List;
import org.duban.task.paper.Block.Align;
import org.duban.task.paper.Block.Column;
import org.duban.task.paper.Block.Field;
import org.duban.task.paper.Block.Form;
import org.duban.task.paper.Block.Heading;
import org.duban.task.paper.Block.Paragraph;
import org.duban.task.paper.Block.Table;
import org.duban.task.paper.OfficialPaper.Imprint;
import org.duban.task.paper.OfficialPaper.Signature;
import org.duban.task.text.DayWords;
import org.jspecify.annotations.Nullable;

/** The text itself, laid out from the letterhead down to the imprint (GB/T 9704-2012, 7). Word opens it only with each element in the schema's order. */
final class DocumentPart {
    static final String ODD_FOOTER = "rId4";
    static final String EVEN_FOOTER = "rId5";

    private static final int TITLE_LINE = Measure.points(35);
    private static final int CHARACTERS_OF_A_TITLE_LINE = Measure.TEXT_WIDTH / Measure.points(22);
    private static final int THICK = 8;
    private static final int THIN = 4;
    private static final int RED_RULE = 12;
    /** A border stands off its text in whole points: 4 mm. */
    private static final int FOUR_MILLIMETRES = 11;

    private static final int FORM_LABEL = Measure.TEXT_WIDTH / 5;

    private final OfficialPaper paper;
    private final Xml xml = new Xml();

    DocumentPart(OfficialPaper paper) {
        this.paper = paper;
    }

    String xml() {
        xml.open("w:document", "xmlns:w", Docx.WORD, "xmlns:r", Docx.LINKS).open("w:body");
        head();
        title();
        if (paper.addressee() != null) {
            plain(paper.addressee() + "：");
        }
        paper.numberedBody().forEach(this::block);
        attachments();
        if (paper.signature() != null) {
            signature(paper.signature());
        }
        if (paper.imprint() != null) {
            imprint(paper.imprint());
        }
        section();
        return xml.close("w:body").close("w:document").toString();
    }

    private void head() {
        if (paper.letterhead() != null) {
            Look look = Look.letterhead(paper.letterhead());
            xml.open("w:p").open("w:pPr");
            // 35 mm below the upper edge of the text (7.2.4)
            xml.empty("w:spacing", "w:before", Measure.mm(35), "w:line", 240, "w:lineRule", "auto");
            xml.empty("w:jc", "w:val", "center").close("w:pPr");
            run(xml, look, paper.letterhead());
            xml.close("w:p");
        }
        if (paper.letterhead() != null || paper.number() != null) {
            xml.open("w:p").open("w:pPr");
            xml.open("w:pBdr")
                    .empty(
                            "w:bottom",
                            "w:val",
                            "single",
                            "w:sz",
                            RED_RULE,
                            "w:space",
                            FOUR_MILLIMETRES,
                            "w:color",
                            Look.RED)
                    .close("w:pBdr");
            xml.empty("w:spacing", "w:before", 2 * Measure.LINE);
            xml.empty("w:jc", "w:val", "center").close("w:pPr");
            run(xml, Look.BODY, paper.number() == null ? "" : paper.number());
            xml.close("w:p");
        }
    }

    private void title() {
        int before = paper.letterhead() == null && paper.number() == null ? 0 : 2 * Measure.LINE;
        List<String> lines = TitleLines.of(paper.title(), CHARACTERS_OF_A_TITLE_LINE);
        for (int i = 0; i < lines.size(); i++) {
            xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Title").empty("w:keepNext");
            xml.empty(
                    "w:spacing",
                    "w:before",
                    i == 0 ? before : 0,
                    "w:after",
                    i + 1 == lines.size() ? Measure.LINE : 0,
                    "w:line",
                    TITLE_LINE,
                    "w:lineRule",
                    "exact");
            xml.empty("w:jc", "w:val", "center").close("w:pPr");
            run(xml, Look.TITLE, lines.get(i));
            xml.close("w:p");
        }
    }

    private void block(Block block) {
        switch (block) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph ->
                paragraph
                        .text()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(this::indented);
            case Table table -> table(table);
            case Form form -> form(form);
        }
    }

    private void heading(Heading heading) {
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Heading" + heading.level());
        if (heading.text() == null) {
            xml.empty("w:keepNext");
        }
        indent();
        xml.close("w:pPr");
        run(xml, Look.heading(heading.level()), heading.title());
        if (heading.text() != null) {
            run(xml, Look.BODY, heading.text());
        }
        xml.close("w:p");
    }

    private void indented(String text) {
        xml.open("w:p").open("w:pPr");
        indent();
        xml.close("w:pPr");
        run(xml, Look.BODY, text);
        xml.close("w:p");
    }

    private void indent() {
        xml.empty("w:ind", "w:firstLineChars", 200, "w:firstLine", 2 * Measure.BODY);
    }

    private void plain(String text) {
        xml.open("w:p").open("w:pPr").empty("w:jc", "w:val", "left").close("w:pPr");
        run(xml, Look.BODY, text);
        xml.close("w:p");
    }

    private void table(Table table) {
        if (table.caption() != null) {
            xml.open("w:p").open("w:pPr").empty("w:keepNext");
            xml.empty("w:spacing", "w:before", Measure.LINE / 2);
            xml.empty("w:jc", "w:val", "center").close("w:pPr");
            run(xml, Look.LEVEL_1, table.caption());
            xml.close("w:p");
        }
        int[] widths = widths(table.columns());
        openTable(widths);
        xml.open("w:tr")
                .open("w:trPr")
                .empty("w:cantSplit")
                .empty("w:tblHeader")
                .close("w:trPr");
        for (int i = 0; i < widths.length; i++) {
            cell(
                    widths[i],
                    Look.TABLE_HEAD,
                    Align.CENTRE,
                    table.columns().get(i).name());
        }
        xml.close("w:tr");
        for (List<String> row : table.rows()) {
            xml.open("w:tr").open("w:trPr").empty("w:cantSplit").close("w:trPr");
            for (int i = 0; i < widths.length; i++) {
                cell(widths[i], Look.TABLE, table.columns().get(i).align(), row.get(i));
            }
            xml.close("w:tr");
        }
        closeTable();
    }

    private void form(Form form) {
        int[] widths = {FORM_LABEL, Measure.TEXT_WIDTH - FORM_LABEL};
        openTable(widths);
        for (Field field : form.fields()) {
            xml.open("w:tr").open("w:trPr").empty("w:trHeight", "w:val", Measure.LINE, "w:hRule", "atLeast");
            xml.close("w:trPr");
            cell(widths[0], Look.TABLE_HEAD, Align.CENTRE, field.name());
            cell(widths[1], Look.TABLE, Align.LEFT, field.value());
            xml.close("w:tr");
        }
        closeTable();
    }

    private static int[] widths(List<Column> columns) {
        int whole = columns.stream().mapToInt(Column::share).sum();
        int[] widths = new int[columns.size()];
        int left = Measure.TEXT_WIDTH;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = i + 1 == widths.length
                    ? left
                    : Measure.TEXT_WIDTH * columns.get(i).share() / whole;
            left -= widths[i];
        }
        return widths;
    }

    private void openTable(int[] widths) {
        xml.open("w:tbl").open("w:tblPr");
        xml.empty("w:tblW", "w:w", Measure.TEXT_WIDTH, "w:type", "dxa").empty("w:jc", "w:val", "center");
        xml.open("w:tblBorders");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            xml.empty("w:" + side, "w:val", "single", "w:sz", THIN, "w:space", 0, "w:color", "000000");
        }
        xml.close("w:tblBorders").empty("w:tblLayout", "w:type", "fixed").close("w:tblPr");
        grid(widths);
    }

    // Word joins tables that touch, and wants a paragraph after the last one
    private void closeTable() {
        xml.close("w:tbl").open("w:p").open("w:pPr").empty("w:snapToGrid", "w:val", 0);
        xml.empty("w:spacing", "w:line", Measure.points(8), "w:lineRule", "exact")
                .close("w:pPr");
        xml.close("w:p");
    }

    private void grid(int... widths) {
        xml.open("w:tblGrid");
        for (int width : widths) {
            xml.empty("w:gridCol", "w:w", width);
        }
        xml.close("w:tblGrid");
    }

    private void cell(int width, Look look, Align align, String text) {
        xml.open("w:tc").open("w:tcPr").empty("w:tcW", "w:w", width, "w:type", "dxa");
        xml.empty("w:vAlign", "w:val", "center").close("w:tcPr");
        List<String> lines = text.isEmpty() ? List.of("") : text.lines().toList();
        for (String line : lines) {
            xml.open("w:p").open("w:pPr").empty("w:snapToGrid", "w:val", 0);
            xml.empty("w:spacing", "w:line", Measure.points(20), "w:lineRule", "atLeast");
            xml.empty("w:jc", "w:val", jc(align)).close("w:pPr");
            run(xml, look, line);
            xml.close("w:p");
        }
        xml.close("w:tc");
    }

    private static String jc(Align align) {
        return switch (align) {
            case LEFT -> "left";
            case CENTRE -> "center";
            case RIGHT -> "right";
        };
    }

    /** One line below the text, two characters in; further names stand under the first (7.3.4). */
    private void attachments() {
        List<String> names = paper.attachments();
        for (int i = 0; i < names.size(); i++) {
            String label = i == 0 ? "附件：" : "";
            String number = names.size() == 1 ? "" : (i + 1) + ".";
            int left = 5 * Measure.BODY + (number.isEmpty() ? 0 : (int) (TitleLines.width(number) * Measure.BODY));
            int hanging = left - (i == 0 ? 2 : 5) * Measure.BODY;
            xml.open("w:p").open("w:pPr");
            xml.empty("w:spacing", "w:before", i == 0 ? Measure.LINE : 0);
            xml.empty("w:ind", "w:left", left, "w:hanging", hanging);
            xml.empty("w:jc", "w:val", "left").close("w:pPr");
            run(xml, Look.BODY, label + number + names.get(i));
            xml.close("w:p");
        }
    }

    /** The day four characters from the right edge, the unit centred above it, with room for the seal (7.3.5.1). */
    private void signature(Signature signature) {
        String day = inWords(signature.day());
        double unitWidth = TitleLines.width(signature.unit()) * Measure.BODY;
        double dayWidth = TitleLines.width(day) * Measure.BODY;
        int right = (int) Math.max(4.0 * Measure.BODY, (unitWidth - dayWidth) / 2);
        int rightOfUnit = (int) Math.round(right + (dayWidth - unitWidth) / 2);
        signed(signature.unit(), Math.max(0, rightOfUnit), 2 * Measure.LINE, true);
        signed(day, right, 0, false);
    }

    private void signed(String words, int right, int before, boolean withNext) {
        xml.open("w:p").open("w:pPr");
        if (withNext) {
            xml.empty("w:keepNext");
        }
        xml.empty("w:keepLines").empty("w:spacing", "w:before", before);
        xml.empty("w:ind", "w:right", right).empty("w:jc", "w:val", "right").close("w:pPr");
        run(xml, Look.BODY, words);
        xml.close("w:p");
    }

    // a draft leaves room to write the day in
    private static String inWords(@Nullable LocalDate day) {
        return day == null ? "　　　　年　月　日" : DayWords.of(day);
    }

    /** At the foot of the last page: thick rules around, a thin one between (7.4). */
    private void imprint(Imprint imprint) {
        xml.open("w:tbl").open("w:tblPr");
        xml.empty(
                "w:tblpPr",
                "w:vertAnchor",
                "margin",
                "w:horzAnchor",
                "margin",
                "w:tblpXSpec",
                "center",
                "w:tblpYSpec",
                "bottom");
        xml.empty("w:tblOverlap", "w:val", "never");
        xml.empty("w:tblW", "w:w", Measure.TEXT_WIDTH, "w:type", "dxa");
        xml.open("w:tblBorders");
        rule("top", THICK);
        rule("bottom", THICK);
        rule("insideH", 6);
        xml.close("w:tblBorders").empty("w:tblLayout", "w:type", "fixed");
        xml.open("w:tblCellMar")
                .empty("w:left", "w:w", 0, "w:type", "dxa")
                .empty("w:right", "w:w", 0, "w:type", "dxa")
                .close("w:tblCellMar")
                .close("w:tblPr");
        grid(Measure.TEXT_WIDTH);
        int one = Measure.points(14);
        if (!imprint.copiedTo().isEmpty()) {
            imprintRow("抄送：" + String.join("，", imprint.copiedTo()) + "。", 4 * one, 3 * one, null);
        }
        imprintRow(imprint.printedBy(), one, 0, inWords(imprint.printedOn()) + "印发");
        xml.close("w:tbl");
        // the paragraph that anchors the table
        xml.open("w:p").open("w:pPr").empty("w:snapToGrid", "w:val", 0);
        xml.empty("w:spacing", "w:line", 20, "w:lineRule", "exact")
                .close("w:pPr")
                .close("w:p");
    }

    private void rule(String side, int size) {
        xml.empty("w:" + side, "w:val", "single", "w:sz", size, "w:space", 0, "w:color", "000000");
    }

    private void imprintRow(String words, int left, int hanging, @Nullable String atRight) {
        int one = Measure.points(14);
        xml.open("w:tr").open("w:trPr").empty("w:cantSplit").close("w:trPr").open("w:tc");
        xml.open("w:tcPr")
                .empty("w:tcW", "w:w", Measure.TEXT_WIDTH, "w:type", "dxa")
                .close("w:tcPr");
        xml.open("w:p").open("w:pPr");
        if (atRight == null) {
            xml.empty("w:keepNext");
        } else {
            xml.open("w:tabs")
                    .empty("w:tab", "w:val", "right", "w:pos", Measure.TEXT_WIDTH - one)
                    .close("w:tabs");
        }
        xml.empty("w:ind", "w:left", left, "w:right", one, "w:hanging", hanging);
        xml.empty("w:jc", "w:val", "left").close("w:pPr");
        run(xml, Look.IMPRINT, words);
        if (atRight != null) {
            xml.open("w:r");
            Look.IMPRINT.properties(xml);
            xml.empty("w:tab").close("w:r");
            run(xml, Look.IMPRINT, atRight);
        }
        xml.close("w:p").close("w:tc").close("w:tr");
    }

    private void section() {
        xml.open("w:sectPr");
        xml.empty("w:footerReference", "w:type", "default", "r:id", ODD_FOOTER);
        xml.empty("w:footerReference", "w:type", "even", "r:id", EVEN_FOOTER);
        xml.empty("w:pgSz", "w:w", Measure.PAGE_WIDTH, "w:h", Measure.PAGE_HEIGHT);
        xml.empty(
                "w:pgMar",
                "w:top",
                Measure.TOP,
                "w:right",
                Measure.RIGHT,
                "w:bottom",
                Measure.BOTTOM,
                "w:left",
                Measure.LEFT,
                "w:header",
                Measure.mm(15),
                "w:footer",
                Measure.FOOTER,
                "w:gutter",
                0);
        xml.empty("w:cols", "w:space", 425);
        xml.empty("w:docGrid", "w:type", "lines", "w:linePitch", Measure.LINE);
        xml.close("w:sectPr");
    }

    static void run(Xml xml, Look look, String text) {
        xml.open("w:r");
        look.properties(xml);
        xml.open("w:t", "xml:space", "preserve").text(text).close("w:t").close("w:r");
    }
}
