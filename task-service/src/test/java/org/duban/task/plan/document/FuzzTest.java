package org.duban.task.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.duban.task.plan.reading.PlanReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Damaged files: each is read or refused in a sentence, soon. {@code -Dfuzz.seconds=600} goes on for that long with each format and
 * with another seed each time; what it finds is written to {@code target/fuzz} and belongs in {@code src/test/resources/fuzz}.
 */
class FuzzTest {
    private static final int FEW = 150;
    private static final double SECONDS = 10;
    private static final int LONGEST_TEXT = 500_000;
    private static final byte[] INTERESTING = {0, 1, -1, 127, -128, '<', '>', '&', '/', '(', '"', '\n'};
    private static final PlanReader READER = new PlanReader();

    // both libraries tell of each damaged file at length
    @BeforeAll
    static void quiet() {
        for (var library : List.of("org.apache.pdfbox", "org.apache.fontbox", "org.apache.poi")) {
            ((Logger) LoggerFactory.getLogger(library)).setLevel(Level.OFF);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx", "doc", "pdf", "txt"})
    void damagedFileIsReadOrRefused(String format) throws IOException {
        long limit = Long.getLong("fuzz.seconds", 0) * 1_000_000_000;
        long seed = limit == 0 ? 20230313 : System.nanoTime();
        var random = new Random(seed);
        var whole = seed(format);
        long started = System.nanoTime();
        int tried = 0;
        while (limit == 0 ? tried < FEW : System.nanoTime() - started < limit) {
            assertReadOrRefused("a." + format, damaged(whole, random));
            tried++;
        }
        System.out.printf("fuzz %s: %d files, seed %d%n", format, tried, seed);
    }

    @Test
    void whatOnceBrokeTheReaderDoesSoNoLonger() throws IOException {
        var folder = Path.of("src/test/resources/fuzz");
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> !each.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                assertReadOrRefused(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    private static void assertReadOrRefused(String name, byte[] content) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long started = threads.getCurrentThreadCpuTime();
        Throwable broken = null;
        try {
            var text = DocumentText.of(name, content);
            assertThat(READER.read(text.substring(0, Math.min(LONGEST_TEXT, text.length()))))
                    .isNotNull();
        } catch (UnreadableDocument refusal) {
            assertThat(refusal.reason().sentence()).endsWith("。");
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            broken = e;
        }
        double seconds = (threads.getCurrentThreadCpuTime() - started) / 1e9;
        if (broken != null || seconds > SECONDS) {
            var kept = Files.createDirectories(Path.of("target/fuzz"))
                    .resolve(Integer.toHexString(Arrays.hashCode(content)) + "-" + name);
            Files.write(kept, content);
            throw new AssertionError("%s after %.1f s, kept as %s".formatted(broken, seconds, kept), broken);
        }
    }

    // half of the damage is done inside the archive, where it gets past the unpacking
    private static byte[] damaged(byte[] whole, Random random) throws IOException {
        boolean archive = whole[0] == 'P' && whole[1] == 'K';
        if (!archive || random.nextInt(4) == 0) {
            return mutated(whole, random);
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        var names = List.copyOf(parts.keySet());
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            parts.computeIfPresent(
                    names.get(random.nextInt(names.size())), (name, part) -> mutatedMarkup(part, random));
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    // XML that is still XML goes further: numbers change, elements come twice or not at all
    private static byte[] mutatedMarkup(byte[] part, Random random) {
        if (random.nextInt(5) == 0) {
            return mutated(part, random);
        }
        var text = new String(part, StandardCharsets.UTF_8);
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = random.nextInt(Math.max(1, text.length()));
            text = switch (random.nextInt(4)) {
                case 0 -> replaceNumber(text, at, random);
                case 1 -> repeatElement(text, at, random);
                case 2 -> withoutElement(text, at);
                default -> swapName(text, at);
            };
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String replaceNumber(String text, int at, Random random) {
        int from = at;
        while (from < text.length() && !Character.isDigit(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        var numbers = List.of("0", "-1", "99999999999", "2147483647", "1e308", "65536", "x");
        return text.substring(0, from) + numbers.get(random.nextInt(numbers.size())) + text.substring(to);
    }

    private static String repeatElement(String text, int at, Random random) {
        int from = text.indexOf('<', at);
        int to = from < 0 ? -1 : text.indexOf("/>", from);
        return to < 0 || to - from > 5_000
                ? text
                : text.substring(0, to + 2)
                        + text.substring(from, to + 2).repeat(random.nextInt(1, 40))
                        + text.substring(to + 2);
    }

    private static String withoutElement(String text, int at) {
        int from = text.indexOf('<', at);
        int to = from < 0 ? -1 : text.indexOf('>', from);
        return to < 0 ? text : text.substring(0, from) + text.substring(to + 1);
    }

    private static String swapName(String text, int at) {
        int from = text.indexOf("w:p", at);
        return from < 0 ? text : text.substring(0, from) + "w:tbl" + text.substring(from + 3);
    }

    private static byte[] mutated(byte[] whole, Random random) {
        var bytes = whole.clone();
        for (int hits = 1 << random.nextInt(6); hits > 0; hits--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = INTERESTING[random.nextInt(INTERESTING.length)];
                case 3 -> {
                    int length = Math.min(random.nextInt(1, 64), bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
                default ->
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + random.nextInt(1, 9)), (byte) random.nextInt());
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(1, bytes.length)) : bytes;
    }

    private static byte[] seed(String format) throws IOException {
        return switch (format) {
            case "docx" -> word();
            case "xlsx" -> OfficeFilesTest.ledger();
            case "doc" -> OfficeFilesTest.resource("/office/numbered.doc");
            case "pdf" -> pdf();
            default -> OfficeFilesTest.resource("/plans/tuned/19-linjiang-business-climate.txt");
        };
    }

    private static byte[] word() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("云江市养老服务实施方案");
            document.createParagraph().createRun().setText("（一）改造敬老院。2024年6月底前完成。（牵头单位：市民政局；配合单位：市财政局）");
            var table = document.createTable(3, 4);
            table.getRow(0).getCell(0).setText("序号");
            table.getRow(0).getCell(1).setText("任务");
            table.getRow(0).getCell(2).setText("责任单位");
            table.getRow(1).getCell(1).setText("改造敬老院");
            document.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (int i = 0; i < 3; i++) {
                var page = new PDPage();
                document.addPage(page);
                try (var words = new PDPageContentStream(document, page)) {
                    words.beginText();
                    words.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    words.newLineAtOffset(50, 700);
                    words.showText("1. Renovate the homes of the elderly before 2024-06-30, at least 95%.");
                    words.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
