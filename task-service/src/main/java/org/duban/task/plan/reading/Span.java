package org.duban.task.plan.reading;

/**
 * Where words stand in the text that was read.
 *
 * @param start first UTF-16 unit, counted from 0
 * @param end the unit after the last
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Not a span: %d to %d".formatted(start, end));
        }
    }

    public int length() {
        return end - start;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
