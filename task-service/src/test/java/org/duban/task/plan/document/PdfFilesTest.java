package org.duban.task.plan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.duban.task.plan.document.UnreadableDocument.Reason;
import org.duban.task.plan.reading.PlanReader;
import org.duban.task.plan.reading.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page says, by where its signs and lines stand. */
class PdfFilesTest {
    private static final String LONG =
            "坚持以居家为基础、社区为依托、机构为支撑，补齐设施短板，激发社会活力，健全服务网络，" + "到2025年底前新建综合养老服务中心12个，覆盖率达到100%，让老年人在家门口享受方便可及的服务。";
    private static final List<Integer> WIDTHS = List.of(40, 150, 90, 100, 70);

    private static List<String> lines(PdfWriter pdf) {
        return DocumentText.of("a.pdf", pdf.bytes()).lines().toList();
    }

    private static List<@Nullable String> row(@Nullable String... cells) {
        return Arrays.asList(cells);
    }

    @Test
    void paragraphsAreWholeAgainAndWhatBelongsToThePaperIsGone() {
        var pdf = new PdfWriter();
        for (int i = 1; i <= 4; i++) {
            pdf.text(200, 40, "督查室内部资料　注意保存");
            pdf.paragraph(pdf.paragraph(140, "一、工作目标"), LONG);
            pdf.text(280, 800, "— " + i + " —").endPage();
        }
        assertThat(lines(pdf)).hasSize(8).containsOnly("一、工作目标", LONG);
    }

    @Test
    void paragraphGoesOnOnTheNextPage() {
        var pdf = new PdfWriter();
        pdf.text(PdfWriter.LEFT + 24, 700, LONG.substring(0, 34));
        pdf.text(PdfWriter.LEFT, 720, LONG.substring(34, 70))
                .text(280, 800, "- 1 -")
                .endPage();
        pdf.text(PdfWriter.LEFT, 100, LONG.substring(70));
        pdf.paragraph(120, "二、重点任务");
        pdf.paragraph(140, LONG);
        pdf.text(280, 800, "- 2 -").endPage();
        assertThat(lines(pdf)).containsExactly(LONG, "二、重点任务", LONG);
    }

    @Test
    void rowsOfATableStayRows() {
        var pdf = new PdfWriter();
        pdf.table(
                100,
                WIDTHS,
                List.of(
                        row("序号", "重点任务", "牵头单位", "配合单位", "完成时限"),
                        row("一、设施建设", null, null, null, null),
                        row("1", "改造敬老院，新增护理型床位不少于200张", "市民政局", "市财政局、市住房城乡建设局", "2024年6月底前"),
                        row("2", "开设老年食堂", "市民政局、市商务局", "", "长期坚持")));
        pdf.endPage();
        assertThat(lines(pdf))
                .containsExactly(
                        "序号\t重点任务\t牵头单位\t配合单位\t完成时限",
                        "一、设施建设\t一、设施建设\t一、设施建设\t一、设施建设\t一、设施建设",
                        "1\t改造敬老院，新增护理型床位不少于200张\t市民政局\t市财政局、市住房城乡建设局\t2024年6月底前",
                        "2\t开设老年食堂\t市民政局、市商务局\t\t长期坚持");
        var tasks = new PlanReader()
                .read(DocumentText.of("a.pdf", tableOverTwoPages().bytes()))
                .tasks();
        assertThat(tasks).extracting(Reading.Task::startsWith).containsExactly("改造敬老院，新增护理型床", "开设老年食堂，方便居家老");
        assertThat(tasks.get(1).leads()).containsExactly("市民政局", "市商务局");
    }

    private static PdfWriter tableOverTwoPages() {
        var head = row("序号", "重点任务", "牵头单位", "配合单位", "完成时限");
        var pdf = new PdfWriter();
        pdf.table(
                600,
                WIDTHS,
                List.of(
                        head,
                        row("1", "改造敬老院，新增护理型床位", "市民政局", "市财政局", "2024年6月底前"),
                        row("2", "开设老年食堂，方便居家", "市民政局、", "", "长期坚持")));
        pdf.endPage();
        // the rest of the second row
        pdf.table(100, WIDTHS, List.of(head, row("", "老人用餐", "市商务局", "", "")));
        return pdf.endPage();
    }

    @Test
    void tableGoesOnOnTheNextPageAlsoInTheMiddleOfARow() {
        assertThat(lines(tableOverTwoPages()))
                .containsExactly(
                        "序号\t重点任务\t牵头单位\t配合单位\t完成时限",
                        "1\t改造敬老院，新增护理型床位\t市民政局\t市财政局\t2024年6月底前",
                        "2\t开设老年食堂，方便居家老人用餐\t市民政局、市商务局\t\t长期坚持");
    }

