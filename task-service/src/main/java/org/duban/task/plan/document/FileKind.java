package org.duban.task.plan.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/** What a file is, by what it holds; what it is called counts only where that does not tell. */
enum FileKind {
    TEXT,
    COMMA_SEPARATED,
    WORD,
    OLD_WORD,
    EXCEL,
    OLD_EXCEL,
    PDF;

    private static final Map<String, Reason> BY_NAME = Map.ofEntries(
            Map.entry("doc", Reason.NOT_WORD),
            Map.entry("docx", Reason.NOT_WORD),
            Map.entry("docm", Reason.NOT_WORD),
            Map.entry("dot", Reason.NOT_WORD),
            Map.entry("dotx", Reason.NOT_WORD),
            Map.entry("xls", Reason.NOT_EXCEL),
            Map.entry("xlsx", Reason.NOT_EXCEL),
            Map.entry("xlsm", Reason.NOT_EXCEL),
            Map.entry("xlsb", Reason.NOT_EXCEL),
            Map.entry("pdf", Reason.NOT_PDF),
            Map.entry("rtf", Reason.RICH_TEXT),
            Map.entry("ofd", Reason.OFD),
            Map.entry("htm", Reason.WEB_PAGE),
            Map.entry("html", Reason.WEB_PAGE),
            Map.entry("mht", Reason.WEB_PAGE),
            Map.entry("mhtml", Reason.WEB_PAGE),
            Map.entry("odt", Reason.OPEN_DOCUMENT),
            Map.entry("ods", Reason.OPEN_DOCUMENT),
            Map.entry("ppt", Reason.SLIDES),
            Map.entry("pptx", Reason.SLIDES));

    // WPS writes its own formats into the same containers as the others
    private static final Set<String> WPS = Set.of("wps", "wpt", "et", "ett", "dps", "dpt");
    private static final Set<String> PICTURES =
            Set.of("png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff", "webp", "heic");
    private static final Set<String> ARCHIVES = Set.of("zip", "rar", "7z", "gz", "tar", "bz2", "xz");
    private static final Set<String> PLAIN = Set.of("txt", "text", "md", "");
    private static final int START = 2_048;

    /** @throws UnreadableDocument for what cannot be read, with a sentence that says what to do */
    static FileKind of(String filename, byte[] content) {
        var ending = ending(filename);
        if (WPS.contains(ending)) {
            throw new UnreadableDocument(Reason.WPS);
        }
        if (PICTURES.contains(ending)) {
            throw new UnreadableDocument(Reason.PICTURE);
        }
        if (isPicture(content)) {
            throw new UnreadableDocument(BY_NAME.getOrDefault(ending, Reason.PICTURE));
        }
        if (ARCHIVES.contains(ending) || isArchive(content)) {
            throw new UnreadableDocument(Reason.ARCHIVE);
        }
        if (starts(content, 'P', 'K')) {
            return zipped(ending, content);
        }
        if (starts(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            return compound(ending, content);
        }
        var start = new String(content, 0, Math.min(START, content.length), StandardCharsets.ISO_8859_1);
        if (start.substring(0, Math.min(start.length(), 1_024)).contains("%PDF-")) {
            return PDF;
        }
        refuseMarkup(start);
        if (BY_NAME.containsKey(ending)) {
            throw new UnreadableDocument(BY_NAME.getOrDefault(ending, Reason.UNSUPPORTED_FORMAT));
        }
        if (ending.equals("csv")) {
            return COMMA_SEPARATED;
        }
        if (PLAIN.contains(ending)) {
            return TEXT;
        }
        throw new UnreadableDocument(Reason.UNSUPPORTED_FORMAT);
    }

    private static FileKind zipped(String ending, byte[] content) {
        // names stand in a zip as they are
        if (holds(content, "word/") && holds(content, "[Content_Types].xml")) {
            return WORD;
        }
        if (holds(content, "xl/") && holds(content, "[Content_Types].xml")) {
            return EXCEL;
        }
        if (holds(content, "OFD.xml")) {
            throw new UnreadableDocument(Reason.OFD);
        }
        if (holds(content, "ppt/")) {
            throw new UnreadableDocument(Reason.SLIDES);
        }
        if (holds(content, "mimetypeapplication/vnd.oasis.opendocument")) {
            throw new UnreadableDocument(Reason.OPEN_DOCUMENT);
        }
        throw new UnreadableDocument(BY_NAME.getOrDefault(ending, Reason.ARCHIVE));
    }

    private static FileKind compound(String ending, byte[] content) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            return compound(ending, files.getRoot());
        } catch (IOException | RuntimeException e) {
            if (e instanceof UnreadableDocument refusal) {
                throw refusal;
            }
            throw new UnreadableDocument(BY_NAME.getOrDefault(ending, Reason.NOT_WORD), e);
        }
    }

    private static FileKind compound(String ending, DirectoryNode root) {
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new UnreadableDocument(Reason.ENCRYPTED);
        }
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            return OLD_WORD;
        }
        if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
            return OLD_EXCEL;
        }
        if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
            throw new UnreadableDocument(Reason.SLIDES);
        }
        throw new UnreadableDocument(BY_NAME.getOrDefault(ending, Reason.UNSUPPORTED_FORMAT));
    }

    private static void refuseMarkup(String start) {
        var words = start.toLowerCase(Locale.ROOT).replace("\0", "");
        if (words.stripLeading().startsWith("{\\rtf")) {
            throw new UnreadableDocument(Reason.RICH_TEXT);
        }
        if (words.contains("<html") || words.contains("<!doctype html") || words.startsWith("mime-version:")) {
            throw new UnreadableDocument(Reason.WEB_PAGE);
        }
        if (words.contains("<?xml")
                && List.of("word.document", "pkg:package", "w:worddocument", "excel.sheet").stream()
                        .anyMatch(words::contains)) {
            throw new UnreadableDocument(Reason.WORD_XML);
        }
    }

    private static boolean isPicture(byte[] content) {
        return starts(content, 0x89, 'P', 'N', 'G')
                || starts(content, 0xFF, 0xD8, 0xFF)
                || starts(content, 'G', 'I', 'F', '8')
                || starts(content, 'I', 'I', 42, 0)
                || starts(content, 'M', 'M', 0, 42)
                || starts(content, 'B', 'M') && content.length > 14 && content[6] == 0 && content[7] == 0;
    }

    private static boolean isArchive(byte[] content) {
        return starts(content, 'R', 'a', 'r', '!')
                || starts(content, '7', 'z', 0xBC, 0xAF)
                || starts(content, 0x1F, 0x8B);
    }

    private static boolean starts(byte[] content, int... magic) {
        return PlainText.startsWith(content, magic);
    }

    private static boolean holds(byte[] content, String name) {
        var wanted = name.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i <= content.length - wanted.length; i++) {
            int same = 0;
            while (same < wanted.length && content[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }

    private static String ending(String filename) {
        var name = filename.strip();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
