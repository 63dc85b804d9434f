package org.duban.task.plan.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
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
    private static final Pattern REMARK = Pattern.compile("说明|须知|目录|字典|选项|下拉|模板|样例|示例");

    private record Shown(String name, PackagePart part) {}

    private final byte[] content;

    ExcelDocument(byte[] content) {
        this.content = content;
    }

    String text() {
        try (var file = ZipGuard.open(content, Reason.NOT_EXCEL)) {
            return text(file);
        } catch (UnreadableDocument refusal) {
            throw refusal;
        } catch (IOException | SAXException | OpenXML4JException | RuntimeException | StackOverflowError e) {
            throw new UnreadableDocument(Reason.NOT_EXCEL, e);
        }
    }

    private static String text(OPCPackage file) throws IOException, SAXException, OpenXML4JException {
        var workbook = file.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT).stream()
                .filter(part -> part.getContentType().contains("spreadsheetml"))
                .findFirst()
                .orElseThrow(() -> new UnreadableDocument(Reason.NOT_EXCEL));
        var values = new CellValues(new ReadOnlySharedStringsTable(file, false), new XSSFReader(file).getStylesTable());
        var sheets = new ArrayList<String>();
        var remarks = new ArrayList<String>();
        for (var shown : shown(workbook)) {
            var sheet = new Sheet(values);
            try (var stream = shown.part.getInputStream()) {
                var reader = XMLHelper.newXMLReader();
                reader.setContentHandler(sheet);
                reader.parse(new InputSource(new WatchedStream(stream)));
            } catch (ParserConfigurationException e) {
                throw new IllegalStateException(e);
            }
            (isRemark(shown.name) ? remarks : sheets).add(String.join("\n", sheet.lines()));
        }
        sheets.addAll(remarks);
        return String.join("\n\n", sheets);
    }

    /** Whether a sheet says how another is to be filled in. */
    static boolean isRemark(String name) {
        return REMARK.matcher(name).find();
    }

    private static List<Shown> shown(PackagePart workbook) throws IOException, OpenXML4JException {
        var parts = new ArrayList<Shown>();
        var sheets = WordXml.child(WordXml.root(workbook), "sheets");
        for (var node = sheets == null ? null : sheets.getFirstChild(); node != null; node = node.getNextSibling()) {
            var id = isShown(node) ? WordXml.attribute(node, "id") : null;
            if (id != null && workbook.getRelationship(id) != null && parts.size() < MOST_SHEETS) {
                var name = WordXml.attribute(node, "name");
                parts.add(new Shown(
                        name == null ? "" : name,
                        workbook.getRelatedPart(Objects.requireNonNull(workbook.getRelationship(id)))));
            }
        }
        return parts;
    }

    private static boolean isShown(Node sheet) {
        @Nullable String state = WordXml.attribute(sheet, "state");
        return WordXml.name(sheet).equals("sheet") && (state == null || state.equals("visible"));
    }
}
