package org.duban.task.plan.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days in all the ways documents write them: 2025年6月底, 9月20日, 第三季度, 上半年, 国庆节, 2024年5-6月. */
final class Dates {
    private static final String DASH = "\\s*(?:[-－—–─~～―]+|至|到)\\s*";
    private static final String YEAR =
            "(?:(?<y>(?:19|20)\\d{2}|[二][〇○零Oo][一二三四五六七八九〇○零]{2})\\s*年?|(?<w>今|本|当|明|次|后|同)年)";
    private static final String WITHIN_YEAR =
            "(?:(?<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\\s*月(?:份)?(?:\\s*(?<d>[0-3]?\\d|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\\s*(?:[日号]|(?=前))|(?<p>上中旬|中下旬|上旬|中旬|下旬|底|末|中|初)?)"
                    + "|第?(?<q>[一二三四1-4])(?:个)?季度(?:末|底)?|(?<h>上半年|下半年)(?:末|底)?|(?<f>" + Feast.NAMES
                    + ")|(?<e>年?[底末内]))";
    private static final String POINTED =
            "(?<![\\d.])(?<y3>(?:19|20)\\d{2})[.．/-](?<m3>1[0-2]|0?[1-9])(?:[.．/-](?<d3>[0-3]?\\d)(?!\\d)|(?=\\s*(?:$|前|底|[。；;，）)-]|—|至)))";
    private static final String FIVE_YEARS = "[“\"]?十(?<v>[三四五六])五[”\"]?(?:规划)?(?:时期|期)?(?:末|内|期间|间)";
    private static final String RELATIVE =
            "下个?月(?:份)?(?:(?<rd>[0-3]?\\d)[日号]|(?<rp>上旬|中旬|下旬|底|末|内))?|(?<rq>本季度)(?:末|底|内)?";
    private static final String EXPRESSION = "(?:" + FIVE_YEARS + "|(?<r>" + RELATIVE + ")|" + POINTED + "|" + YEAR
            + "\\s*度?(?:的)?" + WITHIN_YEAR + "?|(?<![\\d.])" + WITHIN_YEAR_NAMED() + ")";
    static final Pattern DATE = Pattern.compile(EXPRESSION);
    // every sign that DATE can begin with: most places of a text need not be tried
    private static final BitSet OPENING = Chars.set("0123456789“\"〇零一二三四五六七八九十今本当明次后同下上第年月元春清劳端建教妇青儿重除中国");
    private static final Pattern RANGE_END = Pattern.compile(
            "(?:(?<y>(?:19|20)\\d{2})\\s*年)?(?:\\s*(?<m>1[0-2]|0?[1-9])\\s*月(?:份)?)?(?:\\s*(?<d>[0-3]?\\d)\\s*[日号])?(?<p>上旬|中旬|下旬|底|末|中|初)?");
    private static final Pattern OPEN_RANGE = Pattern.compile(DASH);
    private static final Pattern FROM = Pattern.compile(
            "(?<y>(?:19|20)\\d{2}\\s*年)?\\s*(?<m>1[0-2]|0?[1-9])(?=" + DASH + "(?:1[0-2]|0?[1-9])\\s*月)");
    static final Pattern FULL_DAY = Pattern.compile(
            "(?<y>(?:19|20)\\d{2}|二[〇○零Oo][一二三四五六七八九〇○零]{2})\\s*年\\s*(?<m>\\d{1,2}|十[一二]?|[一二三四五六七八九])\\s*月\\s*(?<d>\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\\s*日");

    private static final int LONGEST_RANGE = 100;
    private static final int LONGEST_GAP = 12;

    private Dates() {}

    // the same alternatives without a year in front, under names of their own
    private static String WITHIN_YEAR_NAMED() {
        return WITHIN_YEAR
                .replace("?<m>", "?<m2>")
                .replace("?<d>", "?<d2>")
                .replace("?<p>", "?<p2>")
                .replace("?<q>", "?<q2>")
                .replace("?<h>", "?<h2>")
                .replace("?<f>", "?<f2>")
                .replace("?<e>年?[底末内]", "?<e2>(?<![半一二两三四五六七八九十几数])(?:本|当|今)?年度?[底末内]|(?<!个)(?:本|当)?月[底末内]");
    }

    /** The days that an expression stands for. */
    record Days(LocalDate first, LocalDate last) {}

    /** An expression found in a text. */
    record Found(int start, int end, Days days) {}

    /** Whether a date begins here; 2000 in 2000万人次 is none. */
    static boolean startsAt(String text, int index) {
        var date = DATE.matcher(text).region(index, text.length());
        return date.lookingAt() && (date.group("y") == null || date.end() - index > 4);
    }

