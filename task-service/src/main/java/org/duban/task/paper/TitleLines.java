package org.duban.task.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Breaks a title into lines as a clerk would (GB/T 9704-2012, 7.3.1): whole in sense, even in length, as a trapezium or a
 * rhombus and never as an hourglass.
 */
final class TitleLines {
    private static final String NEVER_FIRST = "的了和及与、，。：；！？）〕》」”’·年月日号项个条次";
    private static final String NEVER_LAST = "《（〔“‘「第在对将把向为被";
    private static final String GOOD_LAST = "、》）”的于会局委办室府区县市省部院队年月案划度期";
    private static final int FORBIDDEN = 10_000;
    private static final int AT_A_WORD = -6;
    private static final int WITHIN_A_WORD = 4;
    private static final int HOURGLASS = 60;

    /** The end of a title, and in how many lines it is to stand. */
    private record Rest(String words, int lines) {}

    private final double most;
    // the same end is come to by many ways, and broken once
    private final Map<Rest, List<String>> known = new HashMap<>();

    private TitleLines(double most) {
        this.most = most;
    }

    /** @param most characters in a line */
    static List<String> of(String title, int most) {
        if (title.indexOf('\n') >= 0) {
            return title.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        String words = title.strip();
        return width(words) <= most ? List.of(words) : new TitleLines(most).of(words);
    }

    private List<String> of(String words) {
        int lines = (int) Math.ceil(width(words) / most);
        List<String> best = List.of(words);
        double least = Double.MAX_VALUE;
        for (int count = lines; count <= lines + 1; count++) {
            List<String> broken = broken(words, count);
            double cost = cost(broken);
            if (!broken.isEmpty() && cost < least) {
                least = cost;
                best = broken;
            }
        }
        return best;
    }

    private List<String> broken(String words, int lines) {
        if (lines == 1) {
            return width(words) <= most ? List.of(words) : List.of();
        }
        Rest rest = new Rest(words, lines);
        List<String> before = known.get(rest);
        if (before != null) {
            return before;
        }
        List<String> best = cut(words, lines);
        known.put(rest, best);
        return best;
    }

    private List<String> cut(String words, int count) {
        List<String> best = List.of();
        double least = Double.MAX_VALUE;
        double share = width(words) / count;
        for (int at = 1; at < words.length(); at++) {
            String first = words.substring(0, at);
            if (Math.abs(width(first) - share) > share / 2 || width(first) > most) {
                continue;
            }
            List<String> rest = broken(words.substring(at), count - 1);
            if (rest.isEmpty()) {
                continue;
            }
            List<String> lines = new ArrayList<>(rest.size() + 1);
            lines.add(first);
            lines.addAll(rest);
            double cost = cost(lines);
            if (cost < least) {
                least = cost;
                best = lines;
            }
        }
        return best;
    }

    private double cost(List<String> lines) {
        double average = lines.stream().mapToDouble(TitleLines::width).average().orElse(0);
        double cost = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            double width = width(lines.get(i));
            cost += (width - average) * (width - average) / 2 + (width > most ? FORBIDDEN : 0);
            if (i + 1 < lines.size()) {
                cost += breaking(lines.get(i), lines.get(i + 1));
            }
            boolean waist =
                    i > 0 && i + 1 < lines.size() && width < width(lines.get(i - 1)) && width < width(lines.get(i + 1));
            cost += waist ? HOURGLASS : 0;
        }
        return cost;
    }

    private static double breaking(String before, String after) {
        char last = before.charAt(before.length() - 1);
        char first = after.charAt(0);
        if (NEVER_FIRST.indexOf(first) >= 0
                || NEVER_LAST.indexOf(last) >= 0
                || narrow(last) && narrow(first)
                || open(before)) {
            return FORBIDDEN;
        }
        return GOOD_LAST.indexOf(last) >= 0 || after.startsWith("关于") || after.startsWith("《")
                ? AT_A_WORD
                : WITHIN_A_WORD;
    }

    // a bracket that is still open keeps its words together
    private static boolean open(String before) {
        return before.lastIndexOf('（') > before.lastIndexOf('）')
                || before.lastIndexOf('〔') > before.lastIndexOf('〕')
                || before.lastIndexOf('“') > before.lastIndexOf('”');
    }

    /** In full-width characters; digits and Latin letters take half of one. */
    static double width(String words) {
        double width = 0;
        for (int i = 0; i < words.length(); i++) {
            width += narrow(words.charAt(i)) ? 0.5 : 1;
        }
        return width;
    }

    private static boolean narrow(char c) {
        return c < 0x2000;
    }
}
