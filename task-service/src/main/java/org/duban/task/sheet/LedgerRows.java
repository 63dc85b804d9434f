package org.duban.task.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.duban.task.sheet.xlsx.Cell;
import org.duban.task.sheet.xlsx.Grid;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet that are tasks, and why others are none. */
final class LedgerRows {
    private static final Pattern NOTE = Pattern.compile(
            "^(?:备\\s*注|注|说\\s*明|填表说明|填报说明|填报单位|填报人|填表人|制表人?|审核人|审签|联系人|联系电话"
                    + "|单位负责人|分管领导|主要负责人|报送时间|填报日期|填报时间|打印日期)\\s*[:：]?.*",
            Pattern.DOTALL);
    private static final Pattern TOTAL = Pattern.compile("合\\s*计|总\\s*计|小\\s*计");

    /** @param group what a row between the tasks, or a column beside them, says they belong to; null where nothing does */
    record Row(int number, @Nullable String group, Map<SheetField, Cell> cells) {
        @Nullable
        Cell cell(SheetField field) {
            return cells.get(field);
        }
    }

    record Skipped(int number, String words, String why) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    LedgerRows(Grid grid, Layout layout) {
        if (!layout.found()) {
            return;
        }
        Grid.Looking looking = grid.looking();
        Set<String> headings = headings(grid, looking, layout);
        int lastFull = lastFull(grid, looking, layout);
        String group = null;
        for (Grid.Row row : grid.rows()) {
            if (row.number() <= layout.headerLast()) {
                continue;
            }
            Map<SheetField, Cell> cells = cells(looking, layout, row.number());
            Set<String> words = words(grid, looking, row.number());
            if (words.isEmpty()) {
                continue;
            }
            String first = words.iterator().next();
            if (headings.containsAll(words)) {
                skipped.add(new Skipped(row.number(), first, "重复的表头"));
            } else if (TOTAL.matcher(first).matches()) {
                skipped.add(new Skipped(row.number(), first, "合计行"));
            } else if (words.size() == 1 && standsAlone(looking, row, cells)) {
                if (NOTE.matcher(first).matches() || row.number() > lastFull) {
                    skipped.add(new Skipped(row.number(), first, "表尾说明"));
                } else {
                    group = first;
                    skipped.add(new Skipped(row.number(), first, "分组标题"));
                }
            } else if (NOTE.matcher(first).matches() && row.number() > lastFull) {
                skipped.add(new Skipped(row.number(), first, "表尾说明"));
            } else if (cells.isEmpty()) {
                skipped.add(new Skipped(row.number(), first, "没有可导入的内容"));
            } else {
                Cell own = cells.get(SheetField.GROUP);
                rows.add(new Row(row.number(), own == null ? group : own.text(), cells));
            }
        }
    }

    List<Row> rows() {
        return rows;
    }

    List<Skipped> skipped() {
        return skipped;
    }

    private static Map<SheetField, Cell> cells(Grid.Looking looking, Layout layout, int row) {
        Map<SheetField, Cell> cells = new EnumMap<>(SheetField.class);
        layout.columns().forEach((column, field) -> {
            Cell cell = looking.at(row, column);
            if (cell != null) {
                cells.put(field, cell);
            }
        });
        return cells;
    }

    private static Set<String> words(Grid grid, Grid.Looking looking, int row) {
        Set<String> words = new LinkedHashSet<>();
        for (int column = 0; column < grid.width(); column++) {
            Cell cell = looking.at(row, column);
            if (cell != null) {
                words.add(cell.text());
            }
        }
        return words;
    }

    private static Set<String> headings(Grid grid, Grid.Looking looking, Layout layout) {
        Set<String> headings = new LinkedHashSet<>();
        for (int row = layout.headerFirst(); row <= layout.headerLast(); row++) {
            headings.addAll(words(grid, looking, row));
        }
        return headings;
    }

    // A row with two words in columns that are told apart is a task, whatever is missing of it.
    private static int lastFull(Grid grid, Grid.Looking looking, Layout layout) {
        int last = 0;
        for (Grid.Row row : grid.rows()) {
            Set<String> words = words(grid, looking, row.number());
            if (row.number() > layout.headerLast()
                    && cells(looking, layout, row.number()).size() > 1
                    && words.size() > 1
                    && !NOTE.matcher(words.iterator().next()).matches()) {
                last = row.number();
            }
        }
        return last;
    }

    // Merged over several columns, or not where tasks have their name: 一、加强组织领导.
    private static boolean standsAlone(Grid.Looking looking, Grid.Row row, Map<SheetField, Cell> cells) {
        for (int column = 0; column < row.cells().size(); column++) {
            if (row.cell(column) != null) {
                Grid.Merged area = looking.merged(row.number(), column);
                boolean wide = area != null && area.width() > 1;
                return wide || !cells.containsKey(SheetField.TITLE) && !cells.containsKey(SheetField.TEXT);
            }
        }
        return true;
    }
}
