package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
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
record Notation(String leadsBefore, boolean firstLeads, String leadMarks, boolean headingLeads, List<Passage> forAll) {
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
    private static final String ALL_TASKS =
            "(?:(?:以上|以下|上述|下述)(?:各项|各|所有|重点|主要){0,4}(?:任务|工作|事项|措施|举措)?|(?:表中|本表|表内|上表|文中)?(?:所有|全部|各项|各条|本方案|每项)(?:各项|各|所有|全部|重点|主要|工作|[\\p{IsHan}&&[^的由均都为]]{2}){0,4}(?:任务|工作|事项|措施|项目|举措))";
    private static final String EACH = "(?:均|都)";
    private static final List<Pattern> FOR_ALL = List.of(
            Pattern.compile(ALL_TASKS + "中?(?:[^。；\\n]{0,60}[，,])?" + EACH
                    + "(?:需要?|须|应|要|由|涉及|请){0,3}(?<words>[^。；\\n，,]{2,60}?(?:牵头|配合|负责|落实|参与|承担|协助|共同抓好落实|抓好落实))"),
            Pattern.compile(ALL_TASKS + "中?[，,]?(?<words>[^。；，,\\n：:]{2,60}?)" + EACH
                    + "(?:(?:为|是|作为)(?<part>牵头|责任|配合)(?:单位|部门)|(?:要|应|须)?(?:积极)?(?<said>配合|落实|参与))"),
            Pattern.compile(ALL_TASKS + "的?(?<part>牵头|责任|配合|落实|实施|参与|协办|协同)(?:单位|部门|主体)" + EACH
                    + "(?:包括|含|为|有)(?<words>[^。；，,\\n：:]{2,60})"),
            Pattern.compile(ALL_TASKS + "中?" + EACH
                    + "?(?:涉及|包括|包含|含)(?<words>[^。；，,\\n：:]{2,60}?)(?=[，,；;。](?:以下|下)?(?:同|均?不再))"),
            Pattern.compile("(?<words>[^。；，,\\n：:]{2,60}?)" + EACH + "?(?:为|是)" + ALL_TASKS
                    + "的?(?:共同)?(?<part>牵头|责任|配合|落实|实施|参与|协办|协同)(?:单位|部门|主体)"),
            Pattern.compile("(?<=[。\\n]|^)(?<words>[^。；，,\\n：:]{2,60}?)" + EACH
                    + "为(?<part>配合)(?:单位|部门)[，,](?:以上|上述|以下|各项|本方案|下|)?(?:任务|工作)?不再"));

    // without one of these nothing is said of all tasks
    private static final BitSet ALIKE = Chars.set("均都为涉包含");

    private static final Set<String> ANSWERS = Set.of("责任", "落实", "实施");
    // 注：1.……2.各县为上述任务的配合单位
    private static final Pattern POINT =
            Pattern.compile("^(?:\\d{1,2}[.．、）)]|[（(]\\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九]是)\\s*");

    // said inside a bracket that names units, it holds there alone, unless 下同 follows
    private static final String OPENING = "〔（([【［";
    private static final Pattern THROUGHOUT = Pattern.compile("下同|以下|各项|全文|均");

    static Notation in(Manuscript manuscript) {
        var before = "";
        boolean first = false;
        boolean heading = false;
        var marks = new StringBuilder();
        var forAll = new ArrayList<Passage>();
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
            if (forAll.size() < MOST_STATEMENTS && whole.containsAny(ALIKE)) {
                FOR_ALL.forEach(pattern -> forAll.addAll(statements(paragraph, pattern)));
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
        return words.has(FIRST)
                || words.has(BEFORE)
                || words.has(MARK)
                || FOR_ALL.stream().anyMatch(words::has);
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

    private static List<Passage> statements(Passage paragraph, Pattern pattern) {
        var found = paragraph.matcher(pattern);
        var statements = new ArrayList<Passage>();
        while (statements.size() < MOST_STATEMENTS && found.find()) {
            var words = paragraph
                    .slice(found.start("words"), found.end("words"))
                    .strip()
                    .stripLeading(POINT);
            var statement = words;
            for (var group : List.of("part", "said")) {
                boolean said = found.namedGroups().containsKey(group) && found.start(group) >= 0;
                statement = said && !ANSWERS.contains(found.group(group))
                        ? words.plus(paragraph.slice(found.start(group), found.end(group)))
                        : statement;
            }
            if (UnitList.of(words).stream().allMatch(name -> UnitName.isUnit(name.text()))) {
                statements.add(statement);
            }
        }
        return statements;
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
