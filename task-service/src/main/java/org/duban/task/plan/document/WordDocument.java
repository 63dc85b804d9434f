package org.duban.task.plan.document;

import static org.duban.task.plan.document.WordXml.attribute;
import static org.duban.task.plan.document.WordXml.child;
import static org.duban.task.plan.document.WordXml.name;
import static org.duban.task.plan.document.WordXml.number;
import static org.duban.task.plan.document.WordXml.value;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.duban.task.plan.document.UnreadableDocument.Reason;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/**
 * A .docx as text: paragraphs and tables in their order, the numbers that Word makes itself written out, text boxes in,
 * headers, footers and deleted words out.
 */
final class WordDocument {
    // deeper nesting than this is no document that a person wrote
    private static final int DEEPEST = 120;

    private final byte[] content;
    private final List<String> lines = new ArrayList<>();

    WordDocument(byte[] content) {
        this.content = content;
    }

    String text() {
        if (PlainText.startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableDocument(isEncrypted(content) ? Reason.ENCRYPTED : Reason.NOT_WORD);
        }
        if (!PlainText.startsWith(content, 'P', 'K')) {
            throw new UnreadableDocument(Reason.NOT_WORD);
        }
        ZipGuard.check(content, "[Content_Types].xml", Reason.NOT_WORD);
        try (var file = OPCPackage.open(new ByteArrayInputStream(content))) {
            var body = child(WordXml.root(mainPart(file)), "body");
            if (body != null) {
                blocks(body, new WordNumbering(file), lines::add, 0);
            }
            return String.join("\n", lines);
        } catch (UnreadableDocument refusal) {
            throw refusal;
        } catch (IOException | OpenXML4JException | RuntimeException | StackOverflowError e) {
            boolean bomb = e.getMessage() != null && e.getMessage().contains("Zip bomb");
            throw new UnreadableDocument(bomb ? Reason.SUSPICIOUS_ARCHIVE : Reason.NOT_WORD, e);
        }
    }

    private static PackagePart mainPart(OPCPackage file) {
        return file.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT).stream()
                .filter(part -> part.getContentType().contains("wordprocessingml"))
                .findFirst()
                .orElseThrow(() -> new UnreadableDocument(Reason.NOT_WORD));
    }

    // a .docx with a password is no zip but an OLE file that holds one
    static boolean isEncrypted(byte[] content) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            return files.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private void blocks(Node parent, WordNumbering numbering, Consumer<String> lines, int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableDocument(Reason.NOT_WORD);
        }
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (name(node)) {
                case "p" -> paragraph(node, numbering, lines, depth);
                case "tbl" -> table(node, numbering, lines, depth);
                case "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag" ->
                    blocks(node, numbering, lines, depth + 1);
                default -> {}
            }
        }
    }

    private void paragraph(Node paragraph, WordNumbering numbering, Consumer<String> lines, int depth) {
        var words = new StringBuilder();
        var boxes = new ArrayList<Node>();
        words(paragraph, words, boxes, depth);
        var number = words.toString().isBlank() ? "" : numbering.next(paragraph);
        lines.accept(number + words);
        boxes.forEach(box -> blocks(box, numbering, lines, depth + 1));
    }

    private static void words(Node parent, StringBuilder words, List<Node> boxes, int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableDocument(Reason.NOT_WORD);
        }
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (name(node)) {
                case "t" -> words.append(node.getTextContent());
                case "tab", "ptab" -> words.append(' ');
                case "br", "cr" -> words.append('\n');
                case "noBreakHyphen" -> words.append('-');
                case "txbxContent" -> boxes.add(node);
                case "AlternateContent" -> words(chosen(node), words, boxes, depth + 1);
                // deleted or moved words, field codes and properties are not what a reader sees
                case "del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr" -> {}
                default -> words(node, words, boxes, depth + 1);
            }
        }
    }

    // both branches say the same: one for programs of today, one for older ones
    private static Node chosen(Node alternatives) {
        for (var node = alternatives.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name(node).equals("Choice")) {
                return node;
            }
        }
        return alternatives;
    }

    private void table(Node table, WordNumbering numbering, Consumer<String> lines, int depth) {
        var rows = new ArrayList<List<String>>();
        Map<Integer, String> above = new HashMap<>();
        collectRows(table, numbering, rows, above, depth);
        boolean layout = rows.stream().allMatch(row -> row.size() <= 1);
        for (var row : rows) {
            if (layout) {
                row.forEach(cell -> cell.lines().forEach(lines));
            } else {
                lines.accept(String.join(
                        "\t", row.stream().map(DocumentText::oneLine).toList()));
            }
        }
    }

    private void collectRows(
            Node parent, WordNumbering numbering, List<List<String>> rows, Map<Integer, String> above, int depth) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (name(node)) {
                case "tr" -> rows.add(row(node, numbering, above, depth));
                case "sdt", "sdtContent", "customXml", "ins" -> collectRows(node, numbering, rows, above, depth + 1);
                default -> {}
            }
        }
    }

    private List<String> row(Node row, WordNumbering numbering, Map<Integer, String> above, int depth) {
        var cells = new ArrayList<String>();
        for (var cell : cells(row)) {
            var properties = child(cell, "tcPr");
            var text = continues(properties) ? above.getOrDefault(cells.size(), "") : cellText(cell, numbering, depth);
            int span = Math.clamp(number(value(properties, "gridSpan"), 1), 1, 64);
            for (int i = 0; i < span; i++) {
                above.put(cells.size(), text);
                cells.add(text);
            }
        }
        return cells;
    }

    private static List<Node> cells(Node row) {
        var cells = new ArrayList<Node>();
        for (var node = row.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (name(node)) {
                case "tc" -> cells.add(node);
                case "sdt", "sdtContent", "customXml" -> cells.addAll(cells(node));
                default -> {}
            }
        }
        return cells;
    }

    private static boolean continues(@Nullable Node properties) {
        var merge = child(properties, "vMerge");
        return merge != null && !"restart".equals(attribute(merge, "val"));
    }

    private String cellText(Node cell, WordNumbering numbering, int depth) {
        var words = new ArrayList<String>();
        blocks(cell, numbering, words::add, depth + 1);
        return String.join("\n", words.stream().filter(line -> !line.isBlank()).toList());
    }
}
