package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the words set apart that say who is responsible, or until when: in brackets, or on a line of their own. */
final class Expressions {
    static final String OPENING = "〔（([【［";
    private static final String CLOSING = "〕）)]】］";
    // full stops inside a bracket are rare and mean prose
    private static final int LONGEST_BRACKET = 600;
    private static final int LONGEST_SPOKEN_LINE = 200;
    private static final int DEEPEST = 4;
    private static final int LONGEST_MARK = 12;
    private static final Pattern DASH = Pattern.compile("[—－·●◆▪■-]{1,3} ?");
    private static final Pattern LIST_OR_ORGAN = Pattern.compile(
            "[、，；;]|[局委办部厅]$"
                    + "|^(?:[省市县区旗州镇乡团各]|[\\p{IsHan}]{2,4}[省市县区旗州镇乡])[\\p{IsHan}（）()]{1,16}(?:联|会|社|院|队|中心|站|所|馆|公司|集团|政府|街道|镇|乡|法院|学校|大学)$");
    // 领导小组办公室（以下简称区医改办） names it for short
    private static final Pattern SHORT_NAME = Pattern.compile("(?:以下|下)?(?:简称|统称|称)");
    private static final Pattern MARKS = Pattern.compile("[※★☆*＊▲△●◆■#]");

    private Expressions() {}

