package org.duban.task.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.duban.task.plan.reading.PlanReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred pages, read by a process of their own with 256 MB of heap. */
class LongDocumentTest {
    private static final int TASKS = 600;
    private static final double SECONDS = 5;

    @Test
    void twoHundredPagesAreReadInSecondsWithLittleMemory(@TempDir Path folder) throws Exception {
        var file = folder.resolve("长.docx");
        Files.write(file, word());
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LongDocumentTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes())
                .strip()
                .lines()
                .toList();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", said)).isZero();
        var words = said.getLast().split(" ");
        assertThat(words[0]).isEqualTo(String.valueOf(TASKS));
        assertThat(Double.parseDouble(words[1])).isLessThan(SECONDS);
    }

    // says how many tasks it found, and after how many seconds of the processor
    public static void main(String[] arguments) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long started = threads.getCurrentThreadCpuTime();
        var file = Path.of(arguments[0]);
        var text = DocumentText.of("长.docx", Files.readAllBytes(file));
        var reading = new PlanReader().read(text);
        System.out.println(reading.tasks().size() + " " + (threads.getCurrentThreadCpuTime() - started) / 1e9 + " "
                + text.length());
    }

    private static byte[] word() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("云江市医疗卫生服务体系建设实施方案");
            document.createParagraph().createRun().setText("一、重点任务");
            for (int i = 1; i <= TASKS; i++) {
                document.createParagraph().createRun().setText("%d.健全体系。".formatted(i));
                for (int line = 0; line < 6; line++) {
                    var paragraph = document.createParagraph();
                    // Word cuts a paragraph into many runs
                    for (var words : "持续完善服务体系，|推动优质资源下沉，|到2025年覆盖率达到95%以上，|培训骨干不少于100名。".split("\\|")) {
                        paragraph.createRun().setText(words);
                    }
                }
                document.createParagraph().createRun().setText("（牵头单位：市民政局；配合单位：市财政局、市教育局）");
            }
            document.write(bytes);
        }
        return bytes.toByteArray();
    }
}
