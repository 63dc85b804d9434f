package org.duban.task.plan.document;

import static org.duban.task.plan.document.WordXml.attribute;
import static org.duban.task.plan.document.WordXml.child;
import static org.duban.task.plan.document.WordXml.name;
import static org.duban.task.plan.document.WordXml.number;
import static org.duban.task.plan.document.WordXml.value;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
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

    private static final int MOST_COLUMNS = 64;
    private static final int MOST_CHARACTERS = 3_000_000;
    // what is longer than this heads no rows
    private static final int LONGEST_REPEATED = 2_000;

    private final byte[] content;
    private final List<String> lines = new ArrayList<>();
    private final WordFields fields = new WordFields();
    // words of a paragraph whose end was deleted: they go on in the next one
    private String carried = "";
    private int characters;

    WordDocument(byte[] content) {
        this.content = content;
    }

    String text() {
        try (var file = ZipGuard.open(content, Reason.NOT_WORD)) {
            var body = child(WordXml.root(mainPart(file)), "body");
            if (body != null) {
                blocks(body, new WordNumbering(file), this::add, 0);
            }
            return String.join("\n", lines);
        } catch (UnreadableDocument refusal) {
            throw refusal;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnreadableDocument(Reason.NOT_WORD, e);
        }
    }

    private void add(String line) {
        characters += line.length() + 1;
        if (characters > MOST_CHARACTERS) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        Budget.check();
        lines.add(line);
    }

    private static PackagePart mainPart(OPCPackage file) {
        return file.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT).stream()
                .filter(part -> part.getContentType().contains("wordprocessingml"))
                .findFirst()
                .orElseThrow(() -> new UnreadableDocument(Reason.NOT_WORD));
    }

    private void blocks(Node parent, WordNumbering numbering, Consumer<String> lines, int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableDocument(Reason.NOT_WORD);
        }
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (name(node)) {
                case "p" -> paragraph(node, numbering, lines, depth);
                case "tbl" -> table(node, numbering, lines, depth);
                case "AlternateContent" -> blocks(chosen(node), numbering, lines, depth + 1);
                case "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag" -> {
                    if (!isContents(node)) {
                        blocks(node, numbering, lines, depth + 1);
                    }
                }
                default -> {}
            }
        }
    }

    // 目录: what it says is said again, with less, by the headings
    private static boolean isContents(Node control) {
        var part = child(child(control, "sdtPr"), "docPartObj");
        return part != null && "Table of Contents".equals(value(part, "docPartGallery"));
    }

    private void paragraph(Node paragraph, WordNumbering numbering, Consumer<String> lines, int depth) {
        var words = new StringBuilder();
        var boxes = new ArrayList<Node>();
        words(paragraph, words, boxes, depth);
        boolean deleted = child(child(child(paragraph, "pPr"), "rPr"), "del") != null;
        boolean said = !words.toString().isBlank();
        var number = deleted && !said || !carried.isEmpty() ? "" : numbering.next(paragraph);
        // an empty cell may hold a number that Word makes
        var line = carried + (said || depth > 0 ? number + words : "");
        carried = deleted ? line : "";
        if (!deleted && !numbering.isContents(paragraph)) {
            lines.accept(line);
        }
        boxes.forEach(box -> blocks(box, numbering, lines, depth + 1));
    }

    private void words(Node parent, StringBuilder words, List<Node> boxes, int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableDocument(Reason.NOT_WORD);
        }
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (name(node)) {
                case "t" -> say(words, node.getTextContent());
                case "tab", "ptab" -> say(words, "  ");
                case "br", "cr" -> say(words, "\n");
                case "noBreakHyphen" -> say(words, "-");
                case "sym" -> say(words, symbol(node));
                case "fldChar" -> fields.mark(attribute(node, "fldCharType"));
                case "instrText" -> fields.instruction(node.getTextContent());
                case "txbxContent" -> boxes.add(node);
                case "AlternateContent" -> words(chosen(node), words, boxes, depth + 1);
                case "r" -> {
                    if (!isHidden(node)) {
                        words(node, words, boxes, depth + 1);
                    }
                }
                // deleted or moved words, field codes, properties and how a word is spoken are not what a reader sees
                case "del", "moveFrom", "delText", "pPr", "rPr", "sdtPr", "rt" -> {}
                default -> words(node, words, boxes, depth + 1);
            }
        }
    }

    private void say(StringBuilder words, String more) {
        if (!fields.areContents()) {
            words.append(more);
        }
    }

    private static boolean isHidden(Node run) {
        var vanish = child(child(run, "rPr"), "vanish");
        var value = vanish == null ? null : attribute(vanish, "val");
        return vanish != null && (value == null || !List.of("0", "false", "off").contains(value));
    }

    // the few signs of the font Symbol that change what a sentence says
    private static String symbol(Node sign) {
        var code = attribute(sign, "char");
        return !"Symbol".equalsIgnoreCase(attribute(sign, "font")) || code == null
                ? ""
                : switch (code.toUpperCase(Locale.ROOT)) {
                    case "F0B3", "00B3" -> "≥";
                    case "F0A3", "00A3" -> "≤";
                    case "F0B1", "00B1" -> "±";
                    case "F02D", "002D" -> "-";
                    case "F025", "0025" -> "%";
                    default -> "";
                };
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
        if (depth > DEEPEST) {
            throw new UnreadableDocument(Reason.NOT_WORD);
        }
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (name(node)) {
                case "tr" -> {
                    if (child(child(node, "trPr"), "del") == null) {
                        rows.add(row(node, numbering, above, depth));
                    }
                }
                case "sdt", "sdtContent", "customXml", "ins" -> collectRows(node, numbering, rows, above, depth + 1);
                default -> {}
            }
        }
    }

    private List<String> row(Node row, WordNumbering numbering, Map<Integer, String> above, int depth) {
        var cells = new ArrayList<String>();
        int before = Math.clamp(number(value(child(row, "trPr"), "gridBefore"), 0), 0, MOST_COLUMNS);
        for (int i = 0; i < before; i++) {
            cells.add("");
        }
        for (var cell : cells(row, depth)) {
            var properties = child(cell, "tcPr");
            var text = continues(properties) ? above.getOrDefault(cells.size(), "") : cellText(cell, numbering, depth);
            int span = Math.clamp(number(value(properties, "gridSpan"), 1), 1, MOST_COLUMNS);
            for (int i = 0; i < span; i++) {
                boolean repeated = text.length() <= LONGEST_REPEATED;
                above.put(cells.size(), repeated ? text : "");
                cells.add(i == 0 || repeated ? text : "");
            }
        }
        return cells;
    }

    private static List<Node> cells(Node row, int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableDocument(Reason.NOT_WORD);
        }
        var cells = new ArrayList<Node>();
        for (var node = row.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (name(node)) {
                case "tc" -> cells.add(node);
                case "sdt", "sdtContent", "customXml" -> cells.addAll(cells(node, depth + 1));
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
        return String.join(
                "\n",
                words.stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }
}
