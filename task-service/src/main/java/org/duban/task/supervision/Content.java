package org.duban.task.supervision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit says in a report.
 *
 * @param progress 0 to 100
 * @param done what was done in the period
 * @param problems what stands in the way; needed where progress fell
 * @param next what comes next
 */
public record Content(
        int progress,
        String done,
        @Nullable String problems,
        @Nullable String next,
        List<IndicatorValue> indicators) {

    /** @param value as the unit wrote it, with its measure: 85% */
    public record IndicatorValue(String text, @Nullable String value) {}

    public Content {
        if (progress < 0 || progress > 100) {
            throw new IllegalArgumentException("progress is a percentage");
        }
        indicators = List.copyOf(indicators);
    }

    boolean namesProblems() {
        return problems != null && !problems.isBlank();
    }
}
