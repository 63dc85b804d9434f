package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.duban.task.plan.reading.Units.Part;
import org.jspecify.annotations.Nullable;

/** Rows of a 任务分解表: what a column holds is told by its heading. A new heading is one more entry in {@link Column}. */
final class Tables {
    private static final Pattern RULED =
            Pattern.compile("^\\s*[|│┃｜].*[|│┃｜]\\s*$|^[^|│┃｜]*(?:[|│┃｜][^|│┃｜]*){2,60}+$");
    private static final BitSet BARS = Chars.set("|│┃｜");
    private static final Pattern EDGES = Pattern.compile("^\\s*[|│┃｜].*[|│┃｜]\\s*$");
    private static final Pattern HAN_NUMBER = Pattern.compile("[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?");
    private static final Pattern NO_GROUP = Pattern.compile("[。：:，]|^附|^专栏|表(?:[（(].*)?$");
    private static final Pattern ON_DUTY = Pattern.compile("值班|值守|轮值|轮次|班次|带班|备勤");
    private static final Pattern AS_ABOVE = Pattern.compile("同上(?:栏|行)?|同前|〃|″|\"|〞");
    // 责任单位（加★的为牵头单位） tells nothing of the column
    private static final Pattern RULE_IN_HEADING =
            Pattern.compile("[（(〔【\\[][^）)〕】\\]]*(?:为|列|排|首|前|位者|标|加|带)[^）)〕】\\]]*[）)〕】\\]]");
    private static final int LONGEST_GROUP = 40;
    private static final int MOST_COLUMNS = 64;
    private static final int MOST_HEADINGS = 6;
    private static final Pattern RULE = Pattern.compile("[\\t\\-:—─━┄=+|│\\s]*");

    /** The first that fits counts. */
    private enum Column {
        NUMBER("序\\s*号|编\\s*号|^号$|^No\\.?$"),
        PERSON("^(?!.*(?:单位|部门)).*(?:领导|责任人|负责人|联系人|联络员|电话)"),
        DUE("时限|时间|期限|节点|进度|完成日|截止|时序"),
        LEAD("牵头|主办|承办|主责|第一责任|抓总"),
        COOPERATOR("配合|协办|协助|参与|协同|协作|支持|会办|会同|参加"),
        RESPONSIBLE("责任(?:单位|部门|主体|科室|处室)|负责(?:单位|部门)|落实(?:单位|部门)|实施(?:单位|主体)|承担单位|承接单位|归口单位|^责任$|^责任方$|^单位$|^部门$|分工$"),
        REMARK("备\\s*注|来源|依据|完成情况|进展"),
        GROUP("类别|类型|领域|板块|分类|方面|指标类型"),
        TARGET("目标值|预期|工作目标|年度目标|^目标$|指标|成效|成果|标准|要求"),
        TASK("任务|工作|措施|举措|事项|内容|项目|议定|行动|要点|清单");

        private final Pattern words;

        Column(String words) {
            this.words = Pattern.compile(words);
        }

        static @Nullable Column of(String heading) {
            var bare = RULE_IN_HEADING.matcher(heading.replaceAll("\\s", "")).replaceAll("");
            if (bare.isEmpty() || bare.length() > 20) {
                return null;
            }
            for (var column : values()) {
                if (column.words.matcher(bare).find()) {
                    return column;
                }
            }
            return null;
        }
    }

    record Row(Passage text, Units units, Optional<Passage> due, Passage line) {}

    private final Responsibility responsibility;

    Tables(Responsibility responsibility) {
        this.responsibility = responsibility;
    }

    static boolean isRow(Passage line) {
        return line.strip().text().indexOf('\t') >= 0
                || line.containsAny(BARS) && line.matcher(RULED).matches();
    }

    /** A line of a table, its cells parted by tabs; empty where it is only a rule. */
    static Passage row(Passage line) {
        var cells = line;
        if (line.matcher(RULED).matches()) {
            var ruled = line.strip();
            boolean edges = EDGES.matcher(ruled.text()).matches();
            cells = (edges ? ruled.slice(1, ruled.length() - 1) : ruled)
                    .replace('|', '\t')
                    .replace('│', '\t')
                    .replace('┃', '\t')
                    .replace('｜', '\t');
        }
        return RULE.matcher(cells.text()).matches() ? cells.slice(0, 0) : cells;
    }

