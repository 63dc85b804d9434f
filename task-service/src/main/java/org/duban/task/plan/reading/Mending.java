package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns lines into paragraphs: page furniture goes, sentences cut by a page break or a stray space are joined. */
final class Mending {
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—–－·\\s]*\\d{1,4}[-—–－·\\s]*|(?:[\\p{IsHan}（）()《》〔〕\\d]{4,40} +)?第\\s*\\d+\\s*页(?:[\\s,，/]*共\\s*\\d+\\s*页)?"
                    + "|[\\p{IsHan}]{2,20}(?:公报|政报)[\\s　]*\\d{4}年第\\d{1,3}期(?:[\\s　]*\\d{1,4})?");
    private static final Pattern BOX = Pattern.compile("[┌┐└┘├┤┬┴┼─━│┃┄\\s]+");
    // 目录 and 一、总体要求……3
    private static final Pattern CONTENTS = Pattern.compile("目\\s{0,8}[录次]|[^\\t]{1,100}[.．…·⋯‥]{4,} {0,4}\\d{1,3}");
    private static final int LONGEST_CONTENTS = 200;
    private static final Pattern ARTEFACT = Pattern.compile("\\[bookmark:[^]]{0,80}]|\\[_GoBack]");
    private static final Pattern NEW_PARAGRAPH =
            Pattern.compile("[〔（(\\[【［](?:责任|牵头|配合|主办|协办|承办)|附\\s*件|附表|抄\\s*送|主\\s*送|信息公开"
                    + "|[^，。；,;：:]{2,30}[：:]|(?:\\d{4}|[二〇○零一]{4})年[^，。；]{1,8}日$|第[一二三四五六七八九十\\d]+阶段|[^，。；]*\\t");
    static final Pattern SENTENCE = Pattern.compile("[，。；,;]");
    private static final Pattern STRUCTURE = Pattern.compile("[：:\\t〔（(【\\[]");
    private static final Pattern LABEL = Pattern.compile("^[^：:]{2,30}[：:]");
    static final int SHORTEST_CUT_LINE = 20;
    private static final int LONGEST_HEADING = 42;
    private static final Pattern SPREAD =
            Pattern.compile("(?<![\\p{IsHan}])\\p{IsHan}(?: \\p{IsHan}){3,60}+(?![\\p{IsHan}])");
    private static final Pattern ENDS_WITH_DAY = Pattern.compile("[年月]\\s*[\\d一二三四五六七八九十]{1,3}\\s*日$");
    private static final Pattern GAP = Pattern.compile(" {2,}+");
    private static final String OPENING = "〔（([【［";
    private static final String CLOSING = "〕）)]】］";
    private static final int LONGEST_ROW = 400;
    private static final int LONGEST_LIST = 1_000;
    private static final int LONGEST_GAP = 4;

    private List<Passage> lines = new ArrayList<>();
    private List<Boolean> indented = new ArrayList<>();
    private final Set<Integer> atPageNumber = new HashSet<>();
    private final Breaks breaks = new Breaks();
    // lines that a blank line parts from the one before
    private List<Boolean> apart = new ArrayList<>();
    private boolean blank;
    private int wrapWidth;
    private boolean drawn;

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
        return new Manuscript(paragraphs, breaks.found());
    }

    private void collectLines(String raw) {
        int start = 0;
        while (start <= raw.length()) {
            int end = start;
            while (end < raw.length() && "\n\r\f\u000b\u2028".indexOf(raw.charAt(end)) < 0) {
                end++;
            }
            addLine(columns(Passage.of(raw, start, end)));
            start = end + 1;
        }
    }

    private void addLine(Passage line) {
        var artefact = line.matcher(ARTEFACT);
        var whole = artefact.find() ? line.without(artefact.start(), artefact.end()) : line;
        var clean = Tables.isRow(whole) ? Tables.row(whole) : narrow(drawnTogether(whole.strip()));
        boolean contents = clean.length() <= LONGEST_CONTENTS
                && CONTENTS.matcher(clean.text()).matches();
        if (clean.isEmpty() || contents || BOX.matcher(clean.text()).matches()) {
            blank |= !atPageNumber.contains(lines.size());
            return;
        }
        if (PAGE_NUMBER.matcher(clean.text()).matches()) {
            atPageNumber.add(lines.size() - 1);
            atPageNumber.add(lines.size());
            blank = false;
        } else {
            lines.add(clean);
            apart.add(blank);
            blank = false;
            indented.add(!line.isEmpty() && Chars.isBlank(line.charAt(0)));
        }
    }

    // 省 文 化 和 旅 游 厅
    private static Passage drawnTogether(Passage line) {
        return line.has(SPREAD) ? spread(line) : line;
    }

    private static Passage spread(Passage line) {
        var builder = new Passage.Builder();
        int from = 0;
        for (var run = line.matcher(SPREAD); run.find(from); ) {
            builder.append(line.slice(from, run.start()));
            for (int i = run.start(); i < run.end(); i++) {
                if (!Chars.isBlank(line.charAt(i))) {
                    builder.append(line.slice(i, i + 1));
                }
            }
            from = run.end();
        }
        builder.append(line.from(from));
        return builder.build();
    }

    // columns drawn with blanks keep some of them
    private static Passage narrow(Passage line) {
        int run = 0;
        int longest = 0;
        for (int i = 0; i < line.length(); i++) {
            run = Chars.isBlank(line.charAt(i)) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        if (longest <= LONGEST_GAP) {
            return line;
        }
        var builder = new Passage.Builder();
        run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = Chars.isBlank(line.charAt(i)) ? run + 1 : 0;
            if (run <= LONGEST_GAP) {
                builder.append(line.slice(i, i + 1));
            }
        }
        return builder.build();
    }

    // columns drawn with blanks, from a line of headings on
    private Passage columns(Passage line) {
        var cells = line.contains("\t") || line.length() > LONGEST_ROW
                ? 1
                : GAP.split(line.strip().text()).length;
        boolean heading = cells >= 3 && Tables.isHeading(Tables.cells(rowOf(line)));
        // A  市场准入 between rows ends no table
        boolean group = drawn && cells < 3 && line.length() <= LONGEST_HEADING && !line.has(SENTENCE);
        drawn = heading || group || drawn && cells >= 3;
        return drawn && cells >= 3 ? rowOf(line) : line;
    }

    private static Passage rowOf(Passage line) {
        var stripped = line.strip();
        var builder = new Passage.Builder();
        int from = 0;
        for (var gap = stripped.matcher(GAP); gap.find(); from = gap.end()) {
            builder.append(stripped.slice(from, gap.start()));
            builder.append('\t', stripped.rawAt(gap.start()));
        }
        builder.append(stripped.from(from));
        return builder.build();
    }

    // a running head stands on many pages, always alike, and is no sentence
    private void dropRunningHeads() {
        Map<String, Integer> seen = new HashMap<>();
        lines.forEach(line -> seen.merge(line.text(), 1, Integer::sum));
        var met = new HashSet<String>();
        var kept = new ArrayList<Passage>();
        var keptIndents = new ArrayList<Boolean>();
        var keptApart = new ArrayList<Boolean>();
        boolean belowHead = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            int times = seen.getOrDefault(line.text(), 0);
            boolean first = times < 4 && met.add(line.text());
            boolean furniture = (times >= 4 || times >= 2 && !first && atPageNumber.contains(i))
                    && line.length() <= 40
                    && !line.has(SENTENCE)
                    && !line.has(STRUCTURE)
                    && Marker.of(line.text()) == null;
            if (!furniture) {
                kept.add(line);
                keptIndents.add(indented.get(i));
                keptApart.add(apart.get(i) && !belowHead);
            }
            belowHead = furniture;
        }
        lines = kept;
        indented = keptIndents;
        apart = keptApart;
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
        int longer = 0;
        int wide = 0;
        for (var line : lines) {
            int width = Chars.width(line.text());
            longer += width > best * 4 + 16 ? 1 : 0;
            wide += width > best * 2 ? 1 : 0;
        }
        return full >= 12 && full * 10 >= wide * 5 && longer * 40 <= lines.size() ? best * 4 - 4 : 0;
    }

    private int readParagraph(int first, List<Passage> paragraphs) {
        var joined = new Joined(lines.get(first));
        var cuts = new ArrayList<Integer>();
        int next = first + 1;
        while (next < lines.size() && continues(lines.get(next - 1), joined, next)) {
            if (wrapWidth == 0) {
                cuts.add(joined.words.end() - 1);
            }
            joined.add(lines.get(next));
            next++;
        }
        for (int i = first; i < next - 1 && wrapWidth == 0; i++) {
            breaks.atWidth(Chars.width(lines.get(i).text()));
        }
        int byLines = cuts.size();
        var closed = Gaps.close(joined.words.build(), cuts);
        paragraphs.add(closed);
        breaks.add(closed, cuts.subList(0, byLines), cuts.subList(byLines, cuts.size()));
        return next;
    }

    private boolean continues(Passage lastLine, Joined paragraph, int next) {
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
        return paragraph.isCut()
                && !(apart.get(next) && (endsList(lastLine) || lastLine.has(ENDS_WITH_DAY)))
                && (line.has(SENTENCE) || line.contains("、") || endsWithComma(lastLine) || paragraph.isClosedBy(line));
    }

    /** The lines of a paragraph so far, and what is known of them: a long one is not looked through again at each line. */
    private static final class Joined {
        private final Passage.Builder words = new Passage.Builder();
        private final boolean numbered;
        private Passage last;
        private boolean sentence;
        private boolean stop;
        private boolean tab;
        private int brackets;

        Joined(Passage first) {
            numbered = Marker.of(first.text()) != null;
            last = first;
            add(first);
        }

        // 〔责任单位：县融媒 / 体中心〕
        boolean isClosedBy(Passage line) {
            return brackets > 0 && CLOSING.indexOf(line.charAt(line.length() - 1)) >= 0;
        }

        void add(Passage line) {
            for (int i = 0; i < line.length(); i++) {
                brackets += OPENING.indexOf(line.charAt(i)) >= 0 ? 1 : CLOSING.indexOf(line.charAt(i)) >= 0 ? -1 : 0;
            }
            words.append(line);
            last = line;
            sentence |= line.has(SENTENCE);
            stop |= line.contains("。");
            tab |= line.contains("\t");
        }

        boolean isCut() {
            if (endsSentence(last) || tab) {
                return false;
            }
            if (endsWithComma(last)) {
                return true;
            }
            boolean heading = numbered && words.length() <= LONGEST_HEADING && !stop;
            boolean prose = sentence || LABEL.matcher(words.text()).find();
            return !heading && prose && words.length() >= SHORTEST_CUT_LINE;
        }
    }

    private static boolean startsSomethingNew(Passage line) {
        return isNumberedOrRow(line) || line.matcher(NEW_PARAGRAPH).lookingAt();
    }

    private static boolean isNumberedOrRow(Passage line) {
        return line.text().indexOf('\t') >= 0 || Marker.of(line.text()) != null;
    }

    private static boolean endsWithComma(Passage passage) {
        return "，、,".indexOf(passage.charAt(passage.length() - 1)) >= 0;
    }

    // 成员单位：甲、乙、丙 needs no full stop
    private static boolean endsList(Passage line) {
        var words = Expressions.bare(line);
        if (words.length() > LONGEST_LIST || !LABEL.matcher(words.text()).find()) {
            return false;
        }
        var names = UnitList.of(words);
        return names.size() > 1 && UnitName.hasShape(names.getLast().text());
    }

    private static boolean endsSentence(Passage passage) {
        return "。！？；：…!?;:〕】］]）)”".indexOf(passage.charAt(passage.length() - 1)) >= 0;
    }
}