    @Test
    void rowThatThePageHasCutIsToldFromANewOneByItsNumber() {
        var pdf = new PdfWriter();
        pdf.table(
                700,
                WIDTHS,
                List.of(row("任务", "成效", "牵头单位", "配合单位", "完成时限"), row("1.优化热线", "办结率保持在", "市民政局、", "市信访局", "持续推进")));
        pdf.endPage();
        pdf.table(
                100,
                WIDTHS,
                List.of(
                        row("接诉即办", "99%以上", "市财政局", "", ""),
                        row("2.改造敬老院", "全部达标", "市民政局", "", "年底前"),
                        row("3.老年食堂", "五十处", "市商务局", "", "年底前")));
        assertThat(lines(pdf.endPage()))
                .containsExactly(
                        "任务\t成效\t牵头单位\t配合单位\t完成时限",
                        "1.优化热线接诉即办\t办结率保持在99%以上\t市民政局、市财政局\t市信访局\t持续推进",
                        "2.改造敬老院\t全部达标\t市民政局\t\t年底前",
                        "3.老年食堂\t五十处\t市商务局\t\t年底前");
    }

    @Test
    void pageThatLiesOnItsSideIsReadAlike() {
        var rows = List.of(row("序号", "任务", "责任单位", "", "时限"), row("1", "改造敬老院", "市民政局", "", "2024年"));
        var upright = new PdfWriter();
        upright.table(100, WIDTHS, rows);
        var lying = new PdfWriter();
        lying.table(100, WIDTHS, rows);
        assertThat(lines(lying.lying().endPage()))
                .isEqualTo(lines(upright.endPage()))
                .hasSize(2);
    }

    @Test
    void watermarkIsNotReadAndBoldPrintOnce() {
        var pdf = new PdfWriter();
        pdf.slanted(100, 500, "内部资料严禁外传");
        pdf.text(72, 100, "云江市养老服务实施方案").text(72.3f, 100, "云江市养老服务实施方案").endPage();
        assertThat(lines(pdf)).containsExactly("云江市养老服务实施方案");
    }

    @Test
    void columnsAreReadOneAfterTheOther() {
        var pdf = new PdfWriter();
        var expected = new ArrayList<String>();
        for (int column = 0; column < 2; column++) {
            for (int i = 0; i < 10; i++) {
                var words = "第%d栏第%d行的文字写得满满当当。".formatted(column + 1, i);
                pdf.text(72 + column * 240, 100 + i * 20, words);
                expected.add(words);
            }
        }
        assertThat(lines(pdf.endPage())).isEqualTo(expected);
    }

    @Test
    void fileThatMayOnlyNotBeChangedIsRead() {
        var pdf = new PdfWriter();
        pdf.paragraph(100, LONG);
        assertThat(DocumentText.of("a.pdf", pdf.endPage().bytes(""))).isEqualTo(LONG);
    }

    @Test
    void whatCannotBeReadIsSaid() {
        var locked = new PdfWriter();
        locked.paragraph(100, LONG);
        assertRefused(locked.endPage().bytes("secret"), Reason.ENCRYPTED);
        var nameless = new PdfWriter().nameless();
        nameless.paragraph(100, LONG);
        assertRefused(nameless.endPage().bytes(), Reason.NAMELESS_PDF);
        assertRefused(new PdfWriter().picture().endPage().picture().endPage().bytes(), Reason.SCAN);
    }

    @ParameterizedTest
    @CsvSource({"FlateDecode,", "RunLengthDecode,", "RunLengthDecode,''"})
    void streamThatWouldFillTheMemoryIsRefusedHoweverItIsPacked(String filter, @Nullable String password) {
        assertRefused(bomb(filter, password), Reason.SUSPICIOUS_ARCHIVE);
    }

    private static byte[] bomb(String filter, @Nullable String password) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            var contents = new PDStream(document, blanks(70L << 20), COSName.getPDFName(filter));
            page.setContents(contents);
            document.addPage(page);
            if (password != null) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static InputStream blanks(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int most) {
                int read = (int) Math.min(most, left);
                Arrays.fill(bytes, from, from + read, (byte) ' ');
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
    }

    @Test
    void scannedPageAmongOthersIsNamed() {
        var pdf = new PdfWriter();
        pdf.paragraph(100, LONG);
        pdf.endPage().picture().endPage();
        assertThat(lines(pdf)).containsExactly(LONG, "［第2页是图片，没有文字可以识别］");
    }

    private static void assertRefused(byte[] pdf, Reason reason) {
        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> DocumentText.of("a.pdf", pdf))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
