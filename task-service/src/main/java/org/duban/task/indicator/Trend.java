package org.duban.task.indicator;

import java.util.Arrays;
import java.util.List;

/**
 * The line through the latest points that a single wrong number does not turn (Theil and Sen): its slope is the median of the
 * slopes between every two points, its height the median of what is left.
 *
 * @param slope per period
 * @param periods how many points it was drawn through
 */
record Trend(double slope, double intercept, int periods) {

    /** Fewer tell nothing: two points are a line whatever they are. */
    static final int FEWEST = 3;
    /** Points looked at: what was years ago says little of the months to come. */
    static final int MOST = 12;

    private static final double FLAT = 1e-9;

    /** @param points at least {@value #FEWEST}, each of another period */
    static Trend of(List<Series.Point> points) {
        int n = points.size();
        double[] slopes = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[next++] = (y(points.get(j)) - y(points.get(i)))
                        / (points.get(j).index() - points.get(i).index());
            }
        }
        double slope = median(slopes);
        double intercept = median(points.stream()
                .mapToDouble(point -> y(point) - slope * point.index())
                .toArray());
        return new Trend(slope, intercept, n);
    }

    double at(int index) {
        return intercept + slope * index;
    }

    boolean rises() {
        return slope > FLAT;
    }

    boolean falls() {
        return slope < -FLAT;
    }

    /** The first period, after the given one, in which the line is at a value or beyond it; it must lead there. */
    double crosses(double value, int after) {
        double at = (value - intercept) / slope;
        return Math.max(after + 1.0, Math.ceil(at - FLAT * Math.max(1, Math.abs(at))));
    }

    private static double y(Series.Point point) {
        return point.value().doubleValue();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
