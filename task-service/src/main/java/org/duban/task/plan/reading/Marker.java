package org.duban.task.plan.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number a paragraph begins with. A new way of numbering is one more {@link Style}; their order is how they nest.
 *
 * @param length how many characters the number takes, blanks after it included
 */
record Marker(Style style, int number, int length) {
    private static final String HAN = "[一二三四五六七八九十百〇零]{1,5}";

    enum Style {
        /** 第一章 */
        CHAPTER("第(" + HAN + "|\\d{1,3})(?:章|部分|编|篇)[\\s　、：:]*"),
        /** 第一节 */
        PART("第(" + HAN + "|\\d{1,3})节[\\s　、：:]*"),
        /** 一、 */
        HAN_STOP("(" + HAN + ")(?:、|[.．](?!\\d))[\\s　]*"),
        /** 第一条 */
        ARTICLE("第(" + HAN + "|\\d{1,3})条[\\s　、：:]*"),
        /** 任务一： 第1件 */
        ITEM(
                "[【\\[〔（(]?(?:(?:重点|主要|议定|民生|攻坚|改革|专项|具体|核心|年度|整治|整改|工作)?(?:任务|事项|举措|措施|行动|专项|议题|议程|工程|项目|实事|问题|清单|要点)[\\s　]*("
                        + HAN
                        + "|\\d{1,3})|第[\\s　]*(" + HAN
                        + "|\\d{1,3})[\\s　]*(?:项|件|类|个)(?:重点|民生)?(?:任务|工作|事项|实事|议题|议程|问题|行动|工程|项目)?)"
                        + "(?:[\\s　]*[：:、.．】\\]〕）)]{1,2}[\\s　]*|[\\s　]+)"),
        /** A类 */
        LETTER("([A-Z])(?:类|组|部分)[\\s　、：:.．]*"),
        /** （一） */
        HAN_BRACKET("(?:[（(〔][\\s　]*(" + HAN + ")[\\s　]*[）)〕]|([㈠-㈩]))[\\s　、.．]*"),
        /** 1. 1、 */
        DIGIT_STOP("(?:(\\d{1,3})(?:[.．](?!\\d)|、|(?: {2,}|　+|(?<=0\\d) )(?=[\\p{IsHan}“]))|([⒈-⒛]))[\\s　]*"),
        /** A1 */
        LETTERED("[A-Z][-—]?(\\d{1,2})(?:[.．、：:][\\s　]*|[\\s　]+)(?=[\\p{IsHan}“])"),
        /** 1.1 2.3.1 1-1 */
        DECIMAL("\\d{1,2}[.．\\-—](?:\\d{1,2}[.．])?(\\d{1,2})(?:[\\s　]+|、)(?=[\\p{IsHan}“])"),
        /** （1） 1） */
        DIGIT_BRACKET("(?:[（(〔\\[【][\\s　]*(\\d{1,3})[\\s　]*[）)〕\\]】]|(\\d{1,3})[）)]|([⑴-⒇]))[\\s　、.．]*"),
        /** ① */
        CIRCLED("([①-⑳㉑-㉟❶-❿➀-➉])[\\s　、.．]*");

        private final Pattern pattern;

        Style(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    // the first of each row of numbers that are one character
    private static final String SIGNS = "①⑴⒈㈠➀❶";
    // ㉑ goes on after ⑳
    private static final char TWENTY_FIRST = '㉑';

    private static final List<Style> STYLES = List.of(Style.values());

    static @Nullable Marker of(String line) {
        for (var style : STYLES) {
            var matcher = style.pattern.matcher(line);
            if (matcher.lookingAt()) {
                var words = said(matcher);
                int number = number(words);
                return new Marker(style, number, matcher.end());
            }
        }
        return null;
    }

    private static String said(Matcher matcher) {
        for (int i = 1; i < matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                return matcher.group(i);
            }
        }
        return matcher.group(matcher.groupCount());
    }

    private static int number(String words) {
        char first = words.charAt(0);
        if (first >= 'A' && first <= 'Z') {
            return first - 'A' + 1;
        }
        for (char one : SIGNS.toCharArray()) {
            if (first >= one && first < one + 20) {
                return first - one + 1;
            }
        }
        if (first >= TWENTY_FIRST && first < TWENTY_FIRST + 15) {
            return first - TWENTY_FIRST + 21;
        }
        return ChineseNumber.parse(words);
    }

    Marker as(Style other) {
        return new Marker(other, number, length);
    }

    int depth() {
        return style.ordinal();
    }
}
