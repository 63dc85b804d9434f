package org.duban.bench.supervision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was measured in each round.
 *
 * @param cpu seconds of processor time for each operation; NaN where they mean nothing
 */
record Figure(String unit, List<Double> values, List<Double> cpu) {

    /** The one in the middle; of an even number the upper. */
    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }

    /** One line for each name, in the order in which they were first measured. */
    static final class Table {
        private final Map<String, Figure> figures = new LinkedHashMap<>();
        private final Set<String> remarks = new LinkedHashSet<>();

        void add(String name, String unit, double value, double cpu) {
            var figure = figures.computeIfAbsent(name, any -> new Figure(unit, new ArrayList<>(), new ArrayList<>()));
            figure.values().add(value);
            figure.cpu().add(cpu);
        }

        void ratio(String name, double value) {
            add(name, ": 1", value, Double.NaN);
        }

        void remark(String words) {
            remarks.add(words);
        }

        void print(SupervisionBench.Plan plan) {
            System.out.printf(
                    "%n%d processors, 8 clients, medians of %d rounds of %d s that took turns%n",
                    Runtime.getRuntime().availableProcessors(), plan.rounds(), plan.seconds());
            System.out.printf("%-36s %12s %-10s %14s   %s%n", "", "median", "", "cpu ms/op", "each round");
            figures.forEach((name, figure) -> {
                double cpu = median(figure.cpu());
                System.out.printf(
                        "%-36s %12.2f %-10s %14s   %s%n",
                        name,
                        median(figure.values()),
                        figure.unit(),
                        Double.isNaN(cpu) ? "" : "%.3f".formatted(cpu * 1000),
                        String.join(
                                " ",
                                figure.values().stream().map("%.2f"::formatted).toList()));
            });
            remarks.forEach(System.out::println);
        }
    }
}
