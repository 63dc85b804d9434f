package org.duban.task.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a .docx: the same for every official document, but for its text. */
final class Docx {
    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    // a fixed moment: the same document gives the same bytes
    private static final LocalDateTime WRITTEN = LocalDateTime.of(2012, 7, 1, 0, 0);

    private Docx() {}

    static byte[] of(OfficialPaper paper) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "[Content_Types].xml", contentTypes());
            put(zip, "_rels/.rels", rootLinks());
            put(zip, "docProps/core.xml", properties(paper));
            put(zip, "word/_rels/document.xml.rels", documentLinks());
            put(zip, "word/document.xml", new DocumentPart(paper).xml());
            put(zip, "word/styles.xml", Styles.xml());
            put(zip, "word/settings.xml", settings());
            put(zip, "word/fontTable.xml", fonts());
            put(zip, "word/footer1.xml", footer("right", "right"));
            put(zip, "word/footer2.xml", footer("left", "left"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(WRITTEN);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String contentTypes() {
        Xml xml = new Xml().open("Types", "xmlns", PACKAGE + "content-types");
        xml.empty(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml");
        xml.empty("Default", "Extension", "xml", "ContentType", "application/xml");
        part(xml, "word/document.xml", WORD_TYPE + "document.main+xml");
        part(xml, "word/styles.xml", WORD_TYPE + "styles+xml");
        part(xml, "word/settings.xml", WORD_TYPE + "settings+xml");
        part(xml, "word/fontTable.xml", WORD_TYPE + "fontTable+xml");
        part(xml, "word/footer1.xml", WORD_TYPE + "footer+xml");
        part(xml, "word/footer2.xml", WORD_TYPE + "footer+xml");
        part(xml, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        return xml.close("Types").toString();
    }

    private static void part(Xml xml, String name, String type) {
        xml.empty("Override", "PartName", "/" + name, "ContentType", type);
    }

    private static String rootLinks() {
        Xml xml = new Xml().open("Relationships", "xmlns", PACKAGE + "relationships");
        link(xml, "rId1", LINKS + "/officeDocument", "word/document.xml");
        link(xml, "rId2", PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml");
        return xml.close("Relationships").toString();
    }

    private static String documentLinks() {
        Xml xml = new Xml().open("Relationships", "xmlns", PACKAGE + "relationships");
        link(xml, "rId1", LINKS + "/styles", "styles.xml");
        link(xml, "rId2", LINKS + "/settings", "settings.xml");
        link(xml, "rId3", LINKS + "/fontTable", "fontTable.xml");
        link(xml, DocumentPart.ODD_FOOTER, LINKS + "/footer", "footer1.xml");
        link(xml, DocumentPart.EVEN_FOOTER, LINKS + "/footer", "footer2.xml");
        return xml.close("Relationships").toString();
    }

    private static void link(Xml xml, String id, String type, String target) {
        xml.empty("Relationship", "Id", id, "Type", type, "Target", target);
    }

    private static String properties(OfficialPaper paper) {
        Xml xml = new Xml()
                .open(
                        "cp:coreProperties",
                        "xmlns:cp",
                        PACKAGE + "metadata/core-properties",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/");
        xml.open("dc:title").text(paper.title().replace("\n", "")).close("dc:title");
        if (paper.signature() != null) {
            xml.open("dc:creator").text(paper.signature().unit()).close("dc:creator");
        }
        return xml.close("cp:coreProperties").toString();
    }

    private static String settings() {
        return new Xml()
                .open("w:settings", "xmlns:w", WORD)
                .empty("w:zoom", "w:percent", 100)
                .empty("w:evenAndOddHeaders")
                .empty("w:characterSpacingControl", "w:val", "compressPunctuation")
                .open("w:compat")
                .empty("w:spaceForUL")
                .empty("w:balanceSingleByteDoubleByteWidth")
                .empty("w:doNotLeaveBackslashAlone")
                .empty("w:ulTrailSpace")
                .empty("w:useFELayout")
                .empty(
                        "w:compatSetting",
                        "w:name",
                        "compatibilityMode",
                        "w:uri",
                        "http://schemas.microsoft.com/office/word",
                        "w:val",
                        15)
                .close("w:compat")
                .empty("w:themeFontLang", "w:val", "en-US", "w:eastAsia", "zh-CN")
                .close("w:settings")
                .toString();
    }

    private static String fonts() {
        Xml xml = new Xml().open("w:fonts", "xmlns:w", WORD);
        for (Face face : Face.values()) {
            xml.open("w:font", "w:name", face.font)
                    .empty("w:altName", "w:val", face.instead)
                    .empty("w:charset", "w:val", "86")
                    .empty("w:family", "w:val", "auto")
                    .empty("w:pitch", "w:val", "default")
                    .close("w:font");
        }
        return xml.close("w:fonts").toString();
    }

    /** — 1 — in 4号宋体, one character away from the outer edge (7.5). */
    private static String footer(String align, String side) {
        Xml xml = new Xml().open("w:ftr", "xmlns:w", WORD);
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Footer");
        xml.empty("w:ind", "w:" + side + "Chars", 100, "w:" + side, Measure.points(14));
        xml.empty("w:jc", "w:val", align).close("w:pPr");
        pageNumberRun(xml, "— ");
        xml.open("w:fldSimple", "w:instr", " PAGE ");
        pageNumberRun(xml, "1");
        xml.close("w:fldSimple");
        pageNumberRun(xml, " —");
        return xml.close("w:p").close("w:ftr").toString();
    }

    private static void pageNumberRun(Xml xml, String text) {
        DocumentPart.run(xml, Look.PAGE_NUMBER, text);
    }
}
