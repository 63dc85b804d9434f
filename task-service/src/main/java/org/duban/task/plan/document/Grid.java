package org.duban.task.plan.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/** The cells of one sheet, wherever they came from. Rows and columns are counted from 0. */
final class Grid {
    private static final int MOST_CELLS = 200_000;
    private static final int MOST_COLUMNS = 64;
    private static final int MOST_MERGED = 20_000;
    private static final int MOST_CHARACTERS = 2_000_000;
    // Excel holds no longer ones
    private static final int LONGEST_CELL = 32_767;
    // what is longer than this heads no rows
    private static final int LONGEST_REPEATED = 2_000;

    private record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    private final TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
    private final List<Merged> merged = new ArrayList<>();
    private final Set<Integer> hiddenRows = new TreeSet<>();
    private final Set<Integer> hiddenColumns = new TreeSet<>();
    private boolean filtered;
    private int cells;
    private int characters;

    void put(int row, int column, String shown) {
        if (column < 0 || column >= MOST_COLUMNS || row < 0) {
            return;
        }
        var words = DocumentText.oneLine(shown.length() > LONGEST_CELL ? shown.substring(0, LONGEST_CELL) : shown);
        if (words.isEmpty()) {
            return;
        }
        characters += words.length();
        if (++cells > MOST_CELLS || characters > MOST_CHARACTERS) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        rows.computeIfAbsent(row, key -> new TreeMap<>()).put(column, words);
    }

    void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (merged.size() < MOST_MERGED
                && firstRow >= 0
                && firstColumn >= 0
                && lastRow >= firstRow
                && lastColumn >= firstColumn) {
            merged.add(new Merged(firstRow, lastRow, firstColumn, lastColumn));
        }
    }

    void hideRow(int row) {
        if (hiddenRows.size() < MOST_CELLS) {
            hiddenRows.add(row);
        }
    }

    void hideColumns(int first, int last) {
        for (int column = Math.max(0, first); column <= Math.min(last, MOST_COLUMNS - 1); column++) {
            hiddenColumns.add(column);
        }
    }

    /** What a filter hides for the moment is part of the sheet. */
    void filter() {
        filtered = true;
    }

    /** Rows with their cells parted by tabs; a title above the table and remarks below it are lines of their own. */
    List<String> lines() {
        merged.forEach(this::spread);
        int hidden = hide();
        int width =
                rows.values().stream().mapToInt(row -> row.lastKey() + 1).max().orElse(0);
        var lines = new ArrayList<List<String>>();
        for (var row : rows.values()) {
            var line = new ArrayList<String>();
            for (int i = 0; i < width; i++) {
                if (!hiddenColumns.contains(i)) {
                    line.add(row.getOrDefault(i, ""));
                }
            }
            lines.add(line);
        }
        var words = words(lines);
        if (hidden > 0) {
            words.add("［表中有%d行已隐藏，没有识别］".formatted(hidden));
        }
        return words;
    }

    private static List<String> words(List<List<String>> lines) {
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
            Budget.check();
        }
        return words;
    }

    private int hide() {
        int before = rows.size();
        if (!filtered) {
            rows.keySet().removeAll(hiddenRows);
        }
        return before - rows.size();
    }

    // what a merged cell says holds for each row and column that it covers
    private void spread(Merged area) {
        var top = rows.get(area.firstRow);
        var words = top == null ? null : top.get(area.firstColumn);
        if (words == null || words.length() > LONGEST_REPEATED) {
            return;
        }
        int lastColumn = Math.min(area.lastColumn, MOST_COLUMNS - 1);
        for (var row : rows.subMap(area.firstRow, true, area.lastRow, true).values()) {
            for (int column = area.firstColumn; column <= lastColumn && cells < MOST_CELLS * 2; column++) {
                boolean added = row.put(column, words) == null;
                cells += added ? 1 : 0;
                characters += added ? words.length() : 0;
            }
            if (characters > MOST_CHARACTERS * 4) {
                throw new UnreadableDocument(Reason.TOO_LARGE);
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
