package org.duban.task.plan.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged files: each is read or refused in a sentence, soon. {@code -Dfuzz.seconds=600} goes on for that long with each format and
 * with another seed each time; what it finds is written to {@code target/fuzz} and belongs in {@code src/test/resources/fuzz}.
 */
class FuzzTest {
    private static final int FEW = 150;
    private static final byte[] INTERESTING = {0, 1, -1, 127, -128, '<', '>', '&', '/', '(', '"', '\n'};

    @BeforeAll
    static void quiet() {
        Fuzzed.quiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx", "xls", "doc", "pdf", "txt", "csv"})
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
        try {
            Fuzzed.readOrRefuse(name, content);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            var kept = Files.createDirectories(Path.of("target/fuzz"))
                    .resolve(Integer.toHexString(Arrays.hashCode(content)) + "-" + name);
            Files.write(kept, content);
            throw new AssertionError(broken + ", kept as " + kept, broken);
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

    static byte[] seed(String format) throws IOException {
        return switch (format) {
            case "docx" -> word();
            case "xlsx" -> OfficeFilesTest.ledger();
            case "xls" -> OfficeFilesTest.oldLedger();
            case "csv" -> "序号,任务\n1,\"改造敬老院,一期\"\n".getBytes(StandardCharsets.UTF_8);
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

    private static byte[] pdf() {
        var pdf = new PdfWriter();
        pdf.slanted(100, 500, "内部资料");
        pdf.paragraph(100, "（一）改造敬老院。坚持以居家为基础、社区为依托、机构为支撑，补齐设施短板，2025年底前覆盖率达到95%以上。（牵头单位：市民政局）");
        pdf.picture().text(280, 800, "— 1 —").endPage();
        pdf.table(
                100,
                List.of(40, 120, 80),
                List.of(List.of("序号", "任务", "责任单位"), List.of("1", "改造敬老院，新增床位200张", "市民政局")));
        return pdf.lying().endPage().bytes();
    }
}
