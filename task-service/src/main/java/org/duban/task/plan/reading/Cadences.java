package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recurring obligations: each entry of the table is one way to say how often. */
final class Cadences {
    private record Word(Every every, Pattern pattern) {}

    // without one of these no word below stands anywhere
    private static final BitSet RHYTHMS = Chars.set("年季月周星");

    // “月调度、季分析、年考核”
    private static final String DONE = "(?:调度|通报|报告|点评|分析|考核|总结|例会|督查|评比|评估|小结|研判|报送|会商|盘点|监测|汇总|清零|排查|巡查|交流|公示|推送)";
    private static final List<Word> WORDS = List.of(
            new Word(
                    Every.QUARTER,
                    Pattern.compile("每年(?:的)?(?:\\d{1,2}月(?:\\d{1,2}日|底|末|初|[上中下]旬)?(?:之?前)?[、和及与]){3}\\d{1,2}月")),
            // 每年6月底、12月底前
            new Word(
                    Every.HALF_YEAR,
                    Pattern.compile(
                            "每年(?:的)?\\d{1,2}月(?:\\d{1,2}日|底|末|初|[上中下]旬)?(?:之?前)?[、和及与]\\d{1,2}月(?!.{0,6}[、和及与]\\d{1,2}月)")),
            new Word(Every.HALF_YEAR, Pattern.compile("每半年|半年(?:一次|报告|调度)")),
            new Word(
                    Every.WEEK,
                    Pattern.compile(
                            "每周|每星期|周[一二三四五六日](?:至|到|、)周[一二三四五六日]|按周|周调度|周例会|周通报|周报(?!告?社)|一周一|(?<![\\p{IsHan}\\d])周"
                                    + DONE + "|(?:实行|建立|落实)周" + DONE + "")),
            new Word(
                    Every.QUARTER,
                    Pattern.compile("每(?:个|一)?季度?|按季度?|季度(?:调度|通报|例会|报告)|一季度?一|(?<![\\p{IsHan}\\d])季" + DONE)),
            new Word(
                    Every.MONTH,
                    Pattern.compile("每(?:个|一)?月|按月|逐月|(?<![个\\d一二三两])月" + DONE + "|(?<![个\\d一二三两])月报|一月一")),
            new Word(
                    Every.YEAR,
                    Pattern.compile(
                            "每(?:个|一)?年度?|(?<![至到—–~～-])次年\\d{1,2}月|逐年|按年度?(?!龄|级|代|份|限)|一年一|年度有|(?<![\\p{IsHan}\\d])年"
                                    + DONE
                                    + "|(?:建立|制定|制订|形成|开展|提交|报送|进行|组织)[^，。；]{0,8}(?<![本上一前当])年度[^，。；]{0,6}(?:目标|计划|总结|报告|考核|评估|方案)")));
    private static final Pattern ADVERBIAL = Pattern.compile(
            "(?:原则上)?(?:于|在)?每(?:个|一)?(?:年度?|半年|月|周|季度?)(?:的)?(?:末|首|初|底|第一个?|最后一个?|\\d{1,2}月|月|周|\\d{1,2}[日号]|[上中下]旬|星期.|之|以|前|后)*+");
    private static final Pattern NO_DUTY =
            Pattern.compile("每年(?:增长|递增|提高|增加)|逐年(?:只增|不减|增长|增加|提高|提升|递增|上升|下降)|每[年月](?:平均|人均)");

    private static final Pattern BRIEF =
            Pattern.compile("(?:^|“)(?<what>[^“”]{0,4}?[日周月季年](?:度)?一?" + DONE + ")(?:制度?|机制)?(?:$|”)");
    // 对进展实行一周一调度、一月一通报: the same is done to both
    private static final Pattern INTRODUCED = Pattern.compile("^对[^、]{1,24}?(?:实行|执行|落实|坚持|建立|推行)(?=[“一每按日周月季年旬])");
    private static final Pattern DAY = Pattern.compile("\\d{4}年\\d{1,2}月");
    private static final int SHORT = 8;
    private static final Pattern COUNTED = Pattern.compile("^[一二三四五六七八九十]是");
    private static final Pattern POINT = Pattern.compile("^(?:\\d{1,2}[.．、](?!\\d)|[（(]\\d{1,2}[）)]|[①-⑳])\\s*");
    private static final int LONGEST = 120;

