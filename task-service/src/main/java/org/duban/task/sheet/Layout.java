package org.duban.task.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.duban.task.sheet.SheetField.Named;
import org.duban.task.sheet.xlsx.Cell;
import org.duban.task.sheet.xlsx.Grid;

/**
 * Where a sheet has its headings and what each column holds.
 *
 * @param sheet from 0, of those that are shown
 * @param headerFirst the first row of headings, as the sheet counts; 0 where none was found
 * @param headerLast the last one
 * @param columns by column from 0
 */
public record Layout(int sheet, int headerFirst, int headerLast, Map<Integer, SheetField> columns) {
    private static final int ROWS_LOOKED_AT = 40;
    private static final int MOST_HEADER_ROWS = 4;
    private static final int LONGEST_HEADING = 30;

    private static final Set<SheetField> SAY_WHAT = EnumSet.of(SheetField.TITLE, SheetField.TEXT);

    public Layout {
        columns = Map.copyOf(columns);
    }

    boolean found() {
        return headerFirst > 0 && columns.values().stream().anyMatch(SAY_WHAT::contains);
    }

    boolean has(SheetField field) {
        return columns.containsValue(field);
    }

    /** The sheet with the fullest headings; the first one where none has any. */
    static Layout propose(List<Grid> grids) {
        Layout best = of(grids.getFirst(), 0);
        for (int sheet = 1; sheet < grids.size(); sheet++) {
            Layout layout = of(grids.get(sheet), sheet);
            if (layout.columns.size() > best.columns.size()) {
                best = layout;
            }
        }
        return best;
    }

    static Layout of(Grid grid, int sheet) {
        int header = 0;
        int most = 1;
        for (Grid.Row row : grid.rows().stream().limit(ROWS_LOOKED_AT).toList()) {
            Set<SheetField> named = fields(row);
            if (named.size() > most && named.stream().anyMatch(SAY_WHAT::contains)) {
                header = row.number();
                most = named.size();
            }
        }
        return header == 0 ? new Layout(sheet, 0, 0, Map.of()) : of(grid, sheet, header);
    }

    private static Set<SheetField> fields(Grid.Row row) {
        Set<SheetField> fields = EnumSet.noneOf(SheetField.class);
        for (Cell cell : row.cells()) {
            if (cell != null && cell.text().length() <= LONGEST_HEADING) {
                SheetField.named(cell.text()).ifPresent(named -> fields.add(named.field()));
            }
        }
        return fields;
    }

    /** @param header a row of headings, as the sheet counts; those next to it that only tell more belong to it */
    static Layout of(Grid grid, int sheet, int header) {
        Grid.Looking looking = grid.looking();
        int first = header;
        while (first > 1 && header - first < MOST_HEADER_ROWS - 1 && tellsMore(grid, looking, first - 1, header)) {
            first--;
        }
        int last = header;
        while (last - first < MOST_HEADER_ROWS - 1 && tellsMore(grid, looking, last + 1, header)) {
            last++;
        }
        return new Layout(sheet, first, last, columns(grid, looking, first, last));
    }

    // A second row of headings shares merged cells with the first, or parts one of them: 责任单位 | 牵头单位, 配合单位.
    private static boolean tellsMore(Grid grid, Grid.Looking looking, int row, int header) {
        boolean any = false;
        boolean own = false;
        for (int column = 0; column < grid.width(); column++) {
            Cell cell = looking.at(row, column);
            if (cell == null) {
                continue;
            }
            any = true;
            Grid.Merged area = looking.merged(row, column);
            if (area != null && area.firstRow() <= header && area.lastRow() >= header) {
                own = true;
                continue;
            }
            if (cell.text().length() > LONGEST_HEADING || cell.day() != null) {
                return false;
            }
            Grid.Merged above = looking.merged(Math.min(row, header), column);
            boolean parts = above != null && above.width() > 1 && above.width() < grid.width();
            if (SheetField.named(cell.text()).isEmpty() && !parts) {
                return false;
            }
            own = own || parts;
        }
        return any && own;
    }

    private static Map<Integer, SheetField> columns(Grid grid, Grid.Looking looking, int first, int last) {
        Map<Integer, Named> named = new TreeMap<>();
        for (int column = 0; column < grid.width(); column++) {
            name(looking, first, last, column).ifPresent(putting(named, column));
        }
        Map<SheetField, Integer> best = new EnumMap<>(SheetField.class);
        named.entrySet().stream()
                .sorted(Comparator.comparingInt(column -> column.getValue().rank()))
                .forEach(column -> best.putIfAbsent(column.getValue().field(), column.getKey()));
        // 牵头单位 beside 责任单位: the second are those who help.
        if (best.containsKey(SheetField.LEADS) && !best.containsKey(SheetField.COOPERATORS)) {
            named.forEach((column, one) -> {
                if (one.field() == SheetField.LEADS && !column.equals(best.get(SheetField.LEADS))) {
                    best.putIfAbsent(SheetField.COOPERATORS, column);
                }
            });
        }
        Map<Integer, SheetField> columns = new HashMap<>();
        best.forEach((field, column) -> columns.put(column, field));
        return shifted(grid, looking, last, columns);
    }

    private static java.util.function.Consumer<Named> putting(Map<Integer, Named> named, int column) {
        return one -> named.put(column, one);
    }

    // The lowest row says it most closely; where it says nothing known, the one above it.
    private static Optional<Named> name(Grid.Looking looking, int first, int last, int column) {
        Set<String> words = new LinkedHashSet<>();
        for (int row = last; row >= first; row--) {
            Cell cell = looking.at(row, column);
            if (cell != null) {
                words.add(cell.text());
            }
        }
        return words.stream().flatMap(word -> SheetField.named(word).stream()).findFirst();
    }

    // 重点任务 merged over several rows beside 工作内容 is what they belong to; each row's content is the task.
    private static Map<Integer, SheetField> shifted(
            Grid grid, Grid.Looking looking, int last, Map<Integer, SheetField> columns) {
        Integer title = columnOf(columns, SheetField.TITLE);
        Integer text = columnOf(columns, SheetField.TEXT);
        if (title == null || text == null || columns.containsValue(SheetField.GROUP)) {
            return columns;
        }
        int covered = 0;
        int rows = 0;
        for (Grid.Row row : grid.rows()) {
            if (row.number() > last && looking.at(row.number(), text) != null) {
                rows++;
                Grid.Merged area = looking.merged(row.number(), title);
                Grid.Merged own = looking.merged(row.number(), text);
                boolean shares = area != null && area.lastRow() > area.firstRow();
                covered += shares && (own == null || own.lastRow() == own.firstRow()) ? 1 : 0;
            }
        }
        if (covered * 3 < rows || covered < 2) {
            return columns;
        }
        Map<Integer, SheetField> shifted = new HashMap<>(columns);
        shifted.put(title, SheetField.GROUP);
        return shifted;
    }

    private static @org.jspecify.annotations.Nullable Integer columnOf(
            Map<Integer, SheetField> columns, SheetField field) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue() == field)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** @return what stands over a column, all rows of headings together */
    static String heading(Grid.Looking looking, Layout layout, int column) {
        List<String> words = new ArrayList<>();
        for (int row = layout.headerFirst; row <= layout.headerLast && row > 0; row++) {
            Cell cell = looking.at(row, column);
            if (cell != null && !words.contains(cell.text())) {
                words.add(cell.text());
            }
        }
        return String.join(" / ", words);
    }
}
