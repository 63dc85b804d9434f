package org.duban.task.plan.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duban.task.plan.document.PdfPage.Glyph;
import org.duban.task.plan.document.PdfPage.Ruling;

/** A table by the lines drawn around its cells; where a line is missing, cells are merged. */
final class PdfGrid {
    private static final float NEAR = 3;
    private static final int MOST_LINES = 1_500;
    private static final int MOST_COLUMNS = 64;
    private static final int MOST_ROWS = 300;

    private final float[] columns;
    private final float[] rows;
    private final List<Ruling> rulings;
    // for each field of the grid the first field of the cell that it belongs to
    private final int[] cells;
    private final Map<Integer, List<Glyph>> words = new HashMap<>();

    private PdfGrid(float[] columns, float[] rows, List<Ruling> rulings) {
        this.columns = columns;
        this.rows = rows;
        this.rulings = rulings;
        this.cells = new int[width() * height()];
    }

    float top() {
        return rows[0];
    }

    float bottom() {
        return rows[rows.length - 1];
    }

    float left() {
        return columns[0];
    }

    float right() {
        return columns[columns.length - 1];
    }

    int width() {
        return columns.length - 1;
    }

    private int height() {
        return rows.length - 1;
    }

    /** The tables of a page, from top to bottom, with the signs that stand in them. */
    static List<PdfGrid> of(PdfPage page) {
        var rulings = joined(page.rulings());
        if (rulings.size() > MOST_LINES) {
            return List.of();
        }
        var grids = new ArrayList<PdfGrid>();
        for (var group : touching(rulings)) {
            var grid = grid(group);
            if (grid != null) {
                grids.add(grid);
            }
        }
        grids.sort(Comparator.comparingDouble(PdfGrid::top));
        for (var glyph : page.glyphs()) {
            for (var grid : grids) {
                if (grid.take(glyph)) {
                    break;
                }
            }
        }
        grids.removeIf(grid -> grid.words.size() < 2);
        return grids;
    }

