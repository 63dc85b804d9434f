package org.duban.task.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.duban.task.paper.Block.Align;
import org.duban.task.paper.Block.Column;
import org.duban.task.paper.Block.Field;
import org.duban.task.paper.Block.Form;
import org.duban.task.paper.Block.Heading;
import org.duban.task.paper.Block.Paragraph;
import org.duban.task.paper.Block.Table;
import org.duban.task.paper.OfficialPaper.Imprint;
import org.duban.task.paper.OfficialPaper.Signature;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** Measures the document as Word would read it against GB/T 9704-2012; a millimetre is 56.7 twips. */
class OfficialPaperTest {
    private static final double TWIPS_OF_A_MILLIMETRE = 1440 / 25.4;

    @Test
    void thePageIsA4WithTheMarginsOfTheStandard() throws IOException {
        CTSectPr section = sectionOf(aBulletin());
        assertThat(millimetres(section.getPgSz().getW())).isCloseTo(210, within(0.1));
        assertThat(millimetres(section.getPgSz().getH())).isCloseTo(297, within(0.1));
        CTPageMar margins = section.getPgMar();
        assertThat(millimetres(margins.getTop())).isCloseTo(37, within(1.0));
        assertThat(millimetres(margins.getLeft())).isCloseTo(28, within(1.0));
        assertThat(210 - millimetres(margins.getLeft()) - millimetres(margins.getRight()))
                .isCloseTo(156, within(0.1));
        assertThat(297 - millimetres(margins.getTop()) - millimetres(margins.getBottom()))
                .isCloseTo(225, within(0.1));
    }

    @Test
    void thePageHoldsTwentyTwoLinesOfTwentyEightCharacters() throws IOException {
        try (XWPFDocument document = opened(aBulletin())) {
            int pitch = document.getDocument()
                    .getBody()
                    .getSectPr()
                    .getDocGrid()
                    .getLinePitch()
                    .intValue();
            assertThat((int) (225 * TWIPS_OF_A_MILLIMETRE / pitch)).isEqualTo(22);
            XWPFRun words = starting(document, "11月共有").getRuns().getFirst();
            double character = words.getFontSizeAsDouble() * 20 + words.getCharacterSpacing();
            assertThat((int) (156 * TWIPS_OF_A_MILLIMETRE / character)).isEqualTo(28);
        }
    }

    @Test
    void theSchemaOfWordprocessingAcceptsEachElementWhereItStands() throws Exception {
        try (XWPFDocument document = opened(aBulletin())) {
            List<XmlError> errors = new ArrayList<>();
            XmlOptions telling = new XmlOptions().setErrorListener(errors);
            boolean valid = document.getDocument().validate(telling)
                    & document.getStyle().validate(telling);
            for (XWPFFooter footer : document.getFooterList()) {
                valid &= footer._getHdrFtr().validate(telling);
            }
            assertThat(errors).isEmpty();
            assertThat(valid).isTrue();
        }
    }

