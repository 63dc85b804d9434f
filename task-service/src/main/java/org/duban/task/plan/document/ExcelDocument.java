package org.duban.task.plan.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.duban.task.plan.document.UnreadableDocument.Reason;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An .xlsx as text: the sheets that are shown, one after another. Formulas are not calculated: the value they were saved with counts. */
final class ExcelDocument {
    private static final int MOST_SHEETS = 60;

    private final byte[] content;

    ExcelDocument(byte[] content) {
        this.content = content;
    }

    String text() {
        if (PlainText.startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableDocument(WordDocument.isEncrypted(content) ? Reason.ENCRYPTED : Reason.OLD_EXCEL);
        }
        if (!PlainText.startsWith(content, 'P', 'K')) {
            throw new UnreadableDocument(Reason.NOT_EXCEL);
        }
        ZipGuard.check(content, "[Content_Types].xml", Reason.NOT_EXCEL);
        try (var file = OPCPackage.open(new ByteArrayInputStream(content))) {
            return text(file);
        } catch (UnreadableDocument refusal) {
            throw refusal;
        } catch (IOException | SAXException | OpenXML4JException | RuntimeException | StackOverflowError e) {
            boolean bomb = e.getMessage() != null && e.getMessage().contains("Zip bomb");
            throw new UnreadableDocument(bomb ? Reason.SUSPICIOUS_ARCHIVE : Reason.NOT_EXCEL, e);
        }
    }

    private static String text(OPCPackage file) throws IOException, SAXException, OpenXML4JException {
        var workbook = file.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT).stream()
                .filter(part -> part.getContentType().contains("spreadsheetml"))
                .findFirst()
                .orElseThrow(() -> new UnreadableDocument(Reason.NOT_EXCEL));
        var values = new CellValues(new ReadOnlySharedStringsTable(file, false), new XSSFReader(file).getStylesTable());
        var sheets = new ArrayList<String>();
        for (var part : shown(workbook)) {
            var sheet = new Sheet(values);
            try (var stream = part.getInputStream()) {
                var reader = XMLHelper.newXMLReader();
                reader.setContentHandler(sheet);
                reader.parse(new InputSource(stream));
            } catch (javax.xml.parsers.ParserConfigurationException e) {
                throw new IllegalStateException(e);
            }
            sheets.add(String.join("\n", sheet.lines()));
        }
        return String.join("\n\n", sheets);
    }

    private static List<PackagePart> shown(PackagePart workbook) throws IOException, OpenXML4JException {
        var parts = new ArrayList<PackagePart>();
        var sheets = WordXml.child(WordXml.root(workbook), "sheets");
        for (var node = sheets == null ? null : sheets.getFirstChild(); node != null; node = node.getNextSibling()) {
            var id = isShown(node) ? WordXml.attribute(node, "id") : null;
            if (id != null && workbook.getRelationship(id) != null && parts.size() < MOST_SHEETS) {
                parts.add(workbook.getRelatedPart(Objects.requireNonNull(workbook.getRelationship(id))));
            }
        }
        return parts;
    }

    private static boolean isShown(Node sheet) {
        @Nullable String state = WordXml.attribute(sheet, "state");
        return WordXml.name(sheet).equals("sheet") && (state == null || state.equals("visible"));
    }
}