    private Cadences() {}

    static List<Reading.Cadence> in(Passage text) {
        var cadences = new ArrayList<Reading.Cadence>();
        var clauses = clauses(text);
        for (int i = 0; i < clauses.size(); i++) {
            var clause = clauses.get(i);
            if (!clause.containsAny(RHYTHMS) || isHeading(text, clause)) {
                continue;
            }
            for (var word : WORDS) {
                var found = clause.matcher(word.pattern);
                if (found.find()
                        && !clause.has(NO_DUTY)
                        && !isOnce(found.group(), clause)
                        && isDuty(clause, found.end())) {
                    cadences.add(
                            cadence(isAdverbial(clause) ? Deadlines.withNext(text, clauses, i) : clause, word.every));
                    break;
                }
            }
        }
        return cadences;
    }

    // 2月28日前制定年度工作方案 is owed once
    private static boolean isOnce(String said, Passage clause) {
        return said.contains("年度") && !said.contains("每") && !said.contains("按") && clause.has(DAY);
    }

    // 每月调度、每季度通报 says two things
    private static List<Passage> clauses(Passage text) {
        var clauses = new ArrayList<Passage>();
        for (var clause : inBrackets(Clauses.clauses(text))) {
            if (!clause.containsAny(RHYTHMS)) {
                clauses.add(clause);
                continue;
            }
            var parts = clause.length() > LONGEST ? List.of(clause) : cut(clause);
            var rhythmic = parts.stream()
                    .filter(part -> WORDS.stream().anyMatch(word -> part.has(word.pattern)))
                    .toList();
            boolean each =
                    parts.size() > 1 && rhythmic.size() > 1 && parts.stream().allMatch(Cadences::isBrief);
            clauses.addAll(each ? rhythmic : List.of(clause));
        }
        return clauses;
    }

    private static boolean isBrief(Passage part) {
        return part.length() <= SHORT || WORDS.stream().anyMatch(word -> part.has(word.pattern));
    }

    private static List<Passage> cut(Passage clause) {
        var parts = new ArrayList<Passage>();
        int start = 0;
        for (int end = 0; end <= clause.length(); end++) {
            if (end == clause.length() || clause.charAt(end) == '、') {
                var part = clause.slice(start, end).stripLeading(INTRODUCED);
                var brief = part.matcher(BRIEF);
                parts.add(brief.find() ? part.slice(brief.start("what"), brief.end("what")) : part);
                start = end + 1;
            }
        }
        return parts;
    }

    // （四）信息月报。
    private static boolean isHeading(Passage text, Passage clause) {
        int end = text.indexAt(clause.span().end() - 1) + 1;
        return clause.length() <= SHORT
                && clause.span().start() == text.span().start()
                && end < text.length()
                && text.charAt(end) == '。'
                && !clause.contains("每")
                && !clause.contains("按");
    }

    // （甲、乙负责，每年5月组织实施）
    private static List<Passage> inBrackets(List<Passage> clauses) {
        return clauses.stream()
                .flatMap(clause -> Expressions.OPENING.indexOf(clause.charAt(0)) >= 0
                                && Expressions.closing(clause, 0) == clause.length() - 1
                        ? Clauses.clauses(clause.slice(1, clause.length() - 1)).stream()
                        : Stream.of(clause))
                .toList();
    }

    private static boolean isDuty(Passage clause, int end) {
        return clause.length() - end >= 2
                || end >= 4
                || BRIEF.matcher(clause.text()).matches();
    }

    // "每季度末月25日前，" alone says nothing: the clause after it belongs to it
    private static Reading.Cadence cadence(Passage words, Every every) {
        return cadenceOf(Deadlines.explained(words).stripLeading(COUNTED).stripLeading(POINT), every);
    }

    private static Reading.Cadence cadenceOf(Passage words, Every every) {
        return new Reading.Cadence(words.written(), every, words.written(), words.span(), 0.85);
    }

    private static boolean isAdverbial(Passage clause) {
        return ADVERBIAL.matcher(clause.text()).matches();
    }
}
