package org.duban.task.plan.document;

import java.util.stream.Stream;

/** A .csv as a table; cells are parted by what its first line has most of. */
final class CommaSeparated {
    private CommaSeparated() {}

    static String text(String content) {
        var first =
                content.substring(0, Math.max(0, content.indexOf('\n') < 0 ? content.length() : content.indexOf('\n')));
        char comma = Stream.of(',', '\t', ';', '，')
                .max((one, other) -> Long.compare(count(first, one), count(first, other)))
                .orElse(',');
        var grid = new Grid();
        var cell = new StringBuilder();
        int row = 0;
        int column = 0;
        boolean quoted = false;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '"') {
                boolean twice = quoted && i + 1 < content.length() && content.charAt(i + 1) == '"';
                if (twice) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == comma || c == '\n')) {
                grid.put(row, column, cell.toString());
                cell.setLength(0);
                row += c == '\n' ? 1 : 0;
                column = c == '\n' ? 0 : column + 1;
            } else {
                cell.append(c);
            }
        }
        grid.put(row, column, cell.toString());
        return String.join("\n", grid.lines());
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }
}
