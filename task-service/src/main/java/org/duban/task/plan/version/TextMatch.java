package org.duban.task.plan.version;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which text of one list is which of another, newer one. Texts that are the same to the letter are each other's wherever they
 * stand; of the others those are that are alike and stand in the same order, so that their likenesses add up to the most; what
 * is left may have moved. Each text has at most one partner.
 */
final class TextMatch {
    private static final double ALIKE = 0.5;
    private static final double ALIKE_AND_MOVED = 0.7;

    /** @param likeness 0 to 1; 1 where only blanks and punctuation differ */
    record Pair(int left, int right, double likeness) {}

    private final List<int[]> left;
    private final List<int[]> right;
    private final int[] partnerOfLeft;
    private final int[] partnerOfRight;
    private final List<Pair> pairs = new ArrayList<>();

    private TextMatch(List<String> left, List<String> right) {
        this.left = left.stream().map(TextMatch::pairsOf).toList();
        this.right = right.stream().map(TextMatch::pairsOf).toList();
        this.partnerOfLeft = new int[left.size()];
        this.partnerOfRight = new int[right.size()];
        Arrays.fill(partnerOfLeft, -1);
        Arrays.fill(partnerOfRight, -1);
    }

    /** @return ordered by the left text */
    static List<Pair> of(List<String> left, List<String> right) {
        TextMatch match = new TextMatch(left, right);
        match.same(
                left.stream().map(TextMatch::plain).toList(),
                right.stream().map(TextMatch::plain).toList());
        match.inOrder();
        match.moved();
        match.pairs.sort(Comparator.comparingInt(Pair::left));
        return match.pairs;
    }

    static double likeness(String one, String other) {
        return plain(one).equals(plain(other)) ? 1 : likeness(pairsOf(one), pairsOf(other));
    }

    static boolean isSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private void same(List<String> left, List<String> right) {
        Map<String, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < right.size(); i++) {
            places.computeIfAbsent(right.get(i), text -> new ArrayDeque<>()).add(i);
        }
        for (int i = 0; i < left.size(); i++) {
            Integer place = left.get(i).isEmpty()
                    ? null
                    : places.getOrDefault(left.get(i), new ArrayDeque<>()).poll();
            if (place != null) {
                pair(i, place, 1);
            }
        }
    }

    private void inOrder() {
        int[] lefts = free(partnerOfLeft);
        int[] rights = free(partnerOfRight);
        double[][] likeness = new double[lefts.length][rights.length];
        double[][] best = new double[lefts.length + 1][rights.length + 1];
        for (int i = lefts.length - 1; i >= 0; i--) {
            for (int j = rights.length - 1; j >= 0; j--) {
                likeness[i][j] = likeness(left.get(lefts[i]), right.get(rights[j]));
                double paired = likeness[i][j] >= ALIKE ? likeness[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < lefts.length && j < rights.length) {
            if (likeness[i][j] >= ALIKE && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                pair(lefts[i], rights[j], likeness[i][j]);
                i++;
                j++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void moved() {
        List<Pair> possible = new ArrayList<>();
        for (int i : free(partnerOfLeft)) {
            for (int j : free(partnerOfRight)) {
                double likeness = likeness(left.get(i), right.get(j));
                if (likeness >= ALIKE_AND_MOVED) {
                    possible.add(new Pair(i, j, likeness));
                }
            }
        }
        possible.sort(Comparator.comparingDouble((Pair pair) -> -pair.likeness));
        for (Pair pair : possible) {
            if (partnerOfLeft[pair.left] < 0 && partnerOfRight[pair.right] < 0) {
                pair(pair.left, pair.right, pair.likeness);
            }
        }
    }

    private void pair(int i, int j, double likeness) {
        partnerOfLeft[i] = j;
        partnerOfRight[j] = i;
        pairs.add(new Pair(i, j, likeness));
    }

    private static int[] free(int[] partners) {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] < 0) {
                free.add(i);
            }
        }
        return free.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Every two neighbouring characters, sorted; a single character stands for itself. */
    private static int[] pairsOf(String text) {
        String plain = plain(text);
        if (plain.length() < 2) {
            return plain.chars().toArray();
        }
        int[] pairs = new int[plain.length() - 1];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = plain.charAt(i) << 16 | plain.charAt(i + 1);
        }
        Arrays.sort(pairs);
        return pairs;
    }

    /** Twice the pairs in common to the pairs of both. */
    private static double likeness(int[] one, int[] other) {
        int all = one.length + other.length;
        if (all == 0 || 2.0 * Math.min(one.length, other.length) / all < ALIKE) {
            return 0;
        }
        int common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                common++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * common / all;
    }
}
