package org.duban.task.plan.document;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.duban.task.plan.document.UnreadableDocument.Reason;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** One sheet, as its XML goes by. */
final class Sheet extends DefaultHandler {
    private static final int MOST_CELLS = 200_000;
    private static final int MOST_COLUMNS = 64;
    private static final int MOST_MERGED = 20_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private record Place(int row, int column) {}

    private record Merged(Place first, Place last) {}

    private final CellValues values;
    private final TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
    private final List<Merged> merged = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private @Nullable Place place;
    private Place next = new Place(0, 0);
    private String type = "";
    private int style = -1;
    private boolean inValue;
    private int cells;
    private int characters;

    Sheet(CellValues values) {
        this.values = values;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> next = new Place(WordXml.number(attributes.getValue("r"), next.row + 2) - 1, 0);
            case "c" -> {
                place = place(attributes.getValue("r"), next);
                next = new Place(place.row, place.column + 1);
                type = attributes.getValue("t") == null ? "" : attributes.getValue("t");
                style = WordXml.number(attributes.getValue("s"), -1);
                value.setLength(0);
            }
            case "v", "t" -> inValue = place != null;
            case "mergeCell" -> merge(attributes.getValue("ref"));
            default -> {}
        }
    }

    @Override
    public void characters(char[] words, int start, int length) {
        characters += inValue ? length : 0;
        if (characters > MOST_CHARACTERS) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        if (inValue) {
            value.append(words, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "v", "t" -> inValue = false;
            case "c" -> {
                put();
                place = null;
            }
            default -> {}
        }
    }

    private void put() {
        if (place == null || place.column >= MOST_COLUMNS || value.isEmpty()) {
            return;
        }
        var words = DocumentText.oneLine(values.shown(type, style, value.toString()));
        if (words.isEmpty()) {
            return;
        }
        if (++cells > MOST_CELLS) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        rows.computeIfAbsent(place.row, row -> new TreeMap<>()).put(place.column, words);
    }

    private static Place place(@Nullable String reference, Place otherwise) {
        if (reference == null || !reference.matches("[A-Z]{1,3}[1-9]\\d{0,6}")) {
            return otherwise;
        }
        var cell = new CellReference(reference);
        return new Place(cell.getRow(), cell.getCol());
    }

    private void merge(@Nullable String reference) {
        var ends = reference == null ? new String[0] : reference.split(":");
        var nowhere = new Place(-1, -1);
        if (ends.length == 2 && merged.size() < MOST_MERGED) {
            var first = place(ends[0], nowhere);
            var last = place(ends[1], nowhere);
            if (first.row >= 0 && last.row >= first.row && last.column >= first.column) {
                merged.add(new Merged(first, last));
            }
        }
    }

    /** Rows with their cells parted by tabs; a title above the table and remarks below it are lines of their own. */
    List<String> lines() {
        merged.forEach(this::spread);
        int width =
                rows.values().stream().mapToInt(row -> row.lastKey() + 1).max().orElse(0);
        var lines = new ArrayList<List<String>>();
        for (var row : rows.values()) {
            var line = new ArrayList<String>();
            for (int i = 0; i < width; i++) {
                line.add(row.getOrDefault(i, ""));
            }
            lines.add(line);
        }
        int first = 0;
        while (first < lines.size() && isOne(lines.get(first))) {
            first++;
        }
        int last = lines.size();
        while (last > first && isOne(lines.get(last - 1))) {
            last--;
        }
        var words = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            words.add(i < first || i >= last ? only(line) : String.join("\t", line));
        }
        return words;
    }

    // what a merged cell says holds for each row and column that it covers
    private void spread(Merged area) {
        var top = rows.get(area.first.row);
        var words = top == null ? null : top.get(area.first.column);
        if (words == null || rows.isEmpty()) {
            return;
        }
        int lastColumn = Math.min(area.last.column, MOST_COLUMNS - 1);
        for (var row : rows.subMap(area.first.row, true, area.last.row, true).values()) {
            for (int column = area.first.column; column <= lastColumn && cells < MOST_CELLS * 2; column++) {
                cells += row.put(column, words) == null ? 1 : 0;
            }
        }
    }

    private static boolean isOne(List<String> line) {
        return line.stream().filter(cell -> !cell.isEmpty()).distinct().count() <= 1;
    }

    private static String only(List<String> line) {
        return line.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }
}
