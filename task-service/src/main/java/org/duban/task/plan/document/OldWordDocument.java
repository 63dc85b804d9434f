package org.duban.task.plan.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/** A .doc of Word 97 to 2003 as text, like {@link WordDocument}: paragraphs and tables in order, automatic numbers written out. */
final class OldWordDocument {
    private static final int MOST_PARAGRAPHS = 60_000;
    private static final int MOST_COLUMNS = 64;
    private static final int LEVELS = 9;
    // edges of columns that are this near, in twentieths of a point, are meant to be one
    private static final int NEAR = 60;

    /** What Word 97 calls the formats, by their names of today; those that are missing print Arabic digits. */
    private static final Map<Integer, String> FORMATS = Map.ofEntries(
            Map.entry(3, "upperLetter"),
            Map.entry(4, "lowerLetter"),
            Map.entry(10, "ideographDigital"),
            Map.entry(11, "chineseCounting"),
            Map.entry(17, "ideographDigital"),
            Map.entry(18, "decimalEnclosedCircle"),
            Map.entry(22, "decimalZero"),
            Map.entry(28, "decimalEnclosedCircle"),
            Map.entry(30, "ideographTraditional"),
            Map.entry(33, "chineseCounting"),
            Map.entry(35, "chineseCounting"),
            Map.entry(36, "ideographDigital"),
            Map.entry(37, "chineseCounting"),
            Map.entry(39, "chineseCounting"),
            Map.entry(40, "ideographDigital"));

    private static final char DRAWN = 0x08;
    private static final int BULLET = 23;
    private static final int NONE = 255;

    private final byte[] content;
    private final List<String> lines = new ArrayList<>();
    private final List<String> boxes = new ArrayList<>();
    private final Map<Integer, int[]> counters = new HashMap<>();
    private final WordFields fields = new WordFields();
    // words of a paragraph whose end was deleted: they go on in the next one
    private String carried = "";

    OldWordDocument(byte[] content) {
        this.content = content;
    }

    String text() {
        try (var document = new HWPFDocument(new ByteArrayInputStream(content))) {
            boxes(document.getMainTextboxRange());
            blocks(document.getRange());
            lines.addAll(boxes);
            return String.join("\n", lines);
        } catch (UnreadableDocument refusal) {
            throw refusal;
        } catch (OldWordFileFormatException e) {
            throw new UnreadableDocument(Reason.OLD_WORD, e);
        } catch (EncryptedDocumentException e) {
            throw new UnreadableDocument(Reason.ENCRYPTED, e);
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
            throw new UnreadableDocument(Reason.NOT_WORD, e);
        }
    }

    private void boxes(Range range) {
        // some writers leave a paragraph there that begins behind its end
        if (range.getEndOffset() <= range.getStartOffset()) {
            return;
        }
        for (int i = 0; i < Math.min(range.numParagraphs(), MOST_PARAGRAPHS); i++) {
            var line = words(range.getParagraph(i));
            if (!line.isBlank()) {
                boxes.add(line);
            }
        }
    }

    private void blocks(Range range) {
        int paragraphs = range.numParagraphs();
        if (paragraphs > MOST_PARAGRAPHS) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        for (int i = 0; i < paragraphs; ) {
            Budget.check();
            var paragraph = range.getParagraph(i);
            if (paragraph.isInTable()) {
                var table = range.getTable(paragraph);
                table(table);
                i += Math.max(1, table.numParagraphs());
            } else {
                lines.add(words(paragraph));
                // boxes are kept apart from the text: they stand where the first thing is drawn
                if (!boxes.isEmpty() && paragraph.text().indexOf(DRAWN) >= 0) {
                    lines.addAll(boxes);
                    boxes.clear();
                }
                i++;
            }
        }
    }

