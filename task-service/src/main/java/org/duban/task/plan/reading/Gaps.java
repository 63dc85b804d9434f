package org.duban.task.plan.reading;

import java.util.List;

/** Blanks within a paragraph: those that a program left there go, those that part something stay. */
final class Gaps {
    private static final int LONGEST_HEADING = 42;
    private static final int LONGEST_TITLE = 120;

    private Gaps() {}

    // 组  长 and 张 三 keep their blanks: only prose has none between Chinese characters
    static Passage close(Passage paragraph, List<Integer> cuts) {
        boolean prose = (paragraph.has(Mending.SENTENCE) || paragraph.text().endsWith("："))
                && paragraph.length() >= Mending.SHORTEST_CUT_LINE;
        if (!prose || paragraph.text().indexOf('\t') >= 0) {
            return paragraph;
        }
        var marker = Marker.of(paragraph.text());
        int head = marker == null ? bareNumber(paragraph) : marker.length();
        var builder = new Passage.Builder();
        for (int i = 0; i < paragraph.length(); ) {
            int end = i;
            while (end < paragraph.length() && Chars.isBlank(paragraph.charAt(end))) {
                end++;
            }
            if (end == i) {
                builder.append(paragraph.slice(i, i + 1));
                end = i + 1;
            } else if (i < head || !isGap(paragraph, i, end)) {
                builder.append(paragraph.slice(i, end));
            } else if (isStray(paragraph, i, end)) {
                cuts.add(paragraph.rawAt(i - 1));
            }
            i = end;
        }
        return builder.build();
    }

    // 10 完善设施: the blank is all that parts the number
    private static int bareNumber(Passage paragraph) {
        int digits = 0;
        while (digits < Math.min(3, paragraph.length()) && Character.isDigit(paragraph.charAt(digits))) {
            digits++;
        }
        return digits > 0 && digits < 3 ? digits + 1 : 0;
    }

    // blanks between the two places
    private static boolean isGap(Passage passage, int from, int to) {
        char before = from == 0 ? '\n' : passage.charAt(from - 1);
        char after = to == passage.length() ? '\n' : passage.charAt(to);
        boolean names = "局委办部厅院会府心".indexOf(before) >= 0 && "省市县区旗州各团".indexOf(after) >= 0
                || passage.matcher(Roles.LINE_LABEL)
                        .region(to, passage.length())
                        .lookingAt()
                || (to - from > 1 || passage.written().charAt(from) == '\u3000') && isUnitLine(passage.slice(0, from));
        return !names && !(Chars.isLatin(before) && Chars.isLatin(after));
    }

    // 1．县教育局  负责……
    private static boolean isUnitLine(Passage head) {
        var names = UnitList.split(Expressions.bare(head).strip(), "、，");
        return head.length() <= LONGEST_HEADING && !names.isEmpty() && UnitName.areUnits(names);
    }

    private static boolean isStray(Passage passage, int from, int to) {
        if (from == 0) {
            return false;
        }
        char before = passage.charAt(from - 1);
        char after = to == passage.length() ? '\n' : passage.charAt(to);
        boolean words = (Chars.isHan(before) || Character.isDigit(before)) && (Chars.isHan(after) || after == '“');
        // 每月 25 日前 is how some write numbers
        boolean spaced = Character.isDigit(before) && isSpacedNumber(passage, from);
        return (words || Character.isDigit(before) && Character.isDigit(after))
                && !spaced
                && !separatesIssuers(passage, from)
                && !followsLabel(passage, from);
    }

    private static boolean isSpacedNumber(Passage passage, int end) {
        int from = end - 1;
        while (from > 0 && "0123456789.%".indexOf(passage.charAt(from)) >= 0) {
            from--;
        }
        return Chars.isBlank(passage.charAt(from));
    }

    // 《中共中央 国务院关于……》
    private static boolean separatesIssuers(Passage passage, int i) {
        int from = Math.max(0, i - LONGEST_TITLE);
        var text = passage.text().substring(from, Math.min(passage.length(), i + LONGEST_TITLE));
        int at = i - from;
        int close = text.indexOf('》', at);
        int about = text.indexOf("关于", at);
        return text.lastIndexOf('《', at) > text.lastIndexOf('》', at) && about > 0 && about < close;
    }

    // 成  员：
    private static boolean followsLabel(Passage passage, int i) {
        for (int colon = Math.max(0, i - 2); colon < Math.min(10, passage.length()); colon++) {
            if (passage.charAt(colon) == '：' || passage.charAt(colon) == ':') {
                return true;
            }
        }
        return false;
    }
}
