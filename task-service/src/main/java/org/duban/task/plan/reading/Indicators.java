package org.duban.task.plan.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Targets with a number: at least, at most, exactly, a range, 全覆盖; several in one sentence each for itself. */
final class Indicators {
    private static final String MEASURES =
            "个百分点|百分点|微克/立方米|毫克/立方米|毫克/升|吨标准煤|[TGP]B|分贝|(?:个|张|台|项|家)?[/·](?:千人|万人|百户|平方公里)|个月|"
                    + "[万亿]?(?:人次|场次|批次|班次|架次|车次|航次|门次|户次|件次|台次|标箱|标准箱|课时|学时|个小时|小时|分钟|个工作日|工作日|平方公里|平方千米|平方米|立方米|千瓦时|兆瓦时|千瓦|兆瓦|千伏安|公里|千米|公斤|公顷|"
                    + "[个名项家所次张件场期人套台处户亩吨元条门支种批倍座间篇册部株对组份盒袋箱顿班宗单例村款类起只头例级辆片幅道首堂节课轮列趟艘架棵盏栋幢床席枚本块段口眼米羽尾只席帧]|年(?![度底前内末初中级])|分(?!别|类|批|级|布|期|步)|岁|天)|[万亿](?![\\p{IsHan}])";
    private static final String NUMBER = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
    private static final Pattern QUANTITY = Pattern.compile(
            "(?<pre>≥|≦|≧|≤|＞|>|＜|<|不低于|不少于|不小于|不得低于|不得少于|至少有?|最少|高于|超过|突破|大于|不超过|不高于|不多于|不大于|不得超过|低于|少于|(?:控制|压缩|压减|缩短|下降|降低|减少|降|减)(?:在|到|至))?(?:到|至|在|为)?\\s*"
                    + "(?<n>" + NUMBER + ")\\s*(?<pct1>[%％‰])?(?:\\s*(?:[-－—–~～]|至|到)\\s*(?<u>" + NUMBER
                    + "))?\\s*(?:余|多)?(?<measure>[%％‰]|" + MEASURES + ")?"
                    + "(?<post>\\s*(?:及以上|（含）以上|以上|及以下|以下|以内|之内|左右|(?<=[%％日时钟天])内))?");
    private static final Pattern HAN_QUANTITY = Pattern.compile(
            "(?<pre>不少于|至少|不低于|不超过)[\\p{IsHan}]{0,4}?(?<n>[一二两三四五六七八九十百]{1,4})(?<measure>次|个|名|项|家|所|场|期|人|篇|条)(?<post>以上)?");
    private static final Pattern HAN_PERCENT = Pattern.compile(
            "(?<pre>不低于|不少于|不超过|超过|高于|低于|控制在)?(?<measure>百分之)(?<n>\\d+(?:\\.\\d+)?|[一二三四五六七八九十百]{1,5})(?<post>及?以上|及?以下|以内)?");
    private static final Pattern WHOLE = Pattern.compile("全覆盖|全部(?=[\\p{IsHan}])");
    private static final Pattern AT_LEAST = Pattern.compile("≥|≧|＞|>|不低于|不少于|不小于|不得低于|不得少于|至少有?|最少|高于|超过|突破|大于");
    private static final Pattern WITHIN = Pattern.compile("\\s*(?:个?工作日|天|日|个?小时|分钟)(?:之|以)?内");
    private static final Pattern APART = Pattern.compile("(?<pre>至少|不少于|不低于|不超过)[\\p{IsHan}]{1,8}$");
    private static final Pattern AT_MOST = Pattern.compile("≤|≦|＜|<|不超过|不高于|不多于|不大于|不得超过|低于|少于");
    private static final Pattern SHRINK = Pattern.compile("(?:控制|压缩|压减|缩短|下降|降低|减少|降|减)(?:在|到|至)");
    private static final Pattern NO_TARGET_BEFORE =
            Pattern.compile("(?:第|每|前|近|过去|连续|超|达标准|GB|版|年龄|不满|未满|已满|满|上述|以上|这|该)$");
    private static final Pattern NO_TARGET_AFTER = Pattern.compile(
            "^(?:[年月日号届期)）]|个月|周年|周岁|点|时(?!间)|小时内(?:报|上报|反馈|响应)|[〕\\]］]|个工作日(?:之|以)?内(?!.{0,2}$)|天内(?!$)|日内)");
    private static final Pattern STRIPPED =
            Pattern.compile("^(?:(?:并且?|同时|其中|确保实现|确保|使得?|推动实现|实现|达到(?=[^\\d]{2})|且|以及)(?![\\d.]*[个名项家所次]))+");
    // 由82%提高到95%
    private static final Pattern FROM = Pattern.compile("(?:由|从)[^，。；、\\d]{0,8}(?:\\d{4}年[^，。；、\\d]{0,6})?$");
    private static final Pattern REACHING =
            Pattern.compile("[^，。；、\\d]{0,4}?(?:提高|提升|上升|增加|增长|扩大|下降|降低|压缩|压减|缩短|减少|减|降|增)(?:到|至|为)");
    private static final Pattern TRAILING = Pattern.compile("(?:的)?(?:要求|目标|标准要求|目标要求|水平)$");
    private static final Pattern MODAL = Pattern.compile("能够|可以|能|均");
    private static final int LONGEST = 40;
    private static final int LONGEST_CLAUSE = 400;
    private static final int MOST_DIGITS = 15;
    private static final int NEAR = 32;

