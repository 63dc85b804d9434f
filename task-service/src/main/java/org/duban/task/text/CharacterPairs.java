package org.duban.task.text;

import java.util.HashSet;
import java.util.Set;

/** Texts by the pairs of neighbouring letters and digits in them: most Chinese words have two characters. */
public final class CharacterPairs {
    private CharacterPairs() {}

    public static Set<String> of(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i)) && Character.isLetterOrDigit(text.charAt(i + 1))) {
                pairs.add(text.substring(i, i + 2));
            }
        }
        return pairs;
    }

    /** @return from 0 for texts that share no pair to 1 for texts that share all; 0 where one of them has none */
    public static double likeness(String one, String other) {
        Set<String> ones = of(one);
        Set<String> others = of(other);
        if (ones.isEmpty() || others.isEmpty()) {
            return 0;
        }
        long common = ones.stream().filter(others::contains).count();
        return 2.0 * common / (ones.size() + others.size());
    }
}
