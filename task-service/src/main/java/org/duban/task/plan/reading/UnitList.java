package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** 县委组织部（人才办）、县教育局，各相关部门: names in a row, brackets kept with their name. */
final class UnitList {
    static final String SEPARATORS = "、，,；;/／\n\t　 ";
    private static final Pattern OPENS_WITH =
            Pattern.compile("^(?:以上(?:任务|事项|工作)?(?:均)?由|(?:具体|统一|分别|并|均)?由|以及|以|和|及|与|会同|商请?|请)(?=.{3,})(?!及时)");
    private static final Pattern ENDS_WITH = Pattern.compile(
            "等(?:\\d+|[一二三四五六七八九十]+)?个?(?:有关|相关|其他|省级|市级|县级|区级)?(?:职能)?(?:成员单位|部门|单位)?(?:和单位|及单位|、单位)?[。.]?$");
    private static final Pattern MANNER_AT_END =
            Pattern.compile("(?:分别|共同|具体|联合|按照?(?:各自)?(?:职责|职能|任务|工作)?(?:分工)|依职责|根据(?:各自)?职责(?:分工)?|按职责)[。.]?$");
    private static final Pattern AND = Pattern.compile(
            "(?<=[局委办部厅院会中心政府公司])(?:和|及|以及|与)(?=[省市县区旗州各][\\p{IsHan}]{2,}|各|[\\p{IsHan}]{2,12}(?:局|委|办|部|厅|管委会|公司|集团|中心|政府|医院|学院)(?:[、，。；）]|$|均|等))");

    // 各市、县、自治县人民政府 is one phrase
    private static final Pattern MANY = Pattern.compile(
            "各(?:设区)?(?:市|地区|州|盟|县|区|旗|乡|镇|街道|苏木)(?:、(?:自治)?(?:市|州|盟|县|区|旗|乡|镇|街道|苏木)){1,5}(?:人民政府|政府|党委|办事处|管委会)?"
                    + "|各(?:县|市|区|乡|镇|街道|旗|州)(?:[（(][^）)]{1,12}[）)])?(?:党委|党工委|委)[、和](?:人民)?政府");
    private static final int LONGEST_NAME = 120;

    private UnitList() {}

    static List<Passage> of(Passage words) {
        return split(words, SEPARATORS);
    }

    /** The parts of the list between the given separators, each cleaned of words that are no part of a name. */
    static List<Passage> split(Passage words, String separators) {
        var names = new ArrayList<Passage>();
        for (var part : cut(words, separators)) {
            for (var piece : atConjunctions(part)) {
                var name = clean(piece);
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    static List<Passage> cut(Passage words, String separators) {
        var parts = new ArrayList<Passage>();
        var many = words.matcher(MANY);
        int manyFrom = many.find() ? many.start() : words.length();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (i > manyFrom && i >= many.end()) {
                manyFrom = many.find() ? many.start() : words.length();
            }
            if (i >= manyFrom) {
                continue;
            }
            if (Chars.isOpening(c)) {
                depth++;
            } else if (Chars.isClosing(c) && depth > 0) {
                depth--;
            } else if (depth == 0 && separators.indexOf(c) >= 0) {
                parts.add(words.slice(start, i));
                start = i + 1;
            }
        }
        parts.add(words.from(start));
        return parts;
    }

    private static List<Passage> atConjunctions(Passage part) {
        var pieces = new ArrayList<Passage>();
        var and = part.matcher(AND);
        int start = 0;
        while (and.find()) {
            pieces.add(part.slice(start, and.start()));
            start = and.end();
        }
        pieces.add(part.from(start));
        return pieces;
    }

    private static Passage clean(Passage piece) {
        var name = piece.strip().stripTrailing("。.：: ").stripLeading(OPENS_WITH).strip();
        if (name.length() > LONGEST_NAME) {
            return name;
        }
        int said = Roles.saidAt(name);
        if (said > 1) {
            name = name.slice(0, said).strip();
        }
        for (var ending : List.of(ENDS_WITH, MANNER_AT_END)) {
            var end = name.matcher(ending);
            name = end.find() && end.start() > 1 ? name.slice(0, end.start()).strip() : name;
        }
        return name;
    }
}
