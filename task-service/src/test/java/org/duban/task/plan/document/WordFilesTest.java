package org.duban.task.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What Word shows and what its file holds are two things: numbers, deleted and hidden words, contents. */
class WordFilesTest {
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static String text(String body, String numbering, String styles) {
        var parts =
                "<w:document %s><w:body>%s</w:body></w:document>\0<w:numbering %s>%s</w:numbering>\0<w:styles %s>%s</w:styles>"
                        .formatted(W, body, W, numbering, W, styles);
        return DocumentText.of("a.docx", Fuzzed.file("docx", parts.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String body) {
        return text(body, "", "");
    }

    private static String level(int level, String format, String shown, String more) {
        return "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>%s<w:lvlText w:val=\"%s\"/></w:lvl>"
                .formatted(level, format, more, shown);
    }

    private static String list(int id, String levels) {
        return "<w:abstractNum w:abstractNumId=\"%d\">%s</w:abstractNum>".formatted(id, levels);
    }

    private static String number(int id, int list, String more) {
        return "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"%d\"/>%s</w:num>".formatted(id, list, more);
    }

    private static String numbered(int number, int level, String words) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr>%s</w:p>"
                .formatted(level, number, run(words));
    }

    private static String run(String words) {
        return "<w:r><w:t>%s</w:t></w:r>".formatted(words);
    }

    private static String styled(String style, String words) {
        return "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>%s</w:p>".formatted(style, run(words));
    }

    private static String style(String id, String name, String numbering) {
        return "<w:style w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:pPr><w:numPr>%s</w:numPr></w:pPr></w:style>"
                .formatted(id, name, numbering);
    }

    @Test
    void countsOnThroughTheDocumentWhereTheListSaysSo() {
        var levels = level(0, "chineseCounting", "%1、", "") + level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>");
        assertThat(text(
                        numbered(7, 0, "甲") + numbered(7, 1, "乙") + numbered(7, 0, "丙") + numbered(7, 1, "丁"),
                        list(3, levels) + number(7, 3, ""),
                        ""))
                .isEqualTo("一、甲\n1.乙\n二、丙\n2.丁");
    }

    @Test
    void countsAnewWhereTheNumberSaysSo() {
        var again = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>";
        assertThat(text(
                        numbered(1, 0, "甲") + numbered(1, 0, "乙") + numbered(2, 0, "丙") + numbered(2, 0, "丁"),
                        list(0, level(0, "chineseCountingThousand", "第%1条", ""))
                                + number(1, 0, "")
                                + number(2, 0, again),
                        ""))
                .isEqualTo("第一条 甲\n第二条 乙\n第一条 丙\n第二条 丁");
    }

    @Test
    void overriddenLevelPrintsItsOwnWay() {
        var own = "<w:lvlOverride w:ilvl=\"0\">" + level(0, "ideographTraditional", "（%1）", "") + "</w:lvlOverride>";
        assertThat(text(
                        numbered(1, 0, "子") + numbered(1, 0, "丑"),
                        list(0, level(0, "decimal", "%1.", "")) + number(1, 0, own),
                        ""))
                .isEqualTo("（甲）子\n（乙）丑");
    }

    @Test
    void stylesBringTheirNumbersAlsoThroughOtherStyles() {
        var levels = level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"H1\"/>")
                + level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"H2\"/>");
        var styles = style("H1", "heading 1", "<w:numId w:val=\"1\"/>")
                + style("H2", "heading 2", "<w:numId w:val=\"1\"/>")
                + style("L", "list", "<w:numId w:val=\"2\"/>");
        assertThat(text(
                        styled("H1", "甲") + styled("H2", "乙") + styled("H2", "丙") + styled("H1", "丁"),
                        list(0, levels)
                                + list(1, "<w:numStyleLink w:val=\"L\"/>")
                                + number(2, 0, "")
                                + number(1, 1, ""),
                        styles))
                .isEqualTo("一、甲\n（一）乙\n（二）丙\n二、丁");
    }

    @Test
    void figuresOfTheLevelsAboveArePlainWhereTheListSaysSo() {
        var levels = level(0, "chineseCounting", "%1、", "") + level(1, "decimal", "%1.%2", "<w:isLgl/>");
        assertThat(text(numbered(1, 0, "甲") + numbered(1, 1, "乙"), list(0, levels) + number(1, 0, ""), ""))
                .isEqualTo("一、甲\n1.1 乙");
    }

    @Test
    void emptyParagraphCountsAndAnEmptyCellShowsItsNumber() {
        var levels = list(0, level(0, "decimal", "%1", "")) + number(1, 0, "");
        assertThat(text(numbered(1, 0, "甲") + numbered(1, 0, "") + numbered(1, 0, "丙"), levels, ""))
                .isEqualTo("1 甲\n\n3 丙");
        var row = "<w:tr><w:tc>%s</w:tc><w:tc><w:p>%s</w:p></w:tc></w:tr>";
        assertThat(text(
                        "<w:tbl>" + row.formatted(numbered(1, 0, ""), run("甲"))
                                + row.formatted(numbered(1, 0, ""), run("乙")) + "</w:tbl>",
                        levels,
                        ""))
                .isEqualTo("1\t甲\n2\t乙");
    }

    @Test
    void deletedEndOfAParagraphJoinsItToTheNext() {
        var deleted = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
        assertThat(text(
                        "<w:p>%s%s</w:p><w:p>%s</w:p><w:p>%s<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p><w:p>%s</w:p>"
                                .formatted(deleted, run("前半句"), run("后半句"), deleted, run("下一段"))))
                .isEqualTo("前半句后半句\n下一段");
    }

    @Test
    void hiddenWordsSpellingAndSoftHyphensAreNotRead() {
        assertThat(text("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部掌握</w:t></w:r>"
                        + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>公开</w:t></w:r>"
                        + "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase>" + run("拼")
                        + "</w:rubyBase></w:ruby></w:r>"
                        + "<w:r><w:softHyphen/></w:r>" + run("\u00ad音")
                        + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>" + run("90%")
                        + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0B3\"/></w:r></w:p>"))
                .isEqualTo("公开拼音≥90%");
    }

    @Test
    void contentsAreNotReadAsTheText() {
        var begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        var end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        assertThat(text("<w:p>" + begin + run("一、总体要求 1") + "</w:p><w:p>" + run("二、任务 2") + end + "</w:p><w:p>"
                                + run("一、总体要求") + "</w:p>")
                        .strip())
                .isEqualTo("一、总体要求");
        assertThat(text(
                        styled("a", "一、总体要求 1") + styled("b", "一、总体要求"),
                        "",
                        style("a", "toc 1", "") + style("b", "heading 1", "")))
                .isEqualTo("一、总体要求");
    }

    @Test
    void shownResultOfAFieldIsRead() {
        assertThat(text("<w:p>" + run("到")
                        + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("2025年")
                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"))
                .isEqualTo("到2025年");
    }

    @Test
    void rowThatBeginsFurtherRightKeepsItsColumns() {
        var cell = "<w:tc><w:p>%s</w:p></w:tc>";
        assertThat(text("<w:tbl><w:tr>" + cell.formatted(run("甲")) + cell.formatted(run("乙")) + "</w:tr>"
                        + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell.formatted(run("丙")) + "</w:tr>"
                        + "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell.formatted(run("删")) + "</w:tr></w:tbl>"))
                .isEqualTo("甲\t乙\n\t丙");
    }
}