    /** What a date leaves unsaid is taken from the day the text speaks on. */
    static List<Found> find(String text, LocalDate spoken) {
        var found = new ArrayList<Found>();
        var matcher = matcher(text);
        @Nullable LocalDate said = null;
        int from = 0;
        while (next(matcher, text)) {
            if (matcher.group("y") != null && matcher.end() - matcher.start() <= 4) {
                continue;
            }
            // 2026年暑期结束前（8月31日前）
            boolean yearless = matcher.group("y") == null && matcher.group("m2") != null;
            boolean inherits = yearless && said != null && said.isAfter(spoken) && follows(text, from, matcher.start());
            if (said != null && !found.isEmpty() && follows(text, from, matcher.start())) {
                found.removeLast();
            }
            boolean same = "同".equals(matcher.group("w"));
            days(matcher, (inherits || same) && said != null ? said : spoken)
                    .ifPresent(days -> found.add(new Found(matcher.start(), matcher.end(), days)));
            if (matcher.group("y") != null) {
                said = LocalDate.of(year(matcher, spoken), 1, 1);
                from = matcher.end();
            }
        }
        return found;
    }

    static Matcher matcher(String text) {
        return DATE.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** The next date of the matcher's text after the one that it found last; as {@link Matcher#find()}, and quicker. */
    static boolean next(Matcher matcher, String text) {
        int from = matcher.hasMatch() ? matcher.end() : 0;
        for (int i = from; i < text.length(); i++) {
            if (OPENING.get(text.charAt(i)) && matcher.region(i, text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a date may stand in the text: quick, and wrong only where it says yes. */
    static boolean mayStandIn(String text) {
        return text.chars().anyMatch(OPENING::get);
    }

    // the bracket explains the date just before it
    private static boolean follows(String text, int from, int at) {
        return at - from <= LONGEST_GAP && text.charAt(at - 1) == '（' && text.indexOf('。', from) != at - 2;
    }

    static Optional<LocalDate> fullDay(String text) {
        var matcher = FULL_DAY.matcher(text);
        return matcher.find()
                ? day(
                        ChineseNumber.parse(matcher.group("y")),
                        ChineseNumber.parse(matcher.group("m")),
                        ChineseNumber.parse(matcher.group("d")))
                : Optional.empty();
    }

    /** The first and last day of what stands in a phase's brackets; empty where that is no span of time. */
    static Optional<Days> range(String expression, LocalDate spoken) {
        var words = expression.substring(0, Math.min(expression.length(), LONGEST_RANGE));
        var short2 = FROM.matcher(words);
        if (short2.find()) {
            return shortRange(words, short2, spoken);
        }
        var first = DATE.matcher(words);
        if (!first.find()) {
            return Optional.empty();
        }
        var start = days(first, spoken);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        var rest = words.substring(first.end());
        var dash = OPEN_RANGE.matcher(rest);
        if (!dash.lookingAt()) {
            boolean until = rest.matches("(?:之|以)?前.*");
            return until ? Optional.of(new Days(spoken, start.get().last())) : start;
        }
        var end = last(rest.substring(dash.end()), start.get());
        return Optional.of(new Days(start.get().first(), end.orElse(start.get().last())));
    }

    // 2024年5-6月
    private static Optional<Days> shortRange(String words, Matcher from, LocalDate spoken) {
        int year = from.group("y") == null
                ? spoken.getYear()
                : Integer.parseInt(from.group("y").replaceAll("\\D", ""));
        int month = Integer.parseInt(from.group("m"));
        var rest = words.substring(from.end());
        var dash = OPEN_RANGE.matcher(rest);
        if (!dash.lookingAt()) {
            return Optional.empty();
        }
        var first = LocalDate.of(year, month, 1);
        return last(rest.substring(dash.end()), new Days(first, first)).map(end -> new Days(first, end));
    }

    // the end of a range leaves out what its start has said
    private static Optional<LocalDate> last(String words, Days start) {
        var whole = DATE.matcher(words);
        if (whole.lookingAt()) {
            boolean yearless = whole.group("y") == null && whole.group("w") == null;
            var context = start.first();
            var days = days(whole, context);
            if (days.isPresent() && yearless && days.get().last().isBefore(start.first())) {
                days = days(whole, context.plusYears(1));
            }
            return days.map(Days::last);
        }
        var end = RANGE_END.matcher(words);
        if (!end.lookingAt() || end.end() == 0) {
            return Optional.empty();
        }
        int year = end.group("y") == null ? start.first().getYear() : Integer.parseInt(end.group("y"));
        int month = end.group("m") == null ? start.first().getMonthValue() : Integer.parseInt(end.group("m"));
        return end.group("d") == null
                ? Optional.of(YearMonth.of(year, month).atEndOfMonth())
                : day(year, month, Integer.parseInt(end.group("d")));
    }

    private static Optional<Days> days(Matcher found, LocalDate spoken) {
        if (found.group("y3") != null) {
            int pointed = Integer.parseInt(found.group("y3"));
            int monthOfYear = Integer.parseInt(found.group("m3"));
            return found.group("d3") == null
                    ? Optional.of(months(pointed, monthOfYear, monthOfYear))
                    : day(pointed, monthOfYear, Integer.parseInt(found.group("d3")))
                            .map(day -> new Days(day, day));
        }
        if (found.group("v") != null) {
            int last = 2020 + (ChineseNumber.parse(found.group("v")) - 3) * 5;
            return Optional.of(new Days(LocalDate.of(last - 4, 1, 1), LocalDate.of(last, 12, 31)));
        }
        if (found.group("r") != null) {
            return relative(found, spoken);
        }
        int year = year(found, spoken);
        var month = either(found, "m");
        if (month != null) {
            return month(found, year, ChineseNumber.parse(month));
        }
        var quarter = either(found, "q");
        if (quarter != null) {
            int number = ChineseNumber.parse(quarter);
            return Optional.of(months(year, number * 3 - 2, number * 3));
        }
        var half = either(found, "h");
        if (half != null) {
            return Optional.of(half.startsWith("上") ? months(year, 1, 6) : months(year, 7, 12));
        }
        var feast = either(found, "f");
        if (feast != null) {
            boolean yearless = found.group("y") == null && found.group("w") == null;
            // 春节前, said in March, is the next
            return Feast.day(feast, year)
                    .map(day -> day.minusDays(1))
                    .flatMap(eve -> yearless && eve.isBefore(spoken)
                            ? Feast.day(feast, year + 1).map(day -> day.minusDays(1))
                            : Optional.of(eve))
                    .map(eve -> new Days(eve, eve));
        }
        var end = either(found, "e");
        if (end != null && end.contains("月")) {
            return Optional.of(months(spoken.getYear(), spoken.getMonthValue(), spoken.getMonthValue()));
        }
        return Optional.of(months(year, 1, 12));
    }

    // 下月10日, 本季度末
    private static Optional<Days> relative(Matcher found, LocalDate spoken) {
        if (found.group("rq") != null) {
            int last = (spoken.getMonthValue() + 2) / 3 * 3;
            return Optional.of(months(spoken.getYear(), last - 2, last));
        }
        var next = spoken.withDayOfMonth(1).plusMonths(1);
        var day = found.group("rd");
        return day == null
                ? Optional.of(
                        part(found.group("rp"), months(next.getYear(), next.getMonthValue(), next.getMonthValue())))
                : day(next.getYear(), next.getMonthValue(), Integer.parseInt(day))
                        .map(on -> new Days(on, on));
    }

    private static int year(Matcher found, LocalDate spoken) {
        if (found.group("y") != null) {
            return ChineseNumber.parse(found.group("y"));
        }
        return switch (found.group("w")) {
            case "明", "次" -> spoken.getYear() + 1;
            case "后" -> spoken.getYear() + 2;
            case null, default -> spoken.getYear();
        };
    }

    private static Optional<Days> month(Matcher found, int year, int month) {
        var dayWords = either(found, "d");
        if (dayWords != null) {
            return day(year, month, ChineseNumber.parse(dayWords)).map(day -> new Days(day, day));
        }
        return Optional.of(part(either(found, "p"), months(year, month, month)));
    }

    private static Days part(@Nullable String part, Days whole) {
        var first = whole.first();
        return switch (part == null ? "" : part) {
            case "初", "上旬" -> new Days(first, first.withDayOfMonth(10));
            case "上中旬" -> new Days(first, first.withDayOfMonth(20));
            case "中旬" -> new Days(first.withDayOfMonth(11), first.withDayOfMonth(20));
            case "中下旬" -> new Days(first.withDayOfMonth(11), whole.last());
            case "下旬" -> new Days(first.withDayOfMonth(21), whole.last());
            default -> whole;
        };
    }

    private static @Nullable String either(Matcher found, String group) {
        return found.group(group) != null ? found.group(group) : found.group(group + "2");
    }

    private static Days months(int year, int first, int last) {
        return new Days(LocalDate.of(year, first, 1), YearMonth.of(year, last).atEndOfMonth());
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
