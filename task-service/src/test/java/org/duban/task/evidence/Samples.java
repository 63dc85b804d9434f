package org.duban.task.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as units upload them. */
final class Samples {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private Samples() {}

    static byte[] pdf(String words) {
        return ("%PDF-1.7\n% " + words + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] png() {
        return bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1);
    }

    static byte[] jpeg() {
        return bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F');
    }

    /** @param body WordprocessingML of the body */
    static byte[] word(String body) {
        return zip(Map.of(
                "[Content_Types].xml",
                types("wordprocessingml.document"),
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                        + "</w:body></w:document>"));
    }

    static byte[] excel() {
        return zip(Map.of("[Content_Types].xml", types("spreadsheetml.sheet"), "xl/workbook.xml", "<workbook/>"));
    }

    static byte[] ofd() {
        return zip(Map.of("OFD.xml", "<ofd:OFD/>", "Doc_0/Document.xml", "<ofd:Document/>"));
    }

    static String types(String main) {
        return "<Types><Override PartName=\"/main.xml\" ContentType=\"" + OFFICE + main + ".main+xml\"/></Types>";
    }

    static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }
}
