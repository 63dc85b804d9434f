package org.duban.task.sheet.xlsx;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One sheet. A merged cell stands where it begins; {@link #at} finds it from every place that it covers.
 *
 * @param rows those that hold anything, in order
 * @param hidden columns that are not shown, counted from 0
 */
public record Grid(String name, List<Row> rows, List<Merged> merged, List<Integer> hidden) {

    /**
     * @param number as the sheet counts, from 1
     * @param cells by column from 0; null where nothing stands
     */
    public record Row(int number, List<@Nullable Cell> cells) {
        public @Nullable Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : null;
        }
    }

    /** Rows from 1, columns from 0, all included. */
    public record Merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        boolean covers(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }

        public int width() {
            return lastColumn - firstColumn + 1;
        }
    }

    @JsonIgnore
    public int width() {
        return rows.stream().mapToInt(row -> row.cells.size()).max().orElse(0);
    }

    /** Looks through merged cells; made once for a sheet. */
    public Looking looking() {
        return new Looking(this);
    }

    /** What stands at each place of a sheet, merged cells included. */
    public static final class Looking {
        private final Map<Integer, Row> byNumber = new HashMap<>();
        private final Map<Integer, List<Merged>> mergedByRow = new HashMap<>();

        private Looking(Grid grid) {
            grid.rows.forEach(row -> byNumber.put(row.number, row));
            for (Merged area : grid.merged) {
                for (int row = area.firstRow; row <= area.lastRow; row++) {
                    mergedByRow
                            .computeIfAbsent(row, r -> new java.util.ArrayList<>())
                            .add(area);
                }
            }
        }

        public @Nullable Merged merged(int row, int column) {
            for (Merged area : mergedByRow.getOrDefault(row, List.of())) {
                if (area.covers(row, column)) {
                    return area;
                }
            }
            return null;
        }

        public @Nullable Cell at(int row, int column) {
            Merged area = merged(row, column);
            Row found = byNumber.get(area == null ? row : area.firstRow);
            return found == null ? null : found.cell(area == null ? column : area.firstColumn);
        }
    }
}
