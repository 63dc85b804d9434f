package org.duban.task.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator went, of one unit or of several as one: a point for each period in which any of them was measured, oldest
 * first.
 */
record Series(Cycle cycle, List<Point> points) {

    /**
     * @param index the period, as {@link Cycle#index} counts it
     * @param measured units measured in it
     * @param carried units that count with what they reached before
     */
    record Point(int index, BigDecimal value, int measured, int carried) {}

    static Series of(Cycle cycle, RollUp rollUp, Origin origin, Collection<Measured> values) {
        // What was reached stays reached until it is measured again; how content people were in a month says nothing of
        // the next.
        boolean carries = origin == Origin.REPORTED;
        Map<Integer, List<Measured>> byPeriod = values.stream()
                .collect(Collectors.groupingBy(one -> cycle.index(one.period()), TreeMap::new, Collectors.toList()));
        Map<UUID, RollUp.Share> known = new TreeMap<>();
        List<Point> points = new ArrayList<>();
        byPeriod.forEach((index, measured) -> {
            if (!carries) {
                known.clear();
            }
            measured.stream()
                    .collect(Collectors.groupingBy(Measured::unitId))
                    .forEach((unit, own) -> known.put(unit, carries ? newest(own) : together(own)));
            int now = (int) measured.stream().map(Measured::unitId).distinct().count();
            points.add(new Point(index, rollUp.of(known.values()), now, known.size() - now));
        });
        return new Series(cycle, List.copyOf(points));
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    @Nullable
    Point last() {
        return points.isEmpty() ? null : points.getLast();
    }

    List<Point> latest(int most) {
        return points.subList(Math.max(0, points.size() - most), points.size());
    }

    // A month's figures stand for their quarter where an indicator is measured less often than it was.
    private static RollUp.Share newest(List<Measured> ofUnit) {
        return ofUnit.stream()
                .max(Comparator.comparing(Measured::period))
                .orElseThrow()
                .share();
    }

    private static RollUp.Share together(List<Measured> ofUnit) {
        List<RollUp.Share> shares = ofUnit.stream().map(Measured::share).toList();
        return new RollUp.Share(
                RollUp.WEIGHTED_MEAN.of(shares),
                shares.stream().map(RollUp.Share::weightOrOne).reduce(BigDecimal.ZERO, BigDecimal::add),
                newest(ofUnit).at());
    }
}
