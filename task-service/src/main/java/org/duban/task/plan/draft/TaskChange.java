package org.duban.task.plan.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.duban.task.plan.reading.Reading;
import org.jspecify.annotations.Nullable;

/** A person's correction of one task. Null: not touched. */
public record TaskChange(
        @Nullable String title,
        @Nullable String text,
        @Nullable List<String> leads,
        @Nullable List<String> cooperators,
        @Nullable List<String> wildcards,
        @Nullable Change<LocalDate> dueOn,
        @Nullable List<Reading.Indicator> indicators,
        @Nullable TaskDecision decision) {

    /** Leaving a task out says nothing about how it was read. */
    public boolean corrects() {
        return Stream.of(title, text, leads, cooperators, wildcards, dueOn, indicators)
                .anyMatch(Objects::nonNull);
    }
}
