package org.duban.task.plan.reading;

import java.util.List;
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
        CHAPTER("第(" + HAN + "|\\d{1,3})(?:章|部分|节)[\\s　、：:]*"),
        /** 一、 */
        HAN_STOP("(" + HAN + ")(?:、|[.．](?!\\d))[\\s　]*"),
        /** 第一条 */
        ARTICLE("第(" + HAN + "|\\d{1,3})条[\\s　、：:]*"),
        /** 任务一： */
        ITEM("(?:任务|事项|举措|措施|行动|专项|议题|议程|工程|项目)[\\s　]*(" + HAN + "|\\d{1,3})(?:[\\s　]*[：:、.．][\\s　]*|[\\s　]+)"),
        /** （一） */
        HAN_BRACKET("[（(][\\s　]*(" + HAN + ")[\\s　]*[）)][\\s　、.．]*"),
        /** 1. 1、 */
        DIGIT_STOP("(\\d{1,3})(?:[.．](?!\\d)|、)[\\s　]*"),
        /** 1.1 2.3.1 */
        DECIMAL("\\d{1,2}[.．](?:\\d{1,2}[.．])?(\\d{1,2})(?:[\\s　]+|、)(?=[\\p{IsHan}“])"),
        /** （1） 1） */
        DIGIT_BRACKET("(?:[（(][\\s　]*(\\d{1,3})[\\s　]*[）)]|(\\d{1,3})[）)])[\\s　、.．]*"),
        /** ① */
        CIRCLED("([①-⑳])[\\s　、]*");

        private final Pattern pattern;

        Style(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    private static final List<Style> STYLES = List.of(Style.values());

    static @Nullable Marker of(String line) {
        for (var style : STYLES) {
            var matcher = style.pattern.matcher(line);
            if (matcher.lookingAt()) {
                var words = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                int number = style == Style.CIRCLED ? words.charAt(0) - '①' + 1 : ChineseNumber.parse(words);
                return new Marker(style, number, matcher.end());
            }
        }
        return null;
    }

    Marker as(Style other) {
        return new Marker(other, number, length);
    }

    int depth() {
        return style.ordinal();
    }
}
