package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns lines into paragraphs: page furniture goes, sentences cut by a page break or a stray space are joined. */
final class Mending {
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[-—–－·\\s]*\\d{1,4}[-—–－·\\s]*|第\\s*\\d+\\s*页(?:[\\s,，/]*共\\s*\\d+\\s*页)?");
    private static final Pattern ARTEFACT = Pattern.compile("\\[bookmark:[^]]*]|\\[_GoBack]");
    private static final Pattern NEW_PARAGRAPH =
            Pattern.compile("[〔（(\\[【［](?:责任|牵头|配合|主办|协办|承办)|附\\s*件|附表|抄\\s*送|主\\s*送|信息公开"
                    + "|[^，。；,;：:]{2,30}[：:]|(?:\\d{4}|[二〇○零一]{4})年[^，。；]{1,8}日$|第[一二三四五六七八九十\\d]+阶段|[^，。；]*\\t");
    private static final Pattern SENTENCE = Pattern.compile("[，。；,;]");
    private static final int SHORTEST_CUT_LINE = 20;
    private static final int LONGEST_HEADING = 42;

    private final List<Passage> lines = new ArrayList<>();
    private final List<Boolean> indented = new ArrayList<>();
    private final List<Passage> breaks = new ArrayList<>();
    private int wrapWidth;

    static Manuscript mend(String raw) {
        return new Mending().read(raw);
    }

    private Manuscript read(String raw) {
        collectLines(raw);
        dropRunningHeads();
        wrapWidth = wrapWidth();
        var paragraphs = new ArrayList<Passage>();
        for (int i = 0; i < lines.size(); ) {
            i = readParagraph(i, paragraphs);
        }
        return new Manuscript(paragraphs, breaks);
    }

    private void collectLines(String raw) {
        int start = 0;
        while (start <= raw.length()) {
            int end = start;
            while (end < raw.length() && "\n\r\f\u000b\u2028".indexOf(raw.charAt(end)) < 0) {
                end++;
            }
            var line = Passage.of(raw, start, end);
            addLine(line);
            start = end + 1;
        }
    }

    private void addLine(Passage line) {
        var artefact = line.matcher(ARTEFACT);
        var whole = artefact.find() ? line.without(artefact.start(), artefact.end()) : line;
        var clean = Tables.isRow(whole) ? Tables.row(whole) : whole.strip();
        if (!clean.isEmpty() && !PAGE_NUMBER.matcher(clean.text()).matches()) {
            lines.add(clean);
            indented.add(!line.isEmpty() && Chars.isBlank(line.charAt(0)));
        }
    }

    // a running head stands on many pages, always alike, and is no sentence
    private void dropRunningHeads() {
        Map<String, Integer> seen = new HashMap<>();
        lines.forEach(line -> seen.merge(line.text(), 1, Integer::sum));
        for (int i = lines.size() - 1; i >= 0; i--) {
            var line = lines.get(i);
            boolean furniture = seen.getOrDefault(line.text(), 0) >= 4
                    && line.length() <= 40
                    && !line.has(SENTENCE)
                    && !line.has(Pattern.compile("[：:\\t〔（(【\\[]"))
                    && Marker.of(line.text()) == null;
            if (furniture) {
                lines.remove(i);
                indented.remove(i);
            }
        }
    }

    // lines that mostly end at the same width were wrapped by a program; 0 where they were not
    private int wrapWidth() {
        Map<Integer, Integer> widths = new HashMap<>();
        for (var line : lines) {
            widths.merge(Chars.width(line.text()) / 4, 1, Integer::sum);
        }
        int full = 0;
        int best = 0;
        for (var bucket : widths.entrySet()) {
            int count = bucket.getValue() + widths.getOrDefault(bucket.getKey() + 1, 0);
            if (count > full && bucket.getKey() >= 12) {
                full = count;
                best = bucket.getKey();
            }
        }
        boolean anyLonger = false;
        for (var line : lines) {
            anyLonger |= Chars.width(line.text()) > best * 4 + 16;
        }
        return full >= 12 && full * 10 >= lines.size() * 4 && !anyLonger ? best * 4 - 4 : 0;
    }

    private int readParagraph(int first, List<Passage> paragraphs) {
        var paragraph = lines.get(first);
        var cuts = new ArrayList<Integer>();
        int next = first + 1;
        while (next < lines.size() && continues(lines.get(next - 1), paragraph, next)) {
            if (wrapWidth == 0) {
                cuts.add(paragraph.rawAt(paragraph.length() - 1));
            }
            paragraph = paragraph.plus(lines.get(next));
            next++;
        }
        var closed = closeGaps(paragraph, cuts);
        paragraphs.add(closed);
        for (int cut : cuts) {
            reportBreak(closed, cut);
        }
        return next;
    }

