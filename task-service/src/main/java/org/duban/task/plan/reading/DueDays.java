package org.duban.task.plan.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a day by which something is owed (9月20日前, 到2025年, 10个工作日内) from days that are only mentioned. */
final class DueDays {
    private static final Pattern LIMIT_AFTER = Pattern.compile(
            "[”\\s]{0,2}(?:\\d{1,2}(?:[时点]|[:：]\\d{2})|[（(](?:含|星期|周)[^）)]{0,4}[）)]|下班){0,2}(?:之前|以前|前|止|内|完成|结束|交付|收官|办结|销号|到位|上线|通车|建成|投用|投入|竣工|启用|实现|达到|全面|全部|基本|分别完成|分批完成)");
    private static final Pattern LIMIT_BEFORE = Pattern.compile(
            "(?:到|至|截至|截止|截止到|不迟于|不晚于|(?:最迟|最晚|至迟)(?:于|在|到)?|不超过|不得超过|力争|确保|争取|(?:时限|时间|期限|节点|日期)(?:要求)?(?:为)?[：:]?\\s*)$");
    private static final Pattern SELF_LIMITED = Pattern.compile(".*(?:[底末旬]|[^年月]内)$|.*\\d{4}年内$|.*\\d月内$");
    private static final Pattern RECURRING_BEFORE = Pattern.compile(
            "(?:次年|每年|每年度|每季度|每月|每|逐年|从|自|往年|历年)(?:的)?(?:(?:1?\\d月)(?:\\d{1,2}日|底|末|初|[上中下]旬)?(?:之?前)?[、和及与]){0,4}$");
    private static final Pattern NO_LIMIT_AFTER =
            Pattern.compile("\\s*(?:起|以来|以后|之后|后|前后|开始|前已|(?:的)?(?:数据|数值|水平|基数|存量)|[-－—–~～至](?!前))");
    // 年内分批办理 says when, and nothing is to be reached
    private static final Pattern IN_PARTS = Pattern.compile("分(?:批|阶段|期|步)");
    private static final Pattern YEAR = Pattern.compile("20\\d{2}年|今年|明年");
    // 上半年，覆盖率达到90%
    private static final Pattern PERIOD = Pattern.compile(".*(?:半年|季度)");
    // 2024年三季度接入视频监控
    private static final Pattern DATED = Pattern.compile("(?:20\\d{2}|[今明])年.*(?:半年|季度|月)");
    private static final Pattern DOES = Pattern.compile("(?!的|至|到|起|以来|以后|后|之后|开始|份)[\\p{IsHan}]{2}");
    private static final Pattern WHOLE_MONTH = Pattern.compile("(?:20\\d{2}年|[今明]年)?\\d{1,2}月份?");
    private static final Pattern DONE = Pattern.compile(
            "[^，。；]{0,8}?(?:印发|报(?!告|道)|提交|出台|完成|实施|启动|召开|举办|开展|组织|投入|投用|建成|开工|竣工|验收|上线|运行|交付|接入|形成|发布|公布|提请|审议|审定|达到|实现)");
    private static final Pattern CLAUSE_START = Pattern.compile("(?:^|[，。；：\\n])$");
    // “十四五”期间 is a limit for what is to be reached
    private static final Pattern REACHED =
            Pattern.compile("[^，。；前后季]{0,16}(?:完成|建成|实现|达到|到位|出台|印发|投用|启用|竣工|开工|消除|达(?=\\d))(?!的)");
    private static final Pattern ENDING = Pattern.compile("之前|以前|前|止|内");
    private static final Pattern WORKING_DAYS = Pattern.compile(
            "(?<base>自?(?:本)?(?:方案|通知|文件|纪要|意见|机制|制度|办法|清单|台账|分工|计划|函|要点)?(?:印发|发文|下发|发布)(?:之日起?|之后|后)?|会后|自?(?:本次)?会议(?:召开|结束)?(?:之)?(?:后|日起))(?:的)?(?<n>\\d{1,3}|[一二三四五六七八九十]{1,3})个?(?<kind>工作日|日|天|个?月|周|星期)(?:之|以)?内|(?<half>自?(?:本)?(?:方案|通知|文件|机制|办法)?(?:印发|发布)(?:之日起?|后))半年内");

    private static final Pattern MONTHS = Pattern.compile(
            "(?<![\\d每年])(?:20\\d{2}年\\d{1,2}月?|(?<!年)\\d{1,2}月?)(?:(?<=月)\\d{1,2}日)?\\s*(?:[-－—–~～─]{1,2}|至|到)\\s*(?:20\\d{2}年)?\\d{1,2}月(?:\\d{1,2}日|底)?(?!\\d)"
                    + "|(?<![每\\d])(?:20\\d{2}年)?\\d{1,2}月\\d{1,2}日(?:[-－—–~～─]{1,2}|至|到)\\d{1,2}日");
    private static final int LONGEST_TITLE = 120;

    private DueDays() {}

    record Due(Passage words, LocalDate on) {}

    /** Every limit that the text sets, in order. */
    static List<Due> in(Passage text, Moment moment) {
        var due = new ArrayList<Due>();
        for (var found : Dates.find(text.text(), moment.day())) {
            if ((limits(text.text(), found) || isPlanned(text.text(), found, moment))
                    && !insideTitle(text.text(), found.start())) {
                due.add(new Due(wordsOf(text, found), found.days().last()));
            }
        }
        var counted = text.matcher(WORKING_DAYS);
        while (text.contains("内") && counted.find()) {
            var words = text.slice(counted.start(), counted.end());
            var from = from(counted, moment);
            if (from != null) {
                due.add(new Due(words, counted(counted, from, moment.workingDays())));
            }
        }
        due.sort(Comparator.comparingInt(limit -> limit.words.span().start()));
        return due;
    }

