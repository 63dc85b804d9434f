package org.duban.task.plan.document;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.duban.task.plan.reading.PlanReader;
import org.slf4j.LoggerFactory;

/**
 * What Jazzer feeds: a whole file, or for the formats that are archives their parts one after another, so that damage gets past
 * the unpacking. {@code -Dfuzz.format} says which.
 */
public final class Fuzzed {
    private static final double SECONDS = 10;
    private static final int LONGEST_TEXT = 500_000;
    private static final PlanReader READER = new PlanReader();
    private static final byte PARTED = 0;

    private static final List<String> WORD_PARTS =
            List.of("word/document.xml", "word/numbering.xml", "word/styles.xml");
    private static final List<String> EXCEL_PARTS =
            List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml");

    private static final String WORKBOOK_RELATIONS = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
        <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>\
        </Relationships>\
        """;

    private Fuzzed() {}

    /** Jazzer calls it by this name. */
    public static void fuzzerTestOneInput(byte[] input) {
        quiet();
        var format = System.getProperty("fuzz.format", "txt");
        readOrRefuse("a." + format, file(format, input));
    }

    // both libraries tell of each damaged file at length
    static void quiet() {
        for (var library : List.of("org.apache.pdfbox", "org.apache.fontbox", "org.apache.poi")) {
            ((Logger) LoggerFactory.getLogger(library)).setLevel(Level.OFF);
        }
    }

    /** @throws IllegalStateException where the file is neither read nor refused in a sentence, or not soon */
    static void readOrRefuse(String name, byte[] content) {
        var threads = ManagementFactory.getThreadMXBean();
        long started = threads.getCurrentThreadCpuTime();
        try {
            var text = DocumentText.of(name, content);
            READER.read(text.substring(0, Math.min(LONGEST_TEXT, text.length())));
        } catch (UnreadableDocument refusal) {
            if (!refusal.reason().sentence().endsWith("。") || refusal.reason() == UnreadableDocument.Reason.TOO_SLOW) {
                throw new IllegalStateException(refusal);
            }
        }
        double seconds = (threads.getCurrentThreadCpuTime() - started) / 1e9;
        if (seconds > SECONDS) {
            throw new IllegalStateException("%s took %.1f s".formatted(name, seconds));
        }
    }

    static byte[] file(String format, byte[] input) {
        return switch (format) {
            case "docx" -> archive(WORD_PARTS, input);
            case "xlsx" -> archive(EXCEL_PARTS, input);
            default -> input;
        };
    }

    /** An .xlsx of one sheet. */
    static byte[] sheet(String rows, String afterRows, String sharedStrings) {
        var main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        var parts = String.join(
                "\0",
                "<worksheet %s><sheetData>%s</sheetData>%s</worksheet>".formatted(main, rows, afterRows),
                "<sst %s>%s</sst>".formatted(main, sharedStrings),
                "<styleSheet %s/>".formatted(main),
                ("<workbook %s xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                + "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                        .formatted(main));
        return file("xlsx", parts.getBytes(StandardCharsets.UTF_8));
    }

    /** The file as Jazzer changes it: of an archive its parts, one after another. */
    static byte[] seed(String format, byte[] file) throws IOException {
        var parts = switch (format) {
            case "docx" -> WORD_PARTS;
            case "xlsx" -> EXCEL_PARTS;
            default -> List.<String>of();
        };
        if (parts.isEmpty()) {
            return file;
        }
        var seed = new ByteArrayOutputStream();
        for (var part : parts) {
            seed.writeBytes(part(file, part));
            seed.write(PARTED);
        }
        return seed.toByteArray();
    }

    private static byte[] part(byte[] file, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
            return new byte[0];
        }
    }

    private static byte[] archive(List<String> names, byte[] input) {
        var main = names.size() == 3 ? names.getFirst() : names.getLast();
        var files = new LinkedHashMap<String, byte[]>();
        files.put("[Content_Types].xml", OfficeArchive.TYPES.getBytes(StandardCharsets.UTF_8));
        files.put("_rels/.rels", OfficeArchive.relations(main).getBytes(StandardCharsets.UTF_8));
        files.put("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS.getBytes(StandardCharsets.UTF_8));
        var parts = parts(input);
        for (int i = 0; i < Math.min(parts.size(), names.size()); i++) {
            if (parts.get(i).length > 0) {
                files.put(names.get(i), parts.get(i));
            }
        }
        return OfficeArchive.of(files);
    }

    private static List<byte[]> parts(byte[] input) {
        var parts = new ArrayList<byte[]>();
        int from = 0;
        for (int i = 0; i <= input.length; i++) {
            if (i == input.length || input[i] == PARTED) {
                parts.add(java.util.Arrays.copyOfRange(input, from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    /** Writes seeds: a folder of files, and where they go. */
    public static void main(String[] folders) throws IOException {
        try (var files = Files.list(Path.of(folders[0]))) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                var format = name.substring(name.lastIndexOf('.') + 1);
                Files.write(
                        Files.createDirectories(Path.of(folders[1], format)).resolve(name),
                        seed(format, Files.readAllBytes(file)));
            }
        }
    }
}
