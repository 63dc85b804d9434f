package org.duban.journeys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A workbook of one sheet, no more of it than a journey needs. */
final class Workbook {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    // Days are numbers in a sheet; this one is 0.
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);

    private final List<List<String>> rows = new ArrayList<>();

    Workbook row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    byte[] bytes() {
        var sheet = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (var row : rows) {
            sheet.append("<row>");
            for (var cell : row) {
                sheet.append("<c t=\"inlineStr\"><is><t>")
                        .append(cell.replace("&", "&amp;").replace("<", "&lt;"))
                        .append("</t></is></c>");
            }
            sheet.append("</row>");
        }
        sheet.append("</sheetData></worksheet>");
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "xl/workbook.xml",
                utf8("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                utf8("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
        parts.put(SHEET, utf8(sheet.toString()));
        return zipped(parts);
    }

    private static byte[] utf8(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    /** The words of each row of the first sheet, empty cells left out. */
    static List<List<String>> read(byte[] file) {
        var found = sheet(file).getElementsByTagName("row");
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < found.getLength(); i++) {
            var texts = ((Element) found.item(i)).getElementsByTagName("t");
            var row = new ArrayList<String>();
            for (int j = 0; j < texts.getLength(); j++) {
                row.add(texts.item(j).getTextContent());
            }
            rows.add(row);
        }
        return rows;
    }

    /** The rows of the first sheet below its head, each cell under its heading; days as ISO has them, empty cells left out. */
    static List<Map<String, String>> table(byte[] file, Set<String> days) {
        var headings = new HashMap<String, String>();
        var rows = new ArrayList<Map<String, String>>();
        var found = sheet(file).getElementsByTagName("row");
        for (int i = 0; i < found.getLength(); i++) {
            var cells = ((Element) found.item(i)).getElementsByTagName("c");
            var row = new LinkedHashMap<String, String>();
            for (int j = 0; j < cells.getLength(); j++) {
                var cell = (Element) cells.item(j);
                var column = cell.getAttribute("r").replaceAll("\\d", "");
                var words = cell.getTextContent();
                if (i == 0) {
                    headings.put(column, words);
                } else if (!words.isEmpty()) {
                    var heading = headings.get(column);
                    boolean day = days.contains(heading)
                            && cell.getElementsByTagName("v").getLength() > 0;
                    row.put(
                            heading,
                            day
                                    ? FIRST_DAY
                                            .plusDays(new BigDecimal(words).longValueExact())
                                            .toString()
                                    : words);
                }
            }
            if (i > 0) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Document sheet(byte[] file) {
        return xml(parts(file).get(SHEET));
    }

    static Document xml(byte[] part) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, byte[]> parts(byte[] file) {
        try {
            Path kept = Files.createTempFile("duban", ".xlsx");
            Files.write(kept, file);
            var parts = new LinkedHashMap<String, byte[]>();
            try (var zip = new ZipFile(kept.toFile())) {
                for (var entry : zip.stream().toList()) {
                    parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
            Files.delete(kept);
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
