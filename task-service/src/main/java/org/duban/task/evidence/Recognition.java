package org.duban.task.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells what a file is by what it holds; its name has no say. Nothing is unpacked but the list of an Office file's parts. */
final class Recognition {
    private static final int START = 64;
    private static final int LARGEST_LIST = 1 << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final String PARTS = "[Content_Types].xml";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.%s.main+xml";

    private Recognition() {}

    /** @throws EvidenceRefused for anything else, with a sentence that says what to do */
    static EvidenceType of(Path file) {
        try {
            return of(file, start(file));
        } catch (IOException broken) {
            throw EvidenceRefused.broken();
        }
    }

    private static EvidenceType of(Path file, byte[] start) throws IOException {
        if (start.length == 0) {
            throw EvidenceRefused.empty();
        }
        if (begins(start, 0, '%', 'P', 'D', 'F', '-')) {
            return EvidenceType.PDF;
        }
        if (begins(start, 0, 0xFF, 0xD8, 0xFF)) {
            return EvidenceType.JPEG;
        }
        if (begins(start, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n') && begins(start, 12, 'I', 'H', 'D', 'R')) {
            return EvidenceType.PNG;
        }
        if (begins(start, 0, 'P', 'K', 3, 4)) {
            return ofZip(file);
        }
        throw other(start);
    }

    private static EvidenceType ofZip(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw EvidenceRefused.archive();
            }
            if (zip.getEntry("OFD.xml") != null) {
                return EvidenceType.OFD;
            }
            var parts = zip.getEntry(PARTS);
            if (parts == null) {
                throw EvidenceRefused.archive();
            }
            var listed = listed(zip, parts);
            if (listed.contains("macroEnabled")
                    || Collections.list(zip.entries()).stream()
                            .anyMatch(entry ->
                                    entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
                throw EvidenceRefused.macros();
            }
            if (listed.contains(MAIN.formatted("wordprocessingml.document"))) {
                return EvidenceType.WORD;
            }
            if (listed.contains(MAIN.formatted("spreadsheetml.sheet"))) {
                return EvidenceType.EXCEL;
            }
            throw EvidenceRefused.unsupported();
        }
    }

    private static String listed(ZipFile zip, ZipEntry parts) throws IOException {
        try (var stream = zip.getInputStream(parts)) {
            return new String(stream.readNBytes(LARGEST_LIST), StandardCharsets.UTF_8);
        }
    }

    private static EvidenceRefused other(byte[] start) {
        if (begins(start, 0, 0xD0, 0xCF, 0x11, 0xE0)) {
            return EvidenceRefused.oldOffice();
        }
        if (begins(start, 4, 'f', 't', 'y', 'p')) {
            var brand = new String(start, 8, Math.max(0, Math.min(4, start.length - 8)), StandardCharsets.ISO_8859_1);
            return brand.startsWith("he") || brand.equals("mif1") || brand.equals("avif")
                    ? EvidenceRefused.picture()
                    : EvidenceRefused.video();
        }
        if (begins(start, 0, 'G', 'I', 'F', '8')
                || begins(start, 0, 'B', 'M')
                || begins(start, 0, 'I', 'I', 42, 0)
                || begins(start, 0, 'M', 'M', 0, 42)
                || begins(start, 0, 'R', 'I', 'F', 'F')) {
            return EvidenceRefused.picture();
        }
        if (begins(start, 0, 'R', 'a', 'r', '!')
                || begins(start, 0, '7', 'z', 0xBC, 0xAF)
                || begins(start, 0, 0x1F, 0x8B)
                || begins(start, 0, 'P', 'K')) {
            return EvidenceRefused.archive();
        }
        return EvidenceRefused.unsupported();
    }

    private static byte[] start(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(START);
        }
    }

    private static boolean begins(byte[] content, int at, int... magic) {
        if (content.length < at + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((content[at + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
