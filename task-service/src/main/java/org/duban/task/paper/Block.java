package org.duban.task.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the body of an official document, one below the other. */
public sealed interface Block {

    /**
     * A numbered heading; the document numbers it by itself: 一、 （一） 1. （1）.
     *
     * @param level 1 to 4
     * @param text goes on in the same paragraph; null where the heading stands alone
     */
    record Heading(int level, String title, @Nullable String text) implements Block {
        public static final int DEEPEST = 4;

        public Heading {
            if (level < 1 || level > DEEPEST) {
                throw new IllegalArgumentException("a heading has level 1 to " + DEEPEST);
            }
        }

        public Heading(int level, String title) {
            this(level, title, null);
        }
    }

    /** Lines become paragraphs of their own. */
    record Paragraph(String text) implements Block {}

    /**
     * A table whose first row is repeated on each page.
     *
     * @param caption above the table; null for none
     * @param rows each as long as {@code columns}
     */
    record Table(@Nullable String caption, List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int wide = columns.size();
            if (columns.isEmpty() || rows.stream().anyMatch(row -> row.size() != wide)) {
                throw new IllegalArgumentException("each row has a cell for each column");
            }
        }
    }

    /** @param share of the table's width, in proportion to the other columns' */
    record Column(String name, int share, Align align) {}

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** Named fields, one to a row, as on a form. */
    record Form(List<Field> fields) implements Block {
        public Form {
            fields = List.copyOf(fields);
        }
    }

    record Field(String name, String value) {}
}
