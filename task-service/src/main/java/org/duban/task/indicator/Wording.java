package org.duban.task.indicator;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.task.text.CharacterPairs;
import org.jspecify.annotations.Nullable;

/** What the words of a stated target say beside its number. */
final class Wording {
    private static final String NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";
    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)\\s*年");
    private static final Pattern TIME = Pattern.compile(
            "(?:到|至|截至|截止)?\\s*(?:20\\d\\d\\s*年(?:底|末|年底|\\d{1,2}月(?:底|末)?)?|\\d{1,2}月底|年底|年末)(?:以?前|之前|内)?[，,、]?");
    private static final Pattern SOFT = Pattern.compile("力争|争取|力求");
    // Only before a number: 二级以上医院 and 及时率 are names.
    private static final Pattern SAID =
            Pattern.compile("(?:(?:力争|争取|力求|确保|分别|稳定在|保持在|控制在|提高到|提高至|提升到|提升至|降低到|降低至|降到|降至|下降到|达到|达|不低于|不少于|不小于"
                    + "|不高于|不超过|不多于|不大于|高于|低于|超过|少于|至少|大于|小于|≥|≤|>|<)\\s*)+(?=约?\\d)");
    private static final Pattern EDGES = Pattern.compile("^[\\s，,。；;：:、的为均在和]+|[\\s，,。；;：:、的为均在和]+$");
    private static final int LEAST = 2;
    private static final double ALIKE = 0.7;

    private Wording() {}

    static boolean isSoft(String text) {
        return SOFT.matcher(text).find();
    }

    /** The year by whose end it is to be reached; null where the words name none or several. */
    static @Nullable Integer year(String text) {
        Matcher found = YEAR.matcher(text);
        if (!found.find()) {
            return null;
        }
        int year = Integer.parseInt(found.group(1));
        return found.find() && Integer.parseInt(found.group(1)) != year ? null : year;
    }

    /** What is measured: 县域内就诊率 of 到2025年县域内就诊率达到90%以上. The whole text where nothing else is left. */
    static String name(String text, String measure) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String bare = TIME.matcher(plain).replaceAll("");
        bare = SOFT.matcher(SAID.matcher(bare).replaceAll("")).replaceAll("");
        bare = amount(measure).matcher(bare).replaceAll("");
        for (String before = ""; !before.equals(bare); ) {
            before = bare;
            bare = EDGES.matcher(bare).replaceAll("");
        }
        return bare.length() < LEAST ? text.strip() : bare;
    }

    // Only what is counted in the measure, or stands alone: 6岁以下儿童 is a name.
    private static Pattern amount(String measure) {
        String counted = measure.isEmpty() || measure.equals("%") ? "%|‰|个百分点" : "%|‰|个百分点|" + Pattern.quote(measure);
        return Pattern.compile("(?:约|为)?%s\\s*(?:[-~～—–至到]\\s*%s)?\\s*(?:(?:%s)(?:以上|以下|以内|左右)?|(?=[\\s,，。;；、]|$))"
                .formatted(NUMBER, NUMBER, counted));
    }

    /** Whether two names are of the same thing, as far as letters tell. */
    static boolean alike(String one, String other) {
        return likeness(one, other) >= ALIKE;
    }

    static double likeness(String one, String other) {
        return one.equals(other) ? 1 : CharacterPairs.likeness(one, other);
    }
}
