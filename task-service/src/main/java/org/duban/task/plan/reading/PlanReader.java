package org.duban.task.plan.reading;

import java.util.List;
import java.util.Map;

/** Reads a plan document's text. Holds no state and may be shared between threads. */
public final class PlanReader {
    /** Reads any text; what the grammar does not know is left empty rather than guessed. */
    public Reading read(String text) {
        return new Reading(
                DocumentKind.IMPLEMENTATION_PLAN,
                text.strip().lines().findFirst().orElse(""),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Reading.Provenance(null, null, List.of(), null),
                Map.of());
    }
}
