package org.duban.task.plan.reading;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Many spans, asked often: sorted by their start, with the furthest end that any of them reaches so far. */
final class Spans {
    private final int[] starts;
    private final int[] furthest;

    Spans(Collection<Span> spans) {
        List<Span> sorted =
                spans.stream().sorted(Comparator.comparingInt(Span::start)).toList();
        starts = sorted.stream().mapToInt(Span::start).toArray();
        furthest = sorted.stream().mapToInt(Span::end).toArray();
        Arrays.parallelPrefix(furthest, Math::max);
    }

    /** Whether one of them contains the span. */
    boolean contains(Span span) {
        int last = lastStartingBefore(span.start() + 1);
        return last >= 0 && furthest[last] >= span.end();
    }

    /** Whether one of them overlaps the span. */
    boolean overlaps(Span span) {
        int last = lastStartingBefore(span.end());
        return last >= 0 && furthest[last] > span.start();
    }

    private int lastStartingBefore(int end) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < end) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