    private String words(Paragraph paragraph) {
        var words = new StringBuilder();
        int code = 0;
        boolean ended = true;
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            var run = paragraph.getCharacterRun(i);
            boolean left = run.isMarkedDeleted() || run.isVanished();
            for (char c : run.text().toCharArray()) {
                code = field(c, code);
                boolean said = !left && code == 0 && !fields.areContents();
                switch (c) {
                    case 0x0B, 0x0C -> append(words, said, '\n');
                    case '\r', '\n', 0x07 -> ended = !run.isMarkedDeleted();
                    case '\t' -> append(words, said, '\t');
                    case 0x1E -> append(words, said, '-');
                    default -> append(words, said && c >= ' ', c);
                }
                if (code > 0 && c >= ' ') {
                    fields.instruction(String.valueOf(c));
                }
            }
        }
        var line = words.toString().strip();
        var whole = carried + (carried.isEmpty() && (ended || !line.isEmpty()) ? numbered(paragraph, line) : line);
        carried = ended ? "" : whole;
        return ended ? whole : "";
    }

    // an empty paragraph counts, but says nothing unless it is all that a cell holds
    private String numbered(Paragraph paragraph, String line) {
        var number = number(paragraph);
        return line.isEmpty() && !paragraph.isInTable() ? "" : number + line;
    }

    // how many fields are open of which the code is still being said
    private int field(char c, int code) {
        return switch (c) {
            case 0x13 -> {
                fields.mark("begin");
                yield code + 1;
            }
            case 0x14 -> {
                fields.mark("separate");
                yield Math.max(0, code - 1);
            }
            case 0x15 -> {
                boolean silent = fields.areCode();
                fields.mark("end");
                yield silent ? Math.max(0, code - 1) : code;
            }
            default -> code;
        };
    }

    private static void append(StringBuilder words, boolean said, char c) {
        if (said) {
            words.append(c);
        }
    }

    private String number(Paragraph paragraph) {
        if (!paragraph.isInList()) {
            return "";
        }
        var list = paragraph.getList();
        int level = Math.clamp(paragraph.getIlvl(), 0, LEVELS - 1);
        var text = list == null ? null : list.getNumberText((char) level);
        if (list == null || text == null) {
            return "";
        }
        var counts = counters.computeIfAbsent(list.getLsid(), id -> {
            var fresh = new int[LEVELS];
            Arrays.fill(fresh, -1);
            return fresh;
        });
        counts[level] = counts[level] < 0 ? list.getStartAt((char) level) : counts[level] + 1;
        Arrays.fill(counts, level + 1, LEVELS, -1);
        int format = list.getNumberFormat((char) level);
        if (format == BULLET || format == NONE) {
            return "";
        }
        var number = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c < LEVELS) {
                int count = counts[c] < 0 ? list.getStartAt(c) : counts[c];
                number.append(WordNumbering.format(
                        FORMATS.getOrDefault(list.getNumberFormat(c), "decimal"), Math.clamp(count, 0, 9_999)));
            } else if (c >= ' ') {
                number.append(c);
            }
        }
        boolean open = !number.isEmpty() && Character.isLetterOrDigit(number.charAt(number.length() - 1));
        return open ? number + " " : number.toString();
    }

    // cells know where their edges are, not their columns
    private void table(Table table) {
        var edges = edges(table);
        var above = new String[edges.size() + 1];
        Arrays.fill(above, "");
        for (int i = 0; i < table.numRows(); i++) {
            var cells = cells(table.getRow(i), edges, above);
            if (cells.size() == 1) {
                cells.getFirst().lines().forEach(lines::add);
            } else if (!cells.isEmpty()) {
                lines.add(String.join(
                        "\t", cells.stream().map(DocumentText::oneLine).toList()));
            }
        }
    }

    private List<String> cells(TableRow row, List<Integer> edges, String[] above) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < Math.min(row.numCells(), MOST_COLUMNS); i++) {
            var cell = row.getCell(i);
            boolean continues = cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
            boolean spanned = cell.isMerged() && !cell.isFirstMerged() && !cells.isEmpty();
            var text = spanned
                    ? cells.getLast()
                    : continues && cells.size() < above.length ? above[cells.size()] : cellText(cell);
            int last = column(edges, cell.getLeftEdge() + cell.getWidth());
            int covered = Math.max(1, last - column(edges, cell.getLeftEdge()));
            for (int n = 0; n < covered && cells.size() < MOST_COLUMNS; n++) {
                if (cells.size() < above.length) {
                    above[cells.size()] = text;
                }
                cells.add(text);
            }
        }
        return cells;
    }

    private String cellText(Range cell) {
        var words = new ArrayList<String>();
        for (int i = 0; i < cell.numParagraphs(); i++) {
            var line = words(cell.getParagraph(i)).strip();
            if (!line.isEmpty()) {
                words.add(line);
            }
        }
        return String.join("\n", words);
    }

    private static List<Integer> edges(Table table) {
        var all = new TreeSet<Integer>();
        for (int i = 0; i < table.numRows(); i++) {
            var row = table.getRow(i);
            for (int n = 0; n < Math.min(row.numCells(), MOST_COLUMNS); n++) {
                var cell = row.getCell(n);
                all.add(cell.getLeftEdge());
                all.add(cell.getLeftEdge() + cell.getWidth());
            }
        }
        var edges = new ArrayList<Integer>();
        for (int edge : all) {
            if (edges.isEmpty() || edge - edges.getLast() > NEAR) {
                edges.add(edge);
            }
        }
        return edges;
    }

    private static int column(List<Integer> edges, int edge) {
        int column = 0;
        while (column + 1 < edges.size() && edges.get(column + 1) - NEAR <= edge) {
            column++;
        }
        return column;
    }
}