    /** What stands between the tabs of a row. A bracket that was never closed ends with its cell. */
    static List<Passage> cells(Passage row) {
        var cells = new ArrayList<Passage>();
        int start = 0;
        for (int i = 0; i <= row.length(); i++) {
            if (i == row.length() || row.charAt(i) == '\t') {
                cells.add(row.slice(start, i).strip());
                start = i + 1;
            }
        }
        return cells;
    }

    List<Row> in(List<Passage> paragraphs) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < paragraphs.size(); ) {
            int end = i;
            var lines = new ArrayList<Passage>();
            while (end < paragraphs.size()
                    && (isRow(paragraphs.get(end)) || !lines.isEmpty() && groups(paragraphs, end))) {
                if (isRow(paragraphs.get(end))) {
                    lines.add(paragraphs.get(end));
                }
                end++;
            }
            if (lines.size() > 1) {
                rows.addAll(table(lines));
            }
            i = Math.max(end, i + 1);
        }
        return rows;
    }

    // 一、加强组织领导 on a line of its own between two rows
    private static boolean groups(List<Passage> paragraphs, int i) {
        var line = paragraphs.get(i);
        return i + 1 < paragraphs.size()
                && isRow(paragraphs.get(i + 1))
                && line.length() <= LONGEST_GROUP
                && !line.has(NO_GROUP);
    }

    private List<Row> table(List<Passage> lines) {
        List<List<Passage>> cells = lines.stream()
                .map(line -> cells(line).stream().limit(MOST_COLUMNS).toList())
                .toList();
        cells = asAbove(cells);
        int first = 0;
        while (first < cells.size() && !isHeading(cells.get(first))) {
            first++;
        }
        int body = first;
        while (body < cells.size() && body < first + MOST_HEADINGS && isHeading(cells.get(body))) {
            body++;
        }
        if (first == cells.size() || body == cells.size() || isDutyRoster(cells.subList(first, body))) {
            return List.of();
        }
        var columns = columns(cells.subList(first, body));
        // a table of indicators alone names nobody
        boolean responsible = columns.stream().anyMatch(column -> part(column) != null);
        if (!columns.contains(Column.TASK) && !(columns.contains(Column.TARGET) && responsible)) {
            return List.of();
        }
        return rows(
                lines.subList(body, lines.size()),
                cells.subList(body, cells.size()),
                columns,
                cells.subList(first, body));
    }

    private static boolean isDutyRoster(List<List<Passage>> headings) {
        return headings.stream().anyMatch(row -> row.stream().anyMatch(cell -> cell.has(ON_DUTY)));
    }

    // 同上 is what the cell above says
    private static List<List<Passage>> asAbove(List<List<Passage>> cells) {
        var filled = new ArrayList<List<Passage>>();
        for (var row : cells) {
            var above = filled.isEmpty() ? List.<Passage>of() : filled.getLast();
            var own = new ArrayList<>(row);
            for (int i = 0; i < Math.min(own.size(), above.size()); i++) {
                if (AS_ABOVE.matcher(own.get(i).text()).matches()) {
                    own.set(i, above.get(i));
                }
            }
            filled.add(own);
        }
        return filled;
    }

    static boolean isHeading(List<Passage> cells) {
        long known = cells.stream()
                .map(cell -> Column.of(cell.text()))
                .filter(column -> column != null)
                .distinct()
                .count();
        boolean brief = cells.stream()
                .map(cell -> cell.without(RULE_IN_HEADING))
                .allMatch(cell -> cell.length() <= 20 && !cell.contains("。"));
        return known >= 2
                && brief
                && cells.stream().noneMatch(cell -> cell.text().matches("\\d+"));
    }

    // of several rows of headings the lowest that says something counts
    private static List<@Nullable Column> columns(List<List<Passage>> headings) {
        int width = headings.stream().mapToInt(List::size).max().orElse(0);
        var columns = new ArrayList<@Nullable Column>();
        for (int i = 0; i < width; i++) {
            Column column = null;
            for (var row : headings) {
                var said = i < row.size() ? Column.of(row.get(i).text()) : null;
                column = said != null ? said : column;
            }
            columns.add(column);
        }
        return columns;
    }

    private List<Row> rows(
            List<Passage> lines,
            List<List<Passage>> cells,
            List<@Nullable Column> columns,
            List<List<Passage>> headings) {
        var texts = textColumns(cells, columns);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < cells.size(); i++) {
            var row = cells.get(i);
            if (isGroup(row) || isHeading(row) && headings.stream().anyMatch(heading -> alike(heading, row))) {
                continue;
            }
            var text = text(row, texts);
            if (!text.isEmpty()) {
                rows.add(new Row(text, units(row, columns), cell(row, columns.lastIndexOf(Column.DUE)), lines.get(i)));
            }
        }
        return rows;
    }

    // a column merged over many rows names their group; the task itself is in the column that differs
    private static List<Integer> textColumns(List<List<Passage>> cells, List<@Nullable Column> columns) {
        var tasks = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i) == Column.TASK)
                .boxed()
                .toList();
        var targets = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i) == Column.TARGET)
                .boxed()
                .toList();
        var own = tasks.stream()
                .filter(i -> tasks.size() == 1 || !repeats(cells, i))
                .toList();
        var all = new ArrayList<>(own.isEmpty() ? tasks : own);
        all.addAll(targets);
        return all;
    }

    private static boolean repeats(List<List<Passage>> cells, int column) {
        var seen = new HashSet<String>();
        int filled = 0;
        for (var row : cells) {
            if (!isGroup(row)) {
                filled++;
                var text = column < row.size() ? row.get(column).text() : "";
                seen.add(text);
                // an empty cell under a filled one is how a merged cell looks in plain text
                if (text.isEmpty()) {
                    seen.remove(text);
                }
            }
        }
        return seen.size() < filled;
    }

    private static Passage text(List<Passage> row, List<Integer> columns) {
        var parts = new ArrayList<Passage>();
        for (int column : columns) {
            cell(row, column)
                    .filter(words ->
                            parts.stream().noneMatch(part -> part.text().equals(words.text())))
                    .ifPresent(parts::add);
        }
        var text = Passage.lines(parts.stream().map(Tables::closeGaps).toList());
        var marker = Marker.of(text.text());
        return marker == null ? text : text.from(marker.length()).strip();
    }

    // cells are narrow: a blank between Chinese characters is where a line ended
    private static Passage closeGaps(Passage words) {
        var builder = new Passage.Builder();
        for (int i = 0; i < words.length(); i++) {
            boolean gap = words.charAt(i) == ' '
                    && !Chars.isLatin(words.charAt(i - 1))
                    && i + 1 < words.length()
                    && !Chars.isLatin(words.charAt(i + 1));
            if (!gap) {
                builder.append(words.slice(i, i + 1));
            }
        }
        return builder.build();
    }

    private Units units(List<Passage> row, List<@Nullable Column> columns) {
        var units = new Units();
        for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
            var part = part(columns.get(i));
            if (part != null) {
                units.addAll(responsibility.list(row.get(i), part));
            }
        }
        return units.settled();
    }

    private static @Nullable Part part(@Nullable Column column) {
        return switch (column) {
            case LEAD -> Part.LEAD;
            case COOPERATOR -> Part.COOPERATOR;
            case RESPONSIBLE -> Part.RESPONSIBLE;
            case null, default -> null;
        };
    }

    private static Optional<Passage> cell(List<Passage> row, int column) {
        return column < 0 || column >= row.size() || row.get(column).isEmpty()
                ? Optional.empty()
                : Optional.of(row.get(column));
    }

    // 一、加强组织领导 across all columns is the heading of a group; so is 一 in the first column with one other cell
    private static boolean isGroup(List<Passage> row) {
        var said = row.stream()
                .map(Passage::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        return said.size() <= 1
                || said.size() == 2 && HAN_NUMBER.matcher(said.getFirst()).matches();
    }

    private static boolean alike(List<Passage> one, List<Passage> other) {
        return Units.texts(one).equals(Units.texts(other));
    }
}