    /** The last day that the text gives. */
    static Optional<Due> last(Passage text, Moment moment) {
        return in(text, moment).stream().max(Comparator.comparing(Due::on));
    }

    /** The last day that a task gives: 2023年7月—9月集中排查 ends with its last month. */
    static Optional<Due> ofTask(Passage text, Moment moment) {
        var limits = in(text, moment);
        var range = text.matcher(MONTHS);
        while (range.find()) {
            var words = text.slice(range.start(), range.end());
            if (!insideTitle(text.text(), range.start())) {
                Dates.range(words.text(), moment.day()).ifPresent(days -> limits.add(new Due(words, days.last())));
            }
        }
        return limits.stream()
                .filter(limit -> !isVague(limit) || limits.stream().noneMatch(other -> isWithin(other, limit)))
                .max(Comparator.comparing(Due::on));
    }

    // 年内新建40家，12月20日前验收: the year tells less than the day
    private static boolean isVague(Due due) {
        return due.words.text().endsWith("年内");
    }

    private static boolean isWithin(Due day, Due year) {
        return !isVague(day) && day.on.getYear() == year.on.getYear();
    }

    /** The last day of a column or label that holds nothing but the limit: 2024年6月, 3月至9月; empty for 长期坚持. */
    static Optional<Due> within(Passage words, Moment moment) {
        return last(words, moment)
                .or(() -> Dates.range(words.text(), moment.day()).map(days -> new Due(words, days.last())));
    }

    private static @Nullable LocalDate from(Matcher counted, Moment moment) {
        var base = counted.group("base");
        return base != null && base.contains("会") ? moment.meeting() : moment.day();
    }

    private static LocalDate counted(Matcher counted, LocalDate from, WorkingDays workingDays) {
        if (counted.group("half") != null) {
            return from.plusMonths(6);
        }
        int n = ChineseNumber.parse(counted.group("n"));
        return switch (counted.group("kind")) {
            case "工作日" -> workingDays.after(from, n);
            case "日", "天" -> from.plusDays(n);
            case "周", "星期" -> from.plusWeeks(n);
            default -> from.plusMonths(n);
        };
    }

    private static boolean limits(String text, Dates.Found found) {
        var before = text.substring(Math.max(0, found.start() - 24), found.start());
        var after = text.substring(found.end(), Math.min(text.length(), found.end() + 16));
        var words = text.substring(found.start(), found.end());
        if (RECURRING_BEFORE.matcher(before).find()
                || NO_LIMIT_AFTER.matcher(after).lookingAt()) {
            return false;
        }
        if (words.startsWith("次年")) {
            return false;
        }
        if (words.endsWith("年内") || words.endsWith("月内") || words.endsWith("年度内")) {
            return !IN_PARTS.matcher(after).lookingAt();
        }
        if (words.endsWith("间")) {
            return REACHED.matcher(after).lookingAt();
        }
        if (YEAR.matcher(words).matches()
                && !after.matches("(?s)\\s*[\\d一二三四上下].*")
                && CLAUSE_START.matcher(before).find()
                && REACHED.matcher(after).lookingAt()) {
            return true;
        }
        if (before.endsWith("前（") && after.startsWith("）")
                || PERIOD.matcher(words).matches() && after.startsWith("，")
                || DATED.matcher(words).matches()
                        && (CLAUSE_START.matcher(before).find() || before.endsWith("在"))
                        && DOES.matcher(after).lookingAt()) {
            return true;
        }
        return LIMIT_AFTER.matcher(after).lookingAt()
                || LIMIT_BEFORE.matcher(before).find()
                || SELF_LIMITED.matcher(words).matches();
    }

    // 于第三季度报审定, 第四季度印发实施
    private static boolean isPlanned(String text, Dates.Found found, Moment moment) {
        var before = text.substring(Math.max(0, found.start() - 8), found.start());
        var after = text.substring(found.end(), Math.min(text.length(), found.end() + 16));
        var words = text.substring(found.start(), found.end());
        return !found.days().last().isBefore(moment.day())
                && !NO_LIMIT_AFTER.matcher(after).lookingAt()
                && (PERIOD.matcher(words).matches()
                                && (CLAUSE_START.matcher(before).find() || before.endsWith("于"))
                        || before.endsWith("于") && WHOLE_MONTH.matcher(words).matches())
                && DONE.matcher(after).lookingAt();
    }

    private static boolean insideTitle(String text, int at) {
        int from = Math.max(0, at - LONGEST_TITLE);
        var near = text.substring(from, Math.min(text.length(), at + LONGEST_TITLE));
        int open = near.lastIndexOf('《', at - from);
        return open >= 0 && near.lastIndexOf('》', at - from) < open && near.indexOf('》', at - from) >= 0;
    }

    private static Passage wordsOf(Passage text, Dates.Found found) {
        var before = LIMIT_AFTER.matcher(text.text()).region(found.end(), text.length());
        boolean ends =
                before.lookingAt() && ENDING.matcher(before.group().strip()).matches();
        return text.slice(found.start(), ends ? before.end() : found.end());
    }
}