    /** Where the expressions stand: brackets with their brackets, lines whole. */
    static List<Passage> in(Passage text) {
        var found = new ArrayList<Passage>();
        var label = text.matcher(Roles.SENTENCE_LABEL);
        for (int i = 0; i < text.length(); i++) {
            int end = i;
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                end = bracket(text, i);
            } else if (atLineStart(text, i)) {
                int line = endOfLine(text, i);
                end = isLine(text.slice(i, line), i > 0) ? line : i;
            } else if (isApart(text, i)) {
                int line = endOfLine(text, i);
                boolean arrow = "→⇒".indexOf(text.charAt(i)) >= 0;
                boolean labelled = arrow && label.region(i + 1, text.length()).lookingAt();
                end = labelled || areNames(text.slice(i, line)) ? line : i;
            } else if (afterSentence(text, i) && label.region(i, text.length()).lookingAt()) {
                end = endOfSentence(text, i);
            }
            if (end > i) {
                found.add(text.slice(i, end));
                i = end - 1;
            }
        }
        return found;
    }

    // the end of an expression that opens here; the opening itself where it is none
    private static int bracket(Passage text, int open) {
        int close = closing(text, open);
        if (close > open) {
            return isExpression(text, open, close) ? close + 1 : open;
        }
        int line = endOfLine(text, open);
        boolean unclosed = line - open <= LONGEST_BRACKET
                && isUnclosed(text.slice(open + 1, line).strip());
        return unclosed ? line : open;
    }

    /** The line without its number or dash: 3.牵头单位：…… is one of the numbered points of a task. */
    static Passage bare(Passage line) {
        var marker = Marker.of(line.cut(LONGEST_MARK).text());
        return marker == null ? line.stripLeading(DASH) : line.from(marker.length());
    }

    private static boolean isLine(Passage line, boolean below) {
        var words = below ? bare(line) : line;
        return words.matcher(Roles.LINE_LABEL).lookingAt()
                || below
                        && words.length() <= LONGEST_SPOKEN_LINE
                        && saysPart(words)
                        && !Notation.isStatement(words)
                        && namesOnly(words, false);
    }

    private static boolean saysPart(Passage line) {
        // 改造敬老院。由甲牵头: the first sentence names what is to be done
        return !line.contains("：")
                && Roles.saidAt(line) > 0
                && UnitList.cut(line, "。").stream().allMatch(each -> each.isEmpty() || each.has(Roles.SAID_ANYWHERE));
    }

    private static boolean isExpression(Passage text, int open, int close) {
        var inside = text.slice(open + 1, close).strip();
        if (inside.isEmpty()
                || inside.length() > LONGEST_BRACKET
                || inside.matcher(SHORT_NAME).lookingAt()) {
            return false;
        }
        var label = inside.matcher(Roles.ANY_LABEL);
        boolean labelled = label.find();
        if (labelled && label.start() == 0) {
            return true;
        }
        var head = labelled ? inside.slice(0, label.start()) : Responsibility.withoutRules(inside);
        if (atLineStart(text, open) && namesOnly(head, false) && close + 1 < text.length()) {
            // 【县教育局】 before what it is to do
            return true;
        }
        return namesOnly(head, !Notation.isStatement(inside)) && endsThought(text, open, close, Roles.saidAt(head) > 0);
    }

    private static boolean isUnclosed(Passage inside) {
        return Roles.startsWithLabel(inside)
                || inside.contains("、") && UnitName.areUnits(UnitList.of(inside))
                || inside.has(Roles.SAID_ANYWHERE) && namesOnly(Responsibility.withoutRules(inside), false);
    }

    // （甲牵头，乙配合） and （甲、乙） at the end of a sentence or paragraph
    private static boolean namesOnly(Passage inside, boolean loosely) {
        boolean said = inside.has(Roles.SAID_ANYWHERE);
        int units = 0;
        for (var segment : UnitList.cut(inside, "，,；;。")) {
            for (var list : atJointly(segment)) {
                for (var name : UnitList.of(list)) {
                    var bare = MARKS.matcher(name.text()).replaceAll("");
                    boolean unit = UnitName.isUnit(bare)
                            || loosely && said && Roles.saidAt(segment) > 0 && UnitName.mayBe(bare);
                    if (!unit && !UnitName.isPerson(bare) && !Responsibility.isTime(bare) && !isRule(bare)) {
                        return false;
                    }
                    units += unit ? 1 : 0;
                }
            }
        }
        return units > 0 && (said || inside.has(LIST_OR_ORGAN));
    }

    private static List<Passage> atJointly(Passage segment) {
        var jointly = segment.matcher(Roles.JOINTLY);
        return jointly.find() && jointly.start() > 0
                ? List.of(segment.slice(0, jointly.start()), segment.from(jointly.end()))
                : List.of(segment);
    }

    private static boolean isRule(String words) {
        return words.contains("牵头") || words.contains("下同") || words.contains("第一位") || words.contains("首位");
    }

    private static boolean endsThought(Passage text, int open, int close, boolean said) {
        int next = close + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '。')) {
            next++;
        }
        boolean atEnd = next >= text.length() || text.charAt(next) == '\n';
        return atEnd
                || (said ? "。；;，," : "。；;").indexOf(text.charAt(close + 1)) >= 0
                || Marker.of(text.text().substring(next, Math.min(text.length(), next + 12))) != null
                || open > 0 && "。；".indexOf(text.charAt(open - 1)) >= 0;
    }

    // 改造敬老院——县民政局、县财政局: a dash, an arrow or a gap and then nothing but units
    private static boolean isApart(Passage text, int i) {
        char c = text.charAt(i);
        boolean twice = i + 1 < text.length() && text.charAt(i + 1) == c;
        boolean first = text.charAt(i - 1) != c;
        return first && (twice && (c == '—' || c == '－' || c == '-' || c == ' ') || c == '→' || c == '⇒');
    }

    private static boolean areNames(Passage line) {
        int from = 0;
        while (from < line.length() && "—－- →⇒".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        var list = line.from(from);
        var names = line.length() > LONGEST_SPOKEN_LINE ? List.<Passage>of() : UnitList.of(list);
        return !names.isEmpty() && UnitName.areUnits(names) && list.has(LIST_OR_ORGAN);
    }

    private static boolean atLineStart(Passage text, int i) {
        return i == 0 || text.charAt(i - 1) == '\n';
    }

    private static boolean afterSentence(Passage text, int i) {
        return "。；;）)〕】] →⇒>▲◆●■|／—－".indexOf(text.charAt(i - 1)) >= 0;
    }

    private static int endOfSentence(Passage text, int i) {
        int stop = text.text().indexOf('。', i);
        int line = endOfLine(text, i);
        return stop < 0 || stop >= line ? line : stop + 1;
    }

    private static int endOfLine(Passage text, int i) {
        int end = text.text().indexOf('\n', i);
        return end < 0 ? text.length() : end;
    }

    /** Where the bracket closes; -1 where it does not, or too far away or too deep inside to be one of units. */
    static int closing(Passage text, int open) {
        int depth = 0;
        int limit = Math.min(text.length(), open + LONGEST_BRACKET);
        for (int i = open; i < limit; i++) {
            char c = text.charAt(i);
            if (OPENING.indexOf(c) >= 0) {
                if (++depth > DEEPEST) {
                    return -1;
                }
            } else if (CLOSING.indexOf(c) >= 0 && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
