package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the document itself says about how it tells lead from cooperating units. Said once, it holds throughout.
 *
 * @param leadsBefore the separator before which the leads stand; empty where no such rule is stated
 * @param firstLeads whether the unit in the first place leads
 * @param leadMarks characters that mark a lead and are no part of its name
 * @param headingLeads whether the units in the heading of a group lead its tasks
 * @param forAll statements that give units to every task
 */
record Notation(
        String leadsBefore, boolean firstLeads, String leadMarks, boolean headingLeads, List<ForAll.Said> forAll) {
    private static final int MOST_STATEMENTS = 10;
    private static final String LEADS = "(?:总?(?:" + Roles.LEADING + "))";
    private static final String LINKS =
            "(?:责任|单位|部门|者|的|即|为|是|系|该项|各项|任务|工作|主要|负责|总|作为|在|于|位|名|号|标记|符号|标志|标识|表示|代表|名称|后|前|面|省直|市直|县直|区直|省级|市级|县级|省|市|县)";
    private static final Pattern BEFORE =
            Pattern.compile("[“\"]?(逗号|分号|顿号|斜杠|[，；/])[”\"]?(?:(?:之|以)?前(?:面)?|(?:分隔|隔开|分开|区分)[，,]?前)" + LINKS
                    + "{0,6}(?:责任|" + LEADS + ")");
    private static final Pattern FIRST =
            Pattern.compile("(?:第[一1](?:位|个|家|名|顺位)?|首(?:位|个|列|家|名)?|最前(?:面)?|排在前面|前一(?:位|个|家)?|前者|居前|列前|打头|领头)" + LINKS
                    + "{1,8}" + LEADS + "|(?:第[一1](?:位|个|家|名)|首(?:位|个|列|家|名))[^，。；]{0,6}" + LEADS);
    private static final String MARKS = "[“\"（(]?([※★☆*＊▲△●◆■#])[”\"）)]?";
    private static final Pattern MARK = Pattern.compile(MARKS + LINKS + "{0,8}" + LEADS + "|" + LEADS
            + "(?:单位|部门)(?:名称|均|其|前|后|以|用|标注|标明|标记|标|加注|加|注|带|有|为|的){1,5}" + MARKS);
    private static final Pattern HEADING = Pattern.compile(
            "(?:标题|各组|各部分|每部分|每组|各类|分组).{0,6}(?:所列|列出|列明|标明|标注)?(?:的)?(?:单位|部门|科室)(?:即)?为[^，。；]{0,14}" + LEADS);
    // said inside a bracket that names units, it holds there alone, unless 下同 follows
    private static final String OPENING = "〔（([【［";
    private static final Pattern THROUGHOUT = Pattern.compile("下同|以下|各项|全文|均");

    static Notation in(Manuscript manuscript) {
        var before = "";
        boolean first = false;
        boolean heading = false;
        var marks = new StringBuilder();
        var forAll = new ArrayList<ForAll.Said>();
        for (var whole : manuscript.paragraphs()) {
            var paragraph = withoutLocalRules(whole);
            var rule = paragraph.matcher(BEFORE);
            before = rule.find() ? separator(rule.group(1)) : before;
            first |= paragraph.has(FIRST);
            heading |= paragraph.has(HEADING);
            paragraph
                    .matcher(MARK)
                    .results()
                    .map(mark -> mark.group(1) == null ? mark.group(2) : mark.group(1))
                    .filter(mark -> marks.indexOf(mark) < 0)
                    .forEach(marks::append);
            if (forAll.size() < MOST_STATEMENTS) {
                forAll.addAll(ForAll.in(paragraph));
            }
        }
        return new Notation(before, first, marks.toString(), heading, forAll);
    }

    /** This notation, with what the expression itself says of the order of its units. */
    Notation within(Passage expression) {
        var rule = expression.matcher(BEFORE);
        boolean first = expression.has(FIRST);
        var before = rule.find() ? separator(rule.group(1)) : leadsBefore;
        return first == firstLeads && before.equals(leadsBefore) || !first && before.equals(leadsBefore)
                ? this
                : new Notation(before, first || firstLeads, leadMarks, headingLeads, forAll);
    }

    /** Whether the words say how units are told apart, or what all tasks have in common. */
    static boolean isStatement(Passage words) {
        return words.has(FIRST) || words.has(BEFORE) || words.has(MARK) || ForAll.says(words);
    }

    private static Passage withoutLocalRules(Passage paragraph) {
        if (!paragraph.has(FIRST) && !paragraph.has(BEFORE)) {
            return paragraph;
        }
        var builder = new Passage.Builder();
        int from = 0;
        for (int i = 0; i < paragraph.length(); i++) {
            if (OPENING.indexOf(paragraph.charAt(i)) < 0) {
                continue;
            }
            int end = Expressions.closing(paragraph, i);
            if (end > i && isLocal(paragraph.slice(i + 1, end))) {
                builder.append(paragraph.slice(from, i));
                from = end + 1;
                i = end;
            }
        }
        builder.append(paragraph.from(from));
        return builder.build();
    }

    private static boolean isLocal(Passage inside) {
        boolean rules = (inside.has(FIRST) || inside.has(BEFORE)) && !inside.has(THROUGHOUT);
        return rules
                && (Roles.startsWithLabel(inside)
                        || UnitList.of(inside).stream().limit(1).anyMatch(name -> UnitName.hasShape(name.text())));
    }

    private static String separator(String named) {
        return switch (named) {
            case "分号", "；" -> "；;";
            case "顿号" -> "、";
            case "斜杠", "/" -> "/／";
            default -> "，,";
        };
    }
}