    private boolean continues(Passage lastLine, Passage paragraph, int next) {
        var line = lines.get(next);
        boolean row = lastLine.text().indexOf('\t') >= 0;
        if (isNumberedOrRow(line) || row) {
            return false;
        }
        boolean full = wrapWidth > 0 && Chars.width(lastLine.text()) >= wrapWidth;
        if (full && !endsSentence(lastLine)) {
            return true;
        }
        if (startsSomethingNew(line)) {
            return false;
        }
        if (full) {
            return !indented.get(next);
        }
        return isCut(paragraph) && (line.has(SENTENCE) || endsWithComma(paragraph));
    }

    private static boolean startsSomethingNew(Passage line) {
        return isNumberedOrRow(line) || line.matcher(NEW_PARAGRAPH).lookingAt();
    }

    private static boolean isNumberedOrRow(Passage line) {
        return line.text().indexOf('\t') >= 0 || Marker.of(line.text()) != null;
    }

    private static boolean isCut(Passage paragraph) {
        if (endsSentence(paragraph) || paragraph.text().indexOf('\t') >= 0) {
            return false;
        }
        if (endsWithComma(paragraph)) {
            return true;
        }
        boolean heading = Marker.of(paragraph.text()) != null
                && paragraph.length() <= LONGEST_HEADING
                && !paragraph.contains("。");
        boolean prose = paragraph.has(SENTENCE) || paragraph.has(Pattern.compile("^[^：:]{2,30}[：:]"));
        return !heading && prose && paragraph.length() >= SHORTEST_CUT_LINE;
    }

    private static boolean endsWithComma(Passage passage) {
        return "，、,".indexOf(passage.charAt(passage.length() - 1)) >= 0;
    }

    private static boolean endsSentence(Passage passage) {
        return "。！？；：…!?;:〕】］]）)”".indexOf(passage.charAt(passage.length() - 1)) >= 0;
    }

    // 组  长 and 张 三 keep their blanks: only prose has none between Chinese characters
    private Passage closeGaps(Passage paragraph, List<Integer> cuts) {
        boolean prose =
                (paragraph.has(SENTENCE) || paragraph.text().endsWith("：")) && paragraph.length() >= SHORTEST_CUT_LINE;
        if (!prose || paragraph.text().indexOf('\t') >= 0) {
            return paragraph;
        }
        var marker = Marker.of(paragraph.text());
        int head = marker == null ? 0 : marker.length();
        var builder = new Passage.Builder();
        for (int i = 0; i < paragraph.length(); i++) {
            if (!isGap(paragraph, i)) {
                builder.append(paragraph.slice(i, i + 1));
            } else if (i >= head && isStray(paragraph, i)) {
                cuts.add(paragraph.rawAt(i - 1));
            }
        }
        return builder.build();
    }

    private static boolean isGap(Passage passage, int i) {
        if (!Chars.isBlank(passage.charAt(i))) {
            return false;
        }
        char before = neighbour(passage, i, -1);
        char after = neighbour(passage, i, 1);
        boolean names = "局委办部厅院会府心".indexOf(before) >= 0 && "省市县区旗州各团".indexOf(after) >= 0;
        return !names && !(Chars.isLatin(before) && Chars.isLatin(after));
    }

    private static boolean isStray(Passage passage, int i) {
        if (Chars.isBlank(passage.charAt(i - 1))) {
            return false;
        }
        char before = passage.charAt(i - 1);
        char after = neighbour(passage, i, 1);
        boolean words = (Chars.isHan(before) || Character.isDigit(before)) && (Chars.isHan(after) || after == '“');
        return words && !separatesIssuers(passage.text(), i) && !followsLabel(passage.text(), i);
    }

    // 《中共中央 国务院关于……》
    private static boolean separatesIssuers(String text, int i) {
        int open = text.lastIndexOf('《', i);
        int close = text.indexOf('》', i);
        int about = text.indexOf("关于", i);
        return open >= 0 && text.lastIndexOf('》', i) < open && about > 0 && about < close;
    }

    // 成  员：
    private static boolean followsLabel(String text, int i) {
        int colon = text.indexOf('：') < 0 ? text.indexOf(':') : text.indexOf('：');
        return colon >= 0 && colon < 10 && i <= colon + 2;
    }

    private static char neighbour(Passage passage, int i, int step) {
        int at = i;
        while (at >= 0 && at < passage.length() && Chars.isBlank(passage.charAt(at))) {
            at += step;
        }
        return at < 0 || at >= passage.length() ? '\n' : passage.charAt(at);
    }

    private void reportBreak(Passage paragraph, int rawCut) {
        for (int i = 0; i < paragraph.length(); i++) {
            if (paragraph.rawAt(i) == rawCut) {
                breaks.add(around(paragraph, i));
                return;
            }
        }
    }

    // a cut after a comma shows both clauses
    private static Passage around(Passage paragraph, int i) {
        var body = Clauses.clauseAt(paragraph, i);
        if ("，、,".indexOf(paragraph.charAt(i)) < 0) {
            return body;
        }
        var before = i > 0 ? Clauses.clauseAt(paragraph, i - 1) : body;
        var after = i + 1 < paragraph.length() ? Clauses.clauseAt(paragraph, i + 1) : body;
        return before == after ? before : before.plus(paragraph.slice(i, i + 1)).plus(after);
    }
}
