package org.duban.task.plan.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers of a clause that are to be reached, each with its bound and measure. A new measure is one more entry in
 * {@link #MEASURE}, a new bound in {@link #AT_LEAST}, {@link #AT_MOST} or {@link #SHRINK}.
 */
final class Quantities {
    private static final String COUNTED =
            "(?:[个名项家所张件场期人套台处户亩吨元条门支种批倍座间篇册部株对组份盒袋箱顿班宗单例村款类起只头例级辆片幅道首堂节课轮列趟艘架棵盏栋幢床席枚本块段口眼米羽尾帧斤升页周桶团幕群次]|路(?!公交|车|口|段|线))";
    // 克/平方米, 元/人·月, 公里/小时
    private static final String ONE =
            "(?:毫克|微克|千克|公斤|克|吨|标准煤|元|张|批次|人次|人|个|台|辆|次|户|家|件|份|升|立方米|平方米|平方公里|公里|千米|米|公顷|小时|分钟|秒|千瓦时|度|亩|床|车|班|天|日|周|月|年|学期)";
    private static final String RATE = "[万亿]?" + ONE + "/[百千万]?" + ONE + "(?:[·•]" + ONE + ")?";
    private static final String MEASURE = "/(?:10万|百万|万|千)|" + RATE
            + "|个百分点|百分点|个(?:等级|品种|档次|位次|班次)|[μu]g/m[³3]|mg/L|微克/立方米|毫克/立方米|毫克/升|吨标准煤|[TGP]B|[GMTK]bps|[GM](?![A-Za-z\\p{IsHan}])|分贝|(?:个|张|台|项|家)?[/·](?:千人|万人|百户|平方公里)|个月|"
            + "[万亿]?(?:余|多)?(?:门次|标箱|标准箱|课时|学时|个?工作小时|个小时|小时|分钟|个工作日|工作日|平方公里|平方千米|平方米|立方米|千瓦时|兆瓦时|千瓦|兆瓦|千伏安|公里|千米|公斤|公顷|万元|亿元|"
            + "(?:航|车|班|学|架|场|批|户|件|台|辆|亩|人|套|家|剂)次|" + COUNTED
            + "|年(?![度底前内末初中级])|分(?!别|类|批|级|布|期|步)|岁|天|(?<=(?:不少于|不低于|不超过|不短于|至少)\\d{1,4})日)(?:[（(][次套处个座辆部件间户家所项人]次?[）)])?|[万亿](?![\\p{IsHan}])";
    private static final String NUMBER = "\\d+(?:,\\d{3}){0,5}(?:\\.\\d+)?";
    private static final String AT_LEAST =
            "≥|≧|＞|>|不低于|不少于|不小于|不短于|不得低于|不得少于|不应低于|不应少于|应不低于|应不少于|至少有?|最少|高于|超过|超(?!过)|突破|大于";
    private static final String AT_MOST = "≤|≦|＜|<|不超过|不超(?!过)|不高于|不多于|不大于|不长于|不得超过|不得高于|不得长于|低于|少于|小于|短于";
    private static final String SHRINK = "(?:控制|压缩|压减|缩短|缩减|下降|降低|减少|精简|降|减)(?:在|到|至)";
    private static final String UNIT = "(?:[万亿]?(?:个百分点|个工作日|平方米|立方米|公里|千米|小时|分钟|人次|千瓦|[个名项家所张件场人台处户亩座支条天次元吨]))?";

    private static final BitSet DIGITS = Chars.set("0123456789");
    private static final BitSet HAN_NUMBERS = Chars.set("一二两三四五六七八九十百");
    private static final Pattern QUANTITY = Pattern.compile("(?<pre>" + AT_LEAST + "|" + AT_MOST + "|" + SHRINK
            + ")?(?:到|至|在|为)?\\s*(?<n>" + NUMBER + ")\\s*(?<pct1>[%％‰])?(?:" + UNIT
            + "\\s*(?:[-－—–~～]|至|到)\\s*(?<u>" + NUMBER + "))?\\s*(?:余|多)?(?<measure>[%％‰]|" + MEASURE + ")?"
            + "(?<post>\\s*(?:及以上|（含）以上|以上|及以下|以下|以内|之内|左右|(?<=[%％日时钟天])内))?");
    private static final Pattern HAN_BOUND = Pattern.compile(
            "(?<pre>不少于|至少|不低于|不超过)[\\p{IsHan}]{0,4}?(?<n>[一二两三四五六七八九十百]{1,4})(?<measure>次|个|名|项|家|所|场|期|人|篇|条|处|支)(?<post>以上)?");
    // 新建养老院三家; 一 is rarely a target
    private static final Pattern HAN_COUNT = Pattern.compile(
            "(?<pre>)(?:(?<=新建|建成|培育|打造|创建|新增|建设|改造|引进|评选|选树|完成)|(?<=(?:新建|建成|培育|打造|创建|新增|建设|改造|引进|开展|组织|举办|召开|演练|检查|巡查|培训)[\\p{IsHan}]{0,8}))"
                    + "(?<n>[二两三四五六七八九十百]{1,4}|一(?=(?:家|所|座|处|名|场|次|支)以上))(?<measure>家|所|座|处|名|场|次|支)(?<post>以上)?(?![\\p{IsHan}]?(?:联动|结合|制度))");
    private static final Pattern HAN_PERCENT = Pattern.compile(
            "(?<pre>不低于|不少于|不超过|超过|高于|低于|控制在)?(?<measure>百分之)(?<n>\\d+(?:\\.\\d+)?|[一二三四五六七八九十百]{1,5})(?<post>及?以上|及?以下|以内)?");
    private static final Pattern TENTHS = Pattern.compile(
            "(?<pre>不低于|不少于|超过)?(?<n>[一二三四五六七八九])(?<measure>成)(?:半)?(?<post>以上|以下)?(?!立|为|员|果|本|效|长|分|型|功|绩|熟|都|人)");
    private static final Pattern WHOLE = Pattern.compile(
            "全覆盖|(?<=.{4})全部(?!完成|完工|到位|交付|办结|整改|投用|投入|建成|上线|销号|清零|竣工|开工|落实到|结束|启动|验收|纳入|兑付|拨付|清退|取缔|更换|关停|整治)(?=[\\p{IsHan}])");
    private static final Pattern MOVED = Pattern.compile("将|把|前全部|对");

    private static final Pattern WITHIN = Pattern.compile("\\s*(?:个?工作日|天|日|个?小时|分钟)(?:之|以)?内");
    // 5个工作日内回应 is a target, 会后10个工作日内 a day
    private static final Pattern ANSWERED = Pattern.compile("个?(?:工作日|小时|分钟|天)(?:之|以)?内(?:回应|答复|响应|办结|反馈|受理|到达|处置)");
    private static final Pattern RUNS_FROM = Pattern.compile("(?:后|之日起?|起|收到[^，。]{0,8})$");
    // 举办培训班2期
    private static final Pattern ISSUED = Pattern.compile("(?:班|培训|活动|论坛|讲堂|讲座|简报|专刊)$");
    private static final Pattern APART =
            Pattern.compile("(?<pre>至少|不少于|不低于|不超过|不高于|不多于|不大于|高于|低于)(?:[\\p{IsHan}]{1,8}|[\\p{IsHan}]{1,20}的)$");
    private static final Pattern NO_TARGET_BEFORE = Pattern.compile(
            "(?:对(?:全[省市县区旗州镇乡域]|现有|辖区内?|辖内)的?|现有的?|第|每|前|过去|连续|达标准|GB|版|年龄|不满|未满|已满|满|上述|以上|这|该|[×x])$|近$(?=[\\d.]*[年月天周])");
    private static final Pattern NO_TARGET_AFTER = Pattern.compile(
            "^(?:[年月日号届）)]|期(?!$|[、，。；]|以上)|个月|周年|周岁|点|时(?!间)|小时内(?:报|上报|反馈|响应)|[〕\\]］]|天内(?!$|回|答|响|办|反|受|到|处)|日内)");
    // 65岁及以上老年人, 5亿元以上项目, 500米公交站点: the number tells which, not how many
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?:岁|万元|亿元|元|平方米|万平方米|公里|米|亩|吨|年|千瓦)(?:及以上|以上|以下|及以下|以内)(?:的)?(?=[\\p{IsHan}&&[^，。；、]]{2}).*|(?:个?小时|分钟|岁|米)(?:以内|内)?(?:的)?(?=[\\p{IsHan}&&[^的及和、，至后前内外完办左以到]]{2}|到(?:场|岗|达)率).*|人(?:及以上|以上|以下)的.*|[-－—–~～至到]\\d{1,2}岁(?=[\\p{IsHan}&&[^及和以、]]).*"
                    // 100人以上聚餐指导率100%, 0至6岁儿童救助率100%
                    + "|(?:[-－—–~～至到]\\d+)?(?:人|名|岁|户|家)(?:及以上|以上|以下)?[\\p{IsHan}&&[^的和及以]]{2,16}率(?:达到|达|为|不低于|保持在|稳定在)?\\d.*",
            Pattern.DOTALL);
    // 由82%提高到95%
    private static final Pattern FROM = Pattern.compile("(?:由|从)[^，。；、\\d]{0,8}(?:\\d{4}年[^，。；、\\d]{0,6})?$");
    private static final Pattern REACHING =
            Pattern.compile("[^，。；、\\d]{0,4}?(?:提高|提升|上升|增加|增长|扩大|下降|降低|压缩|压减|缩短|减少|调整|延长|提|升|扩|减|降|增|调|压|缩)(?:到|至|为)");
    private static final Pattern LEAST = Pattern.compile(AT_LEAST);
    private static final Pattern MOST = Pattern.compile(AT_MOST + "|" + SHRINK);
    private static final int MOST_DIGITS = 15;
    private static final int NEAR = 32;
    private static final String OPENING = "《〔“〈";
    private static final String CLOSING = "》〕”〉";

    record Hit(int start, int end, Operator operator, BigDecimal value, BigDecimal upper, String measure) {}

    private Quantities() {}

    static List<Hit> in(Passage clause) {
        var text = clause.text();
        var hits = new ArrayList<Hit>();
        var quoted = quoted(text);
        for (var pattern : List.of(QUANTITY, HAN_PERCENT, TENTHS, HAN_BOUND, HAN_COUNT)) {
            if (hits.isEmpty()
                    && (pattern == QUANTITY ? clause.containsAny(DIGITS) : clause.containsAny(HAN_NUMBERS))) {
                add(text, pattern.matcher(text), quoted, hits);
            }
        }
        var whole = WHOLE.matcher(text);
        if (hits.isEmpty() && whole.find() && !quoted.get(whole.start()) && isWhole(text, whole)) {
            hits.add(new Hit(
                    whole.start(), whole.end(), Operator.EXACTLY, BigDecimal.valueOf(100), BigDecimal.ZERO, "%"));
        }
        return hits;
    }

    // 将涉气企业全部纳入……, 6月10日前全部到位: what was counted elsewhere is done
    private static boolean isWhole(String text, Matcher whole) {
        return whole.group().equals("全覆盖")
                || !MOVED.matcher(text.substring(Math.max(0, whole.start() - NEAR), whole.end()))
                        .find();
    }

    private static void add(String text, Matcher quantity, BitSet quoted, List<Hit> hits) {
        boolean digits = quantity.pattern() == QUANTITY;
        while (quantity.find()) {
            var after = text.substring(quantity.end("n"), Math.min(text.length(), quantity.end("n") + NEAR));
            var before = text.substring(Math.max(0, quantity.start() - NEAR), quantity.start());
            var measure = measure(quantity, digits);
            if (measure == null
                    || quoted.get(quantity.start())
                    || isEndless(quantity, digits)
                    || isStart(text, quantity, before)
                    || Dates.startsAt(text, quantity.start("n"))
                    || NO_TARGET_BEFORE.matcher(before).find()
                    || NO_TARGET_AFTER.matcher(after).find() && !isPeriod(quantity, measure, before)
                    || words(quantity, "pre").isEmpty()
                            && ATTRIBUTE.matcher(after.strip()).matches()
                    || isTimeLimit(quantity, after, before)) {
                continue;
            }
            hits.add(hit(quantity, measure, before, digits));
        }
    }

    private static @Nullable String measure(Matcher quantity, boolean digits) {
        var measure = quantity.group("measure");
        if (measure == null && digits) {
            measure = quantity.group("pct1");
        }
        if (measure == null) {
            return null;
        }
        return switch (measure) {
            case "百分之", "成" -> "%";
            default -> measure.replace('％', '%').replaceFirst("(?<=[万亿])[余多]", "");
        };
    }

    // 由82%提高到95%: the first is where it stands
    private static boolean isStart(String text, Matcher quantity, String before) {
        return FROM.matcher(before).find()
                && REACHING.matcher(text).region(quantity.end(), text.length()).lookingAt();
    }

    // 不少于3年, 不少于6个月, 至少举办1期
    private static boolean isPeriod(Matcher quantity, String measure, String before) {
        boolean bound =
                !words(quantity, "pre").isEmpty() || APART.matcher(before).find();
        return bound && (measure.equals("年") || measure.equals("个月") || measure.equals("期") || measure.equals("日"))
                || measure.equals("期") && ISSUED.matcher(before).find();
    }

    // no quantity has so many digits
    private static boolean isEndless(Matcher quantity, boolean digits) {
        return digits && words(quantity, "u").length() > MOST_DIGITS
                || quantity.group("n").length() > MOST_DIGITS;
    }

    // 10个工作日内办结 is a day, 压缩至3个工作日以内 a target
    private static boolean isTimeLimit(Matcher quantity, String after, String before) {
        return words(quantity, "pre").isEmpty()
                && !before.endsWith("缩短为")
                && WITHIN.matcher(after).lookingAt()
                && (RUNS_FROM.matcher(before).find() || !ANSWERED.matcher(after).lookingAt());
    }

    private static Hit hit(Matcher quantity, String measure, String near, boolean digits) {
        boolean ranged = digits && quantity.group("u") != null;
        var value = number(quantity.group("n"));
        if ("成".equals(quantity.group("measure"))) {
            value = value.multiply(BigDecimal.TEN);
        }
        var upper = ranged ? number(quantity.group("u")) : BigDecimal.ZERO;
        var operator = ranged ? Operator.BETWEEN : operator(bound(quantity, near), words(quantity, "post"));
        return new Hit(quantity.start(), quantity.end(), operator, value, upper, measure);
    }

    // 至少召开1次
    private static String bound(Matcher quantity, String near) {
        var apart = APART.matcher(near);
        var words = words(quantity, "pre");
        return words.isEmpty() && apart.find() ? apart.group("pre") : words;
    }

    private static String words(Matcher quantity, String group) {
        var words = quantity.group(group);
        return words == null ? "" : words.strip();
    }

    private static Operator operator(String before, String after) {
        if (LEAST.matcher(before).matches() || after.contains("以上")) {
            return Operator.AT_LEAST;
        }
        return MOST.matcher(before).matches() || after.contains("以下") || after.contains("内")
                ? Operator.AT_MOST
                : Operator.EXACTLY;
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
