package org.duban.task.plan.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.task.text.CharacterPairs;
import org.jspecify.annotations.Nullable;

/**
 * Which units' duties fit a task: by the pairs of characters that the task and a sentence of the duties have in common. A pair
 * that stands in every unit's duties says nothing; one that stands in few says much.
 */
final class DutyMatch {
    private static final double LEAST = 0.12;
    private static final double LEAST_OF_BEST = 0.4;
    private static final double BY_NAME = 0.15;
    /** So much in common is half the way to certainty. */
    private static final double HALFWAY = 8;

    /** @param source the document in which it stands */
    record Duty(String unit, String text, String source) {}

    /** @param score 0 to 1 */
    record Fit(String unit, double score, String sentence, String source) {}

    private record Sentence(String words, Set<String> pairs, String source) {}

    private final Map<String, List<Sentence>> sentences = new LinkedHashMap<>();
    private final Map<String, Double> weights = new HashMap<>();

    DutyMatch(List<Duty> duties) {
        Map<String, Set<String>> pairsOfUnit = new HashMap<>();
        for (Duty duty : duties) {
            List<Sentence> own = sentences.computeIfAbsent(duty.unit(), unit -> new ArrayList<>());
            for (String words : duty.text().split("[。；;\\n]")) {
                Set<String> pairs = pairs(words);
                if (pairs.size() >= 2) {
                    own.add(new Sentence(words.strip(), pairs, duty.source()));
                    pairsOfUnit
                            .computeIfAbsent(duty.unit(), unit -> new HashSet<>())
                            .addAll(pairs);
                }
            }
        }
        Map<String, Long> units = pairsOfUnit.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(pair -> pair, Collectors.counting()));
        double all = pairsOfUnit.size() + 1.0;
        units.forEach((pair, count) -> weights.put(pair, Math.log(all / count)));
    }

    /** @return the best first, none where nothing speaks for any */
    List<Fit> of(String task, int most) {
        Set<String> asked = pairs(task);
        List<Fit> fits = sentences.entrySet().stream()
                .map(unit -> best(
                        unit.getKey(),
                        unit.getValue(),
                        asked,
                        UnitSense.of(unit.getKey(), null).isSpokenOfIn(task) ? BY_NAME : 0))
                .filter(fit -> fit != null && fit.score >= LEAST)
                .sorted(Comparator.comparingDouble((Fit fit) -> -fit.score))
                .toList();
        double best = fits.isEmpty() ? 0 : fits.getFirst().score;
        return fits.stream()
                .filter(fit -> fit.score >= LEAST_OF_BEST * best)
                .limit(most)
                .toList();
    }

    private @Nullable Fit best(String unit, List<Sentence> own, Set<String> asked, double more) {
        return own.stream()
                .map(sentence -> new Fit(
                        unit, Math.min(1, score(sentence.pairs, asked) + more), sentence.words, sentence.source))
                .max(Comparator.comparingDouble(Fit::score))
                .orElse(null);
    }

    private double score(Set<String> pairs, Set<String> asked) {
        double common = 0;
        double all = 0;
        for (String pair : pairs) {
            double weight = weights.getOrDefault(pair, 0.0);
            all += weight;
            common += asked.contains(pair) ? weight : 0;
        }
        return all == 0 ? 0 : common / (common + HALFWAY) * (0.4 + 0.6 * common / all);
    }

    private static Set<String> pairs(String text) {
        return CharacterPairs.of(UnitNames.plain(text));
    }
}
