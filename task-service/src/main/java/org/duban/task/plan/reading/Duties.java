package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** 职责 paragraphs: a unit, or several, and after the colon what it owes. */
final class Duties {
    private static final Pattern UNIT =
            Pattern.compile("^(?<units>[^：:。；;，,]{2,60}(?:[，,][^：:。；;，,]{2,20})*+)[：:](?=.{6,})");
    private static final Pattern NO_UNIT = Pattern.compile(
            "职责|组\\s*长|成\\s*员|主\\s*任|召集人|附\\s*件|抄\\s*送|主\\s*送|单位$|要求|目标|时间|地点|出席|列席|参加|主持|记录|发送|联系人|电话|如下|事项|工作$|措施|任务|内容|指标|标准|阶段|责任");
    // 县教育局。负责…… 县教育局——负责……, where the heading has said that these are duties
    private static final Pattern UNDER_HEADING =
            Pattern.compile("^(?<units>[^：:。；;，,\\t]{2,60}?)(?:[。\\t ]|——|--)(?=.{4,})");
    private static final Pattern DASH = Pattern.compile("^[—－–●◆▪■·*-]{1,3} ?");
    // 【县教育局】负责……
    private static final Pattern BRACKETED = Pattern.compile("^[【〔\\[［](?<units>[^】〕\\]］]{2,60})[】〕\\]］](?=.{4,})");
    private static final Pattern SEPARATOR = Pattern.compile("^(?:[：:。\\t ]|——|--)");
    private static final Pattern OWES = Pattern.compile("(?:主要|具体)?(?:负责|承担|牵头)");
    private static final int LONGEST_PROSE = 4_000;
    private static final int FEWEST = 3;

    private Duties() {}

    static List<Reading.Duty> in(Section root) {
        var duties = new ArrayList<Reading.Duty>();
        duties.addAll(inOrder(root.body, false));
        root.descendants().forEach(section -> {
            boolean headed = isHeaded(section);
            if (headed && isNames(section.head) && !section.body.isEmpty()) {
                duties.addAll(owed(
                        UnitList.of(section.head.stripTrailing("：:。")),
                        Passage.lines(section.body),
                        section.content().span()));
            } else {
                duties.addAll(duties(section.head, headed));
                duties.addAll(inOrder(section.body, headed));
            }
        });
        // one or two such lines are a manner of speaking, not a division of duties
        return duties.size() >= FEWEST ? duties : List.of();
    }

    private static boolean isHeaded(Section section) {
        for (var above = section; above != null; above = above.parent) {
            if (above.marker != null && Topic.of(above) == Topic.DUTIES) {
                return true;
            }
        }
        return false;
    }

    // a unit may stand on a line of its own, above what it owes
    private static List<Reading.Duty> inOrder(List<Passage> paragraphs, boolean headed) {
        var duties = new ArrayList<Reading.Duty>();
        for (int i = 0; i < paragraphs.size(); i++) {
            var paragraph = paragraphs.get(i);
            boolean above =
                    headed && i + 1 < paragraphs.size() && isNames(paragraph) && !isNames(paragraphs.get(i + 1));
            if (above) {
                var text = paragraphs.get(i + 1);
                var span = new Span(paragraph.span().start(), text.span().end());
                duties.addAll(owed(UnitList.of(paragraph), text, span));
                i++;
            } else {
                duties.addAll(duties(paragraph, headed));
            }
        }
        return duties;
    }

    private static boolean isNames(Passage line) {
        var names = line.length() > 60 ? List.<Passage>of() : UnitList.of(line.stripTrailing("：:"));
        return !names.isEmpty() && areUnits(names);
    }

    private static boolean areUnits(List<Passage> names) {
        return names.stream().allMatch(unit -> UnitName.hasShape(unit.text()) || UnitName.isWildcard(unit.text()));
    }

    private static List<Reading.Duty> owed(List<Passage> units, Passage text, Span span) {
        // a third column is no part of the duty
        int tab = text.text().indexOf('\t');
        var said = tab > 0 ? text.slice(0, tab) : text;
        return units.stream()
                .map(unit -> new Reading.Duty(unit.written(), Tasks.startOf(said), said.written(), span, 0.95))
                .toList();
    }

    private static List<Reading.Duty> duties(Passage paragraph, boolean headed) {
        var prose = inProse(paragraph);
        return prose.size() >= FEWEST ? prose : one(paragraph, headed);
    }

    // 甲局负责……；乙局负责……；丙局负责……。
    private static List<Reading.Duty> inProse(Passage paragraph) {
        var duties = new ArrayList<Reading.Duty>();
        for (var sentence : paragraph.length() > LONGEST_PROSE ? List.<Passage>of() : Clauses.sentences(paragraph)) {
            boolean owes = sentence.has(OWES) && !sentence.contains("\t");
            int end = owes ? SpokenUnits.subjectEnd(sentence) : -1;
            if (end > 0 && sentence.from(end).matcher(OWES).lookingAt()) {
                duties.addAll(owed(UnitList.of(sentence.slice(0, end)), sentence.from(end), sentence.span()));
            }
        }
        return duties;
    }

    private static List<Reading.Duty> one(Passage paragraph, boolean headed) {
        var line = paragraph.stripLeading(DASH);
        var bracketed = line.matcher(BRACKETED);
        if (headed && bracketed.lookingAt()) {
            var units = UnitList.of(line.slice(bracketed.start("units"), bracketed.end("units")));
            return areUnits(units) ? owed(units, line.from(bracketed.end()).strip(), paragraph.span()) : List.of();
        }
        return duties(paragraph, line, headed);
    }

    private static List<Reading.Duty> duties(Passage whole, Passage paragraph, boolean headed) {
        int end = unitsEnd(paragraph, headed);
        if (end < 0) {
            return List.of();
        }
        var names = paragraph.slice(0, end);
        var units = UnitList.of(names);
        return names.has(NO_UNIT) || !areUnits(units)
                ? List.of()
                : owed(units, paragraph.from(end).stripLeading(SEPARATOR).strip(), whole.span());
    }

    private static int unitsEnd(Passage paragraph, boolean headed) {
        for (var form : headed ? List.of(UNIT, UNDER_HEADING) : List.of(UNIT)) {
            var match = paragraph.matcher(form);
            if (match.find() && areUnits(UnitList.of(paragraph.slice(0, match.end("units"))))) {
                return match.end("units");
            }
        }
        return headed ? SpokenUnits.subjectEnd(paragraph) : -1;
    }
}
