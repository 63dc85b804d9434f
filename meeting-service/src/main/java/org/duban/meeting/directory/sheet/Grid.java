package org.duban.meeting.directory.sheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One worksheet: its headings and the rows below them that are not blank. */
record Grid(String name, List<String> headings, List<Row> rows) {

    /** @param number as Excel shows it, the heading being row 1 */
    record Row(int number, Map<String, String> cells) {

        @Nullable
        String text(String column) {
            String text = cells.get(column);
            return text == null || text.isBlank() ? null : text.strip();
        }

        String required(String column) {
            String text = text(column);
            if (text == null) {
                throw new RowFault(column, "“" + column + "”不能为空");
            }
            return text;
        }
    }

    /** Why one row is left out. */
    static final class RowFault extends RuntimeException {

        private final String column;
        private final String detail;

        RowFault(String column, String detail) {
            super(detail, null, false, false);
            this.column = column;
            this.detail = detail;
        }

        String column() {
            return column;
        }

        String detail() {
            return detail;
        }
    }
}