    private static final String OPENING = "《〔“〈";
    private static final String CLOSING = "》〕”〉";

    private Indicators() {}

    private record Hit(int start, int end, Operator operator, BigDecimal value, BigDecimal upper, String measure) {}

    static List<Reading.Indicator> in(Passage text) {
        var indicators = new ArrayList<Reading.Indicator>();
        for (var clause : Clauses.clauses(text)) {
            indicators.addAll(inClause(clause));
        }
        return indicators;
    }

    private static List<Reading.Indicator> inClause(Passage clause) {
        var hits = hits(clause);
        var indicators = new ArrayList<Reading.Indicator>();
        for (int i = 0; i < hits.size(); i++) {
            var hit = hits.get(i);
            int from = i == 0 ? 0 : startOf(clause, hits.get(i - 1), hit);
            int to = i + 1 < hits.size() ? endOf(clause, hit, hits.get(i + 1)) : clause.length();
            // what is shown ends sooner, and a clause that never ends must not be copied for each of its numbers
            int near = Math.max(from, hit.start - LONGEST_CLAUSE);
            indicators.add(indicator(clause.slice(near, Math.min(to, hit.end + LONGEST_CLAUSE)), hit));
        }
        return indicators;
    }

    private static Reading.Indicator indicator(Passage words, Hit hit) {
        var text = words.strip().stripLeading(STRIPPED).strip();
        var trailing = text.matcher(TRAILING);
        if (trailing.find() && trailing.start() > 8) {
            text = text.slice(0, trailing.start());
        }
        var shown = text.length() > LONGEST ? text.slice(0, LONGEST) : text;
        var upper = hit.operator == Operator.BETWEEN ? hit.upper : null;
        return new Reading.Indicator(
                shown.written(),
                hit.operator,
                hit.value,
                upper,
                hit.measure,
                text.span(),
                text.length() > LONGEST ? 0.75 : 0.9);
    }

    // the second target of a clause begins at its own list item, or at the verb before it
    private static int startOf(Passage clause, Hit previous, Hit hit) {
        var modal = MODAL.matcher(clause.text()).region(previous.end, hit.start);
        int verb = -1;
        while (modal.find()) {
            verb = verb < 0 ? modal.start() : verb;
        }
        if (verb >= 0) {
            return verb;
        }
        int stop = lastIndexOf(clause, "、", previous.end, hit.start);
        if (stop >= 0) {
            return stop + 1;
        }
        int and = Math.max(
                lastIndexOf(clause, "和", previous.end, hit.start), lastIndexOf(clause, "及", previous.end, hit.start));
        return and >= 0 ? and + 1 : previous.end;
    }

    // 培训骨干100名、新建示范点20个 ends at 、; 80%的学校、90%的医院达到标准 shares its end
    private static int endOf(Passage clause, Hit hit, Hit next) {
        boolean share = hit.end < clause.length() && clause.charAt(hit.end) == '的';
        int stop = lastIndexOf(clause, "、", hit.end, next.start);
        return stop >= 0 && !share ? stop : clause.length();
    }

    private static int lastIndexOf(Passage clause, String mark, int from, int to) {
        int at = clause.text().substring(from, Math.max(from, to)).lastIndexOf(mark);
        return at < 0 ? -1 : from + at;
    }

