package org.duban.task.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The units that a cell names. Usually a column holds one role; where a cell tells both itself (市卫健委牵头，市财政局配合;
 * 牵头单位：…；配合单位：…; 市卫健委（牵头）、市财政局), that holds.
 */
record UnitCell(List<String> leads, List<String> cooperators) {
    private static final Pattern LABEL =
            Pattern.compile("(?<role>牵头|主办|主责|责任|承办|配合|协办|协同|协助|参与|参加|会办)(?:责任)?(?:单位|部门|科室)?\\s*[:：]");
    private static final Pattern MARK =
            Pattern.compile("[（(](?<role>牵头|主办|主责|配合|协办|参与)(?:单位|部门)?[）)]$|(?<=.{2})(?<tail>牵头负责|牵头|主办|配合|协助|协办|参与)$");
    private static final Pattern LEADING = Pattern.compile("牵头|主办|主责|责任|承办");
    private static final Pattern ENDS = Pattern.compile("^由|(?:等|等单位|等部门|等有关部门)$|[。.]$");
    private static final int SHORTEST_NAME = 3;

    static UnitCell of(String words) {
        Matcher label = LABEL.matcher(words);
        if (!label.find()) {
            return unlabelled(words);
        }
        List<String> leads = new ArrayList<>();
        List<String> cooperators = new ArrayList<>();
        String before = words.substring(0, label.start());
        leads.addAll(names(before));
        int from;
        boolean leading;
        do {
            leading = LEADING.matcher(label.group("role")).matches();
            from = label.end();
            boolean more = label.find();
            List<String> names = names(words.substring(from, more ? label.start() : words.length()));
            (leading ? leads : cooperators).addAll(names);
            if (!more) {
                break;
            }
        } while (true);
        return new UnitCell(distinct(leads), distinct(cooperators));
    }

    private static UnitCell unlabelled(String words) {
        List<String> leads = new ArrayList<>();
        List<String> cooperators = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        boolean marked = false;
        for (String token : tokens(words)) {
            Matcher mark = MARK.matcher(token);
            if (!mark.find()) {
                pending.add(token);
                continue;
            }
            String name = token.substring(0, mark.start());
            if (mark.group("role") != null) {
                boolean leading = LEADING.matcher(mark.group("role")).matches();
                marked |= leading;
                (leading ? leads : cooperators).add(name);
            } else {
                pending.add(name);
                boolean leading = mark.group("tail").startsWith("牵头")
                        || mark.group("tail").equals("主办");
                marked |= leading;
                (leading ? leads : cooperators).addAll(pending);
                pending.clear();
            }
        }
        (marked ? cooperators : leads).addAll(pending);
        return new UnitCell(plain(leads), plain(cooperators));
    }

    static List<String> names(String words) {
        return plain(tokens(words));
    }

    private static List<String> plain(List<String> tokens) {
        return distinct(tokens.stream()
                .map(token -> ENDS.matcher(token).replaceAll("").strip())
                .filter(token -> !token.isEmpty())
                .toList());
    }

    private static List<String> distinct(List<String> names) {
        return names.stream().distinct().toList();
    }

    // A comma in brackets parts no units: 各县（市、区）人民政府.
    private static List<String> tokens(String words) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        int depth = 0;
        for (char c : words.toCharArray()) {
            depth += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
            if (depth <= 0 && "、,，;；/\n\t|".indexOf(c) >= 0) {
                tokens.addAll(spaced(token.toString()));
                token.setLength(0);
                depth = 0;
            } else {
                token.append(c);
            }
        }
        tokens.addAll(spaced(token.toString()));
        return tokens.stream().filter(one -> !one.isEmpty()).toList();
    }

    // 市 财 政 局 is one name, 市财政局 市民政局 are two.
    private static List<String> spaced(String token) {
        List<String> parts = Arrays.stream(token.strip().split("[\\s\u3000]+")).toList();
        return parts.stream().allMatch(part -> part.length() >= SHORTEST_NAME)
                ? parts
                : List.of(String.join("", parts));
    }
}
