package org.duban.task.bulletin;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.task.calendar.Period;
import org.duban.task.light.Light;
import org.duban.task.overview.Numbers;
import org.duban.task.overview.Overview.Month;
import org.jspecify.annotations.Nullable;

/** The names that stand for numbers in a bulletin's words. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\{([^{}\\n]{1,20})}");

    private final Map<String, String> values = new LinkedHashMap<>();

    Tokens(String plan, Period period, Facts facts) {
        Numbers totals = facts.totals();
        values.put("月份", period.words());
        values.put("方案", plan);
        values.put("任务数", Integer.toString(totals.tasks()));
        values.put("办结数", Integer.toString(totals.closedTasks()));
        values.put("完成率", percent(totals.completionRate()));
        values.put("应报", Integer.toString(totals.owed()));
        values.put("已报", Integer.toString(totals.submitted()));
        values.put("报送率", percent(totals.submissionRate()));
        values.put("按时", Integer.toString(totals.onTime()));
        values.put("按时率", percent(totals.onTimeRate()));
        values.put("迟报", Integer.toString(totals.late()));
        values.put("逾期", Integer.toString(totals.overdue()));
        values.put("红灯", light(totals, Light.RED));
        values.put("黄灯", light(totals, Light.YELLOW));
        values.put("较上期", facts.before() == null ? "本期为首期" : changed(facts.before(), totals));
    }

    /** In the order in which they are offered. */
    List<String> names() {
        return List.copyOf(values.keySet());
    }

    /**
     * @param field of {@link Texts} that the words stand in
     * @throws BulletinRefused where a name in braces stands for nothing
     */
    String filled(String field, String words) {
        Matcher found = TOKEN.matcher(words);
        StringBuilder text = new StringBuilder();
        while (found.find()) {
            String value = values.get(found.group(1));
            if (value == null) {
                throw BulletinRefused.unknownNumber(field, found.group(1));
            }
            found.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return found.appendTail(text).toString();
    }

    private static String changed(Month before, Numbers totals) {
        return "报送率较上期%s，按时率较上期%s"
                .formatted(
                        moved(before.submissionRate(), totals.submissionRate()),
                        moved(before.onTimeRate(), totals.onTimeRate()));
    }

    private static String moved(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        if (from == null || to == null) {
            return "不可比";
        }
        BigDecimal by = to.subtract(from);
        return switch (by.signum()) {
            case 0 -> "持平";
            case 1 -> "上升" + by.toPlainString() + "个百分点";
            default -> "下降" + by.negate().toPlainString() + "个百分点";
        };
    }

    private static String light(Numbers totals, Light light) {
        return Integer.toString(totals.lights().getOrDefault(light, 0));
    }

    /** With its sign; a dash where there is nothing to count. */
    static String percent(@Nullable BigDecimal rate) {
        return rate == null ? "—" : rate.toPlainString() + "%";
    }
}