    // lines are drawn cell by cell
    private static List<Ruling> joined(List<Ruling> rulings) {
        var sorted = new ArrayList<>(rulings);
        sorted.sort(Comparator.comparing(Ruling::level)
                .thenComparing(ruling -> Math.round(ruling.at()))
                .thenComparing(Ruling::from));
        var joined = new ArrayList<Ruling>();
        for (var next : sorted) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && last.level() == next.level()
                    && Math.abs(last.at() - next.at()) <= NEAR / 2
                    && next.from() <= last.to() + NEAR) {
                joined.set(
                        joined.size() - 1,
                        new Ruling(last.level(), last.at(), last.from(), Math.max(last.to(), next.to())));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static Iterable<List<Ruling>> touching(List<Ruling> rulings) {
        var parents = new int[rulings.size()];
        Arrays.setAll(parents, i -> i);
        for (int i = 0; i < rulings.size(); i++) {
            for (int j = i + 1; j < rulings.size(); j++) {
                if (rulings.get(i).level() != rulings.get(j).level() && touch(rulings.get(i), rulings.get(j))) {
                    parents[root(parents, i)] = root(parents, j);
                }
            }
            Budget.check();
        }
        var groups = new TreeMap<Integer, List<Ruling>>();
        for (int i = 0; i < rulings.size(); i++) {
            groups.computeIfAbsent(root(parents, i), root -> new ArrayList<>()).add(rulings.get(i));
        }
        return groups.values();
    }

    private static int root(int[] parents, int i) {
        int root = i;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    private static boolean touch(Ruling one, Ruling other) {
        return one.at() >= other.from() - NEAR
                && one.at() <= other.to() + NEAR
                && other.at() >= one.from() - NEAR
                && other.at() <= one.to() + NEAR;
    }

    private static @org.jspecify.annotations.Nullable PdfGrid grid(List<Ruling> rulings) {
        var columns = places(rulings, false);
        var rows = places(rulings, true);
        // one row may be all that a page holds of a table
        if (columns.length < 3
                || rows.length < (columns.length > 3 ? 2 : 3)
                || columns.length > MOST_COLUMNS
                || rows.length > MOST_ROWS) {
            return null;
        }
        var grid = new PdfGrid(columns, rows, rulings);
        grid.merge();
        return grid;
    }

    // tables are often open at their sides: where the level lines end there is an edge
    private static float[] places(List<Ruling> rulings, boolean level) {
        var places = new ArrayList<Float>();
        for (var ruling : rulings) {
            if (ruling.level() == level) {
                places.add(ruling.at());
            }
        }
        var ends = rulings.stream().filter(ruling -> ruling.level() != level).toList();
        if (!ends.isEmpty()) {
            places.add((float) ends.stream().mapToDouble(Ruling::from).min().orElse(0));
            places.add((float) ends.stream().mapToDouble(Ruling::to).max().orElse(0));
        }
        places.sort(null);
        var apart = new ArrayList<Float>();
        for (float place : places) {
            if (apart.isEmpty() || place - apart.getLast() > NEAR) {
                apart.add(place);
            }
        }
        var result = new float[apart.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = apart.get(i);
        }
        return result;
    }

    private void merge() {
        Arrays.setAll(cells, i -> i);
        for (int row = 0; row < height(); row++) {
            for (int column = 0; column < width(); column++) {
                if (column + 1 < width() && !isDrawn(false, columns[column + 1], rows[row], rows[row + 1])) {
                    unite(row * width() + column, row * width() + column + 1);
                }
                if (row + 1 < height() && !isDrawn(true, rows[row + 1], columns[column], columns[column + 1])) {
                    unite(row * width() + column, (row + 1) * width() + column);
                }
            }
            Budget.check();
        }
        Arrays.setAll(cells, i -> root(cells, i));
    }

    private void unite(int one, int other) {
        int first = root(cells, one);
        int second = root(cells, other);
        cells[Math.max(first, second)] = Math.min(first, second);
    }

    private boolean isDrawn(boolean level, float at, float from, float to) {
        float middle = (from + to) / 2;
        for (var ruling : rulings) {
            if (ruling.level() == level
                    && Math.abs(ruling.at() - at) <= NEAR
                    && ruling.from() <= middle
                    && ruling.to() >= middle) {
                return true;
            }
        }
        return false;
    }

    private boolean take(Glyph glyph) {
        int column = index(columns, glyph.middle());
        int row = index(rows, glyph.y() - glyph.size() * 0.35f);
        if (column < 0 || row < 0) {
            return false;
        }
        words.computeIfAbsent(cells[row * width() + column], cell -> new ArrayList<>())
                .add(glyph);
        return true;
    }

    private static int index(float[] places, float at) {
        if (at < places[0] || at > places[places.length - 1]) {
            return -1;
        }
        int index = 0;
        while (index + 2 < places.length && at > places[index + 1]) {
            index++;
        }
        return index;
    }

    boolean holds(Glyph glyph) {
        return index(columns, glyph.middle()) >= 0 && index(rows, glyph.y() - glyph.size() * 0.35f) >= 0;
    }

    /** What each row says; a merged cell stands in every row and column that it covers. */
    List<List<String>> texts() {
        Map<Integer, String> said = new HashMap<>();
        words.forEach((cell, glyphs) -> said.put(cell, said(cell, glyphs)));
        var texts = new ArrayList<List<String>>();
        for (int row = 0; row < height(); row++) {
            var line = new ArrayList<String>();
            for (int column = 0; column < width(); column++) {
                line.add(said.getOrDefault(cells[row * width() + column], ""));
            }
            // lines that are drawn twice make rows without words
            if (line.stream().anyMatch(text -> !text.isEmpty())) {
                texts.add(line);
            }
        }
        return texts;
    }

    // a line that fills the cell goes on in the next one
    private String said(int cell, List<Glyph> glyphs) {
        var lines = PdfLine.of(glyphs);
        float from = columns[cell % width()];
        int last = cell % width();
        while (last + 1 < width() && cells[cell - cell % width() + last + 1] == cell) {
            last++;
        }
        float room = columns[last + 1] - from;
        float margin = 8;
        for (var line : lines) {
            margin = Math.clamp(line.x() - from, 0, margin);
        }
        var text = "";
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (i == 0) {
                text = line.text();
                continue;
            }
            var above = lines.get(i - 1);
            boolean full = above.end() - above.x() + line.head() > room - 2 * margin - line.size() * 0.3f;
            text = full ? PdfLine.joined(text, line.text()) : text + "\n" + line.text();
        }
        return text;
    }
}