    private static List<Hit> hits(Passage clause) {
        var text = clause.text();
        var hits = new ArrayList<Hit>();
        var quoted = quoted(text);
        addQuantities(text, QUANTITY.matcher(text), quoted, hits);
        if (hits.isEmpty()) {
            addQuantities(text, HAN_PERCENT.matcher(text), quoted, hits);
        }
        if (hits.isEmpty()) {
            addQuantities(text, HAN_QUANTITY.matcher(text), quoted, hits);
        }
        var whole = WHOLE.matcher(text);
        if (hits.isEmpty() && whole.find() && !quoted.get(whole.start())) {
            hits.add(new Hit(
                    whole.start(), whole.end(), Operator.EXACTLY, BigDecimal.valueOf(100), BigDecimal.ZERO, "%"));
        }
        return hits;
    }

    private static void addQuantities(String text, Matcher quantity, BitSet quoted, List<Hit> hits) {
        while (quantity.find()) {
            var percent = quantity.groupCount() > 4 && quantity.group("pct1") != null
                    ? quantity.group("pct1").replace('％', '%')
                    : null;
            var measure = quantity.group("measure") == null
                    ? percent
                    : quantity.group("measure").replace('％', '%');
            int end = quantity.end("n");
            var after = text.substring(end, Math.min(text.length(), end + NEAR));
            var before = text.substring(Math.max(0, quantity.start() - NEAR), quantity.start());
            measure = "百分之".equals(measure) ? "%" : measure;
            if (measure == null
                    || isEndless(quantity)
                    || FROM.matcher(before).find()
                            && REACHING.matcher(text)
                                    .region(quantity.end(), text.length())
                                    .lookingAt()
                    || Dates.startsAt(text, quantity.start("n"))
                    || NO_TARGET_BEFORE.matcher(before).find()
                    || NO_TARGET_AFTER.matcher(after).find() && !isPeriod(quantity, measure)
                    || quoted.get(quantity.start())
                    || isTimeLimit(quantity, after)) {
                continue;
            }
            hits.add(hit(quantity, measure, before));
        }
    }

    // 不少于3年
    private static boolean isPeriod(Matcher quantity, String measure) {
        return measure.equals("年") && !words(quantity, "pre").isEmpty();
    }

    // no quantity has so many digits
    private static boolean isEndless(Matcher quantity) {
        boolean upper = quantity.groupCount() > 4 && words(quantity, "u").length() > MOST_DIGITS;
        return upper || quantity.group("n").length() > MOST_DIGITS;
    }

    // 10个工作日内办结 is a day, 压缩至3个工作日以内 a target
    private static boolean isTimeLimit(Matcher quantity, String after) {
        return words(quantity, "pre").isEmpty() && WITHIN.matcher(after).lookingAt();
    }

    private static Hit hit(Matcher quantity, String measure, String near) {
        boolean ranged = quantity.groupCount() > 4 && quantity.group("u") != null;
        var value = number(quantity.group("n"));
        var upper = ranged ? number(quantity.group("u")) : BigDecimal.ZERO;
        var operator = ranged ? Operator.BETWEEN : operator(before(quantity, near), words(quantity, "post"));
        return new Hit(quantity.start(), quantity.end(), operator, value, upper, measure);
    }

    // 至少召开1次
    private static String before(Matcher quantity, String near) {
        var apart = APART.matcher(near);
        var words = words(quantity, "pre");
        return words.isEmpty() && apart.find() ? apart.group("pre") : words;
    }

    private static String words(Matcher quantity, String group) {
        var words = quantity.group(group);
        return words == null ? "" : words.strip();
    }

    private static Operator operator(String before, String after) {
        if (AT_LEAST.matcher(before).matches() || after.contains("以上")) {
            return Operator.AT_LEAST;
        }
        boolean most =
                AT_MOST.matcher(before).matches() || SHRINK.matcher(before).matches();
        return most || after.contains("以下") || after.contains("内") ? Operator.AT_MOST : Operator.EXACTLY;
    }

    private static BigDecimal number(String words) {
        return words.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',')
                ? new BigDecimal(words.replace(",", ""))
                : BigDecimal.valueOf(ChineseNumber.parse(words));
    }

    // numbers in titles, document numbers and slogans are no targets
    private static BitSet quoted(String text) {
        var quoted = new BitSet();
        var open = new boolean[OPENING.length()];
        for (int i = 0; i < text.length(); i++) {
            int opens = OPENING.indexOf(text.charAt(i));
            int closes = CLOSING.indexOf(text.charAt(i));
            if (opens >= 0) {
                open[opens] = true;
            } else if (closes >= 0) {
                open[closes] = false;
            }
            quoted.set(i, open[0] || open[1] || open[2] || open[3]);
        }
        return quoted;
    }
}
