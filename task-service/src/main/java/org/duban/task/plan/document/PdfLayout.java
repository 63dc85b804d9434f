package org.duban.task.plan.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duban.task.plan.document.PdfPage.Glyph;
import org.jspecify.annotations.Nullable;

/** Pages become paragraphs and tables again: furniture goes, what a line or a page has cut is joined. */
final class PdfLayout {
    private static final float MARGIN = 0.13f;
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[-—–－·―\\s]*\\d{1,4}[-—–－·―\\s]*|第\\s*\\d+\\s*页.{0,12}|\\d{1,3}\\s*/\\s*\\d{1,3}");
    private static final Pattern WIDE = Pattern.compile("[^ 　][ 　]{2,}[^ 　]");
    private static final String STOPS = "。；：！？!?;:〕）】］)]”";
    private static final Pattern LEADER = Pattern.compile("[.．…·⋯‥]{4,}\\s*\\d{1,3}$");
    private static final Pattern SAID = Pattern.compile("[，。；：、）〕】］,;:)\\]]");
    private static final Pattern BEGINS = Pattern.compile(
            "\\d{1,3}[.．、](?!\\d)|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、(?!.级)|第[一二三四五六七八九十]{1,3}[条章]|[①-⑳]"
                    + "|[〔【（(\\[]?(?:责任|牵头|主办|配合|协办|完成)(?:单位|部门|时限|时间)[】]?[：:]|——");
    private static final Pattern LABEL_AT_END = Pattern.compile("(?:单位|部门|时限|时间)[：:]$");
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,4}(?:[.．、]|$)");
    private static final int FEW = 4;
    private static final int FEWEST_LINES = 8;

    private sealed interface Block {
        float top();
    }

    /** @param column where it stands: lines of one column share their edges on all pages that are turned alike */
    private record Line(PdfLine words, String column, float pitch) implements Block {
        @Override
        public float top() {
            return words.y();
        }
    }

    private record Table(PdfGrid grid) implements Block {
        @Override
        public float top() {
            return grid.top();
        }
    }

    private record Sheet(PdfPage page, List<Block> blocks) {}

    private record Edges(float left, float right) {}

    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, Edges> edges = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<List<String>> table = new ArrayList<>();
    private @Nullable PdfGrid lastGrid;
    private @Nullable Line lastLine;
    private boolean indents;

    private PdfLayout() {}

    /** @param pictures numbers of the pages that hold a picture instead of words */
    static String text(List<PdfPage> pages, List<Integer> pictures) {
        var layout = new PdfLayout();
        pages.forEach(page -> layout.sheets.add(new Sheet(page, blocks(page))));
        layout.dropFurniture();
        layout.findEdges();
        layout.indents = layout.indents();
        int next = 0;
        for (var sheet : layout.sheets) {
            while (next < pictures.size() && pictures.get(next) < sheet.page.number()) {
                layout.picture(pictures.get(next++));
            }
            layout.write(sheet);
            Budget.check();
        }
        while (next < pictures.size()) {
            layout.picture(pictures.get(next++));
        }
        layout.endTable();
        return String.join("\n", layout.lines);
    }

    private void picture(int page) {
        endTable();
        lastLine = null;
        lines.add("［第%d页是图片，没有文字可以识别］".formatted(page));
    }

    private static List<Block> blocks(PdfPage page) {
        var grids = PdfGrid.of(page);
        var free = new ArrayList<Glyph>();
        for (var glyph : page.glyphs()) {
            if (grids.stream().noneMatch(grid -> grid.holds(glyph))) {
                free.add(glyph);
            }
        }
        var blocks = new ArrayList<Block>();
        var columns = columns(free);
        for (int i = 0; i < columns.size(); i++) {
            var lines = PdfLine.of(columns.get(i));
            float pitch = pitch(lines);
            var column = page.turned() + " " + Math.round(page.width()) + " " + i + "/" + columns.size();
            lines.forEach(line -> blocks.add(new Line(line, column, pitch)));
        }
        for (var grid : grids) {
            int at = 0;
            while (at < blocks.size() && blocks.get(at).top() < grid.top()) {
                at++;
            }
            blocks.add(at, new Table(grid));
        }
        return blocks;
    }

    private void findEdges() {
        Map<String, List<PdfLine>> columns = new HashMap<>();
        for (var sheet : sheets) {
            for (var block : sheet.blocks) {
                if (block instanceof Line line) {
                    columns.computeIfAbsent(line.column, column -> new ArrayList<>())
                            .add(line.words);
                }
            }
        }
        columns.forEach((column, lines) -> edges.put(
                column,
                new Edges((float) lines.stream().mapToDouble(PdfLine::x).min().orElse(0), right(lines))));
    }

    private Edges edges(Line line) {
        return edges.getOrDefault(line.column, new Edges(0, Float.MAX_VALUE));
    }

    private boolean isIndented(Line line) {
        return line.words.x() - edges(line).left > line.words.size() * 1.2f;
    }

    // the edge at which many lines end; a few may hang over it
    private static float right(List<PdfLine> lines) {
        var ends = lines.stream()
                .map(PdfLine::edge)
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int i = 0; i + FEW <= ends.size(); i++) {
            if (ends.get(i) - ends.get(i + FEW - 1) < lines.getFirst().size() * 0.7f) {
                return ends.get(i);
            }
        }
        return ends.isEmpty() ? 0 : ends.getFirst();
    }

    private static float pitch(List<PdfLine> lines) {
        var pitches = new ArrayList<Float>();
        for (int i = 1; i < lines.size(); i++) {
            pitches.add(lines.get(i).y() - lines.get(i - 1).y());
        }
        pitches.sort(null);
        return pitches.isEmpty() ? Float.MAX_VALUE : pitches.get(pitches.size() / 2);
    }

    // 公报 are often printed in two columns: a gap in the middle that hardly a line crosses, and full lines on both sides
    private static List<List<Glyph>> columns(List<Glyph> glyphs) {
        var lines = PdfLine.of(glyphs);
        if (lines.size() < FEWEST_LINES) {
            return List.of(glyphs);
        }
        float left = (float) lines.stream().mapToDouble(PdfLine::x).min().orElse(0);
        float right = (float) lines.stream().mapToDouble(PdfLine::end).max().orElse(0);
        float size = lines.get(lines.size() / 2).size();
        for (float gap = left + (right - left) * 0.42f; gap < left + (right - left) * 0.58f; gap += size / 2) {
            var halves = halves(glyphs, gap, size);
            if (halves != null) {
                return halves;
            }
        }
        return List.of(glyphs);
    }

    private static @Nullable List<List<Glyph>> halves(List<Glyph> glyphs, float gap, float size) {
        var one = new ArrayList<Glyph>();
        var other = new ArrayList<Glyph>();
        float top = Float.MAX_VALUE;
        for (var glyph : glyphs) {
            if (glyph.end() > gap - size / 2
                    && glyph.x() < gap + size / 2
                    && !glyph.text().isBlank()) {
                return null;
            }
            (glyph.middle() < gap ? one : other).add(glyph);
            top = Math.min(top, glyph.y());
        }
        return isColumn(one) && isColumn(other) ? List.of(one, other) : null;
    }

    private static boolean isColumn(List<Glyph> glyphs) {
        var lines = PdfLine.of(glyphs);
        if (lines.size() < FEWEST_LINES) {
            return false;
        }
        float left = (float) lines.stream().mapToDouble(PdfLine::x).min().orElse(0);
        float right = right(lines);
        long full = lines.stream()
                .filter(line -> line.end() - line.x() > (right - left) * 0.8f)
                .count();
        return full * 2 > lines.size() && right - left > lines.getFirst().size() * 8;
    }

    // what stands at the edge of many pages, but for the figures in it, belongs to the paper
    private void dropFurniture() {
        Map<String, Set<Integer>> met = new HashMap<>();
        for (var sheet : sheets) {
            for (var line : edges(sheet)) {
                met.computeIfAbsent(key(line), key -> new HashSet<>()).add(sheet.page.number());
            }
        }
        for (var sheet : sheets) {
            for (var line : edges(sheet)) {
                int times = met.getOrDefault(key(line), Set.of()).size();
                boolean often = times >= 2 && times * 10 >= sheets.size() * 3 && !isDrawnTable(line);
                if (often || PAGE_NUMBER.matcher(line.words.text()).matches()) {
                    sheet.blocks.remove(line);
                }
            }
        }
    }

    private static List<Line> edges(Sheet sheet) {
        float margin = sheet.page.height() * MARGIN;
        var edges = new ArrayList<Line>();
        for (var block : sheet.blocks) {
            if (block instanceof Line line && (line.top() < margin || line.top() > sheet.page.height() - margin)) {
                edges.add(line);
            }
        }
        return edges;
    }

    private static boolean isDrawnTable(Line line) {
        return WIDE.matcher(line.words.text()).results().count() >= 2;
    }

    private static String key(Line line) {
        return Math.round(line.words.y() / 4)
                + line.words.text().replaceAll("\\d+", "#").replaceAll("\\s", "");
    }

    // whether paragraphs begin further to the right than their lines
    private boolean indents() {
        int set = 0;
        int flush = 0;
        for (var sheet : sheets) {
            Line last = null;
            for (var block : sheet.blocks) {
                if (block instanceof Line line) {
                    if (last != null && !isFull(last, line)) {
                        boolean indented = isIndented(line);
                        set += indented ? 1 : 0;
                        flush += indented ? 0 : 1;
                    }
                    last = line;
                } else {
                    last = null;
                }
            }
        }
        return set > flush;
    }

    private void write(Sheet sheet) {
        for (var block : sheet.blocks) {
            switch (block) {
                case Line line -> {
                    endTable();
                    if (lastLine != null && goesOn(lastLine, line)) {
                        lines.set(lines.size() - 1, PdfLine.joined(lines.getLast(), line.words.text()));
                    } else {
                        lines.add(line.words.text());
                    }
                    lastLine = line;
                }
                case Table next -> {
                    lastLine = null;
                    add(next.grid);
                }
            }
        }
    }

    private boolean isFull(Line line, Line next) {
        return line.words.end() + next.words.head() > edges(line).right - line.words.size() * 0.4f;
    }

    private boolean goesOn(Line line, Line next) {
        var words = line.words;
        boolean apart = next.top() - line.top() > line.pitch * 1.5f;
        boolean alike = Math.abs(words.lastSize() - next.words.size()) < next.words.size() * 0.12f;
        // the signature and its day on one line, a line of the 目录
        boolean whole = WIDE.matcher(words.text()).find() && words.text().endsWith("日")
                || LEADER.matcher(words.text()).find();
        if (!isFull(line, next) || apart || !alike || whole) {
            return false;
        }
        // where paragraphs are not set in, their numbers and labels tell where they begin
        if (!indents && BEGINS.matcher(next.words.text()).lookingAt()) {
            return false;
        }
        boolean stopped = STOPS.indexOf(words.text().charAt(words.text().length() - 1)) >= 0
                && !LABEL_AT_END.matcher(words.text()).find();
        // the end of a paragraph has a stop of its own
        if (stopped && !SAID.matcher(next.words.text()).find()) {
            return false;
        }
        return !isIndented(next) && (indents || !stopped);
    }

    private void add(PdfGrid grid) {
        var rows = grid.texts();
        if (lastGrid == null || !isSame(lastGrid, grid)) {
            endTable();
            table.addAll(rows);
            lastGrid = grid;
            return;
        }
        int skipped = 0;
        while (skipped < rows.size()
                && skipped < table.size()
                && skipped < FEW
                && rows.get(skipped).equals(table.get(skipped))) {
            skipped++;
        }
        int number = numberColumn(rows.subList(skipped, rows.size()));
        for (int i = skipped; i < rows.size(); i++) {
            var row = rows.get(i);
            if (i == skipped && isRest(row, number)) {
                append(row);
            } else {
                table.add(filled(row, number));
            }
        }
    }

    private static boolean isSame(PdfGrid one, PdfGrid other) {
        return one.width() == other.width()
                && Math.abs(one.left() - other.left()) < 6
                && Math.abs(one.right() - other.right()) < 6;
    }

    // where most rows, those above the break and those below it, have their number
    private int numberColumn(List<List<String>> below) {
        for (int column = 0; column < Math.min(3, table.getFirst().size()); column++) {
            int at = column;
            long numbered = Stream.concat(table.stream(), below.stream())
                    .filter(row -> NUMBERED.matcher(row.get(at)).lookingAt())
                    .count();
            if (numbered * 2 > table.size() + below.size()) {
                return column;
            }
        }
        return -1;
    }

    // a row that the page has cut goes on without its number, or with the rest of it
    private boolean isRest(List<String> row, int number) {
        if (number < 0) {
            return row.stream().filter(String::isEmpty).count() * 2 > row.size();
        }
        var said = row.get(number);
        var last = table.getLast().get(number);
        boolean cut = table.size() > 1 && follows(table.get(table.size() - 2).get(number), last + said);
        return cut
                || !NUMBERED.matcher(said).lookingAt()
                        && row.stream().distinct().count() > 1;
    }

    private static boolean follows(String number, String next) {
        return number.matches("\\d{1,4}") && next.equals(String.valueOf(Integer.parseInt(number) + 1));
    }

    private void append(List<String> rest) {
        var last = table.removeLast();
        var whole = new ArrayList<String>();
        for (int i = 0; i < last.size(); i++) {
            whole.add(rest.get(i).isEmpty() ? last.get(i) : PdfLine.joined(last.get(i), rest.get(i)));
        }
        table.add(whole);
    }

    // a cell merged over many rows says its words once, on the page where it begins
    private List<String> filled(List<String> row, int number) {
        var whole = new ArrayList<>(row);
        for (int i = 0; i < number; i++) {
            if (whole.get(i).isEmpty()) {
                whole.set(i, table.getLast().get(i));
            }
        }
        return whole;
    }

    private void endTable() {
        for (var row : table) {
            lines.add(String.join("\t", row.stream().map(DocumentText::oneLine).toList()));
        }
        if (!table.isEmpty()) {
            lastLine = null;
        }
        table.clear();
        lastGrid = null;
    }
}