    @Test
    void theLetterheadIsRedAndTheRuleBelowTheNumberIsToo() throws IOException {
        try (XWPFDocument document = opened(aBulletin())) {
            XWPFParagraph letterhead = document.getParagraphs().getFirst();
            XWPFRun words = letterhead.getRuns().getFirst();
            assertThat(words.text()).isEqualTo("云江市健康城市建设督导办公室文件");
            assertThat(words.getColor()).isEqualTo("FF0000");
            assertThat(eastAsian(words)).isEqualTo("方正小标宋简体");
            assertThat(letterhead.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            assertThat(letterhead.getSpacingBefore() / TWIPS_OF_A_MILLIMETRE).isCloseTo(35, within(0.5));

            XWPFParagraph number = document.getParagraphs().get(1);
            assertThat(number.getText()).isEqualTo("云健督〔2026〕12号");
            assertThat(halfPoints(number.getRuns().getFirst())).isEqualTo(32);
            var rule = number.getCTP().getPPr().getPBdr().getBottom();
            assertThat(rule.xgetColor().getStringValue()).isEqualTo("FF0000");
            assertThat(rule.getSpace().intValue() * 25.4 / 72).isCloseTo(4, within(0.2));
        }
    }

    @Test
    void aLongLetterheadIsSetSmallerSoThatItStaysOnOneLine() {
        for (int length = 4; length <= 20; length++) {
            double width = Look.letterhead("督".repeat(length)).halfPoints() * length / 2.0 * 20;
            assertThat(width).as("%d characters", length).isLessThanOrEqualTo(Measure.TEXT_WIDTH);
        }
    }

    @Test
    void eachLevelHasItsFaceAndItsNumber() throws IOException {
        try (XWPFDocument document = opened(aBulletin())) {
            assertThat(titleOf(document).getRuns().getFirst()).satisfies(run -> {
                assertThat(eastAsian(run)).isEqualTo("方正小标宋简体");
                assertThat(halfPoints(run)).isEqualTo(44);
            });
            assertThat(starting(document, "一、总体情况")).satisfies(looks("黑体", 1));
            assertThat(starting(document, "（一）报送情况")).satisfies(looks("楷体_GB2312", 2));
            assertThat(starting(document, "1.按时报送的单位。")).satisfies(looks("仿宋_GB2312", 3));
            assertThat(starting(document, "（1）第一批")).satisfies(looks("仿宋_GB2312", 4));
            assertThat(starting(document, "二、下步要求")).satisfies(looks("黑体", 1));
            assertThat(starting(document, "（一）压实责任")).satisfies(looks("楷体_GB2312", 2));
            XWPFParagraph text = starting(document, "11月共有");
            assertThat(eastAsian(text.getRuns().getFirst())).isEqualTo("仿宋_GB2312");
            assertThat(halfPoints(text.getRuns().getFirst())).isEqualTo(32);
            assertThat(((BigInteger) text.getCTP().getPPr().getInd().getFirstLineChars()).intValue())
                    .isEqualTo(200);
        }
    }

    @Test
    void aNumberedHeadingCanGoOnInTheSameParagraph() throws IOException {
        try (XWPFDocument document = opened(aBulletin())) {
            assertThat(starting(document, "1.按时报送的单位。").getText()).isEqualTo("1.按时报送的单位。市财政局等3家单位。");
        }
    }

    @Test
    void theAddresseeStandsAtTheEdgeAndEndsWithAColon() throws IOException {
        try (XWPFDocument document = opened(aBulletin())) {
            XWPFParagraph addressee = starting(document, "各成员单位");
            assertThat(addressee.getText()).isEqualTo("各成员单位：");
            assertThat(addressee.getIndentationFirstLine()).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void pagesAreNumberedAtTheOuterEdge() throws IOException {
        try (XWPFDocument document = opened(aBulletin())) {
            assertThat(document.getSettings().getEvenAndOddHeadings()).isTrue();
            var footers = document.getFooterList();
            assertThat(footers).hasSize(2);
            assertThat(footers)
                    .extracting(footer -> footer.getParagraphs().getFirst().getAlignment())
                    .containsExactlyInAnyOrder(ParagraphAlignment.RIGHT, ParagraphAlignment.LEFT);
            for (XWPFFooter footer : footers) {
                XWPFParagraph number = footer.getParagraphs().getFirst();
                assertThat(number.getText()).isEqualTo("— 1 —");
                assertThat(number.getCTP().getFldSimpleArray(0).getInstr()).contains("PAGE");
                assertThat(number.getRuns()).allSatisfy(run -> {
                    assertThat(eastAsian(run)).isEqualTo("宋体");
                    assertThat(halfPoints(run)).isEqualTo(28);
                });
            }
            var references = document.getDocument().getBody().getSectPr().getFooterReferenceList();
            assertThat(references)
                    .extracting(reference -> reference.getType().toString())
                    .containsExactly("default", "even");
            assertThat(alignmentOf(document, references.getFirst().getId())).isEqualTo(ParagraphAlignment.RIGHT);
        }
    }

    @Test
    void theDayStandsFourCharactersFromTheRightAndTheUnitAboveItsMiddle() throws IOException {
        try (XWPFDocument document = opened(aBulletin())) {
            XWPFParagraph day = starting(document, "2026年12月2日");
            XWPFParagraph unit = starting(document, "云江市健康城市建设督导办公室", 2);
            double wide = TitleLines.width("2026年12月2日") * 320;
            double unitWide = TitleLines.width(unit.getText()) * 320;
            assertThat(day.getIndentationRight()).isGreaterThanOrEqualTo(4 * 320);
            double middleOfDay = day.getIndentationRight() + wide / 2;
            double middleOfUnit = unit.getIndentationRight() + unitWide / 2;
            assertThat(middleOfUnit).isCloseTo(middleOfDay, within(320.0));
            assertThat(unit.getIndentationRight()).isNotNegative();
        }
    }

    @Test
    void tablesRepeatTheirHeadAndKeepRowsWhole() throws IOException {
        try (XWPFDocument document = opened(aBulletin())) {
            XWPFTable table = document.getTables().getFirst();
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRows()).allMatch(row -> row.isCantSplitRow());
            assertThat(table.getRow(0).getCell(1).getText()).isEqualTo("单位");
            assertThat(table.getRow(1).getCell(2).getText()).isEqualTo("100.0%");
            int wide = table.getCTTbl().getTblGrid().getGridColList().stream()
                    .mapToInt(column -> ((BigInteger) column.getW()).intValue())
                    .sum();
            assertThat(wide / TWIPS_OF_A_MILLIMETRE).isCloseTo(156, within(0.1));
            assertThat(document.getTables().get(1).getRow(0).getCell(0).getText())
                    .isEqualTo("督办事项");
        }
    }

    @Test
    void theImprintStandsAtTheFootBetweenThickRules() throws IOException {
        try (XWPFDocument document = opened(aBulletin())) {
            XWPFTable imprint = document.getTables().getLast();
            assertThat(imprint.getRow(0).getCell(0).getText()).isEqualTo("抄送：市委办公室，市人大常委会办公室。");
            assertThat(imprint.getRow(1).getCell(0).getText()).isEqualTo("云江市健康城市建设督导办公室\t2026年12月2日印发");
            var rules = imprint.getCTTbl().getTblPr().getTblBorders();
            assertThat(rules.getTop().getSz().intValue() * 25.4 / 8 / 72).isCloseTo(0.35, within(0.05));
            assertThat(rules.getInsideH().getSz()).isLessThan(rules.getTop().getSz());
            assertThat(imprint.getRow(0).getCell(0).getParagraphs().getFirst().getRuns())
                    .allMatch(run -> halfPoints(run) == 28);
            // Word asks for a paragraph below a table
            assertThat(document.getBodyElements().getLast()).isInstanceOf(XWPFParagraph.class);
        }
    }

    @Test
    void severalAttachmentsAreNumberedAndOneIsNot() throws IOException {
        try (XWPFDocument document = opened(aBulletin())) {
            assertThat(starting(document, "附件：").getText()).isEqualTo("附件：1.单位排名表");
            assertThat(starting(document, "2.亮灯").getText()).isEqualTo("2.亮灯情况表");
        }
    }

    @Test
    void whatXmlCannotCarryIsLeftOutAndTheRestIsKeptAsWritten() throws IOException {
        OfficialPaper hostile = new OfficialPaper(
                null,
                null,
                "关于<任务>&\"进展\"",
                null,
                List.of(new Paragraph("第一行\u0000\u000b\uFFFF\n\n第二行 𠮷 & <b>")),
                List.of(),
                null,
                null);
        try (XWPFDocument document = opened(hostile)) {
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("关于<任务>&\"进展\"", "第一行", "第二行 𠮷 & <b>");
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        assertThat(aBulletin().docx()).isEqualTo(aBulletin().docx());
    }

    @Test
    void aTitleBreaksBetweenWordsIntoEvenLines() {
        assertThat(TitleLines.of("关于开展督导调度的通知", 20)).containsExactly("关于开展督导调度的通知");
        assertThat(TitleLines.of("关于2026年11月健康城市建设督导调度情况的通报", 20)).allSatisfy(line -> {
            assertThat(TitleLines.width(line)).isBetween(8.0, 20.0);
            assertThat(line).doesNotStartWith("的").doesNotStartWith("月");
        });
        assertThat(TitleLines.of("云江市人民政府办公室关于\n印发实施方案的通知", 20)).containsExactly("云江市人民政府办公室关于", "印发实施方案的通知");
        assertThat(TitleLines.of("关于《云江市健康城市建设三年行动实施方案（2026—2028年）》落实情况的督办通知", 20))
                .noneMatch(line -> line.startsWith("》") || line.endsWith("《"));
    }

    @Test
    void noTitleHoweverLongLosesACharacter() {
        String title = IntStream.rangeClosed(1, 70).mapToObj(Numerals::chinese).collect(Collectors.joining());
        for (int length = 1; length < 70; length++) {
            String part = title.substring(0, length);
            assertThat(String.join("", TitleLines.of(part, 20))).isEqualTo(part);
        }
    }

    @Test
    void theLongestTitleIsBrokenAsQuickly() {
        String title = "关于健康城市建设督导调度情况的通报".repeat(12).substring(0, 200);
        List<String> lines = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TitleLines.of(title, 20));
        assertThat(lines).allSatisfy(line -> assertThat(TitleLines.width(line)).isLessThanOrEqualTo(20));
        assertThat(String.join("", lines)).isEqualTo(title);
    }

    @Test
    void numbersOfHeadingsCountToNinetyNine() {
        assertThat(List.of(1, 10, 11, 20, 21, 99).stream().map(Numerals::chinese))
                .containsExactly("一", "十", "十一", "二十", "二十一", "九十九");
    }

    private static OfficialPaper aBulletin() {
        return new OfficialPaper(
                "云江市健康城市建设督导办公室文件",
                OfficialPaper.number("云健督", 2026, 12),
                "关于2026年11月健康城市建设督导调度情况的通报",
                "各成员单位",
                List.of(
                        new Heading(1, "总体情况"),
                        new Paragraph("11月共有40项任务应报进展，已报38项，报送率95.0%。"),
                        new Heading(2, "报送情况"),
                        new Heading(3, "按时报送的单位。", "市财政局等3家单位。"),
                        new Heading(4, "第一批"),
                        new Table(
                                "单位按时率排名",
                                List.of(
                                        new Column("序号", 1, Align.CENTRE),
                                        new Column("单位", 4, Align.LEFT),
                                        new Column("按时率", 2, Align.RIGHT)),
                                List.of(List.of("1", "市财政局", "100.0%"), List.of("2", "市教育局", "80.0%"))),
                        new Heading(1, "下步要求"),
                        new Heading(2, "压实责任"),
                        new Form(List.of(new Field("督办事项", "建立联席会议制度"), new Field("责任单位", "市教育局")))),
                List.of("单位排名表", "亮灯情况表"),
                new Signature("云江市健康城市建设督导办公室", LocalDate.of(2026, 12, 2)),
                new Imprint(List.of("市委办公室", "市人大常委会办公室"), "云江市健康城市建设督导办公室", LocalDate.of(2026, 12, 2)));
    }

    private static XWPFDocument opened(OfficialPaper paper) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(paper.docx()));
    }

