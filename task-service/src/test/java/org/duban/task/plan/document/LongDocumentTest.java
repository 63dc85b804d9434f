package org.duban.task.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.duban.task.plan.reading.PlanReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two hundred pages, read by a process of their own with 256 MB of heap. */
class LongDocumentTest {
    private static final int TASKS = 600;
    private static final double SECONDS = 5;
    private static final int NUMBERS = 6_000_000;
    // seconds that an idle machine of two cores takes to sort them
    private static final double SORTED_ALONE = 0.35;
    private static final String SENTENCE = "持续完善服务体系，推动优质资源下沉，到2025年覆盖率达到95%以上，培训骨干不少于100名。";
    private static final String UNITS = "（牵头单位：市民政局；配合单位：市财政局、市教育局）";
    private static final int SENTENCES = 6;

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf", "xlsx", "txt"})
    void twoHundredPagesAreReadInSecondsWithLittleMemory(String format, @TempDir Path folder) throws Exception {
        var file = folder.resolve("长." + format);
        Files.write(file, written(format));
        var words = read(file);
        System.out.println(format + ": tasks, seconds, characters, seconds of sorting " + String.join(" ", words));
        // beside other work the processor's seconds are long ones: the same sort tells how long
        double busy = Math.max(1, Double.parseDouble(words[3]) / SORTED_ALONE);
        assertThat(words[0]).isEqualTo(String.valueOf(TASKS));
        assertThat(Double.parseDouble(words[1])).isLessThan(SECONDS * busy);
        assertThat(Integer.parseInt(words[2])).isGreaterThan(150_000);
    }

    // tasks, seconds of the processor, characters, seconds of the processor for a sort
    private static String[] read(Path file) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LongDocumentTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .lines()
                .toList();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", said)).isZero();
        return said.getLast().split(" ");
    }

    // says how many tasks it found, and after how many seconds of the processor
    public static void main(String[] arguments) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long started = threads.getCurrentThreadCpuTime();
        var file = Path.of(arguments[0]);
        var text = DocumentText.of(file.getFileName().toString(), Files.readAllBytes(file));
        var reading = new PlanReader().read(text);
        long read = threads.getCurrentThreadCpuTime();
        Arrays.sort(new Random(1).ints(NUMBERS).toArray());
        long sorted = threads.getCurrentThreadCpuTime();
        System.out.println(reading.tasks().size() + " " + (read - started) / 1e9 + " " + text.length() + " "
                + (sorted - read) / 1e9);
    }

    private static byte[] written(String format) throws IOException {
        return switch (format) {
            case "docx" -> word(paragraphs());
            case "pdf" -> pdf(paragraphs());
            case "xlsx" -> sheet();
            default -> String.join("\n", paragraphs()).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static List<String> paragraphs() {
        var paragraphs = new ArrayList<>(List.of("云江市医疗卫生服务体系建设实施方案", "一、重点任务"));
        for (int i = 1; i <= TASKS; i++) {
            paragraphs.add("%d.健全体系。".formatted(i));
            for (int line = 0; line < SENTENCES; line++) {
                paragraphs.add(SENTENCE);
            }
            paragraphs.add(UNITS);
        }
        return paragraphs;
    }

    // Word cuts a paragraph into many runs
    private static byte[] word(List<String> paragraphs) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            for (var words : paragraphs) {
                var paragraph = document.createParagraph();
                for (var run : words.split("(?<=，)")) {
                    paragraph.createRun().setText(run);
                }
            }
            document.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(List<String> paragraphs) {
        var pdf = new PdfWriter();
        float y = 100;
        for (var words : paragraphs) {
            y = pdf.paragraph(y, words);
            if (y > 700) {
                pdf.text(280, 800, "— 8 —").endPage();
                y = 100;
            }
        }
        return pdf.endPage().bytes();
    }

    private static byte[] sheet() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new SXSSFWorkbook()) {
            var sheet = book.createSheet("任务");
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("序号", "重点任务", "具体措施", "牵头单位", "配合单位", "完成时限"));
            for (int i = 1; i <= TASKS; i++) {
                var task = "健全体系第" + i + "项";
                rows.add(List.of(String.valueOf(i), task, SENTENCE.repeat(SENTENCES), "市民政局", "市财政局、市教育局", "2025年底前"));
            }
            for (int i = 0; i < rows.size(); i++) {
                var row = sheet.createRow(i);
                for (int column = 0; column < rows.get(i).size(); column++) {
                    row.createCell(column).setCellValue(rows.get(i).get(column));
                }
            }
            book.write(bytes);
        }
        return bytes.toByteArray();
    }
}
