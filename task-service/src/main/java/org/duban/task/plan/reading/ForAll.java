package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.duban.task.plan.reading.Units.Part;

/**
 * Units that a document gives to all its tasks at once: 以上任务均需各县人民政府落实，不再列出 · 市财政局为各项任务的配合单位. A sentence that speaks of all
 * tasks, and of what holds for each or is not listed again, gives them the units that stand before or after those words.
 */
final class ForAll {
    private static final String WORK = "(?:任务|工作|事项|措施|举措|项目)";
    private static final String ALL =
            "(?:(?:本?(?:表|文|方案|清单|分工|附件)格?(?:中|内|所列)?|上表)的?)?(?:(?:以上|以下|上述|下述|上列|前述)(?:所列|所有|全部|各项|各|重点|主要){0,4}[\\p{IsHan}&&[^由的均都为是]]{0,6}?"
                    + WORK
                    + "|(?<!本类|本组|部分)(?:所有|全部|各项|每项|各条|本方案|本表|表中|文中)(?:所有|全部|各项|各|重点|主要){0,3}[\\p{IsHan}&&[^由的均都为是]]{0,6}?"
                    + WORK + "|以[上下](?:各项)?(?=均|都))";
    private static final Pattern MENTIONED = Pattern.compile(ALL);
    private static final Pattern EACH = Pattern.compile("均|都");
    private static final Pattern NOT_LISTED = Pattern.compile("不再[^，。；]{0,6}(?:列|单独|重复|标注|注明)|不另行?列");
    private static final String ORGAN = "(?:单位|部门|主体)";
    private static final Pattern OF_ALL =
            Pattern.compile("(?:为|是|作为)" + ALL + "的?(?:共同|具体|主体)?(?:牵头|责任|配合|落实|实施|参与|协办|承办)" + ORGAN);
    private static final Pattern GIVES = Pattern.compile(ORGAN + "|牵头|配合|负责|落实|参与|承担|协助|协办|做好|抓好|保障|涉及|包括|包含|含");
    private static final Pattern LEAD_IN = Pattern.compile(
            "^(?:(?:注|备注|说明)[：:]?|\\d{1,2}[.．、）)]|[（(]\\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九]是)?\\s*(?:的|中|内|落实|推进|实施|办理|涉及|(?:共同|具体|主体)?(?:责任|配合|落实|牵头|参与|协办)"
                    + ORGAN + "|均|都|还|同时|由|需要?|须|应|要|请|包括|包含|含|有|为|是|作为|[：:，,])*+");
    private static final Pattern TRAIL =
            Pattern.compile("均|都|为|是|作为|对|负责|配合|落实|参与|承担|协助|协办|做好|抓好|按|提供|牵头|共同|积极|组织|具体|[）)〕】］]?$");
    // 办公室 alone is no unit that a task could be given to
    private static final Pattern NOBODY = Pattern.compile(".{0,8}(?:办公室|秘书处|领导小组|专班)(?<!政府办公室|[委市县区旗]办公室)");
    private static final Pattern LEADS = Pattern.compile("牵头|主办|承办");
    private static final Pattern HELPS = Pattern.compile("配合|协助|协办|参与|做好|保障|支持|提供");
    private static final String SENTENCES = "。；;\n";
    private static final int LONGEST = 240;
    private static final int MOST_TRIES = 12;

    record Said(List<Passage> names, Part part) {}

    private ForAll() {}

    /** What the paragraph gives to all tasks; empty where it gives them nothing. */
    static List<Said> in(Passage paragraph) {
        var said = new ArrayList<Said>();
        int start = 0;
        for (int i = 0; i <= paragraph.length(); i++) {
            if (i == paragraph.length() || SENTENCES.indexOf(paragraph.charAt(i)) >= 0) {
                if (i > start && i - start <= LONGEST) {
                    sentence(inBracket(paragraph.slice(start, i)), said);
                }
                start = i + 1;
            }
        }
        return said;
    }

    // 三、重点任务（各镇人民政府为各项任务的配合单位，不再逐一列出）
    private static Passage inBracket(Passage sentence) {
        int close = sentence.length() - 1;
        int open = Chars.isClosing(sentence.charAt(close))
                ? Math.max(sentence.text().lastIndexOf('（'), sentence.text().lastIndexOf('('))
                : -1;
        return open >= 0 && sentence.slice(open, close).has(MENTIONED) ? sentence.slice(open + 1, close) : sentence;
    }

    static boolean says(Passage words) {
        return !in(words).isEmpty();
    }

    private static void sentence(Passage sentence, List<Said> said) {
        boolean each = sentence.has(EACH);
        boolean unlisted = sentence.contains("不") && sentence.has(NOT_LISTED);
        if (!each && !unlisted && !sentence.contains("为") && !sentence.contains("是")) {
            return;
        }
        boolean mentioned = sentence.has(MENTIONED);
        boolean ofAll = mentioned && sentence.has(OF_ALL);
        if (mentioned ? !each && !unlisted && !ofAll : !each || !unlisted) {
            return;
        }
        for (var clause : UnitList.cut(sentence, "，,")) {
            int from = 0;
            var all = clause.matcher(MENTIONED);
            boolean given = false;
            while (!given && from <= clause.length()) {
                boolean more = all.find();
                given = segment(
                        clause, clause.slice(from, more ? all.start() : clause.length()), unlisted || ofAll, said);
                if (!more) {
                    break;
                }
                from = all.end();
            }
        }
    }

    private static boolean segment(Passage clause, Passage segment, boolean sure, List<Said> said) {
        var lead = segment.matcher(LEAD_IN);
        int start = lead.find() ? lead.end() : 0;
        boolean each = segment.slice(0, start).has(EACH);
        var rest = segment.from(start);
        var trail = rest.matcher(TRAIL);
        for (int i = 0; i < MOST_TRIES && trail.find(); i++) {
            var words = rest.slice(0, trail.start()).strip();
            var names = words.length() < 2 ? List.<Passage>of() : UnitList.of(words);
            if (!names.isEmpty() && names.stream().allMatch(ForAll::isUnit)) {
                each |= EACH.matcher(trail.group()).matches();
                if ((sure || each) && clause.has(GIVES)) {
                    said.add(new Said(names, part(clause, words)));
                }
                return true;
            }
        }
        return false;
    }

    private static boolean isUnit(Passage name) {
        return UnitName.isUnit(name.text()) && !NOBODY.matcher(name.text()).matches();
    }

    private static Part part(Passage clause, Passage names) {
        var words = clause.text().replace(names.text(), "");
        return LEADS.matcher(words).find()
                ? Part.LEAD
                : HELPS.matcher(words).find() ? Part.COOPERATOR : Part.RESPONSIBLE;
    }
}