    private static CTSectPr sectionOf(OfficialPaper paper) throws IOException {
        try (XWPFDocument document = opened(paper)) {
            return (CTSectPr) document.getDocument().getBody().getSectPr().copy();
        }
    }

    private static double millimetres(Object twips) {
        return ((BigInteger) twips).doubleValue() / TWIPS_OF_A_MILLIMETRE;
    }

    private static XWPFParagraph titleOf(XWPFDocument document) {
        return document.getParagraphs().stream()
                .filter(paragraph -> "Title".equals(paragraph.getStyle()))
                .findFirst()
                .orElseThrow();
    }

    private static XWPFParagraph starting(XWPFDocument document, String words) {
        return starting(document, words, 1);
    }

    private static XWPFParagraph starting(XWPFDocument document, String words, int nth) {
        List<XWPFParagraph> found = new ArrayList<>();
        for (IBodyElement element : document.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph
                    && paragraph.getText().startsWith(words)) {
                found.add(paragraph);
            }
        }
        assertThat(found).as(words).hasSizeGreaterThanOrEqualTo(nth);
        return found.get(nth - 1);
    }

    private static Consumer<XWPFParagraph> looks(String face, int level) {
        return paragraph -> {
            assertThat(eastAsian(paragraph.getRuns().getFirst())).isEqualTo(face);
            assertThat(halfPoints(paragraph.getRuns().getFirst())).isEqualTo(32);
            assertThat(paragraph.getStyle()).isEqualTo("Heading" + level);
        };
    }

    private static ParagraphAlignment alignmentOf(XWPFDocument document, String footer) {
        return ((XWPFFooter) document.getRelationById(footer))
                .getParagraphs()
                .getFirst()
                .getAlignment();
    }

    private static String eastAsian(XWPFRun run) {
        return run.getFontFamily(XWPFRun.FontCharRange.eastAsia);
    }

    private static int halfPoints(XWPFRun run) {
        return (int) Math.round(run.getFontSizeAsDouble() * 2);
    }
}
